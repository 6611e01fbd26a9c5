// SPDX-License-Identifier: Apache-2.0
#include <softlaw/lattice.hpp>

#include "kernel/lattice_sum.hpp"
#include "kernel/round.hpp"
#include "kernel/series.hpp"
#include "lattice_check.hpp"

namespace softlaw {
namespace {

using namespace kernel;

/// The law of the coordinate y = (peak - delta) / unit under the weights: a centre next to its mean,
/// and its cumulants about that.
struct Law {
  Scaled peak;
  Scaled unit;
  double centre = 0;

  Scaled mean(const Scaled& first_cumulant) const { return make_scaled(centre) + first_cumulant; }
};

/// Replaces moments about a centre, sums not yet divided by that of order 0, by cumulants over
/// factorials: the logarithm of the generating series sum m_k t^k / k!.
void to_cumulants(std::span<Scaled> a) {
  Coefficients moments = inverse_factorials(a.size() - 1);
  for (std::size_t k = 1; k < a.size(); ++k) moments[k] = moments[k] * (a[k] / a[0]);
  const Coefficients slope = logarithmic_derivative(moments);
  for (std::size_t k = 1; k < a.size(); ++k) a[k] = slope[k] / from_integer(k);
}

/// Puts the cumulants of y, over factorials, in entries 1, 2, … of `cumulants`.
Law law_of(const Lattice& lattice, const Scaled& alpha, std::span<Scaled> cumulants) {
  const std::size_t order = cumulants.size() - 1;
  return with_sum(lattice, alpha, order, [&](const auto& sum) {
    Law law{sum.peak(), sum.unit()};
    Scaled first[2];
    sum.moments(0, first);
    law.centre = approximate(first[1] / first[0]);
    sum.moments(law.centre, cumulants);
    to_cumulants(cumulants);
    return law;
  });
}

template <class R>
R derivative_of(R n, R d, R alpha, std::size_t order) {
  require_positive("lattice_softmin_derivative", "d", d);
  require_positive("lattice_softmin_derivative", "alpha", alpha);
  if (order == 0) {
    throw std::invalid_argument(
        "softlaw::lattice_softmin_derivative: order must be at least 1, got 0");
  }
  if (!in_domain(n)) return std::numeric_limits<R>::quiet_NaN();

  const Scaled sharpness = make_scaled(alpha);
  Coefficients cumulants(order + 1);
  const Law law = law_of(Lattice(n, d), sharpness, cumulants.all());
  if (order == 1) {
    return round<R>(scaled_by(law.peak - law.unit * law.mean(cumulants[1]), 1));
  }
  // -(2 alpha unit)^m kappa_m(y) / alpha
  const Scaled step = scaled_by(sharpness * law.unit, 1);
  Scaled value = -(cumulants[order] / sharpness);
  for (std::size_t k = 1; k <= order; ++k) value = value * step * from_integer(k);
  return round<R>(order == 2 ? make_scaled(2.0) + value : value);
}

/// With mu = <delta>: Cov(delta, delta^2) = 2 mu kappa_2 + kappa_3.
template <class R>
R mixed_of(R n, R d, R alpha) {
  require_positive("lattice_softmin_mixed", "d", d);
  require_positive("lattice_softmin_mixed", "alpha", alpha);
  if (!in_domain(n)) return std::numeric_limits<R>::quiet_NaN();

  Scaled cumulants[4];
  const Law law = law_of(Lattice(n, d), make_scaled(alpha), cumulants);
  const Scaled mean = law.peak - law.unit * law.mean(cumulants[1]);
  const Scaled square = law.unit * law.unit;
  const Scaled second = scaled_by(cumulants[2] * square, 1);
  const Scaled third = make_scaled(-6.0) * (cumulants[3] * square * law.unit);
  return round<R>(-scaled_by(scaled_by(mean * second, 1) + third, 1));
}

}  // namespace

double lattice_softmin_derivative(double n, double d, double alpha, std::size_t order) {
  return derivative_of(n, d, alpha, order);
}
float lattice_softmin_derivative(float n, float d, float alpha, std::size_t order) {
  return derivative_of(n, d, alpha, order);
}

double lattice_softmin_mixed(double n, double d, double alpha) { return mixed_of(n, d, alpha); }
float lattice_softmin_mixed(float n, float d, float alpha) { return mixed_of(n, d, alpha); }

}  // namespace softlaw
