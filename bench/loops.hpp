// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstddef>

#include "peers.hpp"

/// The textbook's loops; what they cost is up to the options of the file that includes them.
namespace {

template <class R>
R largest(const R* x, std::size_t n) {
  R max = x[0];
  for (std::size_t i = 1; i < n; ++i) max = x[i] > max ? x[i] : max;
  return max;
}

template <class R>
R loop_logsumexp(const R* x, std::size_t n) {
  const R max = largest(x, n);
  R sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp(x[i] - max);
  return max + std::log(sum);
}

template <class R>
void loop_softmax(const R* x, std::size_t n, R* out) {
  const R max = largest(x, n);
  R sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += out[i] = std::exp(x[i] - max);
  const R inverse = 1 / sum;
  for (std::size_t i = 0; i < n; ++i) out[i] *= inverse;
}

template <class R>
void loop_log_softmax(const R* x, std::size_t n, R* out) {
  const R log_total = loop_logsumexp(x, n);
  for (std::size_t i = 0; i < n; ++i) out[i] = x[i] - log_total;
}

template <class R>
R loop_label_loss(const R* x, std::size_t n, std::size_t label) {
  return loop_logsumexp(x, n) - x[label];
}

template <class R>
void loop_label_gradient(const R* x, std::size_t n, std::size_t label, R* out) {
  loop_softmax(x, n, out);
  out[label] -= 1;
}

template <class R>
R loop_entropy(const R* p, std::size_t n) {
  R sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum -= p[i] > 0 ? p[i] * std::log(p[i]) : 0;
  return sum;
}

template <class R>
R loop_divergence(const R* p, const R* q, std::size_t n) {
  R sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += p[i] > 0 ? p[i] * std::log(p[i] / q[i]) : 0;
  return sum;
}

template <class R>
constexpr peers::Peer<R> loops(const char* name) {
  return {name,
          loop_logsumexp<R>,
          loop_softmax<R>,
          loop_log_softmax<R>,
          loop_label_loss<R>,
          loop_label_gradient<R>,
          loop_entropy<R>,
          loop_divergence<R>};
}

}  // namespace
