// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/choice.hpp>
#include <softlaw/softmax.hpp>

#include "exact/logits.hpp"
#include "kernel/certain.hpp"
#include "kernel/check.hpp"
#include "kernel/environment.hpp"
#include "kernel/sum.hpp"

namespace softlaw {
namespace {

using namespace kernel;

template <class R>
R preference_of(R first, R second) {
  const auto a = static_cast<double>(first);
  const auto b = static_cast<double>(second);
  if (std::isnan(a - b)) return std::numeric_limits<R>::quiet_NaN();
  const DoubleDouble gap = a < b ? two_difference(a, b) : two_difference(b, a);
  const Scaled one = make_scaled(1.0);
  const Scaled e = exponential(gap);
  const Scaled smaller = normalize(e.mantissa, e.exponent);
  const Scaled share = (a < b ? smaller : one) / (one + smaller);
  if (const auto second_tier = certain<R>(share, share_error)) return *second_tier;
  const R scores[] = {first, second};
  const exact::Logits<R> logits(scores, std::max(a, b));
  return exact::resolve<R>([&](const exact::Precision& p) { return logits.share(p, first); });
}

template <class R>
void require_strength(const char* argument, R value) {
  if (std::isnan(value) || (value > 0 && !std::isinf(value))) return;
  throw std::domain_error(std::string("softlaw::bradley_terry: ") + argument +
                          " must be positive and finite, got " + to_text(value));
}

template <class R>
R share(R first, R second) {
  require_strength("a", first);
  require_strength("b", second);
  if (std::isnan(first) || std::isnan(second)) return std::numeric_limits<R>::quiet_NaN();
  const Scaled a = make_scaled(static_cast<double>(first));
  const Scaled b = make_scaled(static_cast<double>(second));
  constexpr int error = -99;
  if (const auto second_tier = certain<R>(a / (a + b), error)) return *second_tier;
  return exact::resolve<R>([&](const exact::Precision& p) {
    const exact::Interval part = p.number(static_cast<double>(first));
    return p.divide(part, part + p.number(static_cast<double>(second)));
  });
}

template <class R>
void write_choice(std::span<const R> o, R none, std::span<R> out) {
  require_size("choice", "out", out.size(), o.size() + 1);
  std::copy(o.begin(), o.end(), out.begin());
  out.back() = none;
  softmax(out, out);
}

}  // namespace

double preference(double a, double b) noexcept {
  return in_default_environment([&] { return preference_of(a, b); });
}
float preference(float a, float b) noexcept {
  return in_default_environment([&] { return preference_of(a, b); });
}

double bradley_terry(double a, double b) {
  return in_default_environment([&] { return share(a, b); });
}
float bradley_terry(float a, float b) {
  return in_default_environment([&] { return share(a, b); });
}

void choice(std::span<const double> o, double none, std::span<double> out) {
  in_default_environment([&] { write_choice(o, none, out); });
}
void choice(std::span<const float> o, float none, std::span<float> out) {
  in_default_environment([&] { write_choice(o, none, out); });
}

}  // namespace softlaw
