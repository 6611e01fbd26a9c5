// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/cumulants.hpp>
#include <softlaw/derivative.hpp>
#include <softlaw/hessian.hpp>
#include <softlaw/taylor.hpp>
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
    const std::vector<In> all = spans(directions, n, order);
    softlaw::softmax_derivative(In(x, n), std::span<const In>(all), Out(out, n));
  }
  static void softmax_jet(const Real* x, const Real* h, std::size_t n, std::size_t order,
                          Real* out) {
    softlaw::softmax_jet(In(x, n), In(h, n), order, Out(out, (order + 1) * n));
  }
  static void softmax_taylor(const Real* x, const Real* h, std::size_t n, std::size_t order,
                             Real* out) {
    softlaw::softmax_taylor(In(x, n), In(h, n), order, Out(out, n));
  }
  static void logsumexp_cumulants(const Real* x, const Real* h, std::size_t n, std::size_t order,
                                  Real* out) {
    softlaw::logsumexp_cumulants(In(x, n), In(h, n), Out(out, order));
  }
  static Real logsumexp_derivative(const Real* x, std::size_t n, const Real* const* directions,
                                   std::size_t order) {
    const std::vector<In> all = spans(directions, n, order);
    return softlaw::logsumexp_derivative(In(x, n), std::span<const In>(all));
  }

 private:
  static std::vector<In> spans(const Real* const* directions, std::size_t n, std::size_t order) {
    std::vector<In> all;
    for (std::size_t k = 0; k < order; ++k) all.emplace_back(directions[k], n);
    return all;
  }
};

}  // namespace softlaw::properties
