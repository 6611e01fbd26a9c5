// SPDX-License-Identifier: Apache-2.0
// Faults of the excess: ways to lose what the rounding of log-sum-exp itself must lose.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
struct ExcessByPlainLogarithm : Ours<Real> {
  static Real excess(const Real* x, std::size_t n) {
    const Real m = *std::max_element(x, x + n);
    Real sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += std::exp(x[i] - m);
    return std::log(sum);
  }
};
const Fault& excess_by_plain_logarithm = fault<ExcessByPlainLogarithm>(
    "excess-by-plain-logarithm", "excess is log(1 + rest), where it needs log1p(rest)");

template <class Real>
struct ExcessBySubtraction : Ours<Real> {
  static Real excess(const Real* x, std::size_t n) {
    return Ours<Real>::logsumexp(x, n) - *std::max_element(x, x + n);
  }
};
const Fault& excess_by_subtraction = fault<ExcessBySubtraction>(
    "excess-by-subtraction", "excess is the rounded logsumexp minus the maximum");

template <class Real>
struct ExcessInBits : Ours<Real> {
  static Real excess(const Real* x, std::size_t n) {
    return Ours<Real>::excess(x, n) / std::log(Real(2));
  }
};
const Fault& excess_in_bits =
    fault<ExcessInBits>("excess-in-bits", "excess takes the logarithm to base 2");

template <class Real>
struct ExpFlushed : Ours<Real> {
  static Real excess(const Real* x, std::size_t n) {
    const auto top = std::max_element(x, x + n);
    const Real lowest = std::log(std::numeric_limits<Real>::epsilon());
    Real rest = 0;
    for (auto entry = x; entry != x + n; ++entry) {
      if (entry != top && *entry - *top > lowest) rest += std::exp(*entry - *top);
    }
    return std::log1p(rest);
  }
};
const Fault& exp_flushed = fault<ExpFlushed>(
    "exp-flushed", "excess takes the exponential for 0 where it is below the machine epsilon");

}  // namespace
}  // namespace softlaw::properties
