// SPDX-License-Identifier: Apache-2.0
#include "logarithms.hpp"

#include <cmath>
#include <cstdint>
#include <numeric>

namespace softlaw::exact {
namespace {

/// base^weight in a product of powers.
struct Power {
  std::uint64_t base;
  Integer weight;
};

/// A product of powers of odd numbers above 1 of which no two have a common factor. It is 1 just if
/// every weight is zero, since their logarithms are linearly independent.
class CoprimeProduct {
 public:
  void multiply(std::uint64_t base, Integer weight) {
    std::vector<Power> waiting{{base, std::move(weight)}};
    while (!waiting.empty()) {
      Power next = std::move(waiting.back());
      waiting.pop_back();
      if (next.base > 1) insert(std::move(next), waiting);
    }
  }

  bool is_one() const {
    for (const Power& power : powers_) {
      if (!power.weight.is_zero()) return false;
    }
    return true;
  }

 private:
  /// A common factor takes both weights and leaves two cofactors: all three have to be inserted.
  void insert(Power next, std::vector<Power>& waiting) {
    for (std::size_t i = 0; i < powers_.size(); ++i) {
      const std::uint64_t common = std::gcd(powers_[i].base, next.base);
      if (common == 1) continue;
      Power old = std::move(powers_[i]);
      powers_.erase(powers_.begin() + static_cast<std::ptrdiff_t>(i));
      waiting.push_back({common, old.weight + next.weight});
      waiting.push_back({old.base / common, std::move(old.weight)});
      waiting.push_back({next.base / common, std::move(next.weight)});
      return;
    }
    powers_.push_back(std::move(next));
  }

  std::vector<Power> powers_;
};

}  // namespace

Interval Logarithms::enclosure(const Precision& p) const {
  Interval sum;
  for (const auto& [weight, argument] : terms_) {
    sum = sum + p.multiply(p.logarithm(argument), weight);
  }
  return sum;
}

bool Logarithms::is_zero() const {
  const Precision exactly(1074);  // of every binary64 number
  CoprimeProduct product;
  Integer twos = 0;
  for (const auto& [weight, argument] : terms_) {
    int exponent = 0;
    auto odd = static_cast<std::uint64_t>(std::ldexp(std::frexp(argument, &exponent), 53));
    exponent -= 53;
    for (; odd % 2 == 0; odd /= 2) ++exponent;
    const Integer whole = exactly.number(weight).lower;
    twos = twos + whole * exponent;
    product.multiply(odd, whole);
  }
  return twos.is_zero() && product.is_one();
}

}  // namespace softlaw::exact
