// SPDX-License-Identifier: Apache-2.0
#include <softlaw/lattice.hpp>

#include "kernel/check.hpp"
#include "kernel/lattice_sum.hpp"
#include "kernel/round.hpp"
#include "lattice_check.hpp"

namespace softlaw {
namespace {

using namespace kernel;

template <class R>
constexpr R nan = std::numeric_limits<R>::quiet_NaN();

/// H(w): log of the sum and the mean energy, neither negative.
Scaled entropy_of(const Lattice& lattice, const Scaled& alpha) {
  return with_sum(lattice, alpha, 2,
                  [](const auto& sum) { return sum.log_total() + sum.mean_energy(); });
}

/// e^a for a >= 0.
Scaled growth(const Scaled& a) { return make_scaled(1.0) / decay(to_double_double(a)); }

template <class R>
R softmin_of(R n, R d, R alpha, R epsilon) {
  require_positive("lattice_softmin", "d", d);
  require_positive("lattice_softmin", "alpha", alpha);
  if (std::isnan(n) || std::isnan(epsilon)) return nan<R>;
  if (n < 0) return std::numeric_limits<R>::infinity();
  if (std::isinf(n)) return nan<R>;
  if (std::isinf(epsilon)) return epsilon;
  const Scaled sharpness = make_scaled(alpha);
  return with_sum(Lattice(n, d), sharpness, 0, [&](const auto& sum) {
    const Scaled least = make_scaled(epsilon) + sum.peak() * sum.peak();
    return round<R>(least - sum.log_total() / sharpness);
  });
}

template <class R>
R alpha_of(R n, R d, R alpha) {
  require_positive("lattice_softmin_alpha", "d", d);
  require_positive("lattice_softmin_alpha", "alpha", alpha);
  if (!in_domain(n)) return nan<R>;
  const Scaled sharpness = make_scaled(alpha);
  return round<R>(entropy_of(Lattice(n, d), sharpness) / sharpness / sharpness);
}

template <class R>
R effective_terms_of(R n, R d, R alpha) {
  require_positive("lattice_effective_terms", "d", d);
  require_positive("lattice_effective_terms", "alpha", alpha);
  if (!in_domain(n)) return nan<R>;
  return round<R>(growth(entropy_of(Lattice(n, d), make_scaled(alpha))));
}

/// log(1 + e^-energy / total) for total >= 1; the energy may be negative, and then large.
Scaled log_growth(const Scaled& energy, const Scaled& total) {
  if (sign_of(energy) >= 0) return log1p(decay(bounded(energy)) / total);
  const DoubleDouble gain = bounded(-energy);
  if (gain.hi < 100) return log1p(make_scaled(1.0) / (decay(gain) * total));
  return (-energy - make_scaled(log(total))) + log1p(decay(gain) * total);
}

/// The energy of -d^2, the deviation of the point that enters, is alpha (d^2 - peak) (d^2 + peak) above
/// the peak's.
template <class R>
R jump_of(std::uint64_t m, R d, R alpha) {
  require_positive("lattice_jump", "d", d);
  require_positive("lattice_jump", "alpha", alpha);
  if (m == 0) throw std::invalid_argument("softlaw::lattice_jump: m must be at least 1, got 0");
  const Scaled sharpness = make_scaled(alpha);
  const Scaled square = make_scaled(d) * make_scaled(d);
  return with_sum(Lattice::before(m, d), sharpness, 0, [&](const auto& sum) {
    const Scaled energy = sharpness * (square - sum.peak()) * (square + sum.peak());
    return round<R>(-(log_growth(energy, sum.total()) / sharpness));
  });
}

template <class R>
std::uint64_t last_of(R n, R d) {
  require_place("lattice_last", n);
  require_positive("lattice_last", "d", d);
  return divide(n, d).quotient.saturated();
}

template <class R>
std::uint64_t nearest_of(R n, R d) {
  require_place("lattice_nearest", n);
  require_positive("lattice_nearest", "d", d);
  return Lattice(n, d).index.saturated();
}

}  // namespace

double lattice_softmin(double n, double d, double alpha, double epsilon) {
  return softmin_of(n, d, alpha, epsilon);
}
float lattice_softmin(float n, float d, float alpha, float epsilon) {
  return softmin_of(n, d, alpha, epsilon);
}

double lattice_softmin_alpha(double n, double d, double alpha) { return alpha_of(n, d, alpha); }
float lattice_softmin_alpha(float n, float d, float alpha) { return alpha_of(n, d, alpha); }

double lattice_effective_terms(double n, double d, double alpha) {
  return effective_terms_of(n, d, alpha);
}
float lattice_effective_terms(float n, float d, float alpha) {
  return effective_terms_of(n, d, alpha);
}

double lattice_jump(std::uint64_t m, double d, double alpha) { return jump_of(m, d, alpha); }
float lattice_jump(std::uint64_t m, float d, float alpha) { return jump_of(m, d, alpha); }

std::uint64_t lattice_last(double n, double d) { return last_of(n, d); }
std::uint64_t lattice_last(float n, float d) { return last_of(n, d); }

std::uint64_t lattice_nearest(double n, double d) { return nearest_of(n, d); }
std::uint64_t lattice_nearest(float n, float d) { return nearest_of(n, d); }

}  // namespace softlaw
