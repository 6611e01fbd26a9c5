// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "../src/lattice_law.hpp"

namespace softlaw::reference {
namespace {

/// The formula of Euler and Maclaurin against the terms themselves, in every position of the ends.
TEST(LatticeDense, AgreesWithAllTerms) {
  struct Place {
    double n, d, lambda;
  };
  const Place places[] = {
      {1000, 0.7, 1e-3},   {1000, 0.7, 1e-5}, {700, 0.3, 1e-9}, {5000, 40, 1e-4},
      {90, 0.0625, 1e-2},  {3000, 60, 1e-4},  {300, 1.5, 1e-6}, {14000, 120, 1e-5},
      {60000, 1000, 1e-8},  // deep in the tail: the weights fall like an exponential
  };
  for (const Place& p : places) {
    const LatticePoints points("test", p.n, p.d, p.lambda / (p.d * p.d));
    const LatticeLaw dense = dense_law(points, 4);
    const LatticeLaw terms = window_law(points, 4, 100000);
    const auto agree = [&](const Interval& a, const Interval& b) {
      EXPECT_TRUE(meets(a, b)) << p.n << ' ' << to_string(a) << ' ' << to_string(b);
      EXPECT_TRUE(certainly_less(width(a), ldexp(abs(a) + abs(b), -60)) ||
                  certainly_less(width(a), Interval::power_of_two(-60)))
          << to_string(a) << ' ' << to_string(b);
    };
    agree(dense.log_total, terms.log_total);
    agree(dense.mean_energy, terms.mean_energy);
    agree(dense.mean, terms.mean);
    for (std::size_t m = 2; m <= 4; ++m) agree(dense.cumulant[m], terms.cumulant[m]);
  }
}

}  // namespace
}  // namespace softlaw::reference
