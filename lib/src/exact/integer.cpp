// SPDX-License-Identifier: Apache-2.0
#include "integer.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace softlaw::exact {
namespace {

constexpr std::size_t digit_bits = 32;
constexpr std::uint64_t base = std::uint64_t{1} << digit_bits;

constexpr std::uint32_t low(std::uint64_t x) { return static_cast<std::uint32_t>(x); }

}  // namespace

Integer::Integer(std::int64_t value) : negative_(value < 0) {
  auto rest = static_cast<std::uint64_t>(value);
  if (negative_) rest = ~rest + 1;
  for (; rest != 0; rest >>= digit_bits) digits_.push_back(low(rest));
}

Integer::Integer(Digits digits, bool negative) : digits_(std::move(digits)) {
  while (!digits_.empty() && digits_.back() == 0) digits_.pop_back();
  negative_ = negative && !digits_.empty();
}

std::size_t Integer::bits() const {
  if (is_zero()) return 0;
  return (digits_.size() - 1) * digit_bits +
         static_cast<std::size_t>(std::bit_width(digits_.back()));
}

bool Integer::bit(std::size_t k) const {
  const std::size_t word = k / digit_bits;
  return word < digits_.size() && ((digits_[word] >> (k % digit_bits)) & 1) != 0;
}

bool Integer::any_below(std::size_t k) const {
  const std::size_t words = std::min(k / digit_bits, digits_.size());
  for (std::size_t i = 0; i < words; ++i) {
    if (digits_[i] != 0) return true;
  }
  if (words == digits_.size()) return false;
  return (digits_[words] & ((std::uint32_t{1} << (k % digit_bits)) - 1)) != 0;
}

std::uint64_t Integer::low_word() const {
  std::uint64_t word = digits_.empty() ? 0 : digits_[0];
  if (digits_.size() > 1) word |= std::uint64_t{digits_[1]} << digit_bits;
  return word;
}

std::strong_ordering Integer::compare(const Digits& a, const Digits& b) {
  if (a.size() != b.size()) return a.size() <=> b.size();
  for (std::size_t k = a.size(); k-- > 0;) {
    if (a[k] != b[k]) return a[k] <=> b[k];
  }
  return std::strong_ordering::equal;
}

Integer::Digits Integer::sum(const Digits& a, const Digits& b) {
  const Digits& longer = a.size() < b.size() ? b : a;
  const Digits& shorter = a.size() < b.size() ? a : b;
  Digits total(longer.size() + 1);
  std::uint64_t carry = 0;
  for (std::size_t k = 0; k < longer.size(); ++k) {
    carry += std::uint64_t{longer[k]} + (k < shorter.size() ? shorter[k] : 0);
    total[k] = low(carry);
    carry >>= digit_bits;
  }
  total.back() = low(carry);
  return total;
}

/// a - b for a >= b.
Integer::Digits Integer::difference(const Digits& a, const Digits& b) {
  Digits rest(a.size());
  std::int64_t borrow = 0;
  for (std::size_t k = 0; k < a.size(); ++k) {
    borrow += std::int64_t{a[k]} - (k < b.size() ? std::int64_t{b[k]} : 0);
    rest[k] = static_cast<std::uint32_t>(borrow);
    borrow >>= digit_bits;
  }
  return rest;
}

Integer Integer::operator-() const { return {digits_, !negative_}; }

Integer operator+(const Integer& a, const Integer& b) {
  if (a.negative_ == b.negative_) return {Integer::sum(a.digits_, b.digits_), a.negative_};
  if (std::is_lt(Integer::compare(a.digits_, b.digits_))) {
    return {Integer::difference(b.digits_, a.digits_), b.negative_};
  }
  return {Integer::difference(a.digits_, b.digits_), a.negative_};
}

Integer operator*(const Integer& a, const Integer& b) {
  Integer::Digits product(a.digits_.size() + b.digits_.size());
  for (std::size_t i = 0; i < a.digits_.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < b.digits_.size(); ++j) {
      carry += std::uint64_t{a.digits_[i]} * b.digits_[j] + product[i + j];
      product[i + j] = low(carry);
      carry >>= digit_bits;
    }
    product[i + b.digits_.size()] = low(carry);
  }
  return {std::move(product), a.negative_ != b.negative_};
}

Integer shifted(const Integer& a, std::ptrdiff_t k) {
  const auto size = static_cast<std::size_t>(k < 0 ? -k : k);
  const std::size_t words = size / digit_bits;
  const std::size_t rest = size % digit_bits;
  Integer::Digits digits;
  if (k >= 0) {
    digits.assign(a.digits_.size() + words + 1, 0);
    for (std::size_t i = 0; i < a.digits_.size(); ++i) {
      const std::uint64_t moved = std::uint64_t{a.digits_[i]} << rest;
      digits[i + words] |= low(moved);
      digits[i + words + 1] |= low(moved >> digit_bits);
    }
    return {std::move(digits), a.negative_};
  }
  for (std::size_t i = words; i < a.digits_.size(); ++i) {
    const std::uint64_t next = i + 1 < a.digits_.size() ? a.digits_[i + 1] : 0;
    digits.push_back(low(((next << digit_bits) | a.digits_[i]) >> rest));
  }
  const Integer toward_zero(std::move(digits), a.negative_);
  return a.negative_ && a.any_below(size) ? toward_zero - 1 : toward_zero;
}

/// Knuth's algorithm D; a is consumed, and `exact` says whether nothing is left.
Integer::Digits Integer::divide(Digits a, Digits b, bool& exact) {
  const auto shift = static_cast<std::ptrdiff_t>(std::countl_zero(b.back()));
  b = shifted(Integer(std::move(b), false), shift).digits_;
  a = shifted(Integer(std::move(a), false), shift).digits_;
  const std::size_t n = b.size();
  if (a.size() < n) a.resize(n);
  a.push_back(0);
  Digits result(a.size() - n);
  for (std::size_t j = result.size(); j-- > 0;) {
    const std::uint64_t top = (std::uint64_t{a[j + n]} << digit_bits) | a[j + n - 1];
    std::uint64_t digit = std::min(top / b[n - 1], base - 1);
    std::uint64_t left = top - digit * b[n - 1];
    while (left < base && n > 1 && digit * b[n - 2] > ((left << digit_bits) | a[j + n - 2])) {
      --digit;
      left += b[n - 1];
    }
    const auto subtract = [&](std::uint64_t factor) {
      std::int64_t borrow = 0;
      std::uint64_t carry = 0;
      for (std::size_t i = 0; i <= n; ++i) {
        carry += factor * (i < n ? b[i] : 0);
        borrow += std::int64_t{a[i + j]} - std::int64_t{low(carry)};
        a[i + j] = static_cast<std::uint32_t>(borrow);
        borrow >>= digit_bits;
        carry >>= digit_bits;
      }
      return borrow < 0;
    };
    if (subtract(digit)) {  // one too many: add the divisor back
      --digit;
      std::uint64_t carry = 0;
      for (std::size_t i = 0; i <= n; ++i) {
        carry += std::uint64_t{a[i + j]} + (i < n ? b[i] : 0);
        a[i + j] = low(carry);
        carry >>= digit_bits;
      }
    }
    result[j] = low(digit);
  }
  exact = std::ranges::all_of(a, [](std::uint32_t digit) { return digit == 0; });
  return result;
}

Integer quotient(const Integer& a, const Integer& b) {
  bool exact = true;
  const Integer toward_zero(Integer::divide(a.digits_, b.digits_, exact), a.negative_);
  return a.negative_ && !exact ? toward_zero - 1 : toward_zero;
}

Integer quotient(const Integer& a, std::uint32_t b) {
  Integer::Digits digits(a.digits_.size());
  std::uint64_t rest = 0;
  for (std::size_t k = digits.size(); k-- > 0;) {
    rest = (rest << digit_bits) | a.digits_[k];
    digits[k] = low(rest / b);
    rest %= b;
  }
  const Integer toward_zero(std::move(digits), a.negative_);
  return a.negative_ && rest != 0 ? toward_zero - 1 : toward_zero;
}

std::strong_ordering operator<=>(const Integer& a, const Integer& b) {
  if (a.negative_ != b.negative_) {
    return a.negative_ ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return a.negative_ ? Integer::compare(b.digits_, a.digits_)
                     : Integer::compare(a.digits_, b.digits_);
}

}  // namespace softlaw::exact
