// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <softlaw/reference/constants.hpp>
#include <softlaw/reference/round.hpp>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

TEST(CorrectlyRounded, GivesTheNearestFloats) {
  const Decided result = correctly_rounded(
      [] {
        return Vector{pi(), log2(), 0.5};
      },
      Format::binary64);
  EXPECT_TRUE(result.decided);
  EXPECT_EQ(result.bits, 128);
  EXPECT_EQ(result.values, (std::vector<double>{0x1.921fb54442d18p+1, 0x1.62e42fefa39efp-1, 0.5}));
}

TEST(CorrectlyRounded, TakesTheFormatFromAType) {
  const auto third = [] { return Vector{Interval::ratio(1, 3)}; };
  EXPECT_EQ(correctly_rounded<double>(third).values.front(), 1.0 / 3.0);
  EXPECT_EQ(correctly_rounded<float>(third).values.front(), static_cast<double>(1.0F / 3.0F));
}

/// What lies next to a midpoint is on one side of it, however little that is.
TEST(CorrectlyRounded, DecidesByTheSignOfWhatIsLeft) {
  const auto rounded = [](const Vector& x) {
    return correctly_rounded([&] { return log_softmax(x); }, Format::binary64);
  };
  const Decided beyond = rounded({2048, -0x1p-42});
  EXPECT_TRUE(beyond.decided);
  EXPECT_LE(beyond.bits, 256);
  EXPECT_EQ(beyond.values[1], -2048 - 0x1p-41);
  const Decided minute = rounded({0x1p60, -0x1p7});  // e^-2^60 is below MPFR's exponents
  EXPECT_TRUE(minute.decided);
  EXPECT_EQ(minute.values[0], 0);
  EXPECT_TRUE(std::signbit(minute.values[0]));
  EXPECT_EQ(minute.values[1], -0x1p60 - 0x1p8);
}

TEST(CorrectlyRounded, NeedsNoMoreBitsForATermThatDoesNotShow) {
  // logsumexp exceeds 1 + 2^-53, a midpoint, by about e^-400, which is near 2^-577.
  const Vector x = {1, Interval(-36.7368005696771), -400};
  const Vector midpoint = {Interval(1) + 0x1p-53, -400};
  const Decided hard =
      correctly_rounded([&] { return Vector{logsumexp(midpoint)}; }, Format::binary64);
  EXPECT_TRUE(hard.decided);
  EXPECT_EQ(hard.values[0], 1 + 0x1p-52);
  EXPECT_EQ(hard.bits, 128);
  EXPECT_TRUE(correctly_rounded([&] { return Vector{logsumexp(x)}; }, Format::binary64).decided);
}

TEST(CorrectlyRounded, SaysSoWhenItCannotDecide) {
  const Decided open = correctly_rounded(
      [] {
        return Vector{Interval(1) + 0x1p-53 + pi() - pi(), 1};
      },
      Format::binary64, 64, 512);
  EXPECT_FALSE(open.decided);
  EXPECT_EQ(open.bits, 512);
  EXPECT_TRUE(std::isnan(open.values[0]));
  EXPECT_EQ(open.values[1], 1);
  EXPECT_EQ(WorkingPrecision::current(), 256);
}

TEST(CorrectlyRounded, RaisesThePrecisionAsNeeded) {
  // below the midpoint 1 + 2^-53 by 2^-700, which cancels before
  const auto value = [] { return Interval(1) + 0x1p-53 + (pi() - pi()) - Interval(0x1p-700); };
  const Decided hard = correctly_rounded([&] { return Vector{value()}; }, Format::binary64);
  EXPECT_TRUE(hard.decided);
  EXPECT_EQ(hard.bits, 1024);
  EXPECT_EQ(hard.values[0], 1);
}

/// Zeros that are no points come to lie within half of the least number.
TEST(CorrectlyRounded, DecidesZerosThatCancel) {
  const Vector distribution = {2, 0.25, 0.25, 0.25, 0.25};
  const Decided entropies =
      correctly_rounded([&] { return Vector{entropy(distribution)}; }, Format::binary64);
  EXPECT_TRUE(entropies.decided);
  EXPECT_EQ(entropies.values[0], 0);
  EXPECT_GT(entropies.bits, 1000);
  // The sum over the two equal entries vanishes for the third, but not term by term.
  const Vector x = {0, 0, 0.5, 3}, h = {-1, 1, 0, 0};
  const Decided derivative =
      correctly_rounded([&] { return softmax_derivative(x, {h}); }, Format::binary64);
  EXPECT_TRUE(derivative.decided);
  EXPECT_EQ(derivative.values[2], 0);
}

TEST(CorrectlyRounded, DecidesTheRationalCases) {
  for (const std::size_t n : {1u, 2u, 3u, 5u, 8u}) {
    const Vector x(n, 0.1);
    Vector h;
    for (std::size_t i = 0; i < n; ++i) h.push_back(std::ldexp(1.1, 60 * static_cast<int>(i)));
    const Decided result = correctly_rounded(
        [&] {
          Vector all = softmax(x);
          for (const Interval& entry : softmax_derivative(x, {h, h, h})) all.push_back(entry);
          for (const Interval& entry : logsumexp_hessian(x)) all.push_back(entry);
          return all;
        },
        Format::binary64);
    EXPECT_TRUE(result.decided) << n;
    EXPECT_EQ(result.values[0], 1.0 / static_cast<double>(n));
  }
}

TEST(CorrectlyRounded, DecidesEveryFunctionOnNastyInputs) {
  test::Inputs inputs(17);
  for (int run = 0; run < 1000; ++run) {
    const Vector x = test::intervals(inputs.vector());
    const Decided result = correctly_rounded(
        [&] {
          Vector all = {logsumexp(x), softmin(x), excess(x), softplus(x[0]), logistic(x[0])};
          for (const Interval& entry : softmax(x)) all.push_back(entry);
          for (const Interval& entry : logsumexp_hessian(x)) all.push_back(entry);
          return all;
        },
        Format::binary64);
    EXPECT_TRUE(result.decided) << to_string(x[0]);
  }
}

/// The exact value lies below the midpoint x_2 - x_1 = -(2^53 + 1) by log(1 + e^-g), where g is the
/// least gap: no precision shows that for g = 2^53.
TEST(CorrectlyRounded, GoesBeyondAMidpointHoweverCloseItIs) {
  for (const Vector& x : {Vector{1, -0x1p53, 1 - 40}, Vector{1, -0x1p53}}) {
    const Decided decided = correctly_rounded([&] { return log_softmax(x); }, Format::binary64);
    EXPECT_TRUE(decided.decided);
    EXPECT_EQ(decided.values[1], -0x1p53 - 2);
  }
}

TEST(Enclose, NarrowsUntilItIsAsked) {
  const Vector x = {std::log(0.75), std::log(0.25)};  // logsumexp cancels to about 2^-54
  for (const int bits : {20, 100, 1000}) {
    const Vector result = enclose([&] { return Vector{logsumexp(x), log_softmax(x)[0]}; }, bits);
    for (const Interval& entry : result) {
      EXPECT_TRUE(certainly_less_equal(width(entry), ldexp(abs(entry), -bits)));
    }
    EXPECT_TRUE(certainly_less(abs(result[0]), 0x1p-50));
  }
  // pi less its first 256 bits needs at least as many more; the second entry needs none.
  const Interval near_pi(pi().lower(), pi().lower());
  const Interval tail = enclose([&] { return Vector{pi() - near_pi, 1}; }, 20)[0];
  EXPECT_TRUE(certainly_less(width(tail), ldexp(tail, -20)));
  EXPECT_THROW(enclose([] { return Vector{Interval::whole()}; }, 10), std::runtime_error);
}

}  // namespace
}  // namespace softlaw::reference
