// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "families/softmax/functions.hpp"

// What the functions of the rows of a matrix share.
namespace softlaw::properties {

inline constexpr std::array<Named, 4> matrix_parameters{{{"x"},
                                                         {"columns", at_least(1)},
                                                         {"padding", from(0, 1 << 20)},
                                                         {"temperature", positive_temperature}}};

/// The results of all rows, one row after the other.
template <class OfRow>
Intervals join_rows(const Vector& x, std::int64_t columns, OfRow&& of_row) {
  Intervals all;
  for (auto row = x.begin(); row != x.end(); row += columns) {
    const Intervals results = of_row(Vector(row, row + columns));
    all.insert(all.end(), results.begin(), results.end());
  }
  return all;
}

/// A function of the reference of one row and a temperature, applied to each row.
template <Intervals (*of_row)(const Intervals&, const Interval&)>
Intervals by_row(const Vector& x, std::int64_t columns, std::int64_t, double T) {
  return join_rows(x, columns, [T](const Vector& row) { return of_row(enclose(row), T); });
}

inline std::string place_in_row(std::size_t i, const Vector&, std::int64_t columns, std::int64_t,
                                double) {
  return row_and_column(i, static_cast<std::size_t>(columns));
}

inline void require_rows(const FunctionItem& function, const Vector& x, std::int64_t columns) {
  if (static_cast<std::int64_t>(x.size()) % columns == 0) return;
  refuse(function, 1,
         "must divide the " + std::to_string(x.size()) + " entries of x, got " +
             std::to_string(columns));
}

/// Lays the rows out with NaN between them; what is written there is a trespass.  Behind the last row
/// there is no padding.
inline constexpr auto call_rows = []<class Real>(auto field, Room<Real>& room, const Vector& x,
                                                 std::int64_t asked_columns,
                                                 std::int64_t asked_padding, double T) {
  const auto columns = static_cast<std::size_t>(asked_columns);
  const auto padding = static_cast<std::size_t>(asked_padding);
  const std::size_t rows = x.size() / columns, ldx = columns + padding,
                    ldout = columns + padding / 2;
  const auto size = [=](std::size_t ld) { return rows == 0 ? 0 : (rows - 1) * ld + columns; };
  Vector in(size(ldx), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; i < x.size(); ++i) in[i / columns * ldx + i % columns] = x[i];
  const Real untouched = Real(-7);
  const GuardedArray<Real>& out = room.out(size(ldout), untouched);
  field(room.vector(in), rows, columns, ldx, room.number(T), out.data(), ldout);
  std::vector<double> dense;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (i % ldout < columns) {
      dense.push_back(static_cast<double>(out[i]));
    } else if (out[i] != untouched) {
      throw Trespass("wrote between the rows of its results");
    }
  }
  return dense;
};

}  // namespace softlaw::properties
