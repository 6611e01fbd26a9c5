// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/function.hpp"

namespace softlaw::properties {

/// (weights, radix)
extern const Function<Integers(Vector, std::int64_t)> huffman_lengths;
/// (lengths, radix)
extern const Function<Kraft(Integers, std::int64_t)> kraft_sum;
/// (lengths, radix, symbols)
extern const Function<Integers(Integers, std::int64_t, Integers)> prefix_encode;
/// (lengths, radix, digits, count): nothing when the digits are not the words of so many symbols
extern const Function<std::optional<Integers>(Integers, std::int64_t, Integers, std::int64_t)>
    prefix_decode;
/// (states, radix)
extern const Function<std::uint64_t(std::int64_t, std::int64_t)> digit_count;
/// (alphabet, n, radix)
extern const Function<std::uint64_t(std::int64_t, std::int64_t, std::int64_t)> block_length;
/// (alphabet, symbols, radix)
extern const Function<Integers(std::int64_t, Integers, std::int64_t)> block_encode;
/// (alphabet, digits, radix, n): nothing when no block of n symbols encodes to the digits
extern const Function<std::optional<Integers>(std::int64_t, Integers, std::int64_t, std::int64_t)>
    block_decode;

/// A radix or an alphabet, as the reference takes it.
inline std::uint32_t narrow(std::int64_t letters) { return static_cast<std::uint32_t>(letters); }

}  // namespace softlaw::properties
