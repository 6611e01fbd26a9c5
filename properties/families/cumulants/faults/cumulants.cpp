// SPDX-License-Identifier: Apache-2.0
// Faults of series along a line and of cumulants: a factorial, an order, a product too few.
#include <algorithm>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
void derivative_4_forgets_pairs(const Real* x, std::size_t n, const Real* const* h,
                                std::size_t order, Real* out) {
  ours<Real>().softmax_derivative(x, n, h, order, out);
  if (order != 4) return;
  const auto covariance = [&](std::size_t a, std::size_t b) {
    const Real* two[] = {h[a], h[b]};
    return ours<Real>().logsumexp_derivative(x, n, two, 2);
  };
  const Real pairs = covariance(0, 1) * covariance(2, 3) + covariance(0, 2) * covariance(1, 3) +
                     covariance(0, 3) * covariance(1, 2);
  const std::vector<Real> p = softmax_of(x, n);
  for (std::size_t i = 0; i < n; ++i) out[i] -= p[i] * pairs;
}
const Fault& derivative_4_forgets_pairs_fault =
    fault("derivative-4-forgets-pairs",
          "the fourth derivative of softmax lacks the products of two covariances",
          [](auto& table) { table.softmax_derivative = derivative_4_forgets_pairs; });

template <class Real>
void jet_holds_derivatives(const Real* x, const Real* h, std::size_t n, std::size_t order,
                           Real* out) {
  ours<Real>().softmax_jet(x, h, n, order, out);
  Real factorial = 1;
  for (std::size_t k = 2; k <= order; ++k) {
    factorial *= static_cast<Real>(k);
    for (std::size_t i = 0; i < n; ++i) out[k * n + i] *= factorial;
  }
}
const Fault& jet_holds_derivatives_fault = fault(
    "jet-holds-derivatives", "the jet of softmax holds derivatives, not divided by the factorials",
    [](auto& table) { table.softmax_jet = jet_holds_derivatives; });

template <class Real>
void jet_by_repeated_first(const Real* x, const Real* h, std::size_t n, std::size_t order,
                           Real* out) {
  ours<Real>().softmax_jet(x, h, n, order, out);
  // p c^k / k!: the denominator is only differentiated once
  const Real mean = ours<Real>().logsumexp_derivative(x, n, &h, 1);
  for (std::size_t k = 2; k <= order; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      out[k * n + i] = out[(k - 1) * n + i] * (h[i] - mean) / static_cast<Real>(k);
    }
  }
}
const Fault& jet_by_repeated_first_fault =
    fault("jet-by-repeated-first",
          "the jet of softmax has p (h - <p, h>)^k / k!, as if the mean did not move",
          [](auto& table) { table.softmax_jet = jet_by_repeated_first; });

template <class Real>
void taylor_one_order_short(const Real* x, const Real* h, std::size_t n, std::size_t order,
                            Real* out) {
  ours<Real>().softmax_taylor(x, h, n, order == 0 ? 0 : order - 1, out);
}
const Fault& taylor_one_order_short_fault =
    fault("taylor-one-order-short", "the Taylor polynomial of softmax ends one order too early",
          [](auto& table) { table.softmax_taylor = taylor_one_order_short; });

template <class Real>
void taylor_with_inner_product(const Real* x, const Real* h, std::size_t n, std::size_t order,
                               Real* out) {
  ours<Real>().softmax_taylor(x, h, n, order, out);
  if (order == 0) return;
  const std::vector<Real> p = softmax_of(x, n);
  const Real inner = ours<Real>().logsumexp_derivative(x, n, &h, 1);
  for (std::size_t i = 0; i < n; ++i) out[i] += inner - p[i] * h[i];
}
const Fault& taylor_with_inner_product_fault = fault(
    "taylor-with-inner-product",
    "the Taylor polynomial of softmax has the inner product of p and h for the product by entries",
    [](auto& table) { table.softmax_taylor = taylor_with_inner_product; });

template <class Real>
void cumulants_are_moments(const Real* x, const Real* h, std::size_t n, std::size_t order,
                           Real* out) {
  ours<Real>().logsumexp_cumulants(x, h, n, order, out);
  if (order >= 4) out[3] += 3 * out[1] * out[1];
}
const Fault& cumulants_are_moments_fault =
    fault("cumulants-are-moments", "the fourth cumulant is the fourth central moment",
          [](auto& table) { table.logsumexp_cumulants = cumulants_are_moments; });

template <class Real>
void variance_is_second_moment(const Real* x, const Real* h, std::size_t n, std::size_t order,
                               Real* out) {
  ours<Real>().logsumexp_cumulants(x, h, n, order, out);
  if (order >= 2) out[1] += out[0] * out[0];
}
const Fault& variance_is_second_moment_fault =
    fault("variance-is-second-moment", "the second cumulant is the mean of the squares",
          [](auto& table) { table.logsumexp_cumulants = variance_is_second_moment; });

template <class Real>
void third_cumulant_doubled(const Real* x, const Real* h, std::size_t n, std::size_t order,
                            Real* out) {
  ours<Real>().logsumexp_cumulants(x, h, n, order, out);
  if (order >= 3) out[2] = 2 * out[2];
}
const Fault& third_cumulant_doubled_fault =
    fault("third-cumulant-doubled", "the third cumulant is taken with a factor 3! over 3",
          [](auto& table) { table.logsumexp_cumulants = third_cumulant_doubled; });

template <class Real>
Real joint_cumulant_uncentred(const Real* x, std::size_t n, const Real* const* h,
                              std::size_t order) {
  const Real result = ours<Real>().logsumexp_derivative(x, n, h, order);
  if (order < 2) return result;
  const Real first = ours<Real>().logsumexp_derivative(x, n, h, 1);
  const Real second = ours<Real>().logsumexp_derivative(x, n, h + 1, 1);
  return result + first * second;
}
const Fault& joint_cumulant_uncentred_fault = fault(
    "joint-cumulant-uncentred", "a joint cumulant still has the product of the first two means",
    [](auto& table) { table.logsumexp_derivative = joint_cumulant_uncentred; });

template <class Real, class Call>
void without_nan(Real* out, std::size_t n, const Call& call) {
  call();
  std::replace_if(
      out, out + n, [](Real y) { return y != y; }, Real(0));
}

template <class Real>
void line_zero_at_infinity_softmax_jet(const Real* x, const Real* h, std::size_t n,
                                       std::size_t order, Real* out) {
  without_nan(out, (order + 1) * n, [&] { ours<Real>().softmax_jet(x, h, n, order, out); });
}

template <class Real>
void line_zero_at_infinity_softmax_taylor(const Real* x, const Real* h, std::size_t n,
                                          std::size_t order, Real* out) {
  without_nan(out, n, [&] { ours<Real>().softmax_taylor(x, h, n, order, out); });
}
const Fault& line_zero_at_infinity_fault = fault(
    "line-zero-at-infinity",
    "where softmax is NaN, its jet and its Taylor polynomial are made of zeros", [](auto& table) {
      table.softmax_jet = line_zero_at_infinity_softmax_jet;
      table.softmax_taylor = line_zero_at_infinity_softmax_taylor;
    });

template <class Real>
void cumulants_zero_at_infinity(const Real* x, const Real* h, std::size_t n, std::size_t order,
                                Real* out) {
  without_nan(out, order, [&] { ours<Real>().logsumexp_cumulants(x, h, n, order, out); });
}
const Fault& cumulants_zero_at_infinity_fault =
    fault("cumulants-zero-at-infinity", "where softmax is NaN, its cumulants are zeros",
          [](auto& table) { table.logsumexp_cumulants = cumulants_zero_at_infinity; });

template <class Real>
Real joint_cumulant_zero_at_infinity(const Real* x, std::size_t n, const Real* const* h,
                                     std::size_t order) {
  const Real result = ours<Real>().logsumexp_derivative(x, n, h, order);
  return std::isnan(result) ? 0 : result;
}
const Fault& joint_cumulant_zero_at_infinity_fault =
    fault("joint-cumulant-zero-at-infinity", "where softmax is NaN, its joint cumulants are 0",
          [](auto& table) { table.logsumexp_derivative = joint_cumulant_zero_at_infinity; });

}  // namespace
}  // namespace softlaw::properties
