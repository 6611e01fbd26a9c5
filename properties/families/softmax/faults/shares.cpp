// SPDX-License-Identifier: Apache-2.0
// Faults of softmax: of its order, its blocks, its tail and its temperature.
#include <cmath>
#include <functional>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
void shares_left_sorted(const Real* x, std::size_t n, Real* out) {
  ours<Real>().softmax(x, n, out);
  std::sort(out, out + n, std::greater<>());
}
const Fault& shares_left_sorted_fault = fault(
    "shares-left-sorted", "softmax sorts its entries and does not put the results back in place",
    [](auto& table) { table.softmax = shares_left_sorted; });

template <class Real>
void uneven_lanes(const Real* x, std::size_t n, Real* out) {
  ours<Real>().softmax(x, n, out);
  const Real error = 8 * std::numeric_limits<Real>::epsilon();
  for (std::size_t i = 0; i < n - n % 4; ++i) out[i] *= 1 - error;
}
const Fault& uneven_lanes_fault =
    fault("uneven-lanes",
          "softmax takes another exponential, 8 epsilon off, for whole groups of four "
          "than for the tail",
          [](auto& table) { table.softmax = uneven_lanes; });

template <class Real>
void tail_not_normalised(const Real* x, std::size_t n, Real* out) {
  ours<Real>().softmax(x, n, out);
  const Real m = *std::max_element(x, x + n);
  if (n % 2 == 1) out[n - 1] = std::exp(x[n - 1] - m);
}
const Fault& tail_not_normalised_fault = fault(
    "tail-not-normalised", "softmax goes by pairs and does not divide the odd entry by the sum",
    [](auto& table) { table.softmax = tail_not_normalised; });

template <class Real>
void blocks_not_merged(const Real* x, std::size_t n, Real* out) {
  for (std::size_t i = 0; i < n; i += 4) {
    ours<Real>().softmax(x + i, std::min<std::size_t>(4, n - i), out + i);
  }
}
const Fault& blocks_not_merged_fault =
    fault("blocks-not-merged", "softmax divides every block of four by the sum of that block alone",
          [](auto& table) { table.softmax = blocks_not_merged; });

template <class Real>
void temperature_twice(const Real* x, std::size_t n, Real temperature, Real* out) {
  ours<Real>().softmax_temperature(x, n, temperature * temperature, out);
}
const Fault& temperature_twice_fault =
    fault("temperature-twice", "softmax_temperature divides by the temperature twice",
          [](auto& table) { table.softmax_temperature = temperature_twice; });

template <class Real>
void temperature_multiplies(const Real* x, std::size_t n, Real temperature, Real* out) {
  ours<Real>().softmax_temperature(x, n, 1 / temperature, out);
}
const Fault& temperature_multiplies_fault =
    fault("temperature-multiplies", "softmax_temperature multiplies by the temperature",
          [](auto& table) { table.softmax_temperature = temperature_multiplies; });

template <class Real>
void temperature_after_logarithm(const Real* x, std::size_t n, Real temperature, Real* out) {
  ours<Real>().log_softmax(x, n, out);
  for (std::size_t i = 0; i < n; ++i) out[i] /= temperature;
}
const Fault& temperature_after_logarithm_fault =
    fault("temperature-after-logarithm",
          "log_softmax_temperature divides log_softmax by the "
          "temperature, not its argument",
          [](auto& table) { table.log_softmax_temperature = temperature_after_logarithm; });

}  // namespace
}  // namespace softlaw::properties
