// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/softmax.hpp>

#include "families/softmax/functions.hpp"
#include "families/softmax/functions/rows.hpp"
#include "families/softmax/inputs/inputs.hpp"
#include "inputs/special_inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static void softmax_rows(const Real* x, std::size_t rows, std::size_t columns, std::size_t ldx,
                           Real temperature, Real* out, std::size_t ldout) {
    softlaw::softmax_rows(MatrixView<const Real>{x, rows, columns, ldx}, temperature,
                          MatrixView<Real>{out, rows, columns, ldout});
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.softmax-rows} Softmax of rows agrees with its exact value

\statement Entry \f$(r, i)\f$ stands for \f$\sigma(x_r/T)_i\f$, \f$x_r\f$ row \f$r\f$ of the matrix.

\hypotheses Finite rows of one or more entries, with a padding of 0 to 7 between rows that holds
NaN, half as much in the output; \f$T > 0\f$ finite.

\sources S2, the section on vectorization: softmax row by row.

\derivation The definition, row by row.  ∎

\rounding No other row and no padding may affect a row; the padding of the output must
stay as it was.  The judge lays out the rows and looks.

\witness \ref fault.rows-packed: takes the rows as if there were no padding.

\evidence{agreement.softmax-rows}
*/

/**
\page law_special
\law{special.softmax-rows} Softmax of rows at special values

\statement Each row as \ref special.softmax-temperature: no row affects another.

\hypotheses A matrix of rows from \ref special.softmax, padded with NaN, perhaps without rows.

\sources None of the four; \ref special_values.

\derivation The definition, row by row.  ∎

\rounding None.

\witness \ref fault.nan-spreads: a NaN is carried into the following rows.

\evidence{special.softmax-rows}
*/
// [softmax-rows]
const Function<Intervals(Vector, std::int64_t, std::int64_t, double)> softmax_rows(
    {.name = "softmax_rows",
     .meaning = "softmax of each row of a matrix",
     .parameters = matrix_parameters,
     .formula = by_row<ref::softmax>,
     .scale = by_row<ref::condition::softmax>,
     .special_scale =
         [](const Vector& x, std::int64_t columns, std::int64_t, double T) {
           return join_rows(x, columns, [T](const Vector& row) {
             return softmax_temperature.scale(Arguments{row, T});
           });
         },
     .range = [](const Format&, const Vector& x, std::int64_t, std::int64_t,
                 double) { return Intervals(x.size(), Interval::between(0, 1)); },
     .special =
         [](const Vector& x, std::int64_t columns, std::int64_t, double T) {
           return join_rows(x, columns,
                            [T](const Vector& row) { return softmax_temperature.exact(row, T); });
         },
     .terms = Terms::none,
     .place = place_in_row,
     .check = [](const Vector& x, std::int64_t columns, std::int64_t,
                 double) { require_rows(softmax_rows, x, columns); },
     .field = {SOFTLAW_FIELD(softmax_rows), call_rows},
     .agreement = {matrix, "rows-packed"},
     .special_values = {special_matrix, "nan-spreads"}});
// [softmax-rows]

}  // namespace softlaw::properties
