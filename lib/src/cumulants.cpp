// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/cumulants.hpp>

#include "kernel/check.hpp"
#include "kernel/line.hpp"
#include "kernel/multilinear.hpp"

namespace softlaw {
namespace {

using namespace kernel;

constexpr std::size_t most_directions = 20;

template <class R>
void cumulants(std::span<const R> x, std::span<const R> h, std::span<R> out) {
  require_size("logsumexp_cumulants", "h", h.size(), x.size());
  const Peak peak = find_peak(x);
  if (!peak.is_finite() || !all_finite(h)) {
    std::ranges::fill(out, std::numeric_limits<R>::quiet_NaN());
    return;
  }
  const SoftmaxWeights<R> p(x, peak);
  const double centre = p.centre(h);
  const Coefficients slope =
      logarithmic_derivative(moment_series(p, h, centre, inverse_factorials(out.size())));
  Scaled factorial = make_scaled(1.0);  // of k - 1
  for (std::size_t k = 1; k <= out.size(); ++k) {
    const Scaled cumulant = slope[k] * factorial;
    out[k - 1] = round<R>(k == 1 ? make_scaled(centre) + cumulant : cumulant);
    factorial = factorial * from_integer(k);
  }
}

template <class R>
R derivative(std::span<const R> x, std::span<const std::span<const R>> directions) {
  require_directions("logsumexp_derivative", x, directions, most_directions);
  const Peak peak = find_peak(x);
  if (!peak.is_finite() || !std::ranges::all_of(directions, all_finite<R>)) {
    return std::numeric_limits<R>::quiet_NaN();
  }
  const SoftmaxWeights<R> p(x, peak);
  const Centred<R> c(p, directions);
  BySubset<Scaled> log(c.subsets());
  logarithm(c.moments(p), log);
  const Scaled mixed = log[c.subsets() - 1];
  return round<R>(c.order() == 1 ? make_scaled(c.centre(0)) + mixed : mixed);
}

}  // namespace

void logsumexp_cumulants(std::span<const double> x, std::span<const double> h,
                         std::span<double> out) {
  cumulants(x, h, out);
}
void logsumexp_cumulants(std::span<const float> x, std::span<const float> h, std::span<float> out) {
  cumulants(x, h, out);
}

double logsumexp_derivative(std::span<const double> x,
                            std::span<const std::span<const double>> directions) {
  return derivative(x, directions);
}
float logsumexp_derivative(std::span<const float> x,
                           std::span<const std::span<const float>> directions) {
  return derivative(x, directions);
}

}  // namespace softlaw
