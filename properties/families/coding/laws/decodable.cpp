// SPDX-License-Identifier: Apache-2.0
// The family coding, continued: codes that are decodable without being prefix codes, and codes that are
// not.
#include <algorithm>
#include <bit>
#include <set>

#include "families/coding/functions.hpp"
#include "families/coding/inputs/block_inputs.hpp"
#include "families/information/functions.hpp"
#include "families/terms.hpp"
#include "inputs/inputs.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

using Word = Integers;

std::vector<Word> words_of(const Integers& lengths, const Integers& digits) {
  std::vector<Word> words;
  auto from = digits.begin();
  for (auto length : lengths) {
    words.emplace_back(from, from + length);
    from += length;
  }
  return words;
}

bool begins(const Word& word, const Word& other) {
  return word.size() <= other.size() && std::equal(word.begin(), word.end(), other.begin());
}

/// The ends that are left over when one string of words runs ahead of another, after Sardinas and
/// Patterson: two strings are equal if and only if such an end is itself a word.
bool is_uniquely_decodable(const std::vector<Word>& words) {
  std::set<Word> ends;
  std::vector<Word> open;
  const auto leave = [&](const Word& shorter, const Word& longer) {
    Word end(longer.begin() + static_cast<std::ptrdiff_t>(shorter.size()), longer.end());
    if (ends.insert(end).second) open.push_back(std::move(end));
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t j = 0; j < words.size(); ++j) {
      if (i != j && begins(words[i], words[j])) leave(words[i], words[j]);
    }
  }
  while (!open.empty()) {
    const Word end = std::move(open.back());
    open.pop_back();
    for (const Word& word : words) {
      if (word == end || end.empty()) return false;
      if (begins(end, word)) leave(end, word);
      if (begins(word, end)) leave(word, end);
    }
  }
  return true;
}

/**
\page law_coding
\law{coding.mcmillan} Every decodable code satisfies Kraft's inequality

\statement If no string of digits below \f$r\f$ is two different strings of words, then
\f$\sum_i r^{-\ell_i} \le 1\f$ for the lengths of the words.

\words Prefix codes, which can be read without looking ahead, lose nothing against codes that cannot.

\hypotheses \f$2 \le r \le 5\f$; two to ten words of 1 to 5 digits.  Half of the inputs are prefix codes
written backwards, which are decodable from the end.

\sources S3 §2.1 speaks of words that can be parsed wrongly.  \ref bib_mcm56 "McMillan 1956".

\derivation Let \f$K = \sum_i r^{-\ell_i}\f$ and \f$l = \max\ell\f$.  \f$K^k = \sum_m N_m\,r^{-m}\f$, where
\f$N_m\f$ counts the strings of \f$k\f$ words with \f$m\f$ digits, \f$m \le kl\f$.  They are different
strings of digits, so \f$N_m \le r^m\f$ and \f$K^k \le kl\f$ for every \f$k\f$; were \f$K > 1\f$, the left
side would outgrow the right.  Whether a code is decodable is decided by the ends that are left over when
one reading runs ahead of another: there are finitely many.  ∎

\proved r ≥ 2, the code decodable

\rounding None.

\witness \ref fault.kraft-sum-short: takes every word for one digit shorter.

\evidence{coding.mcmillan}
*/
// [coding.mcmillan]
Truth mcmillan(const Evaluator& f, const Integers& lengths, const Integers& digits,
               std::int64_t radix) {
  const Kraft sum = f(kraft_sum, lengths, static_cast<std::uint32_t>(radix));
  if (!is_uniquely_decodable(words_of(lengths, digits))) return Truth();
  const bool integer = std::ranges::all_of(sum.fraction, [](auto digit) { return digit == 0; });
  return Truth(sum.whole == 0 || (sum.whole == 1 && integer), "the Kraft sum is at most 1");
}
// [coding.mcmillan]
const Law& decodable = law({.id = "coding.mcmillan",
                            .inputs = words_and_radix(),
                            .predicate = check(mcmillan),
                            .witness = "kraft-sum-short"});

/**
\page law_coding
\law{coding.one-to-one} A one-to-one code can be shorter than the entropy, by a bounded amount

\statement Let \f$p_1 \ge p_2 \ge \dots\f$ and give outcome \f$i\f$ a word of \f$\lfloor\log_2 i\rfloor\f$
digits, beginning with the empty one.  With \f$H\f$ in bits,
\f[ H - \log_2(H + 1) - \log_2 e \le \sum_i p_i\lfloor\log_2 i\rfloor \le H . \f]

\words These are the shortest words that tell the outcomes apart.  Their strings cannot be read; so
\ref coding.noiseless does not apply.

\hypotheses \f$p\f$ a distribution with exact sum; it is sorted first.

\sources S2, section on entropy, where at least \f$H\f$ nats are needed: \ref erratum.at-least-entropy.
N. Alon and A. Orlitsky, A lower bound on the expected length of one-to-one codes, 1994.

\derivation Above: \f$ip_i \le p_1 + \dots + p_i \le 1\f$, so \f$\log_2 i \le -\log_2 p_i\f$.  Below: let
\f$X\f$ be the outcome and \f$N\f$ the length of its word, with mean \f$\mu\f$.  There are \f$2^N\f$ words
of length \f$N\f$, so \f$H(X) = H(N) + H(X \mid N) \le H(N) + \mu\f$.  If \f$\mu = 0\f$ then
\f$H(N) = 0\f$.  Else, against the geometric distribution
\f$g_k = (1-\theta)\theta^k\f$ with \f$\theta = \frac\mu{1+\mu}\f$, \ref information.gibbs gives
\f$H(N) \le -\sum P(N = k)\log_2 g_k = (1 + \mu)\log_2(1 + \mu) - \mu\log_2\mu = \log_2(1 + \mu) +
\mu\log_2(1 + \frac1\mu) \le \log_2(1 + \mu) + \log_2 e\f$.  And \f$\mu \le H\f$ by the first part.  ∎

\rounding The mean length is exact.

\witness \ref fault.entropy-normalised: \f$H/\log n\f$, which is below the mean length.

\evidence{coding.one-to-one}
*/
// [coding.one-to-one]
Truth one_to_one(const Evaluator& f, const Vector& p) {
  Vector sorted = p;
  std::ranges::sort(sorted, std::greater<>());
  Interval length = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    length += Interval(sorted[i]) * count(static_cast<std::size_t>(std::bit_width(i + 1)) - 1);
  }
  const Interval log_2 = log(Interval(2)), bits = f(entropy, p) / log_2;
  return less_equal(length, bits) && less_equal(bits - (log1p(bits) + 1) / log_2, length);
}
// [coding.one-to-one]
const Law& one_to_one_codes = law({.id = "coding.one-to-one",
                                   .inputs = distribution(),
                                   .predicate = check(one_to_one),
                                   .witness = "entropy-normalised"});

}  // namespace
}  // namespace softlaw::properties
