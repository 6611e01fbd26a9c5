// SPDX-License-Identifier: Apache-2.0
// Array expressions, as Stan Math writes log_sum_exp and softmax with them.
#include <Eigen/Core>
#include <string>

#include "peer.hpp"

namespace {

template <class Real>
using Column = Eigen::Map<const Eigen::Array<Real, Eigen::Dynamic, 1>>;
template <class Real>
using Out = Eigen::Map<Eigen::Array<Real, Eigen::Dynamic, 1>>;

template <class Real>
auto column(const Real* x, std::size_t n) {
  return Column<Real>(x, static_cast<Eigen::Index>(n));
}

template <class Real>
Real logsumexp(const Real* x, std::size_t n) {
  if (n == 0) return -std::numeric_limits<Real>::infinity();
  const auto entries = column(x, n);
  const Real most = entries.maxCoeff();
  if (!std::isfinite(most)) return most;
  return most + std::log((entries - most).exp().sum());
}

template <class Real>
void softmax(const Real* x, std::size_t n, Real* out) {
  if (n == 0) return;
  Out<Real> result(out, static_cast<Eigen::Index>(n));
  result = (column(x, n) - column(x, n).maxCoeff()).exp();
  result /= result.sum();
}

template <class Real>
void log_softmax(const Real* x, std::size_t n, Real* out) {
  if (n == 0) return;
  Out<Real>(out, static_cast<Eigen::Index>(n)) = column(x, n) - logsumexp(x, n);
}

template <class Real>
Real logistic(Real t) {
  return Eigen::Array<Real, 1, 1>(t).logistic()(0);
}

template <class Table, class Real>
Table table() {
  Table table{};
  table.size = sizeof(Table);
  table.logsumexp = logsumexp<Real>;
  table.softmax = softmax<Real>;
  table.log_softmax = log_softmax<Real>;
  table.logistic = logistic<Real>;
  return table;
}

const softlaw_binary64 binary64 = table<softlaw_binary64, double>();
const softlaw_binary32 binary32 = table<softlaw_binary32, float>();
const std::string name = "Eigen " + std::to_string(EIGEN_WORLD_VERSION) + "." +
                         std::to_string(EIGEN_MAJOR_VERSION) + "." +
                         std::to_string(EIGEN_MINOR_VERSION);
const softlaw_subject eigen = peer::subject(name.c_str(), &binary64, &binary32);

}  // namespace

extern "C" const softlaw_subject* softlaw_subject_get(void) { return &eigen; }
