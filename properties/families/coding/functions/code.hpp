// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/coding.hpp>

#include "families/coding/functions.hpp"

// What the functions of codes share.
namespace softlaw::properties {

inline constexpr Named radix_parameter{"radix", from(2, most_letters)},
    alphabet_parameter{"alphabet", from(1, most_letters)};

inline std::size_t size_of(std::int64_t count) { return static_cast<std::size_t>(count); }

/// A word has at most 2^20 digits.
void require_lengths(const FunctionItem& function, const Integers& lengths);
/// There is a code with these lengths, and its words have room.
void require_code(const FunctionItem& function, const Integers& lengths, std::int64_t radix);
/// The number of blocks of n symbols fits in the memory of any machine: at most 2^32 bits.
void require_blocks(const FunctionItem& function, std::size_t n_at, std::int64_t alphabet,
                    std::int64_t n);

/// What our library writes to `out`: how many, or SIZE_MAX for what it refuses.
template <class F>
std::size_t written(std::uint32_t* out, F&& f) {
  try {
    const std::vector<std::uint32_t> result = f();
    std::copy(result.begin(), result.end(), out);
    return result.size();
  } catch (const std::logic_error&) {
    return SIZE_MAX;
  }
}

}  // namespace softlaw::properties
