// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <softlaw/block_code.hpp>
#include <softlaw/entropy.hpp>
#include <softlaw/escort.hpp>
#include <softlaw/information.hpp>
#include <span>
#include <vector>

#include "subjects/guarded.hpp"

namespace softlaw::properties {

/// Our entropies behind the C table: part of Ours.
template <class Real>
struct OursInformation {
  using In = std::span<const Real>;

  static Real entropy(const Real* p, std::size_t n) {
    return guarded([&] { return softlaw::entropy(In(p, n)); });
  }
  static Real cross_entropy(const Real* p, const Real* q, std::size_t n) {
    return guarded([&] { return softlaw::cross_entropy(In(p, n), In(q, n)); });
  }
  static Real kl_divergence(const Real* p, const Real* q, std::size_t n) {
    return guarded([&] { return softlaw::kl_divergence(In(p, n), In(q, n)); });
  }
  static Real surprisal(Real p) {
    return guarded([&] { return softlaw::surprisal(p); });
  }
  static Real nats_to_bits(Real nats) { return softlaw::nats_to_bits(nats); }
  static Real bits_to_nats(Real bits) { return softlaw::bits_to_nats(bits); }
  static Real softmax_entropy(const Real* x, std::size_t n) {
    return softlaw::softmax_entropy(In(x, n));
  }
  static void escort(const Real* p, std::size_t n, Real alpha, Real* out) {
    guarded(out, n, [&] { softlaw::escort(In(p, n), alpha, std::span<Real>(out, n)); });
  }
};

/// Our block codes behind the C table: part of OurCoding. What they refuse is SIZE_MAX.
struct OurBlockCoding {
  using Symbols = std::span<const std::uint32_t>;

  static std::uint32_t digit_count(std::uint64_t states, std::uint32_t radix) {
    return softlaw::digit_count(states, radix);
  }
  static std::size_t block_length(std::uint32_t alphabet, std::size_t n, std::uint32_t radix) {
    return softlaw::block_length(alphabet, n, radix);
  }
  static std::size_t block_encode(std::uint32_t alphabet, const std::uint32_t* symbols,
                                  std::size_t n, std::uint32_t radix, std::uint32_t* digits) {
    return written([&] { return softlaw::block_encode(alphabet, Symbols(symbols, n), radix); },
                   digits);
  }
  static std::size_t block_decode(std::uint32_t alphabet, const std::uint32_t* digits,
                                  std::size_t digit_count, std::uint32_t radix,
                                  std::uint32_t* symbols, std::size_t n) {
    const std::size_t count = written(
        [&] { return softlaw::block_decode(alphabet, Symbols(digits, digit_count), n, radix); },
        symbols);
    return count == SIZE_MAX ? count : digit_count;
  }

 private:
  template <class F>
  static std::size_t written(F&& f, std::uint32_t* out) {
    try {
      const std::vector<std::uint32_t> result = f();
      std::ranges::copy(result, out);
      return result.size();
    } catch (const std::logic_error&) {
      return SIZE_MAX;
    }
  }
};

}  // namespace softlaw::properties
