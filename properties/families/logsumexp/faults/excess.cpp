// SPDX-License-Identifier: Apache-2.0
// Faults of the excess: ways to lose the bits that the rounding of log-sum-exp itself must lose.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
Real excess_by_plain_logarithm(const Real* x, std::size_t n) {
  const Real m = *std::max_element(x, x + n);
  Real sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::exp(x[i] - m);
  return std::log(sum);
}
const Fault& excess_by_plain_logarithm_fault =
    fault("excess-by-plain-logarithm", "excess is log(1 + rest), where it needs log1p(rest)",
          [](auto& table) { table.excess = excess_by_plain_logarithm; });

template <class Real>
Real excess_by_subtraction(const Real* x, std::size_t n) {
  return ours<Real>().logsumexp(x, n) - *std::max_element(x, x + n);
}
const Fault& excess_by_subtraction_fault =
    fault("excess-by-subtraction", "excess is the rounded logsumexp minus the maximum",
          [](auto& table) { table.excess = excess_by_subtraction; });

template <class Real>
Real excess_in_bits(const Real* x, std::size_t n) {
  return ours<Real>().excess(x, n) / std::log(Real(2));
}
const Fault& excess_in_bits_fault = fault("excess-in-bits", "excess takes the logarithm to base 2",
                                          [](auto& table) { table.excess = excess_in_bits; });

template <class Real>
Real exp_flushed(const Real* x, std::size_t n) {
  const auto top = std::max_element(x, x + n);
  const Real lowest = std::log(std::numeric_limits<Real>::epsilon());
  Real rest = 0;
  for (auto entry = x; entry != x + n; ++entry) {
    if (entry != top && *entry - *top > lowest) rest += std::exp(*entry - *top);
  }
  return std::log1p(rest);
}
const Fault& exp_flushed_fault =
    fault("exp-flushed", "excess takes the exponential for 0 where it is below the machine epsilon",
          [](auto& table) { table.excess = exp_flushed; });

}  // namespace
}  // namespace softlaw::properties
