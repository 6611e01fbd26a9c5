// SPDX-License-Identifier: Apache-2.0
#include "kernel/lattice.hpp"

#include "../support.hpp"

namespace softlaw::kernel {
namespace {

TEST(KernelDivision, IsExactWhereTheQuotientRoundsUp) {
  // 1 / 0.1 rounds to 10, but the double 0.1 is larger than a tenth.
  const Division division = divide(1.0, 0.1);
  EXPECT_EQ(division.quotient.low, 9U);
  EXPECT_EQ(division.remainder, std::fmod(1.0, 0.1));
}

TEST(KernelDivision, AgreesWithSmallIntegersAndFmod) {
  for (const double n : {0.0, 0.3, 1.0, 17.25, 1e6, 123456789.125, 0x1p60, 1e300, 0x1p-1074}) {
    for (const double d : {0.1, 1.0, 3.0, 0.7, 1e-3, 1e5, 0x1p-1074, 1e308}) {
      const Division division = divide(n, d);
      EXPECT_EQ(division.remainder, std::fmod(n, d)) << n << ' ' << d;
      const double quotient = std::round((n - division.remainder) / d);
      if (quotient < 0x1p50) {
        EXPECT_EQ(static_cast<double>(division.quotient.low), quotient) << n << ' ' << d;
      }
      EXPECT_EQ(division.quotient.wide, quotient >= 0x1p64) << n << ' ' << d;
    }
  }
}

TEST(KernelDivision, KeepsTheLowBitsOfAWideQuotient) {
  const Division division = divide(0x1.8p100, 0x1p-3);
  EXPECT_TRUE(division.quotient.wide);
  EXPECT_EQ(division.quotient.low, 0U);
  EXPECT_EQ(division.quotient.saturated(), UINT64_MAX);
  EXPECT_EQ(divide(0x1.fffffffffffffp63, 1).quotient.low, 0xfffffffffffff800U);
  EXPECT_FALSE(divide(0x1.fffffffffffffp63, 1).quotient.wide);
}

TEST(KernelLattice, FindsTheNearestAmongAllByTheWay) {
  for (const double d : {0.125, 0.25, 0.375, 0.5, 0.625, 1.0, 1.5, 2.0, 2.75, 3.0}) {
    for (int step = 0; step < 400; ++step) {
      const double n = step / 32.0;
      double best = std::numeric_limits<double>::infinity();
      std::uint64_t index = 0;
      const auto last = static_cast<std::uint64_t>(n / d);  // exact: few bits
      for (std::uint64_t k = 0; k <= last; ++k) {
        const double delta = std::abs(n - static_cast<double>(k) * d - d * d);
        if (delta < best) {
          best = delta;
          index = k;
        }
      }
      const Lattice lattice(n, d);
      EXPECT_EQ(lattice.index.low, index) << n << ' ' << d;
      EXPECT_EQ(std::abs(approximate(lattice.nearest)), best) << n << ' ' << d;
      EXPECT_EQ(lattice.intervals(), static_cast<double>(last));
      EXPECT_EQ(approximate(lattice.first), n - d * d);
      EXPECT_EQ(approximate(lattice.last), n - static_cast<double>(last) * d - d * d);
      const double delta = approximate(lattice.nearest);
      if (lattice.above > 0) {
        EXPECT_EQ(approximate(lattice.gap_above), d - 2 * delta);
      }
      if (lattice.below > 0) {
        EXPECT_EQ(approximate(lattice.gap_below), d + 2 * delta);
      }
    }
  }
}

TEST(KernelLattice, DoesNotLoseTheDeviationInALargePlace) {
  // n = 10^12 d exactly, d not whole: delta = i d - d^2 for the nearest i.
  const double d = 1.25;
  const Lattice lattice(1e12 * d, d);
  EXPECT_EQ(lattice.index.low, 999999999999U);
  EXPECT_EQ(approximate(lattice.nearest), d - d * d);
  EXPECT_EQ(Lattice(1e300, 0x1p-30).index.saturated(), UINT64_MAX);
}

TEST(KernelLattice, FindsASmallIndexAmongVeryManyPoints) {
  // n = d^2 + 3d, about 2^80 points: all but four lie above n.
  const double d = 0x1p80;
  const Lattice lattice(d * d, d);
  EXPECT_FALSE(lattice.index.wide);
  EXPECT_EQ(lattice.index.low, 0U);
  const Lattice shifted(0x1p132 + 0x1p83, 0x1p66);  // 2^17 + d points down
  EXPECT_EQ(shifted.index.low, 0x1p17);
}

TEST(KernelLattice, SeesTheLatticeBeforeAPointEnters) {
  for (const double d : {0.25, 0.5, 0.75, 1.0, 2.5}) {
    for (const std::uint64_t m : {1U, 2U, 5U, 9U}) {
      const Lattice lattice = Lattice::before(m, d);
      const double n = static_cast<double>(m) * d;
      EXPECT_EQ(lattice.intervals(), static_cast<double>(m - 1)) << d << ' ' << m;
      EXPECT_EQ(approximate(lattice.first), n - d * d);
      EXPECT_EQ(approximate(lattice.last), d - d * d);
      const double delta = n - static_cast<double>(lattice.index.low) * d - d * d;
      EXPECT_EQ(approximate(lattice.nearest), delta);
      for (std::uint64_t k = 0; k < m; ++k) {
        EXPECT_GE(std::abs(n - static_cast<double>(k) * d - d * d), std::abs(delta));
      }
    }
  }
}

}  // namespace
}  // namespace softlaw::kernel
