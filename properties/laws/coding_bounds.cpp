// SPDX-License-Identifier: Apache-2.0
// The family coding goes on: how short codes can be, and what a code made for another distribution
// costs.
#include <algorithm>
#include <cmath>

#include "../generate/block_inputs.hpp"
#include "../generate/coding_inputs.hpp"
#include "../generate/information_inputs.hpp"
#include "law/law.hpp"
#include "terms.hpp"

namespace softlaw::properties {
namespace {

std::uint32_t narrow(std::int64_t radix) { return static_cast<std::uint32_t>(radix); }

/// The mean of the lengths under p.
Interval mean_length(const Vector& p, const Integers& lengths) {
  Interval total = 0;
  for (std::size_t i = 0; i < p.size(); ++i) total += Interval(p[i]) * count(lengths[i]);
  return total;
}

Interval log_of(std::int64_t radix) { return log(Interval(static_cast<double>(radix))); }

/// The least integer that is at least 1/p, for p a multiple of 2^-52 or a power of two.
std::int64_t states_of(double p) {
  if (p < 0x1p-52) return std::int64_t{1} << -std::ilogb(p);
  const auto units = static_cast<std::int64_t>(std::ldexp(p, 52));
  return ((std::int64_t{1} << 52) + units - 1) / units;
}

/// The least lengths with radix^length >= 1/p: as 1/p may be rounded up to an integer first, these
/// are counts of digits.
Integers shannon_lengths(const Evaluator& f, const Vector& p, std::int64_t radix) {
  Integers lengths;
  for (double entry : p) {
    lengths.push_back(static_cast<std::uint32_t>(f.digit_count(states_of(entry), narrow(radix))));
  }
  return lengths;
}

bool is_at_most_one(const Kraft& sum) {
  const bool integer = std::ranges::all_of(sum.fraction, [](auto digit) { return digit == 0; });
  return sum.whole == 0 || (sum.whole == 1 && integer);
}

/**
\page law_coding
\law{coding.noiseless} No decodable code beats the entropy

\statement If \f$\sum_i r^{-\ell_i} \le 1\f$ then \f$\sum_i p_i\ell_i \ge H(p)/\log r\f$ for every
distribution \f$p\f$.

\words By \ref coding.mcmillan that is so for every code whose strings of words can be read in one way
only.  It is the expected length that is bounded: a single outcome may well have a shorter word.

\hypotheses \f$p\f$ a distribution with exact sum, \f$2 \le r \le 10\f$.

\sources S2, section on entropy: to encode data drawn from \f$P\f$ takes at least \f$H[P]\f$ nats.  Without
the word decodable that is false: \ref erratum.at-least-entropy.

\derivation Let \f$q_i = r^{-\ell_i}\f$ and \f$Q = \sum q_i \le 1\f$.  By the log-sum inequality
(\ref information.log-sum), \f$\sum p_i\log\frac{p_i}{q_i} \ge \log\frac1Q \ge 0\f$, and the left side
is \f$\log r\sum p_i\ell_i - H(p)\f$.  ∎

\rounding An equality where \f$p_i = r^{-\ell_i}\f$; some of the inputs are so.

\witness \ref fault.entropy-in-bits: exceeds the mean length.

\evidence{coding.noiseless}
*/
// [coding.noiseless]
Truth noiseless(const Evaluator& f, const Integers& lengths, std::int64_t radix, const Vector& p) {
  return less_equal(f.entropy(p), mean_length(p, lengths) * log_of(radix));
}
// [coding.noiseless]
const Law& noiseless_coding = law({.id = "coding.noiseless",
                                   .inputs = lengths_radix_and_distribution(),
                                   .predicate = check(noiseless),
                                   .witness = "entropy-in-bits"});

/**
\page law_coding
\law{coding.shannon} Rounding surprisals up makes a code

\statement With \f$\ell_i = \lceil-\log_r p_i\rceil\f$: \f$\sum_i r^{-\ell_i} \le 1\f$, and
\f$\dfrac{H(p)}{\log r} \le \sum_i p_i\ell_i < \dfrac{H(p)}{\log r} + 1\f$.

\hypotheses \f$p_i > 0\f$, \f$\sum_i p_i = 1\f$ exactly, \f$2 \le r \le 10\f$.

\sources S2, section on surprisal: what is easy to predict is easy to compress.

\derivation \f$-\log_r p_i \le \ell_i < -\log_r p_i + 1\f$.  The first makes \f$r^{-\ell_i} \le p_i\f$, which
sums to at most 1; the mean of both is the second claim.  ∎

\rounding The lengths are found without a logarithm: \f$\ell\f$ is the least with
\f$r^\ell \ge 1/p\f$, hence with \f$r^\ell \ge \lceil 1/p\rceil\f$, and that is a count of digits.  By
rounded logarithms \f$p = 1/125\f$ would get four digits of base 5.

\witness \ref fault.digits-of-the-last: a digit too many where \f$1/p\f$ is a power of \f$r\f$.

\evidence{coding.shannon}
*/
// [coding.shannon]
Truth shannon(const Evaluator& f, const Vector& p, std::int64_t radix) {
  const Integers lengths = shannon_lengths(f, p, radix);
  const Interval least = f.entropy(p) / log_of(radix), length = mean_length(p, lengths);
  return Truth(is_at_most_one(f.kraft_sum(lengths, narrow(radix))), "a code has these lengths") &&
         less_equal(least, length) && less(length, least + 1);
}
// [coding.shannon]
const Law& shannon_code = law({.id = "coding.shannon",
                               .inputs = positive_distribution_and_radix(),
                               .predicate = check(shannon),
                               .witness = "digits-of-the-last"});

/**
\page law_coding
\law{coding.wrong-code} A code made for another distribution costs the cross-entropy

\statement With \f$\ell_i = \lceil-\log_2 q_i\rceil\f$, while the outcomes follow \f$p\f$:
\f$H(p, q) \le \log 2\,\sum_i p_i\ell_i < H(p, q) + \log 2\f$.

\words In bits, the cross-entropy is the expected length of an ideal code for \f$q\f$, and a real one
comes within one bit; what is lost by not knowing \f$p\f$ is
\f$\operatorname{KL}(p \Vert q)\f$.

\hypotheses \f$p, q\f$ distributions, all entries positive, exact sums.

\sources S2, section on the loss: it measures the bits needed to encode \f$y\f$ by the prediction
\f$\hat y\f$; with the natural logarithm those are nats, \ref erratum.loss-in-bits.  S2, section on
cross-entropy.

\derivation \f$-\log q_i \le \ell_i\log 2 < -\log q_i + \log 2\f$; take the mean under \f$p\f$.
\f$H(p, q) = H(p) + \operatorname{KL}(p \Vert q)\f$ is \ref information.decomposition.  ∎

\rounding Lengths as for \ref coding.shannon.

\witness \ref fault.cross-entropy-in-bits: 1.44 times the value.

\evidence{coding.wrong-code}
*/
// [coding.wrong-code]
Truth wrong_code(const Evaluator& f, const Vector& p, const Vector& q) {
  const Interval ideal = f.cross_entropy(p, q);
  const Interval nats = mean_length(p, shannon_lengths(f, q, 2)) * log_of(2);
  return less_equal(ideal, nats) && less(nats, ideal + log_of(2));
}
// [coding.wrong-code]
const Law& code_for_another = law({.id = "coding.wrong-code",
                                   .inputs = positive_close_distributions(),
                                   .predicate = check(wrong_code),
                                   .witness = "cross-entropy-in-bits"});

/**
\page law_coding
\law{coding.redundancy} What Huffman's code wastes is a relative entropy

\statement For Huffman's binary lengths of \f$p\f$,
\f$\log 2\,\sum_i p_i\ell_i - H(p) = \operatorname{KL}(p \Vert 2^{-\ell}) \ge 0\f$.  It is 0 just when
every \f$p_i\f$ is \f$2^{-\ell_i}\f$.

\hypotheses \f$p_i > 0\f$, \f$\sum_i p_i = 1\f$ exactly, \f$n \ge 2\f$.

\sources S2, section on entropy; \ref coding.dyadic is the case of equality.

\derivation \f$\log(p_i/2^{-\ell_i}) = \log p_i + \ell_i\log 2\f$: take the mean.  For \f$n \ge 2\f$ the
numbers \f$2^{-\ell_i}\f$ sum to 1 (\ref coding.complete), and \ref information.gibbs applies.  In
particular, if some \f$p_i\f$ is no power of two, no code reaches the entropy.  ∎

\rounding The relative entropy is not a difference, and keeps its digits where the waste is small.

\witness \ref fault.kl-swapped: \f$\operatorname{KL}(2^{-\ell} \Vert p)\f$.

\evidence{coding.redundancy}
*/
// [coding.redundancy]
Truth redundancy(const Evaluator& f, const Vector& p) {
  const Integers lengths = f.huffman_lengths(p, 2);
  Vector implied;
  for (auto length : lengths) implied.push_back(std::ldexp(1.0, -static_cast<int>(length)));
  const Interval waste = f.kl_divergence(p, implied);
  const Truth all = same(mean_length(p, lengths) * log_of(2) - f.entropy(p), waste);
  return all && (p == implied ? same(waste, 0) : less(0, waste));
}
// [coding.redundancy]
const Law& huffman_redundancy = law({.id = "coding.redundancy",
                                     .inputs = two_or_more_positive(),
                                     .predicate = check(redundancy),
                                     .witness = "kl-swapped"});

/**
\page law_coding
\law{coding.gallager} Huffman's code wastes little when no outcome is likely

\statement Let \f$p_{\max}\f$ be the largest probability.  Huffman's binary code has
\f[ L \le \frac{H(p)}{\log 2} + p_{\max} + \sigma, \qquad
    \sigma = 1 - \log_2 e + \log_2\log_2 e = 0.0860713… \f]

\hypotheses \f$p\f$ a distribution with exact sum, zeros allowed, \f$n \ge 1\f$.

\sources Not printed; it sharpens the bound of one bit in \ref coding.rate.  R. G. Gallager, Variations
on a theme by Huffman, 1978.

\derivation Let \f$n \ge 2\f$.  List the nodes but the root in pairs of siblings
\f$a_k \ge b_k\f$, the pair that was merged last first.  Merging takes the two lightest, so
\f$a_1 \ge b_1 \ge a_2 \ge b_2 \ge \dots\f$  A node is never lighter than one at greater depth, or an
exchange would shorten the code; so pairs of different depths that stand in the wrong order are
equal in weight, and the list may be sorted by depth.

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
  const Interval length = mean_length(p, f.huffman_lengths(p, 2));
  return less_equal(length, f.entropy(p) / log_2 + Interval(maximum(p)) + sigma);
}
// [coding.gallager]
const Law& gallager_bound = law({.id = "coding.gallager",
                                 .inputs = distribution(),
                                 .predicate = check(gallager),
                                 .witness = "shannon-lengths"});

/**
\page law_coding
\erratum{erratum.at-least-entropy} A code for one outcome can be shorter than the entropy

\printed To encode data drawn from the distribution \f$P\f$ we need at least \f$H[P]\f$ nats.

\sources S2, section on entropy.

\weight notation: it turns on a reading.  Of the expected length of decodable codes, which is what is meant
with Shannon's name beside it, it is right; of single outcomes and of codes for one outcome alone it is
not.

\counterexample \f$p = (\frac12, \frac14, \frac14)\f$, \f$H = 1.039720…\f$ nats, with the words "", "0",
"1": different words for different outcomes, of expected length \f$\frac12\f$ bit \f$= 0.346573…\f$
nats.

\correction At least \f$H/\log 2\f$ bits an outcome in the mean, for any code whose strings of words can
be read in one way only.

\derivation \ref coding.noiseless; how much less an outcome alone needs says \ref coding.one-to-one.

\evidence{erratum.at-least-entropy}
*/
// [erratum.at-least-entropy]
Truth entropy_is_needed(const Evaluator& f, const Vector& p, const Integers& lengths) {
  return less_equal(f.entropy(p), mean_length(p, lengths) * log_of(2));
}
// [erratum.at-least-entropy]
const Erratum& at_least_entropy =
    erratum({.id = "erratum.at-least-entropy",
             .parameters = {{"p", Kind::vector}, {"lengths", Kind::integers}},
             .printed = check(entropy_is_needed),
             .counterexample = "binary64; 0x1p-1,0x1p-2,0x1p-2; 0,1,1",
             .corrected_by = "coding.noiseless"});

/**
\page law_coding
\erratum{erratum.loss-in-bits} The loss with the natural logarithm is in nats

\printed The loss \f$-\sum_j y_j\log\hat y_j\f$ measures the number of bits needed to encode \f$y\f$
relative to the prediction \f$\hat y\f$.

\sources S2, section on softmax and cross-entropy loss.

\weight notation: a unit.  The logarithm is the natural one throughout; the number is then in nats, and
\f$1/\log 2\f$ times as many bits.

\counterexample \f$y = \hat y = (\frac12, \frac12)\f$: one bit is needed, by any code; the loss is
\f$\log 2 = 0.693147…\f$

\correction \f$l/\log 2\f$ is the expected number of bits of an ideal code for \f$\hat y\f$; a real one takes
less than one bit more.

\derivation \ref coding.wrong-code and \ref information.units.

\evidence{erratum.loss-in-bits}
*/
// [erratum.loss-in-bits]
Truth loss_counts_bits(const Evaluator& f, const Vector& y) {
  return same(f.cross_entropy(y, y), mean_length(y, f.huffman_lengths(y, 2)));
}
// [erratum.loss-in-bits]
const Erratum& loss_in_bits = erratum({.id = "erratum.loss-in-bits",
                                       .parameters = {{"y", Kind::vector}},
                                       .printed = check(loss_counts_bits),
                                       .counterexample = "binary64; 0x1p-1,0x1p-1",
                                       .corrected_by = "coding.wrong-code"});

}  // namespace
}  // namespace softlaw::properties
