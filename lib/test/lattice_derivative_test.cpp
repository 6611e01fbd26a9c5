// SPDX-License-Identifier: Apache-2.0
#include <softlaw/lattice.hpp>

#include "support.hpp"

namespace softlaw::test {
namespace {

TEST(LatticeDerivative, HasTheDigitsOfALongComputation) {
  EXPECT_DOUBLE_EQ(lattice_softmin_derivative(10.1, 2., 0.01, 1), 1.730006653666713850113474);
  EXPECT_DOUBLE_EQ(lattice_softmin_derivative(10., 2., 7., 2), 1.99999999984511743760475363659);
  EXPECT_DOUBLE_EQ(lattice_softmin_derivative(4., 2., 7., 2), 1.9999999999225587188023768183);
  EXPECT_DOUBLE_EQ(lattice_softmin_derivative(11., 2., 7., 2), -26.000000000000000000000107092);
  EXPECT_NEAR(lattice_softmin_derivative(3.3, 1.5, 1., 3), 1.657547888301583250997014, 1e-14);
  EXPECT_DOUBLE_EQ(lattice_softmin_derivative(6.25, 2.5, 0.1, 1), -2.162280801529833867652548);
}

/// Each derivative is the difference quotient of the one before, also on the grid and at its ends.
TEST(LatticeDerivative, IsTheSlopeOfTheOneBefore) {
  for (const double alpha : {1e-7, 1e-4, 0.02, 0.3}) {
    for (const double n : {20.25, 300.75, 2500.25}) {
      const double width = 0.01;
      for (std::size_t order = 1; order <= 6; ++order) {
        const auto value = [&](double place) {
          return lattice_softmin_derivative(place, 1.5, alpha, order);
        };
        const double slope = (value(n + width) - value(n - width)) / (2 * width);
        const double next = lattice_softmin_derivative(n, 1.5, alpha, order + 1);
        const double scale =
            std::abs(next) + std::pow(2 * alpha, static_cast<double>(order + 1) / 2) * 1e-3 + 1e-9;
        EXPECT_NEAR(slope, next, 2e-3 * scale + 1e-13 * std::abs(value(n)) / width)
            << alpha << ' ' << n << ' ' << order;
      }
    }
  }
}

/// On a dense lattice that is short against the Gaussian the sums are those of polynomials; the
/// error, 2^-61 of the cumulant's terms, is at most (pi / 2.18)^42 = 2^22 times as large here.
TEST(LatticeDerivative, SumsPolynomialsOfHighDegreeOnAShortRange) {
  const auto close = [](std::size_t order, double exact) {
    EXPECT_NEAR(lattice_softmin_derivative(200.5, 1.0, 2.5e-8, order) / exact, 1, 0x1p-39) << order;
  };
  close(30, -9.30128317856190387139210087328e-136);
  close(36, 1.81977761446875210947049730927e-161);
  close(42, -9.86269999291122852139100117805e-187);
}

/// At n = c = d^2 + Nd/2 the lattice is symmetric about n, and odd moments are zero.
TEST(LatticeDerivative, IsExactlyZeroAtACentreOfSymmetry) {
  // d = 2, N = 4: c = 8 = 4d
  for (const double alpha : {1e-3, 0.1, 1.0, 50.0, 5000.0}) {
    EXPECT_EQ(lattice_softmin_derivative(8, 2, alpha, 1), 0) << alpha;
    EXPECT_EQ(lattice_softmin_derivative(8, 2, alpha, 3), 0) << alpha;
    EXPECT_EQ(lattice_softmin_derivative(8, 2, alpha, 5), 0) << alpha;
    EXPECT_EQ(lattice_softmin_mixed(8, 2, alpha), 0) << alpha;
  }
}

/// With two points e^-E apart the higher derivatives are as small as the lesser weight.
TEST(LatticeDerivative, StaysSharpFarBelowTheRangeOfExp) {
  // d = 1, n = 1.25: deviations 1/4 and -3/4, energies alpha/2 apart; kappa_3 = w to first order.
  const double alpha = 9000;
  const double logarithm = std::log(8 * alpha * alpha) - alpha / 2;
  EXPECT_EQ(lattice_softmin_derivative(1.25, 1, alpha, 3), 0);  // e^-4481
  EXPECT_LT(logarithm, -4000);
  const double value = lattice_softmin_derivative(1.25, 1, 1000, 3);
  EXPECT_NEAR(std::log(-value) - (std::log(8e6) - 500), 0, 1e-12);
  // of order 700 the factor (2 alpha)^m brings it back: (2 alpha)^m e^(-alpha/2) / alpha
  const double high = lattice_softmin_derivative(1.25, 1, alpha, 460);
  EXPECT_NEAR(std::log(std::abs(high)), 460 * std::log(2 * alpha) - alpha / 2 - std::log(alpha),
              1e-9);
}

TEST(LatticeDerivative, OfBinary32IsThatOfBinary64Rounded) {
  for (int step = 1; step < 200; ++step) {
    const float n = static_cast<float>(step) * 0.375F;
    for (std::size_t order = 1; order <= 4; ++order) {
      EXPECT_EQ(lattice_softmin_derivative(n, 1.5F, 0.25F, order),
                static_cast<float>(lattice_softmin_derivative(double{n}, 1.5, 0.25, order)));
    }
    EXPECT_EQ(lattice_softmin_mixed(n, 1.5F, 0.25F),
              static_cast<float>(lattice_softmin_mixed(double{n}, 1.5, 0.25)));
  }
}

}  // namespace
}  // namespace softlaw::test
