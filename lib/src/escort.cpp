// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/escort.hpp>
#include <vector>

#include "exact/resolve.hpp"
#include "kernel/certain.hpp"
#include "kernel/check.hpp"
#include "kernel/environment.hpp"
#include "kernel/exact_sum.hpp"
#include "kernel/relative_entropy.hpp"
#include "kernel/softmax_weights.hpp"

namespace softlaw {
namespace {

using namespace kernel;

/// The exponents a_i = alpha log(p_i / max p), for write_softmax.
struct PowerShift {
  Peak peak;
  Scaled alpha;

  DoubleDouble pair(double p) const {
    if (p == 0) return {-infinity, 0};
    const DoubleDouble logarithm = log_far(make_scaled(p) / make_scaled(peak.value));
    return to_double_double(make_scaled(logarithm) * alpha);
  }
};

/// p_i^alpha / sum p_j^alpha of any precision. Whole exponents give rational numbers: their powers are
/// products.
template <class R>
class ExactEscort {
 public:
  ExactEscort(std::span<const R> p, double largest, double alpha)
      : p_(p), largest_(largest), alpha_(alpha) {}

  exact::Interval share(const exact::Precision& precision, R entry) const {
    exact::Interval total;
    for (const R other : p_) total = total + power(precision, static_cast<double>(other));
    return precision.divide(power(precision, static_cast<double>(entry)), total);
  }

 private:
  static constexpr double most_products = 16;

  exact::Interval power(const exact::Precision& precision, double entry) const {
    if (entry == 0) return {};
    if (entry == largest_) return precision.whole(1);
    if (alpha_ <= most_products && alpha_ == std::floor(alpha_)) {
      const exact::Interval base = precision.divide(precision.number(entry), largest_);
      exact::Interval product = base;
      for (double k = 1; k < alpha_; ++k) product = precision.multiply(product, base);
      return product;
    }
    const exact::Interval difference = precision.logarithm(entry) - precision.logarithm(largest_);
    return precision.exponential(precision.multiply(difference, alpha_));
  }

  std::span<const R> p_;
  double largest_;
  double alpha_;
};

/// Whether other shares are ever halfway between two floats is not known.
constexpr std::size_t escort_limit = 2560;

/// The share before its rounding errs by 2^-68, and by as much times the size of its exponent and
/// times the mean of the exponents, which is below 64.
template <class R>
void write_powers(std::span<const R> p, const PowerShift& exponent, double alpha,
                  std::span<R> out) {
  const Scaled inverse = make_scaled(1.0) / sum_exponentials(p, exponent).total();
  const ExactEscort<R> exactly(p, exponent.peak.value, alpha);
  const double most = 64 + std::min(1500 * alpha, -lowest_exponent);
  std::vector<R> results(p.size());
  for (std::size_t i = 0; i < p.size(); ++i) {
    const auto entry = static_cast<double>(p[i]);
    const Scaled e = exponential(exponent.pair(entry));
    const Scaled value = normalize(e.mantissa, e.exponent) * inverse;
    const Scaled error = times_power_of_two(value * make_scaled(most), share_error);
    const auto second = certain<R>(value, error);
    results[i] =
        second
            ? *second
            : exact::resolve<R>(
                  [&](const exact::Precision& precision) { return exactly.share(precision, p[i]); },
                  escort_limit);
  }
  std::ranges::copy(results, out.begin());
}

template <class R>
void write_shares(std::span<const R> p, std::span<R> out) {
  ExactSum sum;
  for (const R entry : p) sum.add(static_cast<double>(entry));
  const Scaled total = sum.total();
  std::vector<R> results(p.size());
  for (std::size_t i = 0; i < p.size(); ++i) {
    const auto entry = static_cast<double>(p[i]);
    constexpr int error = -98;
    const auto second = certain<R>(make_scaled(entry) / total, error);
    results[i] = second ? *second : exact::resolve<R>([&](const exact::Precision& precision) {
      exact::Interval all;
      for (const R other : p) all = all + precision.number(static_cast<double>(other));
      return precision.divide(precision.number(entry), all);
    });
  }
  std::ranges::copy(results, out.begin());
}

template <class R>
void write_modes(std::span<const R> p, const Peak& peak, std::span<R> out) {
  const R share = round<R>(make_scaled(1.0) / from_integer(peak.count));
  for (std::size_t i = 0; i < p.size(); ++i) {
    out[i] = static_cast<double>(p[i]) == peak.value ? share : R(0);
  }
}

template <class R>
void write_escort(std::span<const R> p, R alpha, std::span<R> out) {
  require_size("escort", "out", out.size(), p.size());
  if (!(alpha > 0)) {
    throw std::domain_error("softlaw::escort: alpha must be a positive number, got " +
                            to_text(alpha));
  }
  require_weights("escort", "p", p);
  const Peak peak = find_peak(p);
  if (peak.has_nan || !(peak.value > 0)) {
    std::ranges::fill(out, std::numeric_limits<R>::quiet_NaN());
  } else if (std::isinf(alpha)) {
    write_modes(p, peak, out);
  } else if (alpha == 1) {
    write_shares(p, out);
  } else {
    const auto exponent = static_cast<double>(alpha);
    write_powers(p, PowerShift{peak, make_scaled(exponent)}, exponent, out);
  }
}

}  // namespace

void escort(std::span<const double> p, double alpha, std::span<double> out) {
  in_default_environment([&] { write_escort(p, alpha, out); });
}
void escort(std::span<const float> p, float alpha, std::span<float> out) {
  in_default_environment([&] { write_escort(p, alpha, out); });
}

}  // namespace softlaw
