// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

/// Natural numbers of any size, as far as block codes need them.
namespace softlaw::kernel {

/// A natural number in base 2^32, the least digit first, without leading zeros.
class Natural {
 public:
  explicit Natural(std::uint32_t value = 0) {
    if (value != 0) words_.push_back(value);
  }

  /// this = this factor + summand.
  void multiply_add(std::uint32_t factor, std::uint32_t summand) {
    std::uint64_t carry = summand;
    for (std::uint32_t& word : words_) {
      carry += std::uint64_t{word} * factor;
      word = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) words_.push_back(static_cast<std::uint32_t>(carry));
    trim();
  }

  /// this = this / divisor, rounded down; returns the remainder.
  std::uint32_t divide(std::uint32_t divisor) {
    std::uint64_t remainder = 0;
    for (std::size_t k = words_.size(); k-- > 0;) {
      remainder = (remainder << 32) | words_[k];
      words_[k] = static_cast<std::uint32_t>(remainder / divisor);
      remainder %= divisor;
    }
    trim();
    return static_cast<std::uint32_t>(remainder);
  }

  friend Natural operator*(const Natural& a, const Natural& b) {
    Natural product;
    product.words_.resize(a.words_.size() + b.words_.size());
    for (std::size_t i = 0; i < a.words_.size(); ++i) {
      std::uint64_t carry = 0;
      for (std::size_t j = 0; j < b.words_.size(); ++j) {
        carry += std::uint64_t{a.words_[i]} * b.words_[j] + product.words_[i + j];
        product.words_[i + j] = static_cast<std::uint32_t>(carry);
        carry >>= 32;
      }
      product.words_[i + b.words_.size()] = static_cast<std::uint32_t>(carry);
    }
    product.trim();
    return product;
  }

  friend std::strong_ordering operator<=>(const Natural& a, const Natural& b) {
    if (a.words_.size() != b.words_.size()) return a.words_.size() <=> b.words_.size();
    for (std::size_t k = a.words_.size(); k-- > 0;) {
      if (a.words_[k] != b.words_[k]) return a.words_[k] <=> b.words_[k];
    }
    return std::strong_ordering::equal;
  }
  friend bool operator==(const Natural&, const Natural&) = default;

 private:
  void trim() {
    while (!words_.empty() && words_.back() == 0) words_.pop_back();
  }

  std::vector<std::uint32_t> words_;
};

/// base^exponent, by squaring.
inline Natural power(std::uint32_t base, std::size_t exponent) {
  Natural result(1), square(base);
  for (; exponent != 0; exponent >>= 1) {
    if ((exponent & 1) != 0) result = result * square;
    if (exponent > 1) square = square * square;
  }
  return result;
}

}  // namespace softlaw::kernel
