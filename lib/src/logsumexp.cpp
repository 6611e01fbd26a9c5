// SPDX-License-Identifier: Apache-2.0
#include <softlaw/logsumexp.hpp>
#include <softlaw/softmin.hpp>

#include "kernel/check.hpp"
#include "kernel/round.hpp"
#include "kernel/sum.hpp"

namespace softlaw {
namespace {

using namespace kernel;

/// The value where no sum is needed: NaN, an infinite peak (also of nothing), or one entry alone.
template <class R>
R without_sum(std::span<const R> x, const Peak& peak) {
  if (peak.has_nan) return std::numeric_limits<R>::quiet_NaN();
  return x.size() == 1 ? x[0] : static_cast<R>(peak.sign * peak.value);
}

/// sign LSE(sign x)
template <class R>
R signed_logsumexp(std::span<const R> x, double sign) {
  const Peak peak = find_peak(x, sign);
  if (!peak.is_finite() || x.size() == 1) return without_sum(x, peak);
  const Scaled log_total = sum_exponentials(x, Shift{peak}).log_total();
  const R size = round<R>(make_scaled(peak.value) + log_total);
  return sign > 0 ? size : -size;
}

/// LSE(lambda x) / lambda, by the peak of x in the direction of lambda.
template <class R>
R tempered_logsumexp(std::span<const R> x, double lambda) {
  const double sign = lambda < 0 ? -1 : 1;
  const Peak peak = find_peak(x, sign);
  if (!peak.is_finite() || x.size() == 1 || std::isinf(lambda)) return without_sum(x, peak);
  const Scaled factor = make_scaled(std::abs(lambda));
  const Scaled log_total = sum_exponentials(x, ScaledShift{peak, factor}).log_total();
  const R size = round<R>(make_scaled(peak.value) + log_total / factor);
  return sign > 0 ? size : -size;
}

template <class R>
R excess_of(std::span<const R> x) {
  const Peak peak = find_peak(x);
  if (!peak.is_finite()) return std::numeric_limits<R>::quiet_NaN();
  return round<R>(sum_exponentials(x, Shift{peak}).log_total());
}

}  // namespace

double logsumexp(std::span<const double> x) noexcept { return signed_logsumexp(x, 1); }
float logsumexp(std::span<const float> x) noexcept { return signed_logsumexp(x, 1); }

double logsumexp(std::span<const double> x, double lambda) {
  require_lambda("logsumexp", lambda);
  return tempered_logsumexp(x, lambda);
}
float logsumexp(std::span<const float> x, float lambda) {
  require_lambda("logsumexp", lambda);
  return tempered_logsumexp(x, static_cast<double>(lambda));
}

double logaddexp(double a, double b) noexcept {
  const double x[] = {a, b};
  return signed_logsumexp<double>(x, 1);
}
float logaddexp(float a, float b) noexcept {
  const float x[] = {a, b};
  return signed_logsumexp<float>(x, 1);
}

double excess(std::span<const double> x) noexcept { return excess_of(x); }
float excess(std::span<const float> x) noexcept { return excess_of(x); }

double softmin(std::span<const double> x) noexcept { return signed_logsumexp(x, -1); }
float softmin(std::span<const float> x) noexcept { return signed_logsumexp(x, -1); }

double softmin(std::span<const double> x, double lambda) {
  require_lambda("softmin", lambda);
  return tempered_logsumexp(x, -lambda);
}
float softmin(std::span<const float> x, float lambda) {
  require_lambda("softmin", lambda);
  return tempered_logsumexp(x, -static_cast<double>(lambda));
}

}  // namespace softlaw
