// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/lattice.hpp>
#include <stdexcept>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

/// The formula of the source, all its terms, without a thought about cancellation.
struct Printed {
  Printed(double n, double d, double alpha) : last(lattice_last(n, d)) {
    const WorkingPrecision guard(2000);
    for (std::uint64_t k = 0; k <= last; ++k) {
      delta.push_back(n - static_cast<double>(k) * Interval(d) - sqr(d));
      weight.push_back(exp(-alpha * sqr(delta.back())));
      total += weight.back();
    }
  }
  Interval mean(int power) const {
    Interval sum;
    for (std::size_t k = 0; k < delta.size(); ++k) sum += weight[k] * pow(delta[k], power);
    return sum / total;
  }
  std::uint64_t last;
  Vector delta;
  Vector weight;
  Interval total;
};

bool close(const Interval& a, const Interval& b) {
  return meets(a, b) && (certainly_less_equal(width(a), ldexp(abs(a) + abs(b) + 1, -120)));
}

TEST(Lattice, IsWhatIsPrinted) {
  test::Inputs inputs(31);
  for (int run = 0; run < 300; ++run) {
    const double d = inputs.uniform(0.1, 4);
    const double n = d * inputs.uniform(0, run % 10 == 0 ? 900 : 12);
    const double alpha = std::exp2(inputs.uniform(run % 10 == 0 ? -30 : -10, 3));
    const Printed printed(n, d, alpha);
    const WorkingPrecision guard(2000);
    const Interval log_total = log(printed.total);
    const Interval mean = printed.mean(1);
    const Interval square = printed.mean(2);
    const WorkingPrecision usual(256);
    EXPECT_TRUE(close(lattice_softmin(n, d, alpha, 1), 1 - log_total / alpha)) << n << ' ' << d;
    EXPECT_TRUE(close(lattice_softmin_derivative(n, d, alpha, 1), 2 * mean)) << n << ' ' << d;
    EXPECT_TRUE(close(lattice_softmin_derivative(n, d, alpha, 2),
                      2 - 4 * Interval(alpha) * (square - sqr(mean))));
    const Interval entropy = log_total + alpha * square;
    EXPECT_TRUE(close(sqr(alpha) * lattice_softmin_alpha(n, d, alpha), entropy));
    EXPECT_TRUE(meets(lattice_effective_terms(n, d, alpha), exp(entropy)));
    EXPECT_TRUE(close(lattice_softmin_mixed(n, d, alpha), -2 * (printed.mean(3) - mean * square)));
    const Vector weights = lattice_weights(n, d, alpha, 0, printed.last + 2);
    for (std::size_t k = 0; k <= printed.last; ++k) {
      EXPECT_TRUE(close(weights[k], printed.weight[k] / printed.total));
    }
    EXPECT_TRUE(weights.back().is_point() && weights.back().contains(0.0));
  }
}

TEST(Lattice, HasTheDerivativesOfItsSeries) {
  test::Inputs inputs(32);
  for (int run = 0; run < 60; ++run) {
    const double d = inputs.uniform(0.1, 4);
    const double n = d * inputs.uniform(0, run % 10 == 0 ? 400 : 12);
    const double alpha = std::exp2(inputs.uniform(run % 10 == 0 ? -30 : -10, 3));
    for (std::size_t order = 1; order <= 8; ++order) {
      EXPECT_TRUE(meets(lattice_softmin_derivative(n, d, alpha, order),
                        lattice_softmin_derivative_by_series(n, d, alpha, order)))
          << n << ' ' << d << ' ' << alpha << ' ' << order;
    }
  }
}

TEST(Lattice, JumpsByTheDifferenceOfTheSumsOnBothSides) {
  test::Inputs inputs(33);
  for (int run = 0; run < 200; ++run) {
    const double d = std::round(inputs.uniform(1, 60)) / 16;
    const auto m = static_cast<std::uint64_t>(inputs.uniform(1, 20));
    const double alpha = std::exp2(inputs.uniform(-10, 3));
    const double place = static_cast<double>(m) * d;  // exact
    const Printed after(place, d, alpha);
    const WorkingPrecision guard(2000);
    const Interval before = after.total - after.weight.back();
    const Interval jump = (log(before) - log(after.total)) / alpha;
    EXPECT_TRUE(meets(lattice_jump(m, d, alpha), jump)) << m << ' ' << d << ' ' << alpha;
  }
}

TEST(Lattice, TakesTheFloorOfTheExactQuotient) {
  EXPECT_EQ(lattice_last(1.0, 0.1), 9U);
  EXPECT_EQ(lattice_last(0x1p200, 1), UINT64_MAX);
  EXPECT_EQ(lattice_nearest(3, 3), 0U);
  EXPECT_EQ(lattice_nearest(0.095, 0.1), 0U);
  EXPECT_EQ(lattice_nearest(11, 2), 3U);
}

TEST(Lattice, IsExactWhereThereIsOnePoint) {
  EXPECT_TRUE(lattice_softmin(0.5, 2, 3, 1).is_point());
  EXPECT_TRUE(lattice_softmin(0.5, 2, 3, 1).contains(13.25));
  EXPECT_TRUE(lattice_softmin_derivative(0.5, 2, 3, 3).is_point());
  EXPECT_TRUE(lattice_softmin_alpha(0.5, 2, 3).is_point());
  EXPECT_TRUE(lattice_softmin_derivative(8, 2, 0.5, 3).is_point());  // symmetric
}

TEST(Lattice, StaysSharpHoweverManyPoints) {
  for (const double n : {1e9, 1e12, 1e15, 1e200}) {
    for (const double alpha : {1e-12, 1e-6, 1e-2, 0.3, 20.0}) {
      const Interval value = lattice_softmin(n, 1.5, alpha, 1);
      EXPECT_TRUE(certainly_less(width(value), ldexp(abs(value), -150))) << n << ' ' << alpha;
    }
  }
}

TEST(Lattice, NamesWhatIsOutside) {
  EXPECT_THROW(lattice_softmin(-1, 1, 1, 1), std::domain_error);
  EXPECT_THROW(lattice_softmin(1, 0, 1, 1), std::domain_error);
  EXPECT_THROW(lattice_softmin(1, 1, -1, 1), std::domain_error);
  EXPECT_THROW(lattice_softmin_derivative(1, 1, 1, 0), std::domain_error);
  EXPECT_THROW(lattice_jump(0, 1, 1), std::domain_error);
}

}  // namespace
}  // namespace softlaw::reference
