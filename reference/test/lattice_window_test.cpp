// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "../src/lattice_law.hpp"

namespace softlaw::reference {
namespace {

/// However short the window, it contains the sum of all terms: tails are enclosed, not forgotten.
TEST(LatticeWindow, EnclosesWhatItLeavesOut) {
  for (const double alpha : {0.01, 0.1, 1.0}) {
    for (const double n : {17.0, 20.5, 33.3}) {
      const LatticePoints points("test", n, 0.75, alpha);
      const LatticeLaw all = window_law(points, 3, 1000);
      Interval before = std::numeric_limits<double>::infinity();
      for (std::size_t reach = 1; reach <= 32; reach *= 2) {
        const LatticeLaw law = window_law(points, 3, reach);
        EXPECT_TRUE(meets(law.log_total, all.log_total)) << n << ' ' << reach;
        EXPECT_TRUE(meets(law.mean_energy, all.mean_energy)) << n << ' ' << reach;
        EXPECT_TRUE(meets(law.mean, all.mean)) << n << ' ' << reach;
        EXPECT_TRUE(meets(law.cumulant[3], all.cumulant[3])) << n << ' ' << reach;
        EXPECT_TRUE(
            possibly_less_equal(width(law.log_total), before + Interval::power_of_two(-240)));
        before = width(law.log_total);
      }
    }
  }
}

}  // namespace
}  // namespace softlaw::reference
