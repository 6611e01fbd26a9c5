// SPDX-License-Identifier: Apache-2.0
/**
\page law_translation Translation

Adding one number to all entries adds it to log-sum-exp and leaves softmax alone.  Everything that
makes these functions computable, the shift by the maximum above all, is this law.
*/
#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_translation
\law{translation.logsumexp} Adding a constant to all entries adds it to log-sum-exp

\statement For \f$x \in \mathbb R^n\f$, \f$n \ge 1\f$, and \f$c \in \mathbb R\f$,
\f[ \operatorname{LSE}(x + c\mathbf 1) = \operatorname{LSE}(x) + c . \f]

\words Log-sum-exp moves along with its input, as the maximum does.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$; the sums \f$x_i + c\f$ are floats, so that nothing is
rounded before the function is called.

\sources S2, exercise 6.2 asks to prove that \f$g(x+b) = g(x)\f$, which is false: see \ref
erratum.translation-misprint; its solution derives this identity.  S3 §3.1 uses the identity with
\f$c = -m\f$.

\derivation \f$\sum_i e^{x_i + c} = e^c \sum_i e^{x_i}\f$; take logarithms. ∎

\proved n ≥ 1

\rounding Nothing is left over to excuse: the law relates two results of one function, at inputs
that are exact.  Both are correctly rounded values of numbers that differ by exactly \f$c\f$; they
need not differ by \f$c\f$ themselves, because the two roundings are those of different binades.

\held The interval that the one result stands for, moved by \f$c\f$, must meet that of the other.

\witness \ref fault.no-shift: \f$\log\sum_i e^{x_i}\f$ computed as it is written.  It overflows
above 709.78 and loses the entries below −745.13, and moves from one to the other with \f$c\f$.

\evidence{translation.logsumexp}
*/
// [translation.logsumexp]
Truth logsumexp_moves_along(const Evaluator& f, const Vector& x, double c) {
  return same(f(logsumexp, x + c), f(logsumexp, x) + c);
}
// [translation.logsumexp]
const Law& translation_logsumexp = law({.id = "translation.logsumexp",
                                        .inputs = vector_and_shift(),
                                        .predicate = check(logsumexp_moves_along),
                                        .witness = "no-shift"});

/**
\page law_translation
\law{translation.softmin} Adding a constant to all entries adds it to soft-min

\statement \f$\operatorname{softmin}(x + c\mathbf 1) = \operatorname{softmin}(x) + c\f$.

\hypotheses As for \ref translation.logsumexp.

\sources S3 §3.4 defines soft-min as \f$-\operatorname{LSE}(-x)\f$; the law is not printed.

\derivation \f$-\operatorname{LSE}(-x - c) = -(\operatorname{LSE}(-x) - c)\f$ by
\ref translation.logsumexp. ∎

\proved n ≥ 1

\rounding As above.

\witness \ref fault.softmin-no-shift: \f$-\log\sum_i e^{-x_i}\f$ computed as it is written.

\evidence{translation.softmin}
*/
// [translation.softmin]
Truth softmin_moves_along(const Evaluator& f, const Vector& x, double c) {
  return same(f(softmin, x + c), f(softmin, x) + c);
}
// [translation.softmin]
const Law& translation_softmin = law({.id = "translation.softmin",
                                      .inputs = vector_and_shift(),
                                      .predicate = check(softmin_moves_along),
                                      .witness = "softmin-no-shift"});

/**
\page law_translation
\law{translation.softmax} Adding a constant to all entries does not change softmax

\statement \f$\sigma(x + c\mathbf 1) = \sigma(x)\f$.

\hypotheses As for \ref translation.logsumexp.

\sources Not printed for softmax; S2, exercise 6.4 has the shift by the maximum for log-sum-exp.

\derivation \f$e^{x_i+c} / \sum_j e^{x_j+c} = e^{x_i} / \sum_j e^{x_j}\f$. ∎

\proved n ≥ 1

\rounding A correctly rounded softmax returns the same bits for both: the exact values are equal.
One that computes \f$e^{x_i - \operatorname{LSE}(x)}\f$ does not, for its exponent has lost what the
rounding of LSE took, and a large \f$c\f$ makes that large.

\witness \ref fault.softmax-by-rounded-logsumexp: \f$e^{x_i - \operatorname{LSE}(x)}\f$ with LSE
rounded.

\evidence{translation.softmax}
*/
// [translation.softmax]
Truth softmax_stays(const Evaluator& f, const Vector& x, double c) {
  return same(f(softmax, x + c), f(softmax, x));
}
// [translation.softmax]
const Law& translation_softmax = law({.id = "translation.softmax",
                                      .inputs = vector_and_shift(),
                                      .predicate = check(softmax_stays),
                                      .witness = "softmax-by-rounded-logsumexp"});

/**
\page law_translation
\law{translation.log-softmax} Adding a constant to all entries does not change log-softmax

\statement \f$\log\sigma(x + c\mathbf 1) = \log\sigma(x)\f$.

\hypotheses As for \ref translation.logsumexp.

\sources Follows from \ref translation.softmax; the sources do not print it.

\derivation \f$(x_i + c) - \operatorname{LSE}(x + c\mathbf 1) = x_i - \operatorname{LSE}(x)\f$ by
\ref translation.logsumexp. ∎

\proved n ≥ 1

\rounding As above: \f$x_i - \operatorname{LSE}(x)\f$ cancels, and its absolute error is that of a
rounded LSE, half an ulp of \f$c\f$ for large \f$c\f$.

\witness \ref fault.log-softmax-by-rounded-logsumexp: \f$x_i - \operatorname{LSE}(x)\f$ with LSE
rounded, as several libraries have it.

\evidence{translation.log-softmax}
*/
// [translation.log-softmax]
Truth log_softmax_stays(const Evaluator& f, const Vector& x, double c) {
  return same(f(log_softmax, x + c), f(log_softmax, x));
}
// [translation.log-softmax]
const Law& translation_log_softmax = law({.id = "translation.log-softmax",
                                          .inputs = vector_and_shift(),
                                          .predicate = check(log_softmax_stays),
                                          .witness = "log-softmax-by-rounded-logsumexp"});

/**
\page law_translation
\law{translation.by-a-vector} The change of log-sum-exp when different numbers are added to the entries

\statement For \f$b \in \mathbb R^n\f$,
\f[ \operatorname{LSE}(x + b) = \operatorname{LSE}(x) + \log\sum_i \sigma(x)_i\,e^{b_i} . \f]
In particular \f$\operatorname{LSE}(x + b) = \operatorname{LSE}(x)\f$ if and only if
\f$\sum_i \sigma(x)_i e^{b_i} = 1\f$.

\hypotheses \f$x\f$, \f$y = x + b\f$ finite, of one length \f$1 \le n \le 12\f$.

\sources S2, exercise 6.2, the solution: not true in general for a vector; this is when it is.

\derivation \f$\sum_i e^{x_i}e^{b_i} = \bigl(\sum_j e^{x_j}\bigr)\sum_i\sigma(x)_i e^{b_i}\f$.  The
sum is 1 also for some \f$b \ne 0\f$: lower one entry, and raise another to make up for it. ∎

\proved n ≥ 1

\rounding As a function of \f$tb\f$ the right side is the cumulant generating function of \f$b\f$
under \f$\sigma(x)\f$; a probability that has underflowed is missing there if its \f$b_i\f$ is
large.

\witness \ref fault.softmax-coarse-tail: an exponential of half the precision for the last entries.

\evidence{translation.by-a-vector}
*/
// [translation.by-a-vector]
Truth moved_by_a_vector(const Evaluator& f, const Vector& x, const Vector& y) {
  const Intervals p = f(softmax, x), b = enclose(y) - enclose(x);
  Interval expectation = 0;
  for (std::size_t i = 0; i < x.size(); ++i) expectation += p[i] * exp(b[i]);
  return same(f(logsumexp, y) - f(logsumexp, x), log(expectation));
}
// [translation.by-a-vector]
const Law& translation_by_a_vector = law({.id = "translation.by-a-vector",
                                          .inputs = at_most(12, two_vectors()),
                                          .predicate = check(moved_by_a_vector),
                                          .witness = "softmax-coarse-tail"});

/**
\page law_translation
\erratum{erratum.translation-misprint} Log-sum-exp is not translation invariant

\printed \f$g(x) = \log\sum_i e^{x_i}\f$ is translation invariant, \f$g(x + b) = g(x)\f$.

\sources S2, exercise 6.2.

\weight substance: invariance and equivariance are different things.  The solution derives
\f$g(x + b\mathbf 1) = g(x) + b\f$ and doubts the question; exercise 6.4 builds on that.

\counterexample \f$x = (0, 0)\f$, \f$b = 1\f$: \f$g(x) = \log 2 = 0.693147…\f$, but
\f$g(x + b) = 1 + \log 2 = 1.693147…\f$.

\correction \f$g(x + b\mathbf 1) = g(x) + b\f$: equivariance.  \f$g(x + b\mathbf 1) = g(x)\f$ only
for \f$b = 0\f$.  It is softmax that is invariant.

\derivation See \ref translation.logsumexp, which guards the true statement.

\evidence{erratum.translation-misprint}
*/
// [erratum.translation-misprint]
Truth logsumexp_is_invariant(const Evaluator& f, const Vector& x, double b) {
  return same(f(logsumexp, x + b), f(logsumexp, x));
}
// [erratum.translation-misprint]
const Erratum& translation_misprint =
    erratum({.id = "erratum.translation-misprint",
             .parameters = {{"x", Kind::vector}, {"b", Kind::scalar}},
             .printed = check(logsumexp_is_invariant),
             .counterexample = "binary64; 0,0; 1",
             .corrected_by = "translation.logsumexp"});

}  // namespace
}  // namespace softlaw::properties
