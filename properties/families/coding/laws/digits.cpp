// SPDX-License-Identifier: Apache-2.0
// The family coding, continued: how many digits tell N states apart.
#include <cmath>
#include <softlaw/reference/round.hpp>

#include "families/coding/functions.hpp"
#include "families/coding/inputs/block_inputs.hpp"
#include "families/coding/inputs/inputs.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// The power of an integer, exactly: a point.
Interval power(std::int64_t base, std::uint64_t exponent) {
  return pow(Interval(static_cast<double>(base)), static_cast<int>(exponent));
}

/// An integer below 2^63, exactly.
Interval whole(std::int64_t number) {
  const std::int64_t low = number % (std::int64_t{1} << 32);
  return Interval(static_cast<double>(number - low)) + Interval(static_cast<double>(low));
}

/// The logarithm rounded to nearest, as the best of floating-point libraries would return it.
double rounded_logarithm(std::int64_t number) {
  return reference::round_to_nearest(log(whole(number)), Format::binary64).value();
}

/**
\page law_coding
\law{coding.digits} The number of digits that N states need

\statement With \f$m = \lceil\log_r N\rceil\f$: \f$r^{m-1} < N \le r^m\f$ (for \f$m \ge 1\f$), and
\f$m = 0\f$ just for \f$N = 1\f$.

\hypotheses \f$1 \le N \le 2^{62}\f$, \f$2 \le r \le 64\f$; most \f$N\f$ are powers of \f$r\f$ or next to
one.

\sources S2, exercise 3: \f$\{0, \dots, 7\}\f$ by ternary units.  Its solution: the smallest \f$n\f$ with
\f$3^n \ge N\f$ is \f$\lceil\log_3 N\rceil\f$; a unit has three states, and for 8 states it takes two
ternary units or three binary ones, as \f$3 < 8 \le 9\f$ and \f$4 < 8 \le 8\f$.

\derivation The real logarithm is increasing: \f$r^m \ge N\f$ is \f$m \ge \log_r N\f$.  ∎

\proved N ≥ 1, r ≥ 2

\rounding A ceiling is discontinuous just where the logarithm is an integer: one wrong bit there, and
the count is off by one.  \ref erratum.digits-by-logarithm.

\witness \ref fault.digits-by-logarithm: a quotient of logarithms, rounded up.

\evidence{coding.digits}
*/
// [coding.digits]
Truth digits_are_least(const Evaluator& f, std::int64_t states, std::int64_t radix) {
  const std::uint64_t m = f(digit_count, states, radix);
  const Truth enough = less_equal(whole(states), power(radix, m));
  return enough && (m == 0 ? Truth() : less(power(radix, m - 1), whole(states)));
}
// [coding.digits]
const Law& digits = law({.id = "coding.digits",
                         .inputs = states_and_radix(),
                         .predicate = check(digits_are_least),
                         .witness = "digits-by-logarithm"});

/**
\page law_coding
\law{coding.levels} More signal levels need fewer digits, and a wider swing

\statement Let \f$m_r = \lceil\log_r N\rceil\f$.  Then \f$m_{r+1} \le m_r\f$; \f$m_3 < m_2\f$ unless
\f$N \in \{1, 2, 4\}\f$; and \f$(r-1)\,m_r \ge m_2\f$.

\words Signals of \f$r\f$ levels one step apart have the swing \f$r - 1\f$.  Fewer digits are paid for: the
swings of all digits together are never less than with two levels, where they are \f$m_2\f$.

\hypotheses \f$1 \le N \le 2^{62}\f$, \f$2 \le r \le 64\f$.

\sources S2, exercise 3: PAM-3 signals have the levels \f$-1, 0, 1\f$, binary ones 0 and 1; why might that be
better?  The solution: ternary needs fewer units, but three levels are closer together than two and more
easily disturbed.  For a given swing \f$A\f$ the \f$r\f$ levels are \f$A/(r-1)\f$ apart, with three levels
half of what two have, which is \f$20\log_{10}2 = 6.02\f$ dB; see \ref erratum.closer-levels and
\ref erratum.ternary-fewer.

\derivation \f$r^m \ge N\f$ implies \f$(r+1)^m \ge N\f$.  Let \f$m = m_2\f$, so \f$N \le 2^m\f$: for
\f$m \ge 3\f$, \f$3^{m-1} \ge 2^m\f$, since \f$(\frac32)^3 > 3\f$, and \f$m - 1\f$ ternary digits do.  For
\f$N = 3\f$ there are one against two, for \f$N = 1, 2, 4\f$ as many: 0, 1, 2.  Last,
\f$r \le 2^{r-1}\f$, so \f$2^{(r-1)m_r} \ge r^{m_r} \ge N\f$.  ∎

\proved N ≥ 1, r ≥ 2

\rounding None.

\witness \ref fault.digits-of-the-last: one digit too many at powers of \f$r\f$.

\evidence{coding.levels}
*/
// [coding.levels]
Truth levels_against_digits(const Evaluator& f, std::int64_t states, std::int64_t radix) {
  const std::uint32_t r = narrow(radix);
  const std::uint64_t binary = f(digit_count, states, 2), ternary = f(digit_count, states, 3),
                      fewer = f(digit_count, states, r + 1), some = f(digit_count, states, r);
  const bool exception = states == 1 || states == 2 || states == 4;
  return Truth(fewer <= some, "one level more, no digit more") &&
         Truth(exception ? ternary == binary : ternary < binary, "ternary against binary") &&
         Truth((r - 1) * some >= binary, "the swing of all digits");
}
// [coding.levels]
const Law& levels = law({.id = "coding.levels",
                         .inputs = states_and_radix(),
                         .predicate = check(levels_against_digits),
                         .witness = "digits-of-the-last"});

/**
\page law_coding
\erratum{erratum.digits-by-logarithm} The ceiling of a quotient of logarithms is not the number of digits

\printed `math.ceil(math.log(num_states, 3))` is the number of ternary units, and with 2 that of binary ones.

\sources S2, exercise 3, the code of the solution.

\weight substance: the formula over the real numbers is right, the program that stands for it is not.  It
happens to be right for the 8 states asked about.

\counterexample \f$N = 125\f$, base 5: the correctly rounded logarithms have the quotient
\f$3.0000000000000004…\f$, so that the program says 4; \f$5^3 = 125\f$.  In base 2 it is wrong first at
\f$2^{29}\f$; in base 3 at \f$3^{31} + 1\f$, where it says 31 for 32.

\correction Count in integers: divide \f$N\f$, rounding up, until 1 is left.

\derivation \ref coding.digits.

\evidence{erratum.digits-by-logarithm}
*/
// [erratum.digits-by-logarithm]
Truth ceiling_of_quotient(const Evaluator& f, std::int64_t states, std::int64_t radix) {
  const double quotient = rounded_logarithm(states) / rounded_logarithm(radix);
  const auto printed = static_cast<std::uint64_t>(std::ceil(quotient));
  return Truth(printed == f(digit_count, states, radix), "the program's count");
}
// [erratum.digits-by-logarithm]
const Erratum& digits_by_logarithm =
    erratum({.id = "erratum.digits-by-logarithm",
             .parameters = {{"states", Kind::integer}, {"radix", Kind::integer}},
             .printed = check(ceiling_of_quotient),
             .counterexample = "binary64; 125; 5",
             .corrected_by = "coding.digits"});

/**
\page law_coding
\erratum{erratum.ternary-fewer} One, two and four states need as many ternary digits as binary ones

\printed Ternary might theoretically require fewer units for a given range of values.

\sources S2, exercise 3, the solution.

\weight notation: it depends on the reading.  As a rule it is right, and no more may be meant; of every
range it is not, for there are three exceptions.

\counterexample \f$N = 4\f$: two digits in either base.

\correction \f$\lceil\log_3 N\rceil \le \lceil\log_2 N\rceil\f$, strictly unless \f$N\f$ is 1, 2 or 4.

\derivation \ref coding.levels.

\evidence{erratum.ternary-fewer}
*/
// [erratum.ternary-fewer]
Truth ternary_is_fewer(const Evaluator& f, std::int64_t states) {
  return Truth(f(digit_count, states, 3) < f(digit_count, states, 2), "fewer ternary digits");
}
// [erratum.ternary-fewer]
const Erratum& ternary_fewer = erratum({.id = "erratum.ternary-fewer",
                                        .parameters = {{"states", Kind::integer}},
                                        .printed = check(ternary_is_fewer),
                                        .counterexample = "binary64; 4",
                                        .corrected_by = "coding.levels"});

/**
\page law_coding
\erratum{erratum.closer-levels} Three levels are closer together only at the same swing

\printed The three levels of a ternary signal, \f$-V, 0, V\f$ or \f$0, V/2, V\f$, are closer together than the
two of a binary one, 0 and \f$V\f$.

\sources S2, exercise 3, the solution.

\weight notation: it depends on the reading.  Of \f$0, V/2, V\f$ it is right; \f$-V, 0, V\f$ is listed as
equal to it and has twice the swing.

\counterexample \f$V = 5\f$: \f$-5, 0, 5\f$ are 5 apart, as are 0 and 5.

\correction At the swing \f$A\f$ the \f$r\f$ levels are \f$A/(r-1)\f$ apart.  More noise is the price of
three levels at equal swing, more power at equal distance.

\derivation \ref coding.levels.

\evidence{erratum.closer-levels}
*/
// [erratum.closer-levels]
Truth ternary_is_closer(const Evaluator&, double V) {
  const Interval three_levels = Interval(V) - 0, two_levels = Interval(V) - 0;
  return less(three_levels, two_levels);
}
// [erratum.closer-levels]
const Erratum& closer_levels = erratum({.id = "erratum.closer-levels",
                                        .parameters = {{"V", Kind::scalar}},
                                        .printed = check(ternary_is_closer),
                                        .counterexample = "binary64; 5",
                                        .corrected_by = "coding.levels"});

}  // namespace
}  // namespace softlaw::properties
