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
struct UnguardedShift : Ours<Real> {
  static Real logsumexp(const Real* x, std::size_t n) {
    const Real m = largest(x, n);
    const auto shifted = changed(x, n, [m](Real entry) { return entry - m; });
    return std::isfinite(m) ? Ours<Real>::logsumexp(x, n)
                            : m + Ours<Real>::logsumexp(shifted.data(), n);
  }
};
const Fault& unguarded_shift = fault<UnguardedShift>(
    "unguarded-shift", "logsumexp subtracts a maximum that is infinite: NaN, as inf - inf");

template <class Real>
struct EmptySumZero : Ours<Real> {
  static Real logsumexp_scaled(const Real* x, std::size_t n, Real lambda) {
    const Real m = lambda < 0 ? infinity<Real> : -infinity<Real>;
    const bool nothing = std::all_of(x, x + n, [m](Real entry) { return entry == m; });
    return nothing ? 0 : Ours<Real>::logsumexp_scaled(x, n, lambda);
  }
};
const Fault& empty_sum_zero = fault<EmptySumZero>(
    "empty-sum-zero", "logsumexp_scaled is 0 where there is nothing to sum: for log 0 it takes 0");

template <class Real>
struct InfinitiesSubtracted : Ours<Real> {
  static Real logaddexp(Real a, Real b) {
    return std::max(a, b) + Ours<Real>::softplus(-std::abs(a - b));
  }
};
const Fault& infinities_subtracted = fault<InfinitiesSubtracted>(
    "infinities-subtracted", "logaddexp takes a - b of two equal infinities");

template <class Real>
struct NanSwallowed : Ours<Real> {
  static Real softmin(const Real* x, std::size_t n) {
    const auto kept = changed(x, n, [](Real entry) { return std::fmin(entry, infinity<Real>); });
    return Ours<Real>::softmin(kept.data(), n);
  }
};
const Fault& nan_swallowed =
    fault<NanSwallowed>("nan-swallowed", "softmin finds its minimum by fmin, which drops a NaN");

template <class Real>
struct FiniteSentinel : Ours<Real> {
  static Real softmin_scaled(const Real* x, std::size_t n, Real lambda) {
    const auto kept = changed(x, n, [](Real entry) {
      return std::isinf(entry) ? std::copysign(-lowest<Real>, entry) : entry;
    });
    return Ours<Real>::softmin_scaled(kept.data(), n, lambda);
  }
};
const Fault& finite_sentinel = fault<FiniteSentinel>(
    "finite-sentinel", "softmin_scaled stands the largest finite number in for infinity");

template <class Real>
struct ExcessOfNothingZero : Ours<Real> {
  static Real excess(const Real* x, std::size_t n) {
    return std::isinf(largest(x, n)) ? 0 : Ours<Real>::excess(x, n);
  }
};
const Fault& excess_of_nothing_zero = fault<ExcessOfNothingZero>(
    "excess-of-nothing-zero", "excess is 0 where the maximum is infinite or missing");

template <class Real>
struct MaskedRowZero : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::softmax(x, n, out);
    if (largest(x, n) == -infinity<Real>) std::fill(out, out + n, Real(0));
  }
};
const Fault& masked_row_zero = fault<MaskedRowZero>(
    "masked-row-zero", "softmax of -inf alone is 0, which is no distribution and hides a mistake");

template <class Real>
struct InfinityTakesOne : Ours<Real> {
  static void softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    Ours<Real>::softmax_temperature(x, n, temperature, out);
    if (largest(x, n) != infinity<Real>) return;
    std::transform(x, x + n, out, [](Real entry) { return Real(entry == infinity<Real>); });
  }
};
const Fault& infinity_takes_one = fault<InfinityTakesOne>(
    "infinity-takes-one", "softmax_temperature gives 1 to every +inf and 0 to the rest");

template <class Real>
struct LowestForMinusInfinity : Ours<Real> {
  static void log_softmax(const Real* x, std::size_t n, Real* out) {
    const auto kept = changed(x, n, [](Real entry) { return std::max(entry, lowest<Real>); });
    Ours<Real>::log_softmax(kept.data(), n, out);
  }
};
const Fault& lowest_for_minus_infinity = fault<LowestForMinusInfinity>(
    "lowest-for-minus-infinity", "log_softmax clamps -inf to the lowest finite number");

template <class Real>
struct NanMasked : Ours<Real> {
  static void log_softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    const auto kept =
        changed(x, n, [](Real entry) { return std::isnan(entry) ? -infinity<Real> : entry; });
    Ours<Real>::log_softmax_temperature(kept.data(), n, temperature, out);
  }
};
const Fault& nan_masked =
    fault<NanMasked>("nan-masked", "log_softmax_temperature takes NaN for a masked entry");

template <class Real>
struct NanSpreads : Ours<Real> {
  static void softmax_rows(const Real* x, std::size_t rows, std::size_t columns, std::size_t ldx,
                           Real temperature, Real* out, std::size_t ldout) {
    Ours<Real>::softmax_rows(x, rows, columns, ldx, temperature, out, ldout);
    for (std::size_t r = 1; r < rows; ++r) {
      if (!std::isnan(out[(r - 1) * ldout])) continue;
      std::fill(out + r * ldout, out + r * ldout + columns, std::numeric_limits<Real>::quiet_NaN());
    }
  }
};
const Fault& nan_spreads =
    fault<NanSpreads>("nan-spreads", "softmax_rows carries a NaN from one row to those after it");

template <class Real>
struct MaskedRowUniform : Ours<Real> {
  static void log_softmax_rows(const Real* x, std::size_t rows, std::size_t columns,
                               std::size_t ldx, Real temperature, Real* out, std::size_t ldout) {
    Ours<Real>::log_softmax_rows(x, rows, columns, ldx, temperature, out, ldout);
    const Real each = -std::log(static_cast<Real>(columns));
    for (std::size_t r = 0; r < rows; ++r) {
      if (largest(x + r * ldx, columns) != -infinity<Real>) continue;
      std::fill(out + r * ldout, out + r * ldout + columns, each);
    }
  }
};
const Fault& masked_row_uniform = fault<MaskedRowUniform>(
    "masked-row-uniform",
    "log_softmax_rows makes a row of -inf uniform: all exponents are clamped");

template <class Real>
struct SoftplusInfinities : Ours<Real> {
  static Real softplus(Real t) { return t + Ours<Real>::softplus(-t); }
};
const Fault& softplus_infinities = fault<SoftplusInfinities>(
    "softplus-infinities", "softplus is t + softplus(-t), which is inf - inf at -inf");

template <class Real>
struct ZeroLogZero : Ours<Real> {
  static Real entropy(const Real* p, std::size_t n) {
    return std::count(p, p + n, Real(0)) > 0 ? 0 * std::log(Real(0)) : Ours<Real>::entropy(p, n);
  }
};
const Fault& zero_log_zero =
    fault<ZeroLogZero>("zero-log-zero", "entropy takes 0 log 0 as it stands, which is NaN");

/// Where the softmax is NaN, the derivatives are 0.
template <class Real>
struct DerivativeZeroAtInfinity : Ours<Real> {
  static void quiet(Real* out, std::size_t count) {
    std::replace_if(
        out, out + count, [](Real entry) { return std::isnan(entry); }, Real(0));
  }
  static void logsumexp_hessian(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::logsumexp_hessian(x, n, out);
    quiet(out, n * n);
  }
  static void logsumexp_hessian_vector(const Real* x, const Real* v, std::size_t n, Real* out) {
    Ours<Real>::logsumexp_hessian_vector(x, v, n, out);
    quiet(out, n);
  }
  static void softmax_derivative(const Real* x, std::size_t n, const Real* const* directions,
                                 std::size_t order, Real* out) {
    Ours<Real>::softmax_derivative(x, n, directions, order, out);
    quiet(out, n);
  }
};
const Fault& derivative_zero_at_infinity = fault<DerivativeZeroAtInfinity>(
    "derivative-zero-at-infinity", "the derivatives are 0 where the softmax is NaN");

}  // namespace
}  // namespace softlaw::properties
