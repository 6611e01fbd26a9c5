// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <softlaw/reference/constants.hpp>
#include <softlaw/reference/filter.hpp>
#include <softlaw/reference/series.hpp>

#include "lattice_law.hpp"

// Sums of the derivatives of phi(u) = exp(-u^2) over u_k = U - hk, k = 0, …, N, by Euler and
// Maclaurin; all relative to exp(-peak^2), the greatest value of phi on the lattice's range.
namespace softlaw::reference {
namespace {

/// \f$B_{2r}/(2r)!\f$ for r = 1, …, count, from \f$\sum_{k\le n}\frac{B_k}{k!\,(n+1-k)!}=0\f$.
const Vector& bernoulli(std::size_t count) {
  thread_local int bits = 0;
  thread_local Vector known;
  if (bits == WorkingPrecision::current() && known.size() >= count) return known;
  bits = WorkingPrecision::current();
  const WorkingPrecision wide(bits + 64);
  const std::size_t size = 2 * count + 2;
  Vector reciprocal(size), number(size);  // 1/k! and B_k/k!
  reciprocal[0] = number[0] = 1;
  for (std::size_t k = 1; k < size; ++k) reciprocal[k] = reciprocal[k - 1] / static_cast<int>(k);
  for (std::size_t n = 1; n + 1 < size; ++n) {
    if (n > 1 && n % 2 == 1) continue;
    for (std::size_t k = 0; k < n; ++k) number[n] -= number[k] * reciprocal[n + 1 - k];
  }
  known.clear();
  for (std::size_t r = 1; r <= count; ++r) known.push_back(number[2 * r]);
  return known;
}

/// \f$\sqrt\pi\,e^{x^2}\operatorname{erfc}(x)\f$ for x > 0; for large x by the asymptotic series, which
/// alternates about it.
Interval scaled_erfc(const Interval& x) {
  if (possibly_less(x, 30)) return sqrt(pi()) * exp(sqr(x)) * erfc(x);
  const Interval square = 2 * sqr(x);
  const Interval least = Interval::power_of_two(-WorkingPrecision::current());
  Interval term = 1;
  Interval sum = 1;
  for (int k = 1; k < 800; k += 2) {
    term *= -k / square;
    const Interval next = sum + term;
    if (certainly_less(abs(term), least)) return Interval::hull(sum, next) / x;
    sum = next;
  }
  return Interval::hull(sum, sum - term) / x;
}

/// An end of the lattice: \f$\phi^{(s)}(u)\,e^{\mathrm{peak}^2}\f$ for s = 0, 1, …
Vector derivatives(const Interval& u, const Interval& peak, std::size_t count) {
  Vector phi(count);
  phi[0] = exp((peak - u) * (peak + u));
  if (count > 1) phi[1] = -2 * u * phi[0];
  for (std::size_t s = 1; s + 1 < count; ++s) {
    phi[s + 1] = -2 * (u * phi[s] + static_cast<int>(s) * phi[s - 1]);
  }
  return phi;
}

class DenseSums {
 public:
  DenseSums(const LatticePoints& points, std::size_t order)
      : root_(sqrt(points.alpha.enclose())),
        step_(root_ * points.d.enclose()),
        upper_(root_ * points.deviation(Rational(0)).enclose()),
        lower_(root_ * points.deviation(points.last).enclose()) {
    if (points.deviation(Rational(0)) < Rational(0)) peak_ = upper_;
    if (Rational(0) < points.deviation(points.last)) peak_ = lower_;
    choose_corrections(order);
    const std::size_t count = order + 2 * corrections_ + 1;
    at_upper_ = derivatives(upper_, peak_, count);
    at_lower_ = derivatives(lower_, peak_, count);
  }

  const Interval& root() const { return root_; }
  const Interval& peak() const { return peak_; }

  /// \f$\sum_k\phi^{(i)}(u_k)\,e^{\mathrm{peak}^2}\f$
  Interval sum(std::size_t i) const {
    Interval result = (i == 0 ? integral() : at_upper_[i - 1] - at_lower_[i - 1]) / step_;
    result += ldexp(at_upper_[i] + at_lower_[i], -1);
    const Vector& factor = bernoulli(corrections_);
    Interval power = step_;
    for (std::size_t r = 1; r <= corrections_; ++r) {
      result += factor[r - 1] * power * (at_upper_[i + 2 * r - 1] - at_lower_[i + 2 * r - 1]);
      power *= sqr(step_);
    }
    const Interval remainder = bound(i);
    return result + Interval::between(-remainder, remainder);
  }

 private:
  Interval integral() const {
    const Interval half_root = ldexp(sqrt(pi()), -1);
    const Interval distance = abs(peak_);
    if (!certainly_less(0, distance)) return half_root * (erf(upper_) + erf(-lower_));
    const Interval far = max(abs(upper_), abs(lower_));
    const Interval decay = exp((distance - far) * (distance + far));
    return ldexp(scaled_erfc(distance) - decay * scaled_erfc(far), -1);
  }

  /// The r that makes r^-s exp(r^2 + 2rX) smallest: 2 r^2 + 2rX = s.
  double radius(double s) const {
    const double x = std::abs(midpoint_double(peak_));
    return s / (x + std::sqrt(x * x + 2 * s));
  }

  /// The remainder for the sum of \f$\phi^{(i)}\f$: with s = i + 2p,
  /// \f$\frac{2\zeta(2p)}{(2\pi)^{2p}}h^{2p-1}\frac{s!}{r^s}e^{r^2+2rX}\int_0^\infty
  /// e^{-v^2/2-2Xv}dv\f$, twice that integral if the peak lies inside (X = 0); \f$\zeta(2p)<2\f$.
  Interval bound(std::size_t i) const {
    const std::size_t s = i + 2 * corrections_;
    const Interval r = radius(static_cast<double>(s));
    const Interval x = abs(peak_);
    Interval quotient = exp(r * (r + 2 * x));
    for (std::size_t k = 1; k <= s; ++k) quotient *= static_cast<int>(k) / r;
    const Interval base = step_ / ldexp(pi(), 1);
    Interval integral = sqrt(ldexp(pi(), 1));
    if (certainly_less(1, x)) integral = 1 / ldexp(x, 1);
    return 4 * pow(base, static_cast<int>(2 * corrections_)) / step_ * quotient * integral;
  }

  /// As many as make the remainder small, but not more than make it grow.
  void choose_corrections(std::size_t order) {
    const double wanted = -std::log(2.0) * WorkingPrecision::current();
    const double h = midpoint_double(step_);
    const double x = std::abs(midpoint_double(peak_));
    double before = 0;
    for (corrections_ = 4; corrections_ < 2000; ++corrections_) {
      const auto s = static_cast<double>(order + 2 * corrections_);
      const double r = radius(s);
      const double size = 2 * static_cast<double>(corrections_) * std::log(h / 6.28) +
                          std::lgamma(s + 1) - s * std::log(r) + r * (r + 2 * x);
      if (size < wanted || (corrections_ > 4 && size > before)) return;
      before = size;
    }
  }

  Interval root_;   ///< \f$\sqrt\alpha\f$.
  Interval step_;   ///< \f$h=\sqrt\alpha\,d\f$.
  Interval upper_;  ///< \f$U=\sqrt\alpha\,\delta_0\f$.
  Interval lower_;  ///< \f$\sqrt\alpha\,\delta_N\f$.
  Interval peak_;
  std::size_t corrections_ = 0;
  Vector at_upper_;
  Vector at_lower_;
};

}  // namespace

LatticeLaw dense_law(const LatticePoints& points, std::size_t order) {
  if (Filter::is_active()) throw Undecided();  // the error function has no ball arithmetic
  const std::size_t needed = order < 2 ? 2 : order;
  const DenseSums sums(points, needed);
  Series generating{Vector(needed + 1)};  // sum over k of phi(u_k + t)
  Interval factorial = 1;
  for (std::size_t i = 0; i <= needed; ++i) {
    if (i > 0) factorial *= static_cast<int>(i);
    generating.coefficient[i] = sums.sum(i) / factorial;
  }
  // log sum phi(u_k + t) = -t^2 + log sum phi(u_k) e^(-2 u_k t)
  Series logarithm = log(generating);
  logarithm.coefficient[2] += 1;

  LatticeLaw law;
  law.cumulant.resize(needed + 1);
  Interval power = ldexp(-1 / sums.root(), -1);
  factorial = 1;
  for (std::size_t m = 1; m <= needed; ++m) {
    factorial *= static_cast<int>(m);
    const Interval value = logarithm.coefficient[m] * factorial * power;
    if (m == 1) law.mean = value;
    if (m > 1) law.cumulant[m] = value;
    power *= ldexp(-1 / sums.root(), -1);
  }
  const Interval alpha = points.alpha.enclose();
  const Interval delta = points.delta.enclose();
  const Interval above_peak = (sqr(delta) * alpha - sqr(sums.peak()));
  law.log_total = logarithm.coefficient[0] + above_peak;
  law.mean_energy = alpha * (law.cumulant[2] + sqr(law.mean) - sqr(delta));
  return law;
}

}  // namespace softlaw::reference
