// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subjects/correctly_rounded.hpp"

namespace softlaw::properties {

/// The derivatives of the reference behind the C table: part of Exact.
template <class Real>
struct ExactDerivatives {
  static void logsumexp_hessian(const Real* x, std::size_t n, Real* out) {
    exact_all(Function::logsumexp_hessian, {Vector(x, x + n)}, out);
  }
  static void logsumexp_hessian_vector(const Real* x, const Real* v, std::size_t n, Real* out) {
    exact_all(Function::logsumexp_hessian_vector, {Vector(x, x + n), Vector(v, v + n)}, out);
  }
  static void softmax_derivative(const Real* x, std::size_t n, const Real* const* directions,
                                 std::size_t order, Real* out) {
    const Function by_order[] = {Function::softmax_derivative_1, Function::softmax_derivative_2,
                                 Function::softmax_derivative_3, Function::softmax_derivative_4};
    Arguments arguments{Vector(x, x + n)};
    for (std::size_t k = 0; k < order; ++k)
      arguments.emplace_back(Vector(directions[k], directions[k] + n));
    exact_all(by_order[order - 1], arguments, out);
  }
  static void softmax_jet(const Real* x, const Real* h, std::size_t n, std::size_t order,
                          Real* out) {
    exact_all(Function::softmax_jet, line(x, h, n, order), out);
  }
  static void softmax_taylor(const Real* x, const Real* h, std::size_t n, std::size_t order,
                             Real* out) {
    exact_all(Function::softmax_taylor, line(x, h, n, order), out);
  }
  static void logsumexp_cumulants(const Real* x, const Real* h, std::size_t n, std::size_t order,
                                  Real* out) {
    exact_all(Function::logsumexp_cumulants, line(x, h, n, order), out);
  }
  static Real logsumexp_derivative(const Real* x, std::size_t n, const Real* const* directions,
                                   std::size_t order) {
    Vector all;
    for (std::size_t k = 0; k < order; ++k) all.insert(all.end(), directions[k], directions[k] + n);
    return exact_one<Real>(Function::logsumexp_derivative, {Vector(x, x + n), all});
  }

 private:
  static Arguments line(const Real* x, const Real* h, std::size_t n, std::size_t order) {
    return {Vector(x, x + n), Vector(h, h + n), static_cast<std::int64_t>(order)};
  }
};

}  // namespace softlaw::properties
