// SPDX-License-Identifier: Apache-2.0
#include <Eigen/Core>

#include "peers.hpp"

namespace {

template <class R>
using Row = Eigen::Map<const Eigen::Array<R, Eigen::Dynamic, 1>>;
template <class R>
using Out = Eigen::Map<Eigen::Array<R, Eigen::Dynamic, 1>>;

template <class R>
R logsumexp(const R* x, std::size_t n) {
  const Row<R> row(x, static_cast<Eigen::Index>(n));
  const R max = row.maxCoeff();
  return max + std::log((row - max).exp().sum());
}

template <class R>
void softmax(const R* x, std::size_t n, R* out) {
  const Row<R> row(x, static_cast<Eigen::Index>(n));
  Out<R> result(out, static_cast<Eigen::Index>(n));
  result = (row - row.maxCoeff()).exp();
  result *= 1 / result.sum();
}

template <class R>
void log_softmax(const R* x, std::size_t n, R* out) {
  const Row<R> row(x, static_cast<Eigen::Index>(n));
  Out<R>(out, static_cast<Eigen::Index>(n)) = row - logsumexp(x, n);
}

}  // namespace

const peers::Peer<double> peers::eigen{"Eigen", logsumexp, softmax, log_softmax};
const peers::Peer<float> peers::eigen32{"Eigen", logsumexp, softmax, log_softmax};
