// SPDX-License-Identifier: Apache-2.0
#include <softlaw/hessian.hpp>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>

#include "families/derivatives/functions.hpp"
#include "inputs/lengths.hpp"
#include "inputs/special_inputs.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static void logsumexp_hessian(const Real* x, std::size_t n, Real* out) {
    softlaw::logsumexp_hessian(std::span(x, n), std::span(out, n * n));
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.logsumexp-hessian} The Hessian of log-sum-exp agrees with its exact value

\statement Entry \f$(i, j)\f$ stands for \f$p_i\delta_{ij} - p_i p_j\f$, \f$p = \sigma(x)\f$.

\hypotheses \f$x\f$ finite, \f$1 \le n \le 20\f$: a matrix costs \f$n^2\f$.

\sources S1, the Jacobian matrix of softmax; S3 §1.1.

\derivation \f$\partial_j p_i = p_i(\delta_{ij} - p_j)\f$, the first derivative of S1 along
\f$e_j\f$.  The diagonal is \f$p_i(1-p_i) = p_i\sum_{j\ne i}p_j\f$.  ∎

\rounding Next to \f$p_i = 1\f$ both \f$p_i - p_i^2\f$ and \f$p_i(1-p_i)\f$ cancel: only the sum of
the others says how far from 1 it is.

\witness \ref fault.hessian-cancels: \f$p_i - p_i^2\f$ from rounded probabilities.

\evidence{agreement.logsumexp-hessian}
*/

/**
\page law_special
\law{special.logsumexp-hessian} The Hessian of log-sum-exp at special values

\statement NaN everywhere where softmax is NaN; otherwise the row and the column of an entry
\f$-\infty\f$ are 0, and the rest is the Hessian of the entries that are left.

\hypotheses Any vector of up to 9 entries, also the empty one.

\sources None of the four; \ref special_values.

\derivation \f$p_i\delta_{ij} - p_ip_j\f$ with \f$p_i = 0\f$ at \f$-\infty\f$: \ref
special.softmax.  ∎

\rounding None.

\witness \ref fault.derivative-zero-at-infinity: 0 in place of NaN, which lets a training go on from
nonsense.

\evidence{special.logsumexp-hessian}
*/
// [logsumexp-hessian]
const Function<Intervals(Vector)> logsumexp_hessian(
    {.name = "logsumexp_hessian",
     .meaning = "diag(p) - p p^T, p = softmax(x)",
     .parameters = {{{"x"}}},
     .formula = [](const Vector& x) { return ref::logsumexp_hessian(enclose(x)); },
     .scale = [](const Vector& x) { return ref::condition::logsumexp_hessian(enclose(x)); },
     .range =
         [](const Format&, const Vector& x) {
           Intervals range(x.size() * x.size(), Interval::between(-1, 0));
           for (std::size_t i = 0; i < x.size(); ++i)
             range[i * (x.size() + 1)] = Interval::between(0, 1);
           return range;
         },
     .absent = 0,
     .terms = Terms::pairs,
     .result_count = [](const Vector& x) { return x.size() * x.size(); },
     .place = [](std::size_t i, const Vector& x) { return row_and_column(i, x.size()); },
     .field = SOFTLAW_FIELD(logsumexp_hessian),
     .agreement = {[] { return at_most(20, one_vector()); }, "hessian-cancels"},
     .special_values = {[] { return at_most(9, special_vector()); },
                        "derivative-zero-at-infinity"}});
// [logsumexp-hessian]

}  // namespace softlaw::properties
