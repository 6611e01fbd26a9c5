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
  static void regression_gradient(const Real* x, const Real* w, const Real* b, const Real* y,
                                  std::size_t rows, std::size_t d, std::size_t q, Real* dw,
                                  Real* db) {
    using In = MatrixView<const Real>;
    guarded(dw, d * q, [&] {
      guarded(db, q, [&] {
        softlaw::regression_gradient(In{x, rows, d, d}, In{w, d, q, q}, std::span(b, q),
                                     In{y, rows, q, q}, MatrixView<Real>{dw, d, q, q},
                                     std::span(db, q));
      });
    });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.regression-gradient} The gradient of the loss of softmax regression agrees with its exact value

\statement With \f$o_i = x_i W + b\f$ and \f$s_i = \sum_j y_{ij}\f$, the result at \f$w_{kj}\f$ stands
for \f$\frac1N \sum_i x_{ik} (s_i \sigma(o_i) - y_i)_j\f$, that at \f$b_j\f$ for the same without
\f$x_{ik}\f$.

\hypotheses As for \ref agreement.regression-loss.

\sources S2, the section on softmax and cross-entropy loss, with the chain rule.

\derivation \f$\partial o_{ij}/\partial w_{kj} = x_{ik}\f$, \f$\partial o_{ij}/\partial b_j = 1\f$.  ∎

\rounding As for \ref agreement.regression-loss; the terms of different rows have different signs.

\witness \ref fault.bias-gradient-summed: the sum over the rows, not their mean.

\evidence{agreement.regression-gradient}
*/

/**
\page law_special
\law{special.regression-gradient} The gradient of the loss of softmax regression at special values

\statement NaN everywhere where \ref special.regression-loss is.

\hypotheses As there.

\sources None of the four.

\derivation A convention: the loss is not known there, \ref special.regression-loss, so neither is how it
changes, in any of the parameters.  ∎

\rounding None.

\witness \ref fault.regression-gradient-zero-for-nan: such a gradient is set to 0.

\evidence{special.regression-gradient}
*/
// [regression-gradient]
const Function<Intervals(Vector, Vector, Vector, Vector)> regression_gradient(
    {.name = "regression_gradient",
     .meaning = "the gradient of regression_loss with respect to W, row by row, then b",
     .parameters = {{{"x"}, {"w"}, {"b"}, {"y", non_negative}}},
     .formula =
         [](const Vector& X, const Vector& W, const Vector& b, const Vector& Y) {
           const Affine map(X, W, b);
           return ref::regression_gradient(map.x(X), map.w(W), enclose(b), map.y(Y));
         },
     .scale =
         [](const Vector& X, const Vector& W, const Vector& b, const Vector& Y) {
           const Affine map(X, W, b);
           return ref::condition::regression_gradient(map.x(X), map.w(W), enclose(b), map.y(Y));
         },
     .special =
         [](const Vector& X, const Vector& W, const Vector& b, const Vector& Y) {
           if (all_finite(X, W, b) && all_finite(Y)) return regression_gradient.formula(X, W, b, Y);
           return Intervals(W.size() + b.size(), not_a_number());
         },
     .terms = Terms::none,
     .result_count = [](const Vector&, const Vector& W, const Vector& b,
                        const Vector&) { return W.size() + b.size(); },
     .place =
         [](std::size_t i, const Vector&, const Vector& W, const Vector& b, const Vector&) {
           if (i < W.size()) return "w" + row_and_column(i, b.size());
           return "b[" + std::to_string(i - W.size()) + "]";
         },
     .check = [](const Vector& X, const Vector& W, const Vector& b,
                 const Vector& Y) { require_data(regression_gradient, X, W, b, Y); },
     .field = {SOFTLAW_FIELD(regression_gradient),
               [](auto field, auto& room, const Vector& X, const Vector& W, const Vector& b,
                  const Vector& Y) {
                 const Affine map(X, W, b);
                 auto* out = room.out();
                 field(room.vector(X), room.vector(W), room.vector(b), room.vector(Y), map.rows,
                       map.features, map.classes, out, out + W.size());
                 return room.results();
               }},
     .agreement = {minibatch, "bias-gradient-summed"},
     .special_values = {special_minibatch, "regression-gradient-zero-for-nan",
                        "its results are infinities and NaN, which have no ulp"}});
// [regression-gradient]

}  // namespace softlaw::properties
