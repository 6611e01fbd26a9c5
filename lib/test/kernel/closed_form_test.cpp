// SPDX-License-Identifier: Apache-2.0
#include "kernel/closed_form.hpp"

#include "kernel/multilinear.hpp"
#include "support.hpp"

namespace softlaw::kernel {
namespace {

using Vector = std::vector<double>;
using Directions = std::vector<std::span<const double>>;

Peak peak_of(const Vector& x) { return find_peak(std::span<const double>(x)); }

/// The same by the series, which serves any range.
Vector by_series(const Vector& x, const Directions& directions) {
  const SoftmaxWeights<double> p(std::span<const double>(x), peak_of(x));
  const Centred<double> c(p, directions);
  BySubset<Scaled> inverse(c.subsets()), products(c.subsets());
  reciprocal(c.moments(p), inverse);
  Vector out;
  for (std::size_t i = 0; i < x.size(); ++i) {
    c.products(i, products);
    Scaled factor;
    for (Subset s = 0; s < c.subsets(); ++s) {
      factor = factor + products[s] * inverse[c.subsets() - 1 - s];
    }
    out.push_back(round<double>(p(i) * factor));
  }
  return out;
}

template <std::size_t order>
Vector by_form(const Vector& x, const Directions& directions) {
  const auto form = ClosedForm<double, order>::of(x, directions, peak_of(x));
  Vector out;
  if (!form) return out;
  for (std::size_t i = 0; i < x.size(); ++i) out.push_back((*form)(i));
  return out;
}

TEST(ClosedForm, AgreesWithTheSeriesToTheLastBit) {
  for (const std::size_t n : test::lengths) {
    const Vector x = test::numbers<double>(n);
    const Vector a = test::numbers<double>(n, 2);
    const Vector b = test::numbers<double>(n, 3);
    const Vector c = test::numbers<double>(n, 4);
    if (n == 1) continue;
    EXPECT_TRUE(test::same_bits(by_form<1>(x, {a}), by_series(x, {a}))) << n;
    EXPECT_TRUE(test::same_bits(by_form<2>(x, {a, b}), by_series(x, {a, b}))) << n;
    EXPECT_TRUE(test::same_bits(by_form<3>(x, {a, b, c}), by_series(x, {a, b, c}))) << n;
  }
}

TEST(ClosedForm, LeavesOtherRangesToTheSeries) {
  const Vector x{0, -50, -50};
  const Vector y{0, 1, 2}, huge{1e100, 1, 2}, h{5, 1, 2}, zero{0, 0, 0};
  EXPECT_TRUE(by_form<1>(x, {h}).empty());  // nearly all the weight lies on one entry
  EXPECT_FALSE(by_form<1>(y, {h}).empty());
  EXPECT_TRUE(by_form<1>(y, {huge}).empty());
  EXPECT_FALSE(by_form<1>(y, {zero}).empty());
}

TEST(ClosedForm, DoesNotLookAtMaskedEntries) {
  const Vector x{0, -test::infinity<double>, 1};
  const Vector h{7, 1e300, 7};
  EXPECT_TRUE(test::same_bits(by_form<1>(x, {h}), {0, 0, 0}));
  const Vector tiny{1e-80, 1e300, 2e-80};
  EXPECT_TRUE(test::same_bits(by_form<2>(x, {tiny, h}), {0, 0, 0}));
}

TEST(ClosedForm, KeepsTinyProbabilities) {
  const Vector x{0, 1, -700, -740};
  const Vector h{1, 2, 2, -1};
  EXPECT_TRUE(test::same_bits(by_form<2>(x, {h, h}), by_series(x, {h, h})));
}

}  // namespace
}  // namespace softlaw::kernel
