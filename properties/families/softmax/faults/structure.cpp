// SPDX-License-Identifier: Apache-2.0
// Faults of loops and layout: a remainder, a stride, an axis, a factor in the wrong place.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
struct SoftminDropsTail : Ours<Real> {
  static Real softmin(const Real* x, std::size_t n) {
    return Ours<Real>::softmin(x, n < 4 ? n : n - n % 4);
  }
};
const Fault& softmin_drops_tail = fault<SoftminDropsTail>(
    "softmin-drops-tail", "softmin takes entries by fours and forgets those that are left");

template <class Real>
struct SoftminScaledUndivided : Ours<Real> {
  static Real softmin_scaled(const Real* x, std::size_t n, Real lambda) {
    return lambda * Ours<Real>::softmin_scaled(x, n, lambda);
  }
};
const Fault& softmin_scaled_undivided = fault<SoftminScaledUndivided>(
    "softmin-scaled-undivided", "softmin_scaled is softmin(lambda x), not divided by lambda");

template <class Real>
struct LogSoftmaxDividedLast : Ours<Real> {
  static void log_softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    Ours<Real>::log_softmax(x, n, out);
    for (std::size_t i = 0; i < n; ++i) out[i] /= temperature;
  }
};
const Fault& log_softmax_divided_last = fault<LogSoftmaxDividedLast>(
    "log-softmax-divided-last", "log_softmax_temperature divides the log_softmax by T, not x");

template <class Real>
struct RowsPacked : Ours<Real> {
  static void softmax_rows(const Real* x, std::size_t rows, std::size_t columns, std::size_t,
                           Real temperature, Real* out, std::size_t) {
    Ours<Real>::softmax_rows(x, rows, columns, columns, temperature, out, columns);
  }
};
const Fault& rows_packed = fault<RowsPacked>(
    "rows-packed", "softmax_rows takes the rows as contiguous, whatever the leading dimensions");

template <class Real>
struct LogSoftmaxOfColumns : Ours<Real> {
  static void log_softmax_rows(const Real* x, std::size_t rows, std::size_t columns,
                               std::size_t ldx, Real temperature, Real* out, std::size_t ldout) {
    std::vector<Real> column(rows);
    for (std::size_t j = 0; j < columns; ++j) {
      for (std::size_t r = 0; r < rows; ++r) column[r] = x[r * ldx + j];
      Ours<Real>::log_softmax_temperature(column.data(), rows, temperature, column.data());
      for (std::size_t r = 0; r < rows; ++r) out[r * ldout + j] = column[r];
    }
  }
};
const Fault& log_softmax_of_columns = fault<LogSoftmaxOfColumns>(
    "log-softmax-of-columns", "log_softmax_rows normalises along the columns");

}  // namespace
}  // namespace softlaw::properties
