// SPDX-License-Identifier: Apache-2.0
#include <numeric>
#include <optional>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/regression.hpp>

#include "families/loss/functions.hpp"
#include "families/loss/functions/regression.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

/// With 0 for what is not finite: logits that meet it have no scale to speak of.
Vector finite_part(Vector v) {
  std::ranges::replace_if(
      v, [](double entry) { return !std::isfinite(entry); }, 0.0);
  return v;
}

namespace ref = softlaw::reference;

/// What the terms of logit (i, j) that are not finite come to by IEEE 754; nothing if all are finite.
std::optional<double> infinite_part(const Vector& X, const Vector& W, const Vector& b,
                                    std::size_t i, std::size_t j) {
  const Affine map(X, W, b);
  std::vector<double> terms{b[j]};
  for (std::size_t k = 0; k < map.features; ++k) {
    const double factor = X[i * map.features + k], weight = W[k * map.classes + j];
    const bool finite = std::isfinite(factor) && std::isfinite(weight);
    terms.push_back(finite ? 0 : factor * weight);
  }
  std::erase_if(terms, [](double term) { return std::isfinite(term); });
  if (terms.empty()) return std::nullopt;
  return std::accumulate(terms.begin(), terms.end(), 0.0);
}

Vector tamed(Vector v) {
  for (double& entry : v) entry = std::isfinite(entry) ? entry : 0;
  return v;
}

/// Beside an infinity the finite terms do not count, even where their products overflow.
Intervals logits_anywhere(const Vector& X, const Vector& W, const Vector& b) {
  Intervals o = regression_logits.formula(tamed(X), tamed(W), tamed(b));
  for (std::size_t i = 0; i < o.size(); ++i) {
    const auto special = infinite_part(X, W, b, i / b.size(), i % b.size());
    if (special) o[i] = std::isnan(*special) ? not_a_number() : Interval(*special);
  }
  return o;
}

template <class Real>
struct Ours {
  static void regression_logits(const Real* x, const Real* w, const Real* b, std::size_t rows,
                                std::size_t d, std::size_t q, Real* out) {
    using In = MatrixView<const Real>;
    guarded(out, rows * q, [&] {
      softlaw::regression_logits(In{x, rows, d, d}, In{w, d, q, q}, std::span(b, q),
                                 MatrixView<Real>{out, rows, q, q});
    });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.regression-logits} The logits of a minibatch agree with their exact values

\statement Entry \f$(i, j)\f$ stands for \f$\sum_k x_{ik} w_{kj} + b_j\f$.

\hypotheses Finite entries; \f$X\f$ of one row or more, one feature or more; one class or more.

\sources S2, the linear model and the section on vectorization, which has \f$W\f$ transposed between
them: \f$3 \times 4\f$ there, \f$d \times q\f$ here.

\derivation The definition.  ∎

\rounding A sum of products in floats is good to about
\f$(d + 1) u \sum_k |x_{ik} w_{kj}| + |b_j|\f$, which is nothing where they cancel.  The scale of the
contract is that sum without the factor \f$d + 1\f$.

\witness \ref fault.logits-in-order: products and sums rounded one after the other.

\evidence{agreement.regression-logits}
*/

/**
\page law_special
\law{special.regression-logits} The logits of a minibatch at special values

\statement A logit that meets an infinity or a NaN is the IEEE 754 sum of the terms that are not
finite: \f$0 \cdot \infty\f$ and \f$\infty - \infty\f$ are NaN.  The others do not feel it.

\hypotheses Infinities or NaN in \f$X\f$, \f$W\f$ or \f$b\f$.

\sources None of the four.

\derivation A finite sum beside an infinite term does not change it; \f$a \cdot \infty\f$ has no limit
for \f$a \to 0\f$.  ∎

\rounding None: finite products that overflow are finite still, and do not make a NaN of an infinity.

\witness \ref fault.zero-features-skipped: a product that leaves out zeros, as sparse ones do, takes
\f$0 \cdot \infty\f$ for 0.

\evidence{special.regression-logits}
*/
// [regression-logits]
const Function<Intervals(Vector, Vector, Vector)> regression_logits(
    {.name = "regression_logits",
     .meaning = "X W + b, the bias added to each row",
     .parameters = {{{"x"}, {"w"}, {"b"}}},
     .formula =
         [](const Vector& X, const Vector& W, const Vector& b) {
           const Affine map(X, W, b);
           return ref::regression_logits(map.x(X), map.w(W), enclose(b));
         },
     .special_scale =
         [](const Vector& X, const Vector& W, const Vector& b) {
           const Affine map(X, W, b);
           return ref::condition::regression_logits(map.x(finite_part(X)), map.w(finite_part(W)),
                                                    enclose(finite_part(b)));
         },
     .special = logits_anywhere,
     .terms = Terms::none,
     .result_count = [](const Vector& X, const Vector& W,
                        const Vector& b) { return Affine(X, W, b).rows * b.size(); },
     .place = [](std::size_t i, const Vector&, const Vector&,
                 const Vector& b) { return row_and_column(i, b.size()); },
     .check = [](const Vector& X, const Vector& W,
                 const Vector& b) { require_affine(regression_logits, X, W, b); },
     .field = {SOFTLAW_FIELD(regression_logits),
               [](auto field, auto& room, const Vector& X, const Vector& W, const Vector& b) {
                 const Affine map(X, W, b);
                 field(room.vector(X), room.vector(W), room.vector(b), map.rows, map.features,
                       map.classes, room.out());
                 return room.results();
               }},
     .agreement = {affine_map, "logits-in-order"},
     .special_values = {special_affine_map, "zero-features-skipped"}});
// [regression-logits]

}  // namespace softlaw::properties
