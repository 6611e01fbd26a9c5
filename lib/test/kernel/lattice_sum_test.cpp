// SPDX-License-Identifier: Apache-2.0
#include "kernel/lattice_sum.hpp"

#include "../support.hpp"

namespace softlaw::kernel {
namespace {

double relative(const Scaled& a, const Scaled& b) { return std::abs(approximate((a - b) / b)); }

/// Both forms at lattices where either is valid: dense, with a few thousand points.
TEST(KernelLatticeSum, TheGridAgreesWithTheTerms) {
  struct Place {
    double n, d, lambda;
  };
  const Place places[] = {
      {1000, 0.7, 1e-3},    // the far end is far, the near end close
      {1000, 0.7, 1e-5},    // both ends count
      {700, 0.3, 1e-9},     // all weights alike
      {5000, 40, 1e-4},     // between the ends
      {90, 0.0625, 1e-2},   // the points end left of n
      {3000, 60, 1e-4},     // the points begin right of n
      {300, 1.5, 1e-6},     // as dense as it gets
      {100000, 120, 1e-3},  // one end
      {14000, 120, 1e-5},
  };
  for (const Place& p : places) {
    const Lattice lattice(p.n, p.d);
    const Scaled alpha = make_scaled(p.lambda / (p.d * p.d));
    for (const std::size_t order : {std::size_t{0}, std::size_t{4}}) {
      const LatticeGrid grid(lattice, alpha, order);
      const LatticeWindow window(lattice, alpha, order);
      // The weights of the two count from different peaks.
      const Scaled lift = alpha * ((window.peak() - grid.peak()) * (window.peak() + grid.peak()));
      EXPECT_LT(relative(grid.total() / decay(bounded(lift)), window.total()), 0x1p-66) << p.n;

      const double centre = 0.5 + approximate((grid.peak() - lattice.nearest) / grid.unit());
      std::vector<Scaled> coarse(order + 1);
      std::vector<Scaled> fine(order + 1);
      grid.moments(centre, coarse);
      // The same centre, in the window's unit and from the window's peak.
      const Scaled unit = grid.unit() / window.unit();
      const Scaled shift = (window.peak() - grid.peak()) / window.unit();
      const double there = approximate(make_scaled(centre) * unit + shift);
      window.moments(there, fine);
      Scaled scale = make_scaled(1.0);
      for (std::size_t i = 0; i <= order; i += 2) {
        const Scaled a = coarse[i] / coarse[0] * scale;
        EXPECT_LT(relative(a, fine[i] / fine[0]), i == 0 ? 0x1p-66 : 0x1p-40) << p.n << ' ' << i;
        scale = scale * unit * unit;
      }
      EXPECT_LT(std::abs(approximate(grid.mean_energy() + lift * make_scaled(-1.0) -
                                     window.mean_energy())),
                0x1p-64)
          << p.n;
    }
  }
}

TEST(KernelLatticeSum, TakesTheGridWhereTheLatticeIsDense) {
  const auto on_grid = [](double n, double d, double lambda) {
    return with_sum(Lattice(n, d), make_scaled(lambda / (d * d)), 0, [](const auto& sum) {
      return std::is_same_v<std::decay_t<decltype(sum)>, LatticeGrid>;
    });
  };
  EXPECT_TRUE(on_grid(1e9, 1, 1e-3));
  EXPECT_FALSE(on_grid(1e9, 1, 1));
  EXPECT_FALSE(on_grid(50, 1, 1e-3));
  EXPECT_TRUE(on_grid(1e300, 1e-5, 1e-12));
}

}  // namespace
}  // namespace softlaw::kernel
