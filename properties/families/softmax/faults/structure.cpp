// SPDX-License-Identifier: Apache-2.0
// Faults of loops and layout: a remainder, a stride, an axis, a factor in the wrong place.
#include <cmath>

#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

template <class Real>
Real softmin_drops_tail(const Real* x, std::size_t n) {
  return ours<Real>().softmin(x, n < 4 ? n : n - n % 4);
}
const Fault& softmin_drops_tail_fault =
    fault("softmin-drops-tail", "softmin takes entries by fours and forgets those that are left",
          [](auto& table) { table.softmin = softmin_drops_tail; });

template <class Real>
Real softmin_scaled_undivided(const Real* x, std::size_t n, Real lambda) {
  return lambda * ours<Real>().softmin_scaled(x, n, lambda);
}
const Fault& softmin_scaled_undivided_fault =
    fault("softmin-scaled-undivided", "softmin_scaled is softmin(lambda x), not divided by lambda",
          [](auto& table) { table.softmin_scaled = softmin_scaled_undivided; });

template <class Real>
void log_softmax_divided_last(const Real* x, std::size_t n, Real temperature, Real* out) {
  ours<Real>().log_softmax(x, n, out);
  for (std::size_t i = 0; i < n; ++i) out[i] /= temperature;
}
const Fault& log_softmax_divided_last_fault =
    fault("log-softmax-divided-last", "log_softmax_temperature divides the log_softmax by T, not x",
          [](auto& table) { table.log_softmax_temperature = log_softmax_divided_last; });

template <class Real>
void rows_packed(const Real* x, std::size_t rows, std::size_t columns, std::size_t,
                 Real temperature, Real* out, std::size_t) {
  ours<Real>().softmax_rows(x, rows, columns, columns, temperature, out, columns);
}
const Fault& rows_packed_fault = fault(
    "rows-packed", "softmax_rows takes the rows as contiguous, whatever the leading dimensions",
    [](auto& table) { table.softmax_rows = rows_packed; });

template <class Real>
void log_softmax_of_columns(const Real* x, std::size_t rows, std::size_t columns, std::size_t ldx,
                            Real temperature, Real* out, std::size_t ldout) {
  std::vector<Real> column(rows);
  for (std::size_t j = 0; j < columns; ++j) {
    for (std::size_t r = 0; r < rows; ++r) column[r] = x[r * ldx + j];
    ours<Real>().log_softmax_temperature(column.data(), rows, temperature, column.data());
    for (std::size_t r = 0; r < rows; ++r) out[r * ldout + j] = column[r];
  }
}
const Fault& log_softmax_of_columns_fault =
    fault("log-softmax-of-columns", "log_softmax_rows normalises along the columns",
          [](auto& table) { table.log_softmax_rows = log_softmax_of_columns; });

}  // namespace
}  // namespace softlaw::properties
