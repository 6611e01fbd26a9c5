// SPDX-License-Identifier: Apache-2.0
/**
\page law_coding Entropy and codes

Entropy bounds the length of a code, and Huffman's code comes within one digit of it.  The lengths,
words and Kraft sums are integers, so that these laws are judged without any interval but that of
the entropy.
*/
#include <cmath>

#include "families/coding/functions.hpp"
#include "families/coding/inputs/inputs.hpp"
#include "families/information/functions.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_coding
\law{coding.entropy-bounds} Entropy lies between zero and log n

\statement \f$0 \le H(p) \le \log n\f$.

\hypotheses \f$p_i \ge 0\f$, \f$\sum_i p_i = 1\f$ exactly, \f$n \ge 1\f$.

\sources S2, the section on entropy and surprisal; S3 §1.2 has the two extremes.

\derivation \f$-p\log p \ge 0\f$ for \f$0 \le p \le 1\f$.  For the other bound,
\f$\log t \le t - 1\f$ gives \f$H(p) - \log n = \sum_{p_i>0} p_i\log\frac1{np_i} \le
\sum_{p_i>0}\bigl(\frac1n - p_i\bigr) \le 0\f$.  ∎

\proved p distribution

\rounding Both bounds are attained: 0 where one entry is 1, \f$\log n\f$ at \f$p_i = \frac1n\f$.

\witness \ref fault.entropy-in-bits: exceeds \f$\log n\f$ by up to 44 %.

\evidence{coding.entropy-bounds}
*/
// [coding.entropy-bounds]
Truth entropy_is_bounded(const Evaluator& f, const Vector& p) {
  const Interval h = f(entropy, p);
  return less_equal(0, h) && less_equal(h, log(Interval(static_cast<double>(p.size()))));
}
// [coding.entropy-bounds]
const Law& coding_entropy_bounds = law({.id = "coding.entropy-bounds",
                                        .inputs = distribution(),
                                        .predicate = check(entropy_is_bounded),
                                        .witness = "entropy-in-bits"});

/**
\page law_coding
\law{coding.grouping} Splitting an outcome adds the entropy of the split

\statement \f$H\bigl(\tfrac{p_1}2, \tfrac{p_1}2, p_2, \dots, p_n\bigr) = H(p) + p_1\log 2\f$.

\hypotheses As for \ref coding.entropy-bounds.

\sources Not printed; the property by which Shannon characterised entropy.

\derivation \f$-2\cdot\frac{p_1}2\log\frac{p_1}2 = -p_1\log p_1 + p_1\log 2\f$; the other terms
stay.  ∎

\proved p distribution

\rounding Half of a float is exact here, as the entries lie on a grid far above the subnormals.

\witness \ref fault.entropy-in-bits: \f$p_1\f$ in place of \f$p_1\log 2\f$.

\evidence{coding.grouping}
*/
// [coding.grouping]
Truth splitting_adds(const Evaluator& f, const Vector& p) {
  Vector split = p;
  split.front() /= 2;  // exact
  split.push_back(split.front());
  return same(f(entropy, split), f(entropy, p) + Interval(p.front()) * log(Interval(2)));
}
// [coding.grouping]
const Law& coding_grouping = law({.id = "coding.grouping",
                                  .inputs = distribution(),
                                  .predicate = check(splitting_adds),
                                  .witness = "entropy-in-bits"});

/**
\page law_coding
\law{coding.independent} Entropies of independent outcomes add

\statement For the product distribution, \f$H(p\otimes q) = H(p) + H(q)\f$.

\hypotheses \f$p, q\f$ distributions of multiples of \f$2^{-10}\f$, so that the products
\f$p_iq_j\f$ are floats.

\sources S3 §2.2 and S2, exercise 2.2 use it for \f$n\f$ joint observations: \f$H(p^n) = nH(p)\f$.

\derivation \f$-\sum_{ij} p_iq_j(\log p_i + \log q_j)\f$, and each factor sums to 1.  ∎

\proved p distribution, q distribution

\rounding None in the arguments.

\witness \ref fault.entropy-drops-small: products are smaller than their factors, and fall below the
threshold.

\evidence{coding.independent}
*/
// [coding.independent]
Truth entropies_add(const Evaluator& f, const Vector& p, const Vector& q) {
  Vector product;
  for (double a : p) {
    for (double b : q) product.push_back(a * b);  // exact by hypothesis
  }
  return same(f(entropy, product), f(entropy, p) + f(entropy, q));
}
// [coding.independent]
const Law& coding_independent =
    law({.id = "coding.independent",
         .inputs = where(two_distributions(), "2^10 p, 2^10 q integers",
                         [](const Case& c) {
                           for (const Value& value : c.arguments) {
                             for (double e : std::get<Vector>(value)) {
                               if (std::ldexp(e, 10) != std::floor(std::ldexp(e, 10))) return false;
                             }
                           }
                           return true;
                         }),
         .predicate = check(entropies_add),
         .witness = "entropy-drops-small"});

/**
\page law_coding
\law{coding.dyadic} A dyadic distribution is coded without loss

\statement Let \f$\sum_i 2^{-\ell_i} = 1\f$ and \f$p_i = 2^{-\ell_i}\f$.  Then \f$H(p) = \log
2\,\sum_i p_i\ell_i\f$, and Huffman's code has the mean length \f$\sum_i p_i\ell_i\f$.

\hypotheses \f$n \ge 2\f$, \f$1 \le \ell_i \le 40\f$.

\sources S2, the section on entropy: at least \f$H\f$ nats.  That it is attained just here is not
printed.

\derivation \f$-\log p_i = \ell_i\log 2\f$.  A code with these lengths exists (Kraft), none is
shorter in the mean (\ref coding.rate), and Huffman's is as short as any.  ∎

\proved Σ 2⁻ˡ = 1, p = 2⁻ˡ

\rounding The entropy is a multiple of \f$\log 2\f$ by a dyadic number; the mean length is exact.

\witness \ref fault.entropy-in-bits: in bits it is the mean length itself.

\evidence{coding.dyadic}
*/
// [coding.dyadic]
Truth dyadic_is_lossless(const Evaluator& f, const Integers& lengths) {
  Vector p;
  for (auto length : lengths) p.push_back(std::ldexp(1.0, -static_cast<int>(length)));
  const auto mean = [&p](const Integers& words) {
    Interval total(0);
    for (std::size_t i = 0; i < p.size(); ++i) {
      total += Interval(p[i]) * Interval(static_cast<double>(words[i]));
    }
    return total;
  };
  return same(f(entropy, p), mean(lengths) * log(Interval(2))).as("entropy") &&
         same(mean(f(huffman_lengths, p, 2)), mean(lengths)).as("mean length");
}
// [coding.dyadic]
const Law& coding_dyadic = law({.id = "coding.dyadic",
                                .inputs = complete_binary_lengths(),
                                .predicate = check(dyadic_is_lossless),
                                .witness = "entropy-in-bits"});

/**
\page law_coding
\law{coding.softmax-entropy} The entropy of softmax is log-sum-exp minus the mean entry

\statement With \f$p = \sigma(x)\f$,
\f$-\sum_i p_i\log\sigma(x)_i = \operatorname{LSE}(x) - \langle p, x\rangle\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources Not printed; S2, the loss as a function of the logits, averaged over its own predictions.

\derivation \f$\log\sigma(x)_i = x_i - \operatorname{LSE}(x)\f$; take the mean under \f$p\f$.  ∎

\proved n ≥ 1

\rounding \f$p\f$ is not rounded to floats and then fed to the entropy: the three functions are
combined as enclosures.  Under a large offset the right side cancels, and says little.

\witness \ref fault.log-softmax-by-mean: too small by \f$\log n\f$.

\evidence{coding.softmax-entropy}
*/
// [coding.softmax-entropy]
Truth entropy_of_softmax(const Evaluator& f, const Vector& x) {
  const Intervals p = f(softmax, x);
  return same(-dot(p, f(log_softmax, x)), f(logsumexp, x) - dot(p, enclose(x)));
}
// [coding.softmax-entropy]
const Law& coding_softmax_entropy = law({.id = "coding.softmax-entropy",
                                         .inputs = one_vector(),
                                         .predicate = check(entropy_of_softmax),
                                         .witness = "log-softmax-by-mean"});

}  // namespace
}  // namespace softlaw::properties
