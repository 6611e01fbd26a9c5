// SPDX-License-Identifier: Apache-2.0
#include <softlaw/logsumexp.hpp>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>

#include "families/logsumexp/functions.hpp"
#include "inputs/special_inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real logsumexp_scaled(const Real* x, std::size_t n, Real lambda) {
    return guarded([&] { return softlaw::logsumexp(std::span(x, n), lambda); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.logsumexp-scaled} Log-sum-exp with a scale agrees with its exact value

\statement The result stands for \f$\lambda^{-1}\log\sum_i e^{\lambda x_i}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$\lambda > 0\f$ finite.

\sources S3 §3.2.

\derivation It is \f$m + \lambda^{-1}\log\sum_i e^{\lambda(x_i-m)}\f$.  ∎

\rounding The product \f$\lambda x_i\f$ is not a float.  Rounded, it is off by
\f$u\,\lambda|x_i|\f$, which is an error of \f$u|x_i|\f$ in the result; that is harmless only while
the result is as large.  It may also overflow where the result does not.

\witness \ref fault.scale-rounds-products: the products \f$\lambda x_i\f$ are rounded.

\evidence{agreement.logsumexp-scaled}
*/

/**
\page law_special
\law{special.logsumexp-scaled} Log-sum-exp with a scale at special values

\statement For \f$\lambda > 0\f$ as \ref special.logsumexp, for \f$\lambda < 0\f$ as
\ref special.softmin; for \f$\lambda = \pm\infty\f$ the maximum or the minimum of the entries.

\hypotheses Any vector, \f$\lambda \ne 0\f$ no NaN.

\sources S3 §3.3 is the limit \f$\lambda\to\infty\f$; the rest is in none of the four.

\derivation \f$\lambda^{-1}\operatorname{LSE}(\lambda x)\f$ with \f$\lambda x_i = \pm\infty\f$ by
the sign of \f$\lambda\f$; for \f$\lambda\to\infty\f$ it is
\f$m + \lambda^{-1}\log\sum_i e^{\lambda(x_i-m)}\f$, whose sum lies in \f$[1, n]\f$.  ∎

\rounding None.

\witness \ref fault.empty-sum-zero: 0 where there is nothing to sum.

\evidence{special.logsumexp-scaled}
*/
// [logsumexp-scaled]
const Function<Interval(Vector, double)> logsumexp_scaled(
    {.name = "logsumexp_scaled",
     .meaning = "1/lambda times the logsumexp of lambda x",
     .parameters = {{{"x"}, {"lambda", non_zero}}},
     .formula = [](const Vector& x, double lambda) { return ref::logsumexp(enclose(x), lambda); },
     .scale = [](const Vector& x,
                 double lambda) { return ref::condition::logsumexp(enclose(x), lambda); },
     .range =
         [](const Format&, const Vector& x, double lambda) {
           return lambda > 0 ? Interval::between(maximum(x), infinity)
                             : Interval::between(-infinity, -maximum(-x));
         },
     .special = [](const Vector& x, double lambda) -> Interval {
       if (has_nan(x)) return not_a_number();
       if (lambda < 0) return -logsumexp_scaled.exact(-x, -lambda);
       if (x.empty()) return -infinity;
       if (std::isinf(lambda)) return maximum(x);
       if (has(x, infinity)) return sum_with_infinity();
       if (present(x).empty()) return sum_of_masked();
       return logsumexp_scaled.formula(present(x), lambda);
     },
     .field = SOFTLAW_FIELD(logsumexp_scaled),
     .agreement = {vector_and_scale, "scale-rounds-products"},
     .special_values = {special_vector_and_scale, "empty-sum-zero"}});
// [logsumexp-scaled]

}  // namespace softlaw::properties
