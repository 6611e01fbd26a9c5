// SPDX-License-Identifier: Apache-2.0
// Faults of softmax: of its order, its blocks, its tail and its temperature.
#include <cmath>
#include <functional>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
struct SharesLeftSorted : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::softmax(x, n, out);
    std::sort(out, out + n, std::greater<>());
  }
};
const Fault& shares_left_sorted = fault<SharesLeftSorted>(
    "shares-left-sorted", "softmax sorts its entries and does not put the results back in place");

template <class Real>
struct UnevenLanes : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::softmax(x, n, out);
    const Real error = 8 * std::numeric_limits<Real>::epsilon();
    for (std::size_t i = 0; i < n - n % 4; ++i) out[i] *= 1 - error;
  }
};
const Fault& uneven_lanes =
    fault<UnevenLanes>("uneven-lanes",
                       "softmax takes another exponential, 8 epsilon off, for whole groups of four "
                       "than for the tail");

template <class Real>
struct TailNotNormalised : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    Ours<Real>::softmax(x, n, out);
    const Real m = *std::max_element(x, x + n);
    if (n % 2 == 1) out[n - 1] = std::exp(x[n - 1] - m);
  }
};
const Fault& tail_not_normalised = fault<TailNotNormalised>(
    "tail-not-normalised", "softmax goes by pairs and does not divide the odd entry by the sum");

template <class Real>
struct BlocksNotMerged : Ours<Real> {
  static void softmax(const Real* x, std::size_t n, Real* out) {
    for (std::size_t i = 0; i < n; i += 4) {
      Ours<Real>::softmax(x + i, std::min<std::size_t>(4, n - i), out + i);
    }
  }
};
const Fault& blocks_not_merged = fault<BlocksNotMerged>(
    "blocks-not-merged", "softmax divides every block of four by the sum of that block alone");

template <class Real>
struct TemperatureTwice : Ours<Real> {
  static void softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    Ours<Real>::softmax_temperature(x, n, temperature * temperature, out);
  }
};
const Fault& temperature_twice = fault<TemperatureTwice>(
    "temperature-twice", "softmax_temperature divides by the temperature twice");

template <class Real>
struct TemperatureMultiplies : Ours<Real> {
  static void softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    Ours<Real>::softmax_temperature(x, n, 1 / temperature, out);
  }
};
const Fault& temperature_multiplies = fault<TemperatureMultiplies>(
    "temperature-multiplies", "softmax_temperature multiplies by the temperature");

template <class Real>
struct TemperatureAfterLogarithm : Ours<Real> {
  static void log_softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    Ours<Real>::log_softmax(x, n, out);
    for (std::size_t i = 0; i < n; ++i) out[i] /= temperature;
  }
};
const Fault& temperature_after_logarithm =
    fault<TemperatureAfterLogarithm>("temperature-after-logarithm",
                                     "log_softmax_temperature divides log_softmax by the "
                                     "temperature, not its argument");

}  // namespace
}  // namespace softlaw::properties
