// SPDX-License-Identifier: Apache-2.0
// The family special goes on: softmax, log-softmax and their rows.
#include "inputs/special_inputs.hpp"
#include "judge/agreement.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_special
\law{special.softmax} Softmax at special values

\statement NaN everywhere for a NaN, a \f$+\infty\f$, or \f$-\infty\f$ alone; otherwise
\f$-\infty\f$ has probability 0 and changes nothing for the others; one finite entry has exactly 1.

\hypotheses Any vector, also the empty one, of which the softmax is empty.

\sources None of the four; \ref special_values.

\derivation Over the entries that are there, \f$e^{x_i}/\sum_j e^{x_j}\f$ with \f$e^{-\infty} =
0\f$.  Where all are \f$-\infty\f$ it is \f$0/0\f$, where one is \f$+\infty\f$ it is
\f$\infty/\infty\f$; the limits depend on the path, as \f$(t, t)\f$ and \f$(t, t+1)\f$ show.  ∎

\rounding None; where entries lie further apart than the largest float, the probability of the lower
one is not 0, but rounds to the 0 that underflow gives.

\witness \ref fault.masked-row-zero: 0 where all entries are masked.

\evidence{special.softmax}
*/
// [special.softmax]
const Law& special_softmax = law({.id = "special.softmax",
                                  .inputs = special_vector(),
                                  .predicate = agrees(Function::softmax),
                                  .witness = "masked-row-zero"});
// [special.softmax]

/**
\page law_special
\law{special.softmax-temperature} Softmax with a temperature at special values

\statement As \ref special.softmax; at \f$T = \infty\f$ the finite entries share equally.

\hypotheses Any vector, \f$T > 0\f$, perhaps infinite.

\sources None of the four; \ref special_values.

\derivation \f$x_i/T \to 0\f$ for finite \f$x_i\f$ as \f$T \to \infty\f$, and \f$-\infty/T\f$ stays
what it is.  ∎

\rounding None.  \f$x_i/T\f$ may overflow where \f$(x_i - m)/T\f$ does not.

\witness \ref fault.infinity-takes-one: a \f$+\infty\f$ takes all.

\evidence{special.softmax-temperature}
*/
// [special.softmax-temperature]
const Law& special_softmax_temperature = law({.id = "special.softmax-temperature",
                                              .inputs = special_vector_and_temperature(),
                                              .predicate = agrees(Function::softmax_temperature),
                                              .witness = "infinity-takes-one"});
// [special.softmax-temperature]

/**
\page law_special
\law{special.log-softmax} Log-softmax at special values

\statement NaN everywhere for a NaN, a \f$+\infty\f$, or \f$-\infty\f$ alone; otherwise
\f$-\infty\f$ stays \f$-\infty\f$ and changes nothing for the others; one finite entry has exactly
0.

\hypotheses Any vector, also the empty one.

\sources None of the four; \ref special_values.

\derivation The logarithm of \ref special.softmax.  ∎

\rounding The difference of the largest floats of both signs overflows to \f$-\infty\f$, which the
exact value, below \f$-2^{1024}\f$, rounds to.

\witness \ref fault.lowest-for-minus-infinity: the lowest finite number stands in for \f$-\infty\f$.

\evidence{special.log-softmax}
*/
// [special.log-softmax]
const Law& special_log_softmax = law({.id = "special.log-softmax",
                                      .inputs = special_vector(),
                                      .predicate = agrees(Function::log_softmax),
                                      .witness = "lowest-for-minus-infinity"});
// [special.log-softmax]

/**
\page law_special
\law{special.log-softmax-temperature} Log-softmax with a temperature at special values

\statement As \ref special.log-softmax; at \f$T = \infty\f$ each of \f$k\f$ finite entries has
\f$-\log k\f$.

\hypotheses Any vector, \f$T > 0\f$, perhaps infinite.

\sources None of the four; \ref special_values.

\derivation The logarithm of \ref special.softmax-temperature.  ∎

\rounding None.

\witness \ref fault.nan-masked: a NaN passes for a masked entry.

\evidence{special.log-softmax-temperature}
*/
// [special.log-softmax-temperature]
const Law& special_log_softmax_temperature =
    law({.id = "special.log-softmax-temperature",
         .inputs = special_vector_and_temperature(),
         .predicate = agrees(Function::log_softmax_temperature),
         .witness = "nan-masked"});
// [special.log-softmax-temperature]

/**
\page law_special
\law{special.softmax-rows} Softmax of rows at special values

\statement Each row as \ref special.softmax-temperature: a row does not feel what stands in another.

\hypotheses A matrix of rows from \ref special.softmax, padded with NaN, perhaps without rows.

\sources None of the four; \ref special_values.

\derivation The definition, row by row.  ∎

\rounding None.

\witness \ref fault.nan-spreads: a NaN is carried into the following rows.

\evidence{special.softmax-rows}
*/
// [special.softmax-rows]
const Law& special_softmax_rows = law({.id = "special.softmax-rows",
                                       .inputs = special_matrix(),
                                       .predicate = agrees(Function::softmax_rows),
                                       .witness = "nan-spreads"});
// [special.softmax-rows]

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
// [special.log-softmax-rows]
const Law& special_log_softmax_rows = law({.id = "special.log-softmax-rows",
                                           .inputs = special_matrix(),
                                           .predicate = agrees(Function::log_softmax_rows),
                                           .witness = "masked-row-uniform"});
// [special.log-softmax-rows]

}  // namespace
}  // namespace softlaw::properties
