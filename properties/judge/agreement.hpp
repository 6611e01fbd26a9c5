// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/law.hpp"

namespace softlaw::properties {

/**
\page law_agreement Agreement

The contract itself: the interval of exact values that a result may stand for
holds the exact value, function by function.  The other laws relate results to each other, and hold
for an implementation that is consistently wrong; these do not.  The exact value comes from the
reference, which evaluates the formulas of the sources in interval arithmetic and shares no code
with the subject.

The inputs are all classes of vectors; the law of a function describes its difficulties.  All these
laws have one predicate:
\snippet judge/agreement.hpp agrees
*/

/**
\page law_special Special values

The results at infinities, NaN, empty input and the largest floats: the conventions of
\ref special_values, function by function.  The formulas do not settle these; most of the cases in which libraries
have had to mend in this family, they had to mend here.

The inputs are vectors of infinities of one sign or of NaN, vectors masked by \f$-\infty\f$ in places, the
largest floats of both signs side by side, one or two special entries among ordinary ones, and
nothing.  All these laws have one predicate, that of the page \ref law_agreement
\snippet judge/agreement.hpp agrees
*/

// [agrees]
/// The answer of f meets the exact value, or is the right integer.
inline Predicate agrees(const FunctionItem& function) {
  return [&function](const Evaluator& f, const Case& input) {
    return f.agrees_at(function, input.arguments);
  };
}
// [agrees]

}  // namespace softlaw::properties
