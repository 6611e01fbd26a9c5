// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/condition_lattice.hpp>

namespace softlaw::reference {
namespace {

/// Two points, the nearer with weight p = 1/(1 + e^-E): all scales by hand.
TEST(ConditionLattice, OfTwoPointsIsWhatItSays) {
  const double n = 1.25, d = 1, alpha = 3;  // deviations 1/4 and -3/4, E = 3/2
  const Interval q = 1 / (1 + exp(Interval(1.5)));
  const Interval p = 1 - q;
  const Interval entropy = -p * log(p) - q * log(q);
  const Interval variance = p * q;
  EXPECT_TRUE(meets(condition::lattice_softmin(n, d, alpha, -2), entropy / 3 + 2.0625));
  EXPECT_TRUE(meets(condition::lattice_softmin_derivative(n, d, alpha, 1), 2 * (0.25 + q)));
  EXPECT_TRUE(meets(condition::lattice_softmin_derivative(n, d, alpha, 2), 2 + 12 * variance));
  // kappa_4 = beta_4 - 3 beta_2^2
  const Interval fourth = variance * (1 - 3 * variance);
  EXPECT_TRUE(meets(condition::lattice_softmin_derivative(n, d, alpha, 4),
                    432 * (fourth + 3 * sqr(variance))));
  EXPECT_TRUE(meets(condition::lattice_softmin_mixed(n, d, alpha),
                    4 * (0.25 + q) * variance + 2 * sqrt(variance * fourth)));
  EXPECT_TRUE(meets(condition::lattice_effective_terms(n, d, alpha), entropy * exp(entropy)));
  EXPECT_TRUE(meets(condition::lattice_weights(n, d, alpha, 1, 1)[0], q * (1.5 + 1.5 * q)));
}

TEST(ConditionLattice, BoundsEveryValue) {
  for (const double alpha : {1e-4, 0.1, 2.0}) {
    for (const double n : {3.25, 40.5, 1e7}) {
      for (std::size_t order = 1; order <= 6; ++order) {
        EXPECT_TRUE(
            possibly_less_equal(abs(lattice_softmin_derivative(n, 1.5, alpha, order)),
                                condition::lattice_softmin_derivative(n, 1.5, alpha, order)))
            << n << ' ' << alpha << ' ' << order;
      }
      EXPECT_TRUE(possibly_less_equal(abs(lattice_softmin_mixed(n, 1.5, alpha)),
                                      condition::lattice_softmin_mixed(n, 1.5, alpha)));
    }
  }
}

}  // namespace
}  // namespace softlaw::reference
