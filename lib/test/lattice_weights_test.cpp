// SPDX-License-Identifier: Apache-2.0
#include <softlaw/lattice.hpp>

#include "support.hpp"

namespace softlaw::test {
namespace {

std::vector<double> weights(double n, double d, double alpha, std::uint64_t first,
                            std::size_t count) {
  std::vector<double> out(count, -1);
  lattice_weights(n, d, alpha, first, out);
  return out;
}

TEST(LatticeWeights, AreZeroBeyondTheLast) {
  EXPECT_TRUE(same_bits(weights(1, 2, 3, 0, 3), {1, 0, 0}));
  EXPECT_TRUE(same_bits(weights(-1, 2, 3, 0, 2), {0, 0}));
  EXPECT_TRUE(same_bits(weights(1, 2, 3, UINT64_MAX, 2), {0, 0}));
  EXPECT_TRUE(all_nan(weights(nan<double>, 2, 3, 0, 2)));
  EXPECT_TRUE(all_nan(weights(infinity<double>, 2, 3, 0, 2)));
}

TEST(LatticeWeights, AreSharedAtATie) {
  // n = 11 lies between 10 and 12; the others are e^-1792 and less.
  EXPECT_TRUE(same_bits(weights(11, 2, 224, 2, 4), {0, 0.5, 0.5, 0}));
}

TEST(LatticeWeights, SumToOne) {
  for (const double alpha : {1e-9, 1e-4, 0.01, 1.0}) {
    long double sum = 0;
    for (const double weight : weights(400, 0.75, alpha, 0, 534)) sum += weight;
    EXPECT_NEAR(static_cast<double>(sum), 1, 1e-14) << alpha;
  }
}

/// w_k / w_{k+1} = exp(-alpha (delta_k^2 - delta_{k+1}^2)), wherever the sum is taken.
TEST(LatticeWeights, HaveTheQuotientsOfTheirEnergies) {
  for (const double n : {40.0, 1e5, 1e9}) {
    const double d = 3;
    for (const double alpha : {1e-5, 1e-2, 0.2}) {
      const std::uint64_t nearest = lattice_nearest(n, d);
      const std::uint64_t first = nearest < 3 ? 0 : nearest - 3;
      const auto w = weights(n, d, alpha, first, 6);
      for (std::size_t i = 0; i + 1 < w.size(); ++i) {
        const double delta = n - static_cast<double>(first + i) * d - d * d;
        EXPECT_NEAR(w[i] / w[i + 1], std::exp(-alpha * (2 * delta * d - d * d)),
                    1e-12 * (w[i] / w[i + 1]))
            << n << ' ' << alpha;
      }
    }
  }
}

/// Where indices have more than 64 bits, the last of them that can be asked for.
TEST(LatticeWeights, ReachIndicesNextToTheEndOfTheirRange) {
  const double n = 0x1p64 + 4096;  // d = 1: the nearest index is n - 1
  const auto w = weights(n, 1, 0x1p-24, UINT64_MAX - 1, 1);
  const double distance = 4096 + 1;
  const double whole = std::sqrt(std::numbers::pi * 0x1p24);
  const double half = std::exp(-distance * distance * 0x1p-24);
  EXPECT_NEAR(w[0] * whole / 2 / half, 1, 1e-3);
}

}  // namespace
}  // namespace softlaw::test
