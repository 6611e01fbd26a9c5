// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/escort.hpp>

#include "kernel/check.hpp"
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

/// Writes the softmax of the exponents, rounded; those of the largest entries are zero.
template <class R, class Exponent>
void write_softmax(std::span<const R> x, const Exponent& exponent, std::span<R> out) {
  const Scaled total = sum_exponentials(x, exponent).total();
  const Scaled inverse = make_scaled(1.0) / total;
  const R largest = round<R>(inverse);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto value = static_cast<double>(x[i]);
    if (value == exponent.peak.value) {
      out[i] = largest;
    } else {
      const Scaled e = exponential(exponent.pair(value));
      out[i] = round<R>(e.mantissa * inverse.mantissa, e.exponent + inverse.exponent);
    }
  }
}

template <class R>
void write_shares(std::span<const R> p, std::span<R> out) {
  ExactSum sum;
  for (const R entry : p) sum.add(static_cast<double>(entry));
  const Scaled total = sum.total();
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Scaled entry = make_scaled(static_cast<double>(p[i]));
    out[i] = is_zero(entry) ? R(0) : round<R>(entry / total);
  }
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
    write_softmax(p, PowerShift{peak, make_scaled(static_cast<double>(alpha))}, out);
  }
}

}  // namespace

void escort(std::span<const double> p, double alpha, std::span<double> out) {
  write_escort(p, alpha, out);
}
void escort(std::span<const float> p, float alpha, std::span<float> out) {
  write_escort(p, alpha, out);
}

}  // namespace softlaw
