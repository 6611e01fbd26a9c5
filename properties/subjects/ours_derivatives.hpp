// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/derivative.hpp>
#include <softlaw/hessian.hpp>
#include <span>
#include <vector>

namespace softlaw::properties {

/// Our derivatives behind the C table: part of Ours.
template <class Real>
struct OursDerivatives {
  using In = std::span<const Real>;
  using Out = std::span<Real>;

  static void logsumexp_hessian(const Real* x, std::size_t n, Real* out) {
    softlaw::logsumexp_hessian(In(x, n), Out(out, n * n));
  }
  static void logsumexp_hessian_vector(const Real* x, const Real* v, std::size_t n, Real* out) {
    softlaw::logsumexp_hessian_vector(In(x, n), In(v, n), Out(out, n));
  }
  static void softmax_derivative(const Real* x, std::size_t n, const Real* const* directions,
                                 std::size_t order, Real* out) {
    std::vector<In> spans;
    for (std::size_t k = 0; k < order; ++k) spans.emplace_back(directions[k], n);
    softlaw::softmax_derivative(In(x, n), std::span<const In>(spans), Out(out, n));
  }
};

}  // namespace softlaw::properties
