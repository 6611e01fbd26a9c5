// SPDX-License-Identifier: Apache-2.0
#include "kernel/grid_sum.hpp"

#include <algorithm>

#include "support.hpp"

namespace softlaw::kernel {
namespace {

/// Pairs of size at most 1, some of them tiny.
std::vector<DoubleDouble> terms(std::size_t n) {
  std::vector<DoubleDouble> result;
  int exponent = 0;
  for (const double x : test::numbers<double>(n)) {
    result.push_back({scale(x, exponent), scale(x * 0x1.1p-54, exponent)});
    exponent = exponent == -50 ? 0 : exponent - 1;
  }
  return result;
}

template <std::size_t slices>
DoubleDouble sum_of(const std::vector<DoubleDouble>& terms) {
  GridSums<2, slices> sums;
  for (const DoubleDouble& term : terms) {
    sums.add(0, -term);
    sums.add(1, term);
    sums.next();
  }
  EXPECT_EQ(sums.total(0).hi, -sums.total(1).hi);
  return sums.total(1);
}

TEST(GridSums, AgreeWithTheSumOfPairs) {
  const std::vector<DoubleDouble> x = terms(5000);
  DoubleDouble expected;
  for (const DoubleDouble& term : x) expected = expected + term;
  const double three = (sum_of<3>(x) + -expected).hi;
  EXPECT_LE(std::abs(three), 5000 * (0x1p-127 + 0x1p-100));
  const double one = (sum_of<1>(x) + -expected).hi;
  EXPECT_LE(std::abs(one), 5000 * 0x1p-43);
  EXPECT_NE(one, 0);
}

TEST(GridSums, NoOrderChangesABit) {
  std::vector<DoubleDouble> x = terms(3000);
  const DoubleDouble expected = sum_of<3>(x);
  for (const std::size_t shift : {1U, 7U, 1024U, 2000U}) {
    std::rotate(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(shift), x.end());
    EXPECT_EQ(sum_of<3>(x).hi, expected.hi);
    EXPECT_EQ(sum_of<3>(x).lo, expected.lo);
  }
}

TEST(GridSums, ManyLargeTermsDoNotOverflow) {
  GridSums<1, 3> sums;
  constexpr int count = 1 << 20;
  for (int i = 0; i < count; ++i) {
    sums.add(0, {1, 0});
    sums.next();
  }
  EXPECT_EQ(sums.total(0).hi, count);
}

}  // namespace
}  // namespace softlaw::kernel
