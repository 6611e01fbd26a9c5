// SPDX-License-Identifier: Apache-2.0
#include "libm.hpp"

#include <algorithm>
#include <cmath>

namespace libm {
namespace {

template <class R>
R log_sum(std::span<const R> x, R max) {
  R sum = 0;
  for (const R entry : x) sum += std::exp(entry - max);
  return std::log(sum);
}

template <class R>
R logsumexp_of(std::span<const R> x) {
  const R max = *std::ranges::max_element(x);
  return max + log_sum(x, max);
}

template <class R>
void softmax_of(std::span<const R> x, std::span<R> out) {
  const R max = *std::ranges::max_element(x);
  R sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += out[i] = std::exp(x[i] - max);
  for (R& entry : out) entry /= sum;
}

template <class R>
void log_softmax_of(std::span<const R> x, std::span<R> out) {
  const R max = *std::ranges::max_element(x);
  const R log = log_sum(x, max);
  for (std::size_t i = 0; i < x.size(); ++i) out[i] = (x[i] - max) - log;
}

template <class R>
R entropy_of(std::span<const R> p) {
  R sum = 0;
  for (const R entry : p) sum -= entry > 0 ? entry * std::log(entry) : 0;
  return sum;
}

}  // namespace

double logsumexp(std::span<const double> x) { return logsumexp_of(x); }
float logsumexp(std::span<const float> x) { return logsumexp_of(x); }
void softmax(std::span<const double> x, std::span<double> out) { softmax_of(x, out); }
void softmax(std::span<const float> x, std::span<float> out) { softmax_of(x, out); }
void log_softmax(std::span<const double> x, std::span<double> out) { log_softmax_of(x, out); }
void log_softmax(std::span<const float> x, std::span<float> out) { log_softmax_of(x, out); }
double entropy(std::span<const double> p) { return entropy_of(p); }
float entropy(std::span<const float> p) { return entropy_of(p); }

}  // namespace libm
