// SPDX-License-Identifier: Apache-2.0
#include "../src/lattice_points.hpp"

#include <gtest/gtest.h>

namespace softlaw::reference {
namespace {

TEST(LatticePoints, AreThoseOfTheDefinition) {
  for (const double d : {0.125, 0.375, 0.5, 1.0, 1.5, 2.75}) {
    for (int step = 0; step < 200; ++step) {
      const double n = step / 16.0;
      const LatticePoints points("test", n, d, 2);
      const auto last = static_cast<std::uint64_t>(n / d);
      EXPECT_EQ(points.last.saturated(), last);
      const double delta = points.delta.approximate();
      EXPECT_EQ(delta, n - points.nearest.approximate() * d - d * d);
      for (std::uint64_t k = 0; k <= last; ++k) {
        const double other = n - static_cast<double>(k) * d - d * d;
        EXPECT_LE(std::abs(delta), std::abs(other));
        if (other == -delta) {
          EXPECT_LE(points.nearest.saturated(), k);
        }
        EXPECT_EQ(points.energy(Rational::integer(k)).approximate(),
                  2 * (other * other - delta * delta));
      }
    }
  }
}

TEST(LatticePoints, BeforeAPointEntersItIsNotThere) {
  const LatticePoints points = LatticePoints::before("test", 5, 0.1, 1);
  EXPECT_EQ(points.last.saturated(), 4U);
  EXPECT_TRUE(points.n == Rational::integer(5) * Rational(0.1));
}

}  // namespace
}  // namespace softlaw::reference
