// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/softmin.hpp>

#include "families/logsumexp/functions.hpp"
#include "inputs/special_inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real softmin_scaled(const Real* x, std::size_t n, Real lambda) {
    return guarded([&] { return softlaw::softmin(std::span(x, n), lambda); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.softmin-scaled} Soft-min with a scale agrees with its exact value

\statement The result stands for \f$-\lambda^{-1}\log\sum_i e^{-\lambda x_i}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$\lambda > 0\f$ finite.

\sources S3 §3.4: the limit there is of \f$\lambda^{-1}\operatorname{softmin}(\lambda x)\f$.

\derivation The definition of soft-min at \f$\lambda x\f$.  ∎

\rounding As for \ref agreement.logsumexp-scaled.

\witness \ref fault.softmin-scaled-undivided: the factor \f$\lambda^{-1}\f$ is left out.

\evidence{agreement.softmin-scaled}
*/

/**
\page law_special
\law{special.softmin-scaled} Soft-min with a scale at special values

\statement For \f$\lambda > 0\f$ as \ref special.softmin, for \f$\lambda < 0\f$ as
\ref special.logsumexp; for \f$\lambda = \pm\infty\f$ the minimum or the maximum of the entries.

\hypotheses Any vector, \f$\lambda \ne 0\f$ no NaN.

\sources S3 §3.4; \ref special_values.

\derivation \ref special.logsumexp-scaled at \f$-\lambda\f$:
\f$-\lambda^{-1}\operatorname{LSE}(-\lambda x)\f$.  ∎

\rounding None.

\witness \ref fault.finite-sentinel: a large number stands in for infinity, and comes back.

\evidence{special.softmin-scaled}
*/
// [softmin-scaled]
const Function<Interval(Vector, double)> softmin_scaled(
    {.name = "softmin_scaled",
     .meaning = "1/lambda times the softmin of lambda x",
     .parameters = {{{"x"}, {"lambda", non_zero}}},
     .formula = [](const Vector& x, double lambda) { return ref::softmin(enclose(x), lambda); },
     .scale = [](const Vector& x,
                 double lambda) { return ref::condition::softmin(enclose(x), lambda); },
     .range =
         [](const Format&, const Vector& x, double lambda) {
           return lambda > 0 ? Interval::between(-infinity, -maximum(-x))
                             : Interval::between(maximum(x), infinity);
         },
     .special = [](const Vector& x, double lambda) { return -logsumexp_scaled.exact(-x, lambda); },
     .field = SOFTLAW_FIELD(softmin_scaled),
     .agreement = {vector_and_scale, "softmin-scaled-undivided"},
     .special_values = {special_vector_and_scale, "finite-sentinel"}});
// [softmin-scaled]

}  // namespace softlaw::properties
