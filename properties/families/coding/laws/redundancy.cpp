// SPDX-License-Identifier: Apache-2.0
// The family coding, continued: how much Huffman's code wastes.
#include <cmath>

#include "families/coding/functions.hpp"
#include "families/coding/laws/code_lengths.hpp"
#include "families/information/functions.hpp"
#include "families/information/inputs/inputs.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_coding
\law{coding.redundancy} The redundancy of Huffman's code is a relative entropy

\statement For Huffman's binary lengths of \f$p\f$,
\f$\log 2\,\sum_i p_i\ell_i - H(p) = \operatorname{KL}(p \Vert 2^{-\ell}) \ge 0\f$.  It is 0 if and only if
every \f$p_i\f$ is \f$2^{-\ell_i}\f$.

\hypotheses \f$p_i > 0\f$, \f$\sum_i p_i = 1\f$ exactly, \f$n \ge 2\f$.

\sources S2, section on entropy; \ref coding.dyadic is the case of equality.

\derivation \f$\log(p_i/2^{-\ell_i}) = \log p_i + \ell_i\log 2\f$: take the mean.  For \f$n \ge 2\f$ the
numbers \f$2^{-\ell_i}\f$ sum to 1 (\ref coding.complete), and \ref information.gibbs applies.  In
particular, if some \f$p_i\f$ is not a power of two, no code reaches the entropy.  ∎

\proved p distribution, Σ 2⁻ˡ ≤ 1

\rounding The relative entropy is not a difference, and keeps its digits where the waste is small.

\witness \ref fault.kl-swapped: \f$\operatorname{KL}(2^{-\ell} \Vert p)\f$.

\evidence{coding.redundancy}
*/
// [coding.redundancy]
Truth redundancy(const Evaluator& f, const Vector& p) {
  const Integers lengths = f(huffman_lengths, p, 2);
  Vector implied;
  for (auto length : lengths) implied.push_back(std::ldexp(1.0, -static_cast<int>(length)));
  const Interval waste = f(kl_divergence, p, implied);
  const Truth all = same(mean_length(p, lengths) * log_of(2) - f(entropy, p), waste);
  return all && (p == implied ? same(waste, 0) : less(0, waste));
}
// [coding.redundancy]
const Law& huffman_redundancy = law({.id = "coding.redundancy",
                                     .inputs = two_or_more_positive(),
                                     .predicate = check(redundancy),
                                     .witness = "kl-swapped"});

/**
\page law_coding
\law{coding.gallager} Huffman's code has a small redundancy if no outcome is likely

\statement Let \f$p_{\max}\f$ be the largest probability.  Huffman's binary code has
\f[ L \le \frac{H(p)}{\log 2} + p_{\max} + \sigma, \qquad
    \sigma = 1 - \log_2 e + \log_2\log_2 e = 0.0860713… \f]

\hypotheses \f$p\f$ a distribution with exact sum, zeros allowed, \f$n \ge 1\f$.

\sources Not printed; it sharpens the bound of one bit in \ref coding.rate.  R. G. Gallager, Variations
on a theme by Huffman, 1978.

\derivation Let \f$n \ge 2\f$; for \f$n = 1\f$, \f$L = 0\f$.  List the nodes but the root in pairs
of siblings \f$a_k \ge b_k\f$, the pair that was merged last first.  Merging takes the two lightest,
so \f$a_1 \ge b_1 \ge a_2 \ge b_2 \ge \dots\f$  A node is never lighter than one at greater depth,
or an exchange would shorten the code; so pairs of different depths that stand in the wrong order
are equal in weight, and the list may be sorted by depth.

With \f$h(t)\f$ the entropy of \f$(t, 1-t)\f$ in bits, \f$L = \sum_k(a_k + b_k)\f$ and, by the chain
rule, \f$H = \sum_k(a_k + b_k)\,h\bigl(\frac{b_k}{a_k+b_k}\bigr)\f$.  So the redundancy
\f$L - H\f$ is the sum over all pairs of \f$(a_k + b_k)(1 - h)\f$.

The lower pairs.  \f$h\f$ is concave with \f$h(0) = 0\f$, \f$h(\frac12) = 1\f$, so
\f$h(t) \ge 2t\f$ on \f$[0, \frac12]\f$ and a pair adds at most \f$a_k - b_k\f$.  The pairs from the
\f$K\f$-th on add at most \f$(a_K - b_K) + (a_{K+1} - b_{K+1}) + \dots \le a_K\f$.

The upper pairs.  Those before the \f$K\f$-th make a tree of their own; let its leaves have the weights
\f$Q\f$ and depths \f$d\f$.  By the same chain rule they add \f$\sum Q\log_2(2^dQ)\f$.  Put
\f$w = 2^{-d}\f$, \f$t = Q/w\f$: \f$\sum w = 1\f$, \f$\sum wt = 1\f$.  If all \f$t\f$ lie in some
\f$[a, 2a]\f$, the chord of the convex \f$t\log_2 t\f$ over it gives
\f$\sum wt\log_2 t \le \log_2 a + 2(1 - a)\f$, whose maximum, at \f$a = \frac12\log_2 e\f$, is
\f$\sigma\f$.

Where to cut.  Let \f$\ell\f$ be the least depth of a leaf; \f$p_{\max}\f$ is there, as nothing at a
greater depth is heavier.  If \f$p_{\max}\f$ is some \f$a_K\f$, cut before its pair, if it is some
\f$b_{K-1}\f$, after it: then \f$a_K \le p_{\max}\f$ (or no pair is left).  The leaves of the upper tree
are nodes of depth \f$\ell\f$, with \f$t = 2^\ell Q\f$, and, for pairs that were not taken, their parents
\f$P\f$ of depth \f$\ell - 1\f$, with \f$t = 2^\ell P/2\f$, which is the mean of the pair.  Let \f$u\f$ be
the heaviest node of depth \f$\ell\f$.  No \f$t\f$ exceeds \f$2^\ell u\f$: a mean does not, and the
nodes do not.  None is below \f$2^\ell u/2\f$: a parent at depth \f$\ell - 1\f$ is not lighter than
\f$u\f$; and the nodes of depth \f$\ell\f$ that were taken are not lighter than \f$p_{\max}\f$, which is
at least \f$u/2\f$, since \f$u\f$ is either a leaf, \f$u \le p_{\max}\f$, or has two children that are
not heavier than \f$p_{\max}\f$.  ∎

\rounding Where one outcome has nearly all, \f$L = 1\f$ and the bound is little more.

\witness \ref fault.shannon-lengths: wastes up to a bit.

\evidence{coding.gallager}
*/
// [coding.gallager]
Truth gallager(const Evaluator& f, const Vector& p) {
  const Interval log_2 = log_of(2);
  const Interval sigma = 1 - 1 / log_2 - log(log_2) / log_2;
  const Interval length = mean_length(p, f(huffman_lengths, p, 2));
  return less_equal(length, f(entropy, p) / log_2 + Interval(maximum(p)) + sigma);
}
// [coding.gallager]
const Law& gallager_bound = law({.id = "coding.gallager",
                                 .inputs = distribution(),
                                 .predicate = check(gallager),
                                 .witness = "shannon-lengths"});

}  // namespace
}  // namespace softlaw::properties
