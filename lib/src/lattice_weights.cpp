// SPDX-License-Identifier: Apache-2.0
#include <softlaw/lattice.hpp>

#include "kernel/lattice_sum.hpp"
#include "kernel/round.hpp"
#include "lattice_check.hpp"

namespace softlaw {
namespace {

using namespace kernel;

/// The energies alpha (delta_k^2 - delta_*^2) = |j| e_1 + |j| (|j| - 1) lambda, j = k - k_*.
class Energies {
 public:
  Energies(const Lattice& lattice, const Scaled& alpha) : index_(lattice.index) {
    const Scaled slope = alpha * lattice.spacing;
    curvature_ = slope * lattice.spacing;
    above_ = slope * lattice.gap_above;
    below_ = slope * lattice.gap_below;
    place_ = (lattice.first - lattice.nearest) / lattice.spacing;
  }

  Scaled operator()(std::uint64_t k) const {
    const bool above = !index_.wide && k >= index_.low;
    const Scaled j = above ? from_integer(k - index_.low) : distance_below(k);
    if (is_zero(j)) return {};
    return j * ((above ? above_ : below_) + (j - make_scaled(1.0)) * curvature_);
  }

 private:
  /// k_* - k; from the low bits where the difference has no more.
  Scaled distance_below(std::uint64_t k) const {
    const Scaled difference = place_ - from_integer(k);
    return difference.exponent < 62 ? from_integer(index_.low - k) : difference;
  }

  Count index_;
  Scaled place_;  ///< k_*, to 100 bits.
  Scaled curvature_;
  Scaled above_;
  Scaled below_;
};

template <class R>
void weights_of(R n, R d, R alpha, std::uint64_t first, std::span<R> out) {
  require_positive("lattice_weights", "d", d);
  require_positive("lattice_weights", "alpha", alpha);
  if (std::isnan(n) || n == std::numeric_limits<R>::infinity()) {
    for (R& weight : out) weight = std::numeric_limits<R>::quiet_NaN();
    return;
  }
  for (R& weight : out) weight = 0;
  if (n < 0) return;

  const Lattice lattice(n, d);
  const Scaled sharpness = make_scaled(alpha);
  const Energies energy(lattice, sharpness);
  const Count last = divide(n, d).quotient;
  // The nearest point may lie above the peak that the grid counts from.
  Scaled lift;
  const Scaled total = with_sum(lattice, sharpness, 0, [&](const auto& sum) {
    lift = sharpness * ((lattice.nearest - sum.peak()) * (lattice.nearest + sum.peak()));
    return sum.total();
  });
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::uint64_t k = first + i;
    if (k < first || (!last.wide && k > last.low)) return;
    out[i] = round<R>(decay(bounded(energy(k) + lift)) / total);
  }
}

}  // namespace

void lattice_weights(double n, double d, double alpha, std::uint64_t first, std::span<double> out) {
  weights_of(n, d, alpha, first, out);
}
void lattice_weights(float n, float d, float alpha, std::uint64_t first, std::span<float> out) {
  weights_of(n, d, alpha, first, out);
}

}  // namespace softlaw
