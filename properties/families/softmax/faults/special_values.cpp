// SPDX-License-Identifier: Apache-2.0
// Faults at infinities, NaN and nothing at all: each has been a bug report somewhere.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
constexpr Real infinity = std::numeric_limits<Real>::infinity();
template <class Real>
constexpr Real lowest = std::numeric_limits<Real>::lowest();

template <class Real>
Real largest(const Real* x, std::size_t n) {
  Real m = -infinity<Real>;
  for (std::size_t i = 0; i < n; ++i) m = std::max(m, x[i]);
  return m;
}

template <class Real, class Change>
std::vector<Real> changed(const Real* x, std::size_t n, Change&& change) {
  std::vector<Real> result(x, x + n);
  for (Real& entry : result) entry = change(entry);
  return result;
}

template <class Real>
Real unguarded_shift(const Real* x, std::size_t n) {
  const Real m = largest(x, n);
  const auto shifted = changed(x, n, [m](Real entry) { return entry - m; });
  return std::isfinite(m) ? ours<Real>().logsumexp(x, n)
                          : m + ours<Real>().logsumexp(shifted.data(), n);
}
const Fault& unguarded_shift_fault =
    fault("unguarded-shift", "logsumexp subtracts a maximum that is infinite: NaN, as inf - inf",
          [](auto& table) { table.logsumexp = unguarded_shift; });

template <class Real>
Real empty_sum_zero(const Real* x, std::size_t n, Real lambda) {
  const Real m = lambda < 0 ? infinity<Real> : -infinity<Real>;
  const bool nothing = std::all_of(x, x + n, [m](Real entry) { return entry == m; });
  return nothing ? 0 : ours<Real>().logsumexp_scaled(x, n, lambda);
}
const Fault& empty_sum_zero_fault = fault(
    "empty-sum-zero", "logsumexp_scaled is 0 where there is nothing to sum: for log 0 it takes 0",
    [](auto& table) { table.logsumexp_scaled = empty_sum_zero; });

template <class Real>
Real infinities_subtracted(Real a, Real b) {
  return std::max(a, b) + ours<Real>().softplus(-std::abs(a - b));
}
const Fault& infinities_subtracted_fault =
    fault("infinities-subtracted", "logaddexp takes a - b of two equal infinities",
          [](auto& table) { table.logaddexp = infinities_subtracted; });

template <class Real>
Real nan_swallowed(const Real* x, std::size_t n) {
  const auto kept = changed(x, n, [](Real entry) { return std::fmin(entry, infinity<Real>); });
  return ours<Real>().softmin(kept.data(), n);
}
const Fault& nan_swallowed_fault =
    fault("nan-swallowed", "softmin finds its minimum by fmin, which drops a NaN",
          [](auto& table) { table.softmin = nan_swallowed; });

template <class Real>
Real finite_sentinel(const Real* x, std::size_t n, Real lambda) {
  const auto kept = changed(x, n, [](Real entry) {
    return std::isinf(entry) ? std::copysign(-lowest<Real>, entry) : entry;
  });
  return ours<Real>().softmin_scaled(kept.data(), n, lambda);
}
const Fault& finite_sentinel_fault =
    fault("finite-sentinel", "softmin_scaled stands the largest finite number in for infinity",
          [](auto& table) { table.softmin_scaled = finite_sentinel; });

template <class Real>
Real excess_of_nothing_zero(const Real* x, std::size_t n) {
  return std::isinf(largest(x, n)) ? 0 : ours<Real>().excess(x, n);
}
const Fault& excess_of_nothing_zero_fault =
    fault("excess-of-nothing-zero", "excess is 0 where the maximum is infinite or missing",
          [](auto& table) { table.excess = excess_of_nothing_zero; });

template <class Real>
void masked_row_zero(const Real* x, std::size_t n, Real* out) {
  ours<Real>().softmax(x, n, out);
  if (largest(x, n) == -infinity<Real>) std::fill(out, out + n, Real(0));
}
const Fault& masked_row_zero_fault =
    fault("masked-row-zero", "softmax of -inf alone is 0, not a distribution, and hides a mistake",
          [](auto& table) { table.softmax = masked_row_zero; });

template <class Real>
void infinity_takes_one(const Real* x, std::size_t n, Real temperature, Real* out) {
  ours<Real>().softmax_temperature(x, n, temperature, out);
  if (largest(x, n) != infinity<Real>) return;
  std::transform(x, x + n, out, [](Real entry) { return Real(entry == infinity<Real>); });
}
const Fault& infinity_takes_one_fault =
    fault("infinity-takes-one", "softmax_temperature gives 1 to every +inf and 0 to the rest",
          [](auto& table) { table.softmax_temperature = infinity_takes_one; });

template <class Real>
void lowest_for_minus_infinity(const Real* x, std::size_t n, Real* out) {
  const auto kept = changed(x, n, [](Real entry) { return std::max(entry, lowest<Real>); });
  ours<Real>().log_softmax(kept.data(), n, out);
}
const Fault& lowest_for_minus_infinity_fault =
    fault("lowest-for-minus-infinity", "log_softmax clamps -inf to the lowest finite number",
          [](auto& table) { table.log_softmax = lowest_for_minus_infinity; });

template <class Real>
void nan_masked(const Real* x, std::size_t n, Real temperature, Real* out) {
  const auto kept =
      changed(x, n, [](Real entry) { return std::isnan(entry) ? -infinity<Real> : entry; });
  ours<Real>().log_softmax_temperature(kept.data(), n, temperature, out);
}
const Fault& nan_masked_fault =
    fault("nan-masked", "log_softmax_temperature takes NaN for a masked entry",
          [](auto& table) { table.log_softmax_temperature = nan_masked; });

template <class Real>
void nan_spreads(const Real* x, std::size_t rows, std::size_t columns, std::size_t ldx,
                 Real temperature, Real* out, std::size_t ldout) {
  ours<Real>().softmax_rows(x, rows, columns, ldx, temperature, out, ldout);
  for (std::size_t r = 1; r < rows; ++r) {
    if (!std::isnan(out[(r - 1) * ldout])) continue;
    std::fill(out + r * ldout, out + r * ldout + columns, std::numeric_limits<Real>::quiet_NaN());
  }
}
const Fault& nan_spreads_fault =
    fault("nan-spreads", "softmax_rows carries a NaN from one row to those after it",
          [](auto& table) { table.softmax_rows = nan_spreads; });

template <class Real>
void masked_row_uniform(const Real* x, std::size_t rows, std::size_t columns, std::size_t ldx,
                        Real temperature, Real* out, std::size_t ldout) {
  ours<Real>().log_softmax_rows(x, rows, columns, ldx, temperature, out, ldout);
  const Real each = -std::log(static_cast<Real>(columns));
  for (std::size_t r = 0; r < rows; ++r) {
    if (largest(x + r * ldx, columns) != -infinity<Real>) continue;
    std::fill(out + r * ldout, out + r * ldout + columns, each);
  }
}
const Fault& masked_row_uniform_fault = fault(
    "masked-row-uniform", "log_softmax_rows makes a row of -inf uniform: all exponents are clamped",
    [](auto& table) { table.log_softmax_rows = masked_row_uniform; });

template <class Real>
Real softplus_infinities(Real t) {
  return t + ours<Real>().softplus(-t);
}
const Fault& softplus_infinities_fault =
    fault("softplus-infinities", "softplus is t + softplus(-t), which is inf - inf at -inf",
          [](auto& table) { table.softplus = softplus_infinities; });

template <class Real>
Real zero_log_zero(const Real* p, std::size_t n) {
  return std::count(p, p + n, Real(0)) > 0 ? 0 * std::log(Real(0)) : ours<Real>().entropy(p, n);
}
const Fault& zero_log_zero_fault =
    fault("zero-log-zero", "entropy takes 0 log 0 as it stands, which is NaN",
          [](auto& table) { table.entropy = zero_log_zero; });

/// Where the softmax is NaN, the derivatives are 0.
template <class Real>
void quiet(Real* out, std::size_t count) {
  std::replace_if(
      out, out + count, [](Real entry) { return std::isnan(entry); }, Real(0));
}

template <class Real>
void derivative_zero_at_infinity_logsumexp_hessian(const Real* x, std::size_t n, Real* out) {
  ours<Real>().logsumexp_hessian(x, n, out);
  quiet(out, n * n);
}

template <class Real>
void derivative_zero_at_infinity_logsumexp_hessian_vector(const Real* x, const Real* v,
                                                          std::size_t n, Real* out) {
  ours<Real>().logsumexp_hessian_vector(x, v, n, out);
  quiet(out, n);
}

template <class Real>
void derivative_zero_at_infinity_softmax_derivative(const Real* x, std::size_t n,
                                                    const Real* const* directions,
                                                    std::size_t order, Real* out) {
  ours<Real>().softmax_derivative(x, n, directions, order, out);
  quiet(out, n);
}
const Fault& derivative_zero_at_infinity_fault =
    fault("derivative-zero-at-infinity", "the derivatives are 0 where the softmax is NaN",
          [](auto& table) {
            table.logsumexp_hessian = derivative_zero_at_infinity_logsumexp_hessian;
            table.logsumexp_hessian_vector = derivative_zero_at_infinity_logsumexp_hessian_vector;
            table.softmax_derivative = derivative_zero_at_infinity_softmax_derivative;
          });

}  // namespace
}  // namespace softlaw::properties
