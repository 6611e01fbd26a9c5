// SPDX-License-Identifier: Apache-2.0
// The family special goes on: series along a line and cumulants.
#include "families/derivatives/inputs/line_inputs.hpp"
#include "judge/agreement.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_special
\law{special.softmax-line} The series of softmax along a line and its cumulants at special values

\statement NaN everywhere where softmax is NaN or the direction is not finite; the cumulants and the
derivative of log-sum-exp also for no entries.  Otherwise an entry \f$-\infty\f$ has the coefficients
0 and takes no part in any mean.

\hypotheses Any vector of up to 9 entries, a direction of the same length, finite or not; orders from 0
to 4.

\sources None of the four; \ref special_values.

\derivation As \ref special.softmax-derivative-1.  Of no entries there is no mean, while a vector of no
results is no statement.  ∎

\rounding None.

\witness \ref fault.line-zero-at-infinity: 0 in place of NaN.

\evidence{special.softmax-line}
*/
// [special.softmax-line]
Truth special_line_agrees(const Evaluator& f, const Vector& x, const Vector& h,
                          const std::int64_t& order) {
  return f.agrees(Function::softmax_jet, {x, h, order}) &&
         f.agrees(Function::softmax_taylor, {x, h, order}) &&
         f.agrees(Function::logsumexp_cumulants, {x, h, order}) &&
         f.agrees(Function::logsumexp_derivative, {x, concatenate(h, h)});
}
// [special.softmax-line]
const Law& special_softmax_line = law({.id = "special.softmax-line",
                                       .inputs = special_line(4),
                                       .predicate = check(special_line_agrees),
                                       .witness = "line-zero-at-infinity"});

}  // namespace
}  // namespace softlaw::properties
