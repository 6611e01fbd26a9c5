// SPDX-License-Identifier: Apache-2.0
// The family coding, continued: bounds on the length of codes, and the cost of a code made for
// another distribution.
#include <algorithm>
#include <cmath>

#include "families/coding/functions.hpp"
#include "families/coding/inputs/block_inputs.hpp"
#include "families/coding/inputs/inputs.hpp"
#include "families/coding/laws/code_lengths.hpp"
#include "families/information/functions.hpp"
#include "families/information/inputs/inputs.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

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
    lengths.push_back(static_cast<std::uint32_t>(f(digit_count, states_of(entry), radix)));
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

\proved p distribution, r > 1

\rounding An equality where \f$p_i = r^{-\ell_i}\f$; some of the inputs are so.

\witness \ref fault.entropy-in-bits: exceeds the mean length.

\evidence{coding.noiseless}
*/
// [coding.noiseless]
Truth noiseless(const Evaluator& f, const Integers& lengths, std::int64_t radix, const Vector& p) {
  return less_equal(f(entropy, p), mean_length(p, lengths) * log_of(radix));
}
// [coding.noiseless]
const Law& noiseless_coding = law({.id = "coding.noiseless",
                                   .inputs = lengths_radix_and_distribution(),
                                   .predicate = check(noiseless),
                                   .witness = "entropy-in-bits"});

/**
\page law_coding
\law{coding.shannon} Surprisals, rounded up, are the lengths of a code

\statement With \f$\ell_i = \lceil-\log_r p_i\rceil\f$: \f$\sum_i r^{-\ell_i} \le 1\f$, and
\f$\dfrac{H(p)}{\log r} \le \sum_i p_i\ell_i < \dfrac{H(p)}{\log r} + 1\f$.

\hypotheses \f$p_i > 0\f$, \f$\sum_i p_i = 1\f$ exactly, \f$2 \le r \le 10\f$.

\sources S2, section on surprisal: predictable data is easy to compress.

\derivation \f$-\log_r p_i \le \ell_i < -\log_r p_i + 1\f$.  The first makes \f$r^{-\ell_i} \le p_i\f$, which
sums to at most 1; the mean of both is the second claim.  ∎

\proved p distribution, p > 0, r > 1

\rounding The lengths are found without a logarithm: \f$\ell\f$ is the least with
\f$r^\ell \ge 1/p\f$, hence with \f$r^\ell \ge \lceil 1/p\rceil\f$, and that is a count of digits.  By
rounded logarithms \f$p = 1/125\f$ would get four digits of base 5.

\witness \ref fault.digits-of-the-last: a digit too many where \f$1/p\f$ is a power of \f$r\f$.

\evidence{coding.shannon}
*/
// [coding.shannon]
Truth shannon(const Evaluator& f, const Vector& p, std::int64_t radix) {
  const Integers lengths = shannon_lengths(f, p, radix);
  const Interval least = f(entropy, p) / log_of(radix), length = mean_length(p, lengths);
  return Truth(is_at_most_one(f(kraft_sum, lengths, radix)), "a code has these lengths") &&
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
comes within one bit; the cost of not knowing \f$p\f$ is
\f$\operatorname{KL}(p \Vert q)\f$.

\hypotheses \f$p, q\f$ distributions, all entries positive, exact sums.

\sources S2, section on the loss: it measures the bits needed to encode \f$y\f$ by the prediction
\f$\hat y\f$; with the natural logarithm those are nats, \ref erratum.loss-in-bits.  S2, section on
cross-entropy.

\derivation \f$-\log q_i \le \ell_i\log 2 < -\log q_i + \log 2\f$; take the mean under \f$p\f$.
\f$H(p, q) = H(p) + \operatorname{KL}(p \Vert q)\f$ is \ref information.decomposition.  ∎

\proved p distribution, q distribution, q > 0

\rounding Lengths as for \ref coding.shannon.

\witness \ref fault.cross-entropy-in-bits: 1.44 times the value.

\evidence{coding.wrong-code}
*/
// [coding.wrong-code]
Truth wrong_code(const Evaluator& f, const Vector& p, const Vector& q) {
  const Interval ideal = f(cross_entropy, p, q);
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
\erratum{erratum.at-least-entropy} A code for one outcome can be shorter than the entropy

\printed To encode data drawn from the distribution \f$P\f$ we need at least \f$H[P]\f$ nats.

\sources S2, section on entropy.

\weight notation: it depends on the reading.  Of the expected length of decodable codes, which is meant
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
  return less_equal(f(entropy, p), mean_length(p, lengths) * log_of(2));
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

\counterexample \f$y = \hat y = (\frac12, \frac12)\f$: one bit is needed, by any decodable code; the
loss is \f$\log 2 = 0.693147…\f$

\correction \f$l/\log 2\f$ is the expected number of bits of an ideal code for \f$\hat y\f$; a real one takes
less than one bit more.

\derivation \ref coding.wrong-code and \ref information.units.

\evidence{erratum.loss-in-bits}
*/
// [erratum.loss-in-bits]
Truth loss_counts_bits(const Evaluator& f, const Vector& y) {
  return same(f(cross_entropy, y, y), mean_length(y, f(huffman_lengths, y, 2)));
}
// [erratum.loss-in-bits]
const Erratum& loss_in_bits = erratum({.id = "erratum.loss-in-bits",
                                       .parameters = {{"y", Kind::vector}},
                                       .printed = check(loss_counts_bits),
                                       .counterexample = "binary64; 0x1p-1,0x1p-1",
                                       .corrected_by = "coding.wrong-code"});

}  // namespace
}  // namespace softlaw::properties
