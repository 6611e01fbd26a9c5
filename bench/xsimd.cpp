// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <xsimd/xsimd.hpp>

#include "peers.hpp"

namespace {

/// Rows whose length is a multiple of a vector; the rest by libm.
template <class R>
R logsumexp(const R* x, std::size_t n) {
  using Batch = xsimd::batch<R>;
  const R max = *std::max_element(x, x + n);
  Batch sums(R(0));
  std::size_t i = 0;
  for (; i + Batch::size <= n; i += Batch::size) {
    sums += xsimd::exp(Batch::load_unaligned(x + i) - Batch(max));
  }
  R sum = xsimd::hadd(sums);
  for (; i < n; ++i) sum += std::exp(x[i] - max);
  return max + std::log(sum);
}

template <class R>
void softmax(const R* x, std::size_t n, R* out) {
  using Batch = xsimd::batch<R>;
  const R max = *std::max_element(x, x + n);
  Batch sums(R(0));
  std::size_t i = 0;
  for (; i + Batch::size <= n; i += Batch::size) {
    const Batch e = xsimd::exp(Batch::load_unaligned(x + i) - Batch(max));
    e.store_unaligned(out + i);
    sums += e;
  }
  R sum = xsimd::hadd(sums);
  for (; i < n; ++i) sum += out[i] = std::exp(x[i] - max);
  const R inverse = 1 / sum;
  for (std::size_t k = 0; k < n; ++k) out[k] *= inverse;
}

template <class R>
void log_softmax(const R* x, std::size_t n, R* out) {
  const R log_total = logsumexp(x, n);
  for (std::size_t i = 0; i < n; ++i) out[i] = x[i] - log_total;
}

}  // namespace

const peers::Peer<double> peers::xsimd_loop{"xsimd", logsumexp, softmax, log_softmax};
const peers::Peer<float> peers::xsimd_loop32{"xsimd", logsumexp, softmax, log_softmax};
