// SPDX-License-Identifier: Apache-2.0
/**
\page law_regression Softmax regression

Affine logits \f$o_i = x_iW + b\f$ for the rows \f$x_i\f$ of a minibatch, and the mean of their
cross-entropies with labels \f$y_i\f$.  Of \f$N\f$ rows, \f$d\f$ features and \f$q\f$ classes;
\f$\tilde x_i = (x_i, 1)\f$, and \f$\theta\f$ is \f$W\f$ with \f$b\f$ as its last row, so that
\f$o_i = \tilde x_i\theta\f$.
*/
#include "families/loss/laws/regression.hpp"

#include "families/loss/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_regression
\law{regression.unit-features} One more unit of a feature adds its row of weights to the logits

\statement The logits at \f$x = 0\f$ are \f$b\f$, and a unit of feature \f$k\f$ adds row \f$k\f$ of
\f$W\f$: \f$o(e_k) - o(0) = (w_{k1}, \dots, w_{kq})\f$.  As \f$o\f$ is affine,
\f$\partial o_j/\partial x_k = w_{kj}\f$: every output depends on every input.

\hypotheses \f$W, b\f$ finite, of one feature or more and one class or more.

\sources S2, the linear model: the fully connected layer, with \f$W\f$ of one row a class; S2, the
section on vectorization: \f$W \in \mathbb R^{d \times q}\f$, one column a class, as here.

\derivation \f$e_kW + b - b\f$ is row \f$k\f$ of \f$W\f$. ∎

\proved none

\rounding One term is not 0 beside the bias: a logit is rounded once.

\witness \ref fault.weights-transposed: \f$W\f$ read as one row a class, as S2 has it first.

\evidence{regression.unit-features}
*/
// [regression.unit-features]
Truth unit_adds_a_row(const Evaluator& f, const Vector&, const Vector& w, const Vector& b) {
  const std::size_t q = b.size(), d = w.size() / q;
  Vector units((d + 1) * d);  // the unit vectors, and a row of zeros
  for (std::size_t k = 0; k < d; ++k) units[k * d + k] = 1;
  const Intervals o = f(regression_logits, units, w, b);
  const Intervals at_zero(o.end() - static_cast<std::ptrdiff_t>(q), o.end());
  Truth all = same(at_zero, enclose(b)).as("bias");
  for (std::size_t i = 0; i < d * q; ++i) all &= same(o[i] - at_zero[i % q], Interval(w[i]));
  return all;
}
// [regression.unit-features]
const Law& unit_features = law({.id = "regression.unit-features",
                                .inputs = affine_map(),
                                .predicate = check(unit_adds_a_row),
                                .witness = "weights-transposed"});

/**
\page law_regression
\law{regression.rows} Softmax regression treats a minibatch row by row

\statement Row \f$i\f$ of the logits of a minibatch is the vector of logits of row \f$i\f$ alone, and
the loss is the mean of the losses of the rows alone.

\hypotheses Finite entries, labels not negative.

\sources S2, the section on vectorization: a matrix product takes the place of many of a vector, with
the same \f$2ndq\f$ operations; S2, the log-likelihood: a sum over the observations.

\derivation Row \f$i\f$ of \f$XW\f$ is \f$x_iW\f$; the bias is added to every row; a sum of
\f$N\f$ terms, each divided by \f$N\f$. ∎

\rounding A library that blocks a large product may round it otherwise than a row alone; each lies
within its contract.

\witness \ref fault.bias-not-broadcast: the bias is added to the first row only.

\evidence{regression.rows}
*/
// [regression.rows]
Truth minibatch_is_its_rows(const Evaluator& f, const Vector& x, const Vector& w, const Vector& b,
                            const Vector& y) {
  const Shape shape(x, w, b);
  const Intervals o = f(regression_logits, x, w, b);
  Interval losses = 0;
  Truth all;
  for (std::size_t i = 0; i < shape.rows; ++i) {
    const Vector features = row(x, i, shape.d), labels = row(y, i, shape.q);
    all &= same(row(o, i, shape.q), f(regression_logits, features, w, b)).as("logits");
    losses += f(regression_loss, features, w, b, labels);
  }
  return all && same(f(regression_loss, x, w, b, y), losses / count(shape.rows)).as("loss");
}
// [regression.rows]
const Law& regression_rows = law({.id = "regression.rows",
                                  .inputs = minibatch(),
                                  .predicate = check(minibatch_is_its_rows),
                                  .witness = "bias-not-broadcast"});

/**
\page law_regression
\law{regression.likelihood} The loss of softmax regression is minus the mean logarithm of the likelihood

\statement For classes \f$c_1, \dots, c_N\f$ as one-hot labels, and \f$\hat y_i = \sigma(o_i)\f$,
\f[ e^{-N\ell(\theta)} = \prod_{i=1}^N (\hat y_i)_{c_i} . \f]
As the exponential is strictly monotone, the \f$\theta\f$ of least loss are those of largest likelihood.

\hypotheses \f$X, W, b\f$ multiples of \f$2^{-4}\f$ up to \f$2^6\f$, so that the logits are floats;
one-hot labels.  That the product is the probability of all labels given all features is the
hypothesis that they are independent given the features, each of its own: two labels that are always
equal and either with probability 1/2 have probability 1/2 together, not 1/4.

\sources S2, the log-likelihood: \f$\hat y_j = P(y = j \mid x)\f$, the product, and the equivalent
problem of minimising the negative logarithm.

\derivation \f$\ell = \frac1N\sum_i -\log(\hat y_i)_{c_i}\f$ by \ref loss.hard-label. ∎

\proved one-hot labels

\rounding The product underflows, \f$2^{-1100}\f$ for 1100 coins, where the loss does not; the law
multiplies intervals with exponents of any size.

\witness \ref fault.loss-summed: the sum over the rows for their mean.

\evidence{regression.likelihood}
*/
// [regression.likelihood]
Truth likelihood(const Evaluator& f, const Vector& x, const Vector& w, const Vector& b,
                 const Vector& y) {
  const Shape shape(x, w, b);
  const Vector o = exact_logits(x, w, b);
  Interval product = 1;
  for (std::size_t i = 0; i < shape.rows; ++i) {
    product *= dot(f(softmax, row(o, i, shape.q)), enclose(row(y, i, shape.q)));
  }
  return same(exp(-count(shape.rows) * f(regression_loss, x, w, b, y)), product);
}
// [regression.likelihood]
const Law& regression_likelihood = law({.id = "regression.likelihood",
                                        .inputs = hard_minibatch(),
                                        .predicate = check(likelihood),
                                        .witness = "loss-summed"});

/**
\page law_regression
\law{regression.chain-rule} The gradient of softmax regression follows from the gradients at the logits

\statement With \f$r_i = s_i\sigma(o_i) - y_i\f$, the gradient of the loss of row \f$i\f$ by its
logits,
\f[ \nabla_\theta\ell = \frac1N\sum_i \tilde x_i^\top r_i , \f]
a sum of matrices of rank one.  The gradients of all classes sum to 0: \f$\nabla_\theta\ell\,\mathbf 1 =
0\f$.  For one row, \f$\lVert\nabla_\theta\ell\rVert_F = \lVert\tilde x\rVert\,\lVert r\rVert\f$.

\hypotheses \f$X, W, b\f$ multiples of \f$2^{-4}\f$ up to \f$2^6\f$, so that the logits are floats;
labels not negative.

\sources S2, the section on softmax and cross-entropy loss, for the gradient by the logits; the rest is
not in the sources.

\derivation \f$\partial o_{ij}/\partial\theta_{kj} = \tilde x_{ik}\f$, and other logits do not depend on
\f$\theta_{kj}\f$.  \f$r_i\mathbf 1 = 0\f$ by \ref loss.gradient.  The norm of a matrix of rank one is
the product of the norms. ∎

\proved n ≥ 1

\rounding The rows cancel in the mean; the contract counts their magnitudes.

\held The matrix and its sums.  The norm follows from the matrix.

\witness \ref fault.bias-gradient-summed: for the bias the sum over the rows, for the weights their
mean.

\evidence{regression.chain-rule}
*/
// [regression.chain-rule]
Truth chain_rule(const Evaluator& f, const Vector& x, const Vector& w, const Vector& b,
                 const Vector& y) {
  const Shape shape(x, w, b);
  const Vector o = exact_logits(x, w, b);
  const Intervals gradient = f(regression_gradient, x, w, b, y);
  Intervals expected(gradient.size(), Interval(0));
  for (std::size_t i = 0; i < shape.rows; ++i) {
    const Intervals r = f(cross_entropy_logits_gradient, row(o, i, shape.q), row(y, i, shape.q));
    const Vector features = with_one(row(x, i, shape.d));
    for (std::size_t k = 0; k < expected.size(); ++k) {
      expected[k] += Interval(features[k / shape.q]) * r[k % shape.q] / count(shape.rows);
    }
  }
  Truth all = same(gradient, expected);
  for (std::size_t k = 0; k <= shape.d; ++k) {
    all &= same(sum(row(gradient, k, shape.q)), Interval(0)).as("sum over the classes");
  }
  return all;
}
// [regression.chain-rule]
const Law& regression_chain_rule = law({.id = "regression.chain-rule",
                                        .inputs = coarse_minibatch(),
                                        .predicate = check(chain_rule),
                                        .witness = "bias-gradient-summed"});

/**
\page law_regression
\law{regression.gauge} The weights of one class of softmax regression are redundant

\statement For any \f$c \in \mathbb R^{d+1}\f$, adding \f$c_k\f$ to all entries of row \f$k\f$ of
\f$\theta\f$ changes neither the loss nor its gradient.  So one column may be made 0: at most
\f$(q-1)(d+1)\f$ of the \f$q(d+1)\f$ parameters are identified, and the Hessian of the loss
annihilates \f$c\,\mathbf 1^\top\f$.

\hypotheses \f$X, W, b, c\f$ multiples of \f$2^{-4}\f$ up to \f$2^6\f$, so that the sums are floats;
labels not negative.

\sources S2, the linear model: one output fewer would do, since the last is 1 less the others, and the
redundant parametrisation is taken for symmetry.

\derivation All logits of row \f$i\f$ grow by \f$\tilde x_ic\f$, which leaves softmax alone
(\ref translation.softmax), hence the loss \f$-\langle y_i, \log\sigma(o_i)\rangle\f$ and
\f$s_i\sigma(o_i) - y_i\f$. The gradient is constant along \f$c\,\mathbf 1^\top\f$, so its derivative
that way is 0. ∎

\proved n ≥ 1

\rounding None: both sides stand for one number.  The last probability as 1 less the others would lose
its relative accuracy.

\witness \ref fault.weight-decay: a penalty of the weights, which fixes the gauge.

\evidence{regression.gauge}
*/
// [regression.gauge]
Truth redundant_class(const Evaluator& f, const Vector& x, const Vector& w, const Vector& b,
                      const Vector& y, const Vector& c) {
  const std::size_t q = b.size(), d = w.size() / q;
  Vector moved;
  for (std::size_t k = 0; k < d; ++k) moved = concatenate(moved, row(w, k, q) + c[k]);
  const Vector bias = b + c[d];
  return same(f(regression_loss, x, moved, bias, y), f(regression_loss, x, w, b, y)).as("loss") &&
         same(f(regression_gradient, x, moved, bias, y), f(regression_gradient, x, w, b, y))
             .as("gradient");
}
// [regression.gauge]
const Law& regression_gauge = law({.id = "regression.gauge",
                                   .inputs = minibatch_and_gauge(),
                                   .predicate = check(redundant_class),
                                   .witness = "weight-decay"});

}  // namespace
}  // namespace softlaw::properties
