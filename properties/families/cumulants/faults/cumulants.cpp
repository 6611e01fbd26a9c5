// SPDX-License-Identifier: Apache-2.0
// Faults of series along a line and of cumulants: a factorial, an order, a product too few.
#include <algorithm>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
struct Derivative4ForgetsPairs : Ours<Real> {
  static void softmax_derivative(const Real* x, std::size_t n, const Real* const* h,
                                 std::size_t order, Real* out) {
    Ours<Real>::softmax_derivative(x, n, h, order, out);
    if (order != 4) return;
    const auto covariance = [&](std::size_t a, std::size_t b) {
      const Real* two[] = {h[a], h[b]};
      return Ours<Real>::logsumexp_derivative(x, n, two, 2);
    };
    const Real pairs = covariance(0, 1) * covariance(2, 3) + covariance(0, 2) * covariance(1, 3) +
                       covariance(0, 3) * covariance(1, 2);
    const std::vector<Real> p = softmax_of(x, n);
    for (std::size_t i = 0; i < n; ++i) out[i] -= p[i] * pairs;
  }
};
const Fault& derivative_4_forgets_pairs = fault<Derivative4ForgetsPairs>(
    "derivative-4-forgets-pairs",
    "the fourth derivative of softmax lacks the products of two covariances");

template <class Real>
struct JetHoldsDerivatives : Ours<Real> {
  static void softmax_jet(const Real* x, const Real* h, std::size_t n, std::size_t order,
                          Real* out) {
    Ours<Real>::softmax_jet(x, h, n, order, out);
    Real factorial = 1;
    for (std::size_t k = 2; k <= order; ++k) {
      factorial *= static_cast<Real>(k);
      for (std::size_t i = 0; i < n; ++i) out[k * n + i] *= factorial;
    }
  }
};
const Fault& jet_holds_derivatives = fault<JetHoldsDerivatives>(
    "jet-holds-derivatives", "the jet of softmax holds derivatives, not divided by the factorials");

template <class Real>
struct JetByRepeatedFirst : Ours<Real> {
  static void softmax_jet(const Real* x, const Real* h, std::size_t n, std::size_t order,
                          Real* out) {
    Ours<Real>::softmax_jet(x, h, n, order, out);
    // p c^k / k!: the denominator is only differentiated once
    const Real mean = Ours<Real>::logsumexp_derivative(x, n, &h, 1);
    for (std::size_t k = 2; k <= order; ++k) {
      for (std::size_t i = 0; i < n; ++i) {
        out[k * n + i] = out[(k - 1) * n + i] * (h[i] - mean) / static_cast<Real>(k);
      }
    }
  }
};
const Fault& jet_by_repeated_first = fault<JetByRepeatedFirst>(
    "jet-by-repeated-first",
    "the jet of softmax has p (h - <p, h>)^k / k!, as if the mean did not move");

template <class Real>
struct TaylorOneOrderShort : Ours<Real> {
  static void softmax_taylor(const Real* x, const Real* h, std::size_t n, std::size_t order,
                             Real* out) {
    Ours<Real>::softmax_taylor(x, h, n, order == 0 ? 0 : order - 1, out);
  }
};
const Fault& taylor_one_order_short = fault<TaylorOneOrderShort>(
    "taylor-one-order-short", "the Taylor polynomial of softmax ends one order too early");

template <class Real>
struct TaylorWithInnerProduct : Ours<Real> {
  static void softmax_taylor(const Real* x, const Real* h, std::size_t n, std::size_t order,
                             Real* out) {
    Ours<Real>::softmax_taylor(x, h, n, order, out);
    if (order == 0) return;
    const std::vector<Real> p = softmax_of(x, n);
    const Real inner = Ours<Real>::logsumexp_derivative(x, n, &h, 1);
    for (std::size_t i = 0; i < n; ++i) out[i] += inner - p[i] * h[i];
  }
};
const Fault& taylor_with_inner_product = fault<TaylorWithInnerProduct>(
    "taylor-with-inner-product",
    "the Taylor polynomial of softmax has the inner product of p and h for the product by entries");

template <class Real>
struct CumulantsAreMoments : Ours<Real> {
  static void logsumexp_cumulants(const Real* x, const Real* h, std::size_t n, std::size_t order,
                                  Real* out) {
    Ours<Real>::logsumexp_cumulants(x, h, n, order, out);
    if (order >= 4) out[3] += 3 * out[1] * out[1];
  }
};
const Fault& cumulants_are_moments = fault<CumulantsAreMoments>(
    "cumulants-are-moments", "the fourth cumulant is the fourth central moment");

template <class Real>
struct VarianceIsSecondMoment : Ours<Real> {
  static void logsumexp_cumulants(const Real* x, const Real* h, std::size_t n, std::size_t order,
                                  Real* out) {
    Ours<Real>::logsumexp_cumulants(x, h, n, order, out);
    if (order >= 2) out[1] += out[0] * out[0];
  }
};
const Fault& variance_is_second_moment = fault<VarianceIsSecondMoment>(
    "variance-is-second-moment", "the second cumulant is the mean of the squares");

template <class Real>
struct ThirdCumulantDoubled : Ours<Real> {
  static void logsumexp_cumulants(const Real* x, const Real* h, std::size_t n, std::size_t order,
                                  Real* out) {
    Ours<Real>::logsumexp_cumulants(x, h, n, order, out);
    if (order >= 3) out[2] = 2 * out[2];
  }
};
const Fault& third_cumulant_doubled = fault<ThirdCumulantDoubled>(
    "third-cumulant-doubled", "the third cumulant is taken with a factor 3! over 3");

template <class Real>
struct JointCumulantUncentred : Ours<Real> {
  static Real logsumexp_derivative(const Real* x, std::size_t n, const Real* const* h,
                                   std::size_t order) {
    const Real result = Ours<Real>::logsumexp_derivative(x, n, h, order);
    if (order < 2) return result;
    const Real first = Ours<Real>::logsumexp_derivative(x, n, h, 1);
    const Real second = Ours<Real>::logsumexp_derivative(x, n, h + 1, 1);
    return result + first * second;
  }
};
const Fault& joint_cumulant_uncentred = fault<JointCumulantUncentred>(
    "joint-cumulant-uncentred", "a joint cumulant still has the product of the first two means");

template <class Real>
struct LineZeroAtInfinity : Ours<Real> {
  template <class Call>
  static void without_nan(Real* out, std::size_t n, const Call& call) {
    call();
    std::replace_if(
        out, out + n, [](Real y) { return y != y; }, Real(0));
  }
  static void softmax_jet(const Real* x, const Real* h, std::size_t n, std::size_t order,
                          Real* out) {
    without_nan(out, (order + 1) * n, [&] { Ours<Real>::softmax_jet(x, h, n, order, out); });
  }
  static void softmax_taylor(const Real* x, const Real* h, std::size_t n, std::size_t order,
                             Real* out) {
    without_nan(out, n, [&] { Ours<Real>::softmax_taylor(x, h, n, order, out); });
  }
};
const Fault& line_zero_at_infinity = fault<LineZeroAtInfinity>(
    "line-zero-at-infinity",
    "where softmax is NaN, its jet and its Taylor polynomial are made of zeros");

}  // namespace
}  // namespace softlaw::properties
