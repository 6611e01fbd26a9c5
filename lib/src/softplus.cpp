// SPDX-License-Identifier: Apache-2.0
#include <softlaw/softplus.hpp>

#include "kernel/exp.hpp"
#include "kernel/round.hpp"

namespace softlaw {
namespace {

using namespace kernel;

/// exp(-|t|), normalised.
Scaled decay(double t) {
  const Scaled e = exponential({-std::abs(t), 0});
  return normalize(e.mantissa, e.exponent);
}

template <class R>
R softplus_of(R t) {
  if (std::isnan(t) || t == std::numeric_limits<R>::infinity()) return t;
  const Scaled excess = log1p(decay(static_cast<double>(t)));
  return round<R>(t > 0 ? make_scaled(static_cast<double>(t)) + excess : excess);
}

template <class R>
R logistic_of(R t) {
  if (std::isnan(t)) return t;
  const Scaled smaller = decay(static_cast<double>(t));
  const Scaled one = make_scaled(1.0);
  return round<R>((t < 0 ? smaller : one) / (one + smaller));
}

}  // namespace

double softplus(double t) noexcept { return softplus_of(t); }
float softplus(float t) noexcept { return softplus_of(t); }
double logistic(double t) noexcept { return logistic_of(t); }
float logistic(float t) noexcept { return logistic_of(t); }

}  // namespace softlaw
