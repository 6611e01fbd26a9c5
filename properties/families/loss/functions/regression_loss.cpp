// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/regression.hpp>

#include "families/loss/functions.hpp"
#include "families/loss/functions/regression.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real regression_loss(const Real* x, const Real* w, const Real* b, const Real* y,
                              std::size_t rows, std::size_t d, std::size_t q) {
    using In = MatrixView<const Real>;
    return guarded([&] {
      return softlaw::regression_loss(In{x, rows, d, d}, In{w, d, q, q}, std::span(b, q),
                                      In{y, rows, q, q});
    });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.regression-loss} The loss of softmax regression agrees with its exact value

\anchor agreement-regression

\statement With \f$o_i = x_i W + b\f$, the result stands for
\f$\frac1N \sum_i -\langle y_i, \log\sigma(o_i)\rangle\f$.

\hypotheses Finite entries, labels not negative, one row or more.

\sources S2, the log-likelihood and the section on softmax and cross-entropy loss.

\derivation The definition.  ∎

\rounding The logits are not rounded before the softmax is taken of them: a logit of \f$10^{16}\f$
that is off by one unit would be off by a factor \f$e\f$ in the likelihood.

\witness \ref fault.loss-of-rounded-logits: logits rounded to floats on the way.

\evidence{agreement.regression-loss}
*/

/**
\page law_special
\law{special.regression-loss} The loss of softmax regression at special values

\anchor special-regression

\statement NaN when an entry of \f$X\f$, \f$W\f$, \f$b\f$ or \f$Y\f$ is NaN, or one of \f$X\f$,
\f$W\f$, \f$b\f$ infinite.

\hypotheses Such entries; labels finite and not negative, or NaN.

\sources None of the four.

\derivation A convention.  A mean over rows of which one is unknown is unknown.  ∎

\rounding None.

\witness \ref fault.rows-without-loss-skipped: a row whose loss is NaN is left out of the mean.

\evidence{special.regression-loss}
*/
// [regression-loss]
const Function<Interval(Vector, Vector, Vector, Vector)> regression_loss(
    {.name = "regression_loss",
     .meaning = "the mean over the rows of the cross-entropy of X W + b and Y",
     .parameters = {{{"x"}, {"w"}, {"b"}, {"y", non_negative}}},
     .formula =
         [](const Vector& X, const Vector& W, const Vector& b, const Vector& Y) {
           const Affine map(X, W, b);
           return ref::regression_loss(map.x(X), map.w(W), enclose(b), map.y(Y));
         },
     .scale =
         [](const Vector& X, const Vector& W, const Vector& b, const Vector& Y) {
           const Affine map(X, W, b);
           return ref::condition::regression_loss(map.x(X), map.w(W), enclose(b), map.y(Y));
         },
     .range = [](const Format&, const Vector&, const Vector&, const Vector&,
                 const Vector&) { return Interval::between(0, infinity); },
     .special =
         [](const Vector& X, const Vector& W, const Vector& b, const Vector& Y) {
           if (!all_finite(X, W, b) || !all_finite(Y)) return not_a_number();
           return regression_loss.formula(X, W, b, Y);
         },
     .terms = Terms::none,
     .check = [](const Vector& X, const Vector& W, const Vector& b,
                 const Vector& Y) { require_data(regression_loss, X, W, b, Y); },
     .field = {SOFTLAW_FIELD(regression_loss),
               [](auto field, auto& room, const Vector& X, const Vector& W, const Vector& b,
                  const Vector& Y) -> std::vector<double> {
                 const Affine map(X, W, b);
                 return {static_cast<double>(field(room.vector(X), room.vector(W), room.vector(b),
                                                   room.vector(Y), map.rows, map.features,
                                                   map.classes))};
               }},
     .agreement = {minibatch, "loss-of-rounded-logits"},
     .special_values = {special_minibatch, "rows-without-loss-skipped",
                        "its results are infinities and NaN, which have no ulp"}});
// [regression-loss]

}  // namespace softlaw::properties
