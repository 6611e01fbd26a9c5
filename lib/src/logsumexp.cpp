// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <softlaw/logsumexp.hpp>
#include <softlaw/softmin.hpp>

#include "exact/logits.hpp"
#include "kernel/certain.hpp"
#include "kernel/check.hpp"
#include "kernel/environment.hpp"
#include "kernel/sum.hpp"
#include "vector/first_tier.hpp"
#include "vector/scratch.hpp"

namespace softlaw {
namespace {

using namespace kernel;

/// The value where no sum is needed: NaN, an infinite peak (also of nothing), or one entry alone.
template <class R>
R without_sum(std::span<const R> x, const Peak& peak) {
  if (peak.has_nan) return std::numeric_limits<R>::quiet_NaN();
  return x.size() == 1 ? x[0] : static_cast<R>(peak.sign * peak.value);
}

/// sign LSE(sign lambda x) / lambda for lambda > 0, if the first tier has it.
template <class R>
bool first_answer(std::span<const R> x, double sign, double lambda, R& result) {
  if (sign > 0) return vector::logsumexp(x, lambda, result);
  vector::Scratch<R> mirrored(x.size());
  if (mirrored.data() == nullptr) return false;
  std::ranges::transform(x, mirrored.data(), std::negate());
  if (!vector::logsumexp(std::span<const R>(mirrored.data(), x.size()), lambda, result)) {
    return false;
  }
  result = -result;
  return true;
}

/// sign LSE(sign lambda x) / lambda for lambda > 0.
template <class R>
R signed_logsumexp(std::span<const R> x, double sign, double lambda) {
  if (R result; first_answer(x, sign, lambda, result)) return result;
  const Peak peak = find_peak(x, sign);
  if (!peak.is_finite() || x.size() == 1 || std::isinf(lambda)) return without_sum(x, peak);
  const Scaled factor = make_scaled(lambda);
  const Scaled log_total =
      lambda == 1 ? sum_exponentials(x, Shift{peak}).log_total()
                  : sum_exponentials(x, ScaledShift{peak, factor}).log_total() / factor;
  const auto second = certain<R>(make_scaled(peak.value) + log_total,
                                 times_power_of_two(log_total, log_total_error));
  const auto last = [&] {
    const exact::Logits<R> logits(x, peak.value, {.sign = sign, .factor = lambda});
    return exact::resolve<R>([&](const exact::Precision& p) { return logits.logsumexp(p); });
  };
  const R size = second ? *second : last();
  return sign > 0 ? size : -size;
}

/// LSE(lambda x) / lambda, by the peak of x in the direction of lambda.
template <class R>
R tempered_logsumexp(std::span<const R> x, double lambda) {
  return signed_logsumexp(x, lambda < 0 ? -1 : 1, std::abs(lambda));
}

template <class R>
R logaddexp_of(R a, R b) {
  if (R result; vector::logaddexp(a, b, result)) return result;
  const R x[] = {a, b};
  return signed_logsumexp<R>(x, 1, 1);
}

template <class R>
R excess_of(std::span<const R> x) {
  if (R result; vector::excess(x, result)) return result;
  const Peak peak = find_peak(x);
  if (!peak.is_finite()) return std::numeric_limits<R>::quiet_NaN();
  const Scaled log_total = sum_exponentials(x, Shift{peak}).log_total();
  if (const auto second = certain<R>(log_total, log_total_error)) return *second;
  const exact::Logits<R> logits(x, peak.value);
  return exact::resolve<R>([&](const exact::Precision& p) { return logits.log_total(p); });
}

}  // namespace

double logsumexp(std::span<const double> x) noexcept {
  return in_default_environment([&] { return signed_logsumexp(x, 1, 1); });
}
float logsumexp(std::span<const float> x) noexcept {
  return in_default_environment([&] { return signed_logsumexp(x, 1, 1); });
}

double logsumexp(std::span<const double> x, double lambda) {
  require_lambda("logsumexp", lambda);
  return in_default_environment([&] { return tempered_logsumexp(x, lambda); });
}
float logsumexp(std::span<const float> x, float lambda) {
  require_lambda("logsumexp", lambda);
  return in_default_environment([&] { return tempered_logsumexp(x, static_cast<double>(lambda)); });
}

double logaddexp(double a, double b) noexcept {
  return in_default_environment([&] { return logaddexp_of(a, b); });
}
float logaddexp(float a, float b) noexcept {
  return in_default_environment([&] { return logaddexp_of(a, b); });
}

double excess(std::span<const double> x) noexcept {
  return in_default_environment([&] { return excess_of(x); });
}
float excess(std::span<const float> x) noexcept {
  return in_default_environment([&] { return excess_of(x); });
}

double softmin(std::span<const double> x) noexcept {
  return in_default_environment([&] { return signed_logsumexp(x, -1, 1); });
}
float softmin(std::span<const float> x) noexcept {
  return in_default_environment([&] { return signed_logsumexp(x, -1, 1); });
}

double softmin(std::span<const double> x, double lambda) {
  require_lambda("softmin", lambda);
  return in_default_environment([&] { return tempered_logsumexp(x, -lambda); });
}
float softmin(std::span<const float> x, float lambda) {
  require_lambda("softmin", lambda);
  return in_default_environment(
      [&] { return tempered_logsumexp(x, -static_cast<double>(lambda)); });
}

}  // namespace softlaw
