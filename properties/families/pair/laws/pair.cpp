// SPDX-License-Identifier: Apache-2.0
/**
\page law_pair Pairs

For two numbers log-sum-exp is softplus, \f$s(t) = \log(1 + e^t)\f$, and softmax the logistic
function \f$S(t) = 1/(1 + e^{-t})\f$ (\ref softmax.softplus, \ref softmax.logistic).  These are
their own identities.
*/
#include "families/pair/functions.hpp"
#include "families/rounding/inputs/inputs.hpp"
#include "families/softmax/functions.hpp"
#include "families/softmax/inputs/inputs.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// \f$\tanh(t/2) = (e^t - 1)/(e^t + 1)\f$ for \f$t \le 0\f$, where nothing overflows; it is odd.
Interval tanh_of_half(double t) {
  if (t > 0) return -tanh_of_half(-t);
  return expm1(Interval(t)) / (exp(Interval(t)) + 1);
}

/// \f$\log(2\cosh(d/2))\f$.
Interval log_two_cosh_of_half(const Interval& d) { return log(exp(d / 2) + exp(-d / 2)); }

/**
\page law_pair
\law{pair.hyperbolic} Log-sum-exp of two numbers by their mean and the hyperbolic cosine

\statement
\f[ \operatorname{LSE}(a, b) = \frac{a + b}2 + \log\Bigl(2\cosh\frac{a - b}2\Bigr), \qquad
    \sigma(a, b)_1 = \frac{1 + \tanh\frac{a - b}2}2, \qquad
    S(t) = \frac{1 + \tanh\frac t2}2 . \f]

\hypotheses \f$a, b\f$ finite, \f$t = a - b\f$ a float.

\sources Not printed; the function of S2, exercise 5 and S3 §3.1.

\derivation \f$e^a + e^b = e^{(a+b)/2}\bigl(e^{(a-b)/2} + e^{(b-a)/2}\bigr)\f$.
\f$1 + \tanh\frac t2 = 2e^{t/2}/(e^{t/2} + e^{-t/2}) = 2S(t)\f$. ∎

\proved none

\rounding The forms on the right are symmetrical, and as floats useless on one side: \f$1 +
\tanh\frac t2\f$ cancels \f$|t|/\log 2\f$ bits for negative \f$t\f$.  The law, with 256 bits or
more, still determines \f$S\f$ by the remaining bits: some 200 of 256 at \f$t = -40\f$.

\witness \ref fault.logistic-by-tanh: that formula, in floats.

\evidence{pair.hyperbolic}
*/
// [pair.hyperbolic]
Truth hyperbolic_forms(const Evaluator& f, double a, double b) {
  const double t = (Vector{a} + -b).front();
  const Interval share = (1 + tanh_of_half(t)) / 2;
  const Interval middle = (Interval(a) + Interval(b)) / 2;
  return same(f(logaddexp, a, b), middle + log_two_cosh_of_half(t)).as("cosh") &&
         same(f(softmax, {a, b})[0], share).as("tanh, of softmax") &&
         same(f(logistic, t), share).as("tanh");
}
// [pair.hyperbolic]
const Law& pair_hyperbolic = law({.id = "pair.hyperbolic",
                                  .inputs = two_numbers_exact_difference(),
                                  .predicate = check(hyperbolic_forms),
                                  .witness = "logistic-by-tanh"});

/**
\page law_pair
\law{pair.slope} The logistic function is the slope of softplus, and its own slope is at most 1/4

\statement For \f$a, b \in \mathbb R\f$ (exchanged, if need be, so that \f$a \ge b\f$),
\f[ (a - b)\,S(b) \le s(a) - s(b) \le (a - b)\,S(a), \qquad
    0 \le S(a) - S(b) \le \tfrac14(a - b) . \f]
Hence \f$s' = S\f$ and \f$0 < S' \le \frac14\f$.

\hypotheses \f$a, b\f$ finite.

\sources Not printed.

\derivation \f$s\f$ is convex, being log-sum-exp of \f$(0, t)\f$, and \f$s' = e^t/(1 + e^t) = S\f$:
it lies above its tangents at \f$a\f$ and at \f$b\f$.  \f$S' = S(1 - S) \le \frac14\f$. ∎

\proved none

\rounding Far to the left both \f$s\f$ and \f$S\f$ are \f$e^t\f$, small and relatively accurate, so
the law binds them there too.

\witness \ref fault.logistic-tail-early: \f$e^t\f$ for the logistic function below \f$-2\f$.

\evidence{pair.slope}
*/
// [pair.slope]
Truth logistic_is_the_slope(const Evaluator& f, double a, double b) {
  if (a < b) return logistic_is_the_slope(f, b, a);
  const Interval step = Interval(a) - Interval(b);
  const Interval rise = f(softplus, a) - f(softplus, b);
  const Interval low = f(logistic, b), high = f(logistic, a);
  return less_equal(step * low, rise).as("above the tangent at b") &&
         less_equal(rise, step * high).as("above the tangent at a") && less_equal(low, high) &&
         less_equal(high - low, step / 4).as("not steep");
}
// [pair.slope]
const Law& pair_slope = law({.id = "pair.slope",
                             .inputs = two_numbers_near(),
                             .predicate = check(logistic_is_the_slope),
                             .witness = "logistic-tail-early"});

/**
\page law_pair
\law{pair.difference} The difference of the logistic function between two points

\statement
\f[ S(a) - S(b) = S(a)\,S(-b)\,\bigl(1 - e^{b - a}\bigr), \qquad \log S(t) = -s(-t), \qquad
    \log S(t) - \log S(-t) = t . \f]
With \f$b \to a\f$ the first is \f$S' = S(1 - S)\f$.

\hypotheses \f$a, b\f$ finite; \f$t\f$ is \f$a\f$.

\sources Not printed.

\derivation \f$S(a) - S(b) = \dfrac{e^{-b} - e^{-a}}{(1 + e^{-a})(1 + e^{-b})}\f$, and
\f$e^{-b}/(1 + e^{-b}) = S(-b)\f$.  \f$S(t) = e^{-s(-t)}\f$ by definition, and \f$s(t) - s(-t) =
t\f$. ∎

\proved none

\rounding The product on the right is right relatively where the difference on the left cancels, and
says there how far apart the two results may be.

\witness \ref fault.logistic-by-tanh: \f$(1 + \tanh\frac t2)/2\f$, which is 0 or coarse far to the
left, so that its logarithm is not \f$-s(-t)\f$.

\evidence{pair.difference}
*/
// [pair.difference]
Truth difference_is_a_product(const Evaluator& f, double a, double b) {
  const Interval factor = -expm1(Interval(b) - Interval(a));
  const Interval high = f(logistic, a), log_high = log(high);
  return same(high - f(logistic, b), high * f(logistic, -b) * factor) &&
         same(log_high, -f(softplus, -a)).as("logarithm") &&
         same(log_high - log(f(logistic, -a)), a).as("log-odds");
}
// [pair.difference]
const Law& pair_difference = law({.id = "pair.difference",
                                  .inputs = two_numbers_near(),
                                  .predicate = check(difference_is_a_product),
                                  .witness = "logistic-by-tanh"});

}  // namespace
}  // namespace softlaw::properties
