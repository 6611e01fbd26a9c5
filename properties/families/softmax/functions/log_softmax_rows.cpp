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
  static void log_softmax_rows(const Real* x, std::size_t rows, std::size_t columns,
                               std::size_t ldx, Real temperature, Real* out, std::size_t ldout) {
    softlaw::log_softmax_rows(MatrixView<const Real>{x, rows, columns, ldx}, temperature,
                              MatrixView<Real>{out, rows, columns, ldout});
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.log-softmax-rows} Log-softmax of rows agrees with its exact value

\statement Entry \f$(r, i)\f$ stands for \f$\log\sigma(x_r/T)_i\f$.

\hypotheses As for \ref agreement.softmax-rows.

\sources S2, the section on vectorization: softmax row by row; there the logarithm is not printed.

\derivation The definition, row by row.  ∎

\rounding As for \ref agreement.log-softmax-temperature.

\witness \ref fault.log-softmax-of-columns: normalises along the other axis.

\evidence{agreement.log-softmax-rows}
*/

/**
\page law_special
\law{special.log-softmax-rows} Log-softmax of rows at special values

\statement Each row as \ref special.log-softmax-temperature.

\hypotheses As for \ref special.softmax-rows.

\sources None of the four; \ref special_values.

\derivation The definition, row by row.  ∎

\rounding None.

\witness \ref fault.masked-row-uniform: a row of \f$-\infty\f$ alone comes out uniform.

\evidence{special.log-softmax-rows}
*/
// [log-softmax-rows]
const Function<Intervals(Vector, std::int64_t, std::int64_t, double)> log_softmax_rows(
    {.name = "log_softmax_rows",
     .meaning = "log_softmax of each row of a matrix",
     .parameters = matrix_parameters,
     .formula = by_row<ref::log_softmax>,
     .scale = by_row<ref::condition::log_softmax>,
     .special_scale =
         [](const Vector& x, std::int64_t columns, std::int64_t, double T) {
           return join_rows(x, columns, [T](const Vector& row) {
             return log_softmax_temperature.scale(Arguments{row, T});
           });
         },
     .range = [](const Format&, const Vector& x, std::int64_t, std::int64_t,
                 double) { return Intervals(x.size(), Interval::between(-infinity, 0)); },
     .special =
         [](const Vector& x, std::int64_t columns, std::int64_t, double T) {
           return join_rows(x, columns, [T](const Vector& row) {
             return log_softmax_temperature.exact(row, T);
           });
         },
     .terms = Terms::none,
     .place = place_in_row,
     .check = [](const Vector& x, std::int64_t columns, std::int64_t,
                 double) { require_rows(log_softmax_rows, x, columns); },
     .field = {SOFTLAW_FIELD(log_softmax_rows), call_rows},
     .agreement = {matrix, "log-softmax-of-columns"},
     .special_values = {special_matrix, "masked-row-uniform"}});
// [log-softmax-rows]

}  // namespace softlaw::properties
