// SPDX-License-Identifier: Apache-2.0
// The family agreement goes on: softmax, log-softmax and their rows.
#include "judge/agreement.hpp"

#include "families/softmax/inputs/inputs.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_agreement
\law{agreement.softmax} Softmax agrees with its exact value

\statement Each entry stands for \f$e^{x_i}/\sum_j e^{x_j}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S1, the definition of softmax; S2, the section on the softmax.

\derivation \f$\sigma(x)_i = e^{x_i-m}/\sum_j e^{x_j-m}\f$ for any \f$m\f$.  ∎

\rounding The error of the rounded difference \f$x_i - m\f$ is \f$u(m - x_i)\f$, and it is a
relative error of the entry: an entry of \f$10^{-300}\f$ is wrong in its last nine bits.

\witness \ref fault.plain-softmax: the shifted formula, every operation rounded.

\evidence{agreement.softmax}
*/
// [agreement.softmax]
const Law& softmax_agrees = law({.id = "agreement.softmax",
                                 .inputs = one_vector(),
                                 .predicate = agrees(Function::softmax),
                                 .witness = "plain-softmax"});
// [agreement.softmax]

/**
\page law_agreement
\law{agreement.softmax-temperature} Softmax with a temperature agrees with its exact value

\statement Each entry stands for \f$e^{x_i/T}/\sum_j e^{x_j/T}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$T > 0\f$ finite.

\sources S0, the comparison with classical functions: the Boltzmann weights, at \f$T = 1/\alpha\f$;
S2, exercise 7, the solution.  S3 §3.2 has the scale \f$\lambda = 1/T\f$ in log-sum-exp.

\derivation The definition of softmax at \f$x/T\f$.  ∎

\rounding \f$x_i/T\f$ rounded before the shift is off by \f$u|x_i|/T\f$, a relative error of the
entry that grows with a common offset, which softmax must not feel.

\witness \ref fault.temperature-before-shift: divides, rounds, and only then takes softmax.

\evidence{agreement.softmax-temperature}
*/
// [agreement.softmax-temperature]
const Law& softmax_temperature_agrees = law({.id = "agreement.softmax-temperature",
                                             .inputs = vector_and_temperature(),
                                             .predicate = agrees(Function::softmax_temperature),
                                             .witness = "temperature-before-shift"});
// [agreement.softmax-temperature]

/**
\page law_agreement
\law{agreement.log-softmax} Log-softmax agrees with its exact value

\statement Each entry stands for \f$x_i - \log\sum_j e^{x_j}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources S2, the section on softmax and cross-entropy loss: the loss with a minus sign.

\derivation Take the logarithm in the definition of softmax.  For the largest entry it is
\f$-\operatorname{log1p}(\sum_{i \ne k} e^{x_i-m})\f$.  ∎

\rounding The largest entry may be tiny, and \f$x_k - \operatorname{LSE}(x)\f$ cancels to nothing
there; the others are large where the softmax has long underflowed to 0.

\witness \ref fault.log-of-softmax: the logarithm of a rounded softmax.

\evidence{agreement.log-softmax}
*/
// [agreement.log-softmax]
const Law& log_softmax_agrees = law({.id = "agreement.log-softmax",
                                     .inputs = one_vector(),
                                     .predicate = agrees(Function::log_softmax),
                                     .witness = "log-of-softmax"});
// [agreement.log-softmax]

/**
\page law_agreement
\law{agreement.log-softmax-temperature} Log-softmax with a temperature agrees with its exact value

\statement Each entry stands for \f$x_i/T - \log\sum_j e^{x_j/T}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$T > 0\f$ finite.

\sources S2, exercise 7, the solution: softmax at a temperature; its logarithm is not printed.

\derivation The definition of log-softmax at \f$x/T\f$.  ∎

\rounding As for \ref agreement.softmax-temperature and \ref agreement.log-softmax.

\witness \ref fault.log-softmax-divided-last: \f$T^{-1}\log\sigma(x)\f$ in place of
\f$\log\sigma(x/T)\f$, as if the logarithm were linear.

\evidence{agreement.log-softmax-temperature}
*/
// [agreement.log-softmax-temperature]
const Law& log_softmax_temperature_agrees =
    law({.id = "agreement.log-softmax-temperature",
         .inputs = vector_and_temperature(),
         .predicate = agrees(Function::log_softmax_temperature),
         .witness = "log-softmax-divided-last"});
// [agreement.log-softmax-temperature]

/**
\page law_agreement
\law{agreement.softmax-rows} Softmax of rows agrees with its exact value

\statement Entry \f$(r, i)\f$ stands for \f$\sigma(x_r/T)_i\f$, \f$x_r\f$ row \f$r\f$ of the matrix.

\hypotheses Finite rows of one or more entries, with a padding of 0 to 7 between rows that holds
NaN, half as much in the output; \f$T > 0\f$ finite.

\sources S2, the section on vectorization: softmax row by row.

\derivation The definition, row by row.  ∎

\rounding No row may feel another, nor the padding; what stands in the padding of the output must
stay as it was.  The judge lays out the rows and looks.

\witness \ref fault.rows-packed: takes the rows as if there were no padding.

\evidence{agreement.softmax-rows}
*/
// [agreement.softmax-rows]
const Law& softmax_rows_agrees = law({.id = "agreement.softmax-rows",
                                      .inputs = matrix(),
                                      .predicate = agrees(Function::softmax_rows),
                                      .witness = "rows-packed"});
// [agreement.softmax-rows]

/**
\page law_agreement
\law{agreement.log-softmax-rows} Log-softmax of rows agrees with its exact value

\statement Entry \f$(r, i)\f$ stands for \f$\log\sigma(x_r/T)_i\f$.

\hypotheses As for \ref agreement.softmax-rows.

\sources S2, the section on vectorization: softmax row by row; there the logarithm is not printed.

\derivation The definition, row by row.  ∎

\rounding As there.

\witness \ref fault.log-softmax-of-columns: normalises along the other axis.

\evidence{agreement.log-softmax-rows}
*/
// [agreement.log-softmax-rows]
const Law& log_softmax_rows_agrees = law({.id = "agreement.log-softmax-rows",
                                          .inputs = matrix(),
                                          .predicate = agrees(Function::log_softmax_rows),
                                          .witness = "log-softmax-of-columns"});
// [agreement.log-softmax-rows]

}  // namespace
}  // namespace softlaw::properties
