// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// Exact sums of floating-point weights.
namespace softlaw::kernel {

/// A growing list of non-negative numbers in fixed point, wide enough for every sum of the weights
/// that it starts with: the lowest bit is the lowest bit of any weight, and above the highest there
/// is room for the carries of 2^64 terms.
class ExactWeights {
 public:
  explicit ExactWeights(std::span<const double> weights) {
    int highest = 0;
    bool any = false;
    for (const double weight : weights) {
      if (weight == 0) continue;
      const int exponent = std::ilogb(weight);
      const int lowest_bit = std::max(exponent - 52, -1074);
      lowest_ = any ? std::min(lowest_, lowest_bit) : lowest_bit;
      highest = any ? std::max(highest, exponent) : exponent;
      any = true;
    }
    words_ = static_cast<std::size_t>(highest - lowest_) / 32 + 4;
    digits_.resize(weights.size() * words_);
    for (std::size_t i = 0; i < weights.size(); ++i) store(i, weights[i]);
  }

  void add_zero() { digits_.resize(digits_.size() + words_); }

  /// Adds number `from` to number `to`.
  void add_to(std::size_t to, std::size_t from) {
    std::uint64_t carry = 0;
    for (std::size_t k = 0; k < words_; ++k) {
      carry += std::uint64_t{digits_[to * words_ + k]} + digits_[from * words_ + k];
      digits_[to * words_ + k] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
  }

  std::strong_ordering compare(std::size_t a, std::size_t b) const {
    for (std::size_t k = words_; k-- > 0;) {
      const auto order = digits_[a * words_ + k] <=> digits_[b * words_ + k];
      if (order != std::strong_ordering::equal) return order;
    }
    return std::strong_ordering::equal;
  }

 private:
  void store(std::size_t i, double weight) {
    if (weight == 0) return;
    const int exponent = std::max(std::ilogb(weight) - 52, -1074);
    auto bits = static_cast<std::uint64_t>(std::scalbn(weight, -exponent));
    const auto position = static_cast<std::size_t>(exponent - lowest_);
    std::size_t word = i * words_ + position / 32;
    const std::size_t shift = position % 32;
    digits_[word] = static_cast<std::uint32_t>(bits << shift);
    bits = (bits >> 1) >> (31 - shift);
    digits_[++word] = static_cast<std::uint32_t>(bits);
    digits_[++word] = static_cast<std::uint32_t>(bits >> 32);
  }

  int lowest_ = 0;
  std::size_t words_ = 0;
  std::vector<std::uint32_t> digits_;  // number i: words i * words_ and on, the least first
};

}  // namespace softlaw::kernel
