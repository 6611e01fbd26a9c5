// SPDX-License-Identifier: Apache-2.0
#include "kernel/binned_sum.hpp"

#include <algorithm>

#include "support.hpp"

namespace softlaw::kernel {
namespace {

Scaled sum_of(const std::vector<Scaled>& terms) {
  BinnedSum sum;
  for (const Scaled& term : terms) sum.add(term);
  return sum.total();
}

/// Terms of both signs whose exponents go over several bins.
std::vector<Scaled> terms() {
  std::vector<Scaled> result;
  int exponent = -70;
  for (const double x : test::numbers<double>(600)) {
    result.push_back(normalize(two_sum(x, x * 0x1.1p-54), exponent));
    exponent = exponent == 70 ? -70 : exponent + 1;
  }
  return result;
}

TEST(BinnedSum, OfNothingIsZero) {
  EXPECT_TRUE(is_zero(sum_of({})));
  EXPECT_TRUE(is_zero(sum_of({Scaled{}})));
}

TEST(BinnedSum, OfOneTermIsThatTerm) {
  for (const Scaled& term : terms()) {
    if (is_zero(term)) continue;
    const Scaled error = (sum_of({term}) - term) / term;
    EXPECT_LE(std::abs(to_double_double(error).hi), 0x1p-85);
  }
}

TEST(BinnedSum, NoOrderChangesABit) {
  std::vector<Scaled> x = terms();
  const Scaled expected = sum_of(x);
  for (std::size_t shift = 1; shift < x.size(); shift += 11) {
    std::rotate(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(shift), x.end());
    const Scaled sum = sum_of(x);
    EXPECT_EQ(sum.mantissa.hi, expected.mantissa.hi);
    EXPECT_EQ(sum.mantissa.lo, expected.mantissa.lo);
    EXPECT_EQ(sum.exponent, expected.exponent);
  }
}

TEST(BinnedSum, AgreesWithTheSumOfPairs) {
  Scaled sum;
  Scaled greatest;
  for (const Scaled& term : terms()) {
    sum = sum + term;
    if (greatest.exponent < term.exponent) greatest = term;
  }
  const Scaled error = (sum_of(terms()) - sum) / greatest;
  EXPECT_LE(std::abs(to_double_double(error).hi), 600 * (0x1p-85 + 0x1p-96));
}

TEST(BinnedSum, ManyTermsDoNotOverflow) {
  BinnedSum sum;
  constexpr int count = 3000000;
  for (int i = 0; i < count; ++i) sum.add(make_scaled(0x1.fffffffffffffp31));
  const DoubleDouble expected = DoubleDouble{0x1.fffffffffffffp31, 0} * count;
  const DoubleDouble difference = to_double_double(sum.total()) + -expected;
  EXPECT_EQ(difference.hi, 0);
}

}  // namespace
}  // namespace softlaw::kernel
