// SPDX-License-Identifier: Apache-2.0
// The family information, continued: nats and bits.
#include <cmath>

#include "families/coding/inputs/inputs.hpp"
#include "families/information/functions.hpp"
#include "families/information/inputs/inputs.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_information
\law{information.units} One nat is 1/log 2 bits

\statement With \f$b(x)\f$ the bits in \f$x\f$ nats and \f$n(x)\f$ the nats in \f$x\f$ bits:
\f$b(x)\log 2 = x\f$, \f$n(x) = x\log 2\f$, so that \f$n(b(x)) = x\f$.

\hypotheses \f$x\f$ finite.

\sources S2, section on entropy: a nat is the bit of base \f$e\f$, and one nat is
\f$\frac1{\log 2} \approx 1.44\f$ bit.  To two decimals that is right.

\derivation \f$\log_2 y = \log y/\log 2\f$: a probability \f$e^{-x}\f$ is \f$2^{-x/\log 2}\f$.  ∎

\proved none

\rounding The two conversions one after the other, each rounded, are off by an ulp or two: here each is
held against \f$x\f$ by itself.

\witness \ref fault.units-swapped: multiplies where it should divide.

\evidence{information.units}
*/
// [information.units]
Truth units_are_inverse(const Evaluator& f, double x) {
  const Interval log_2 = log(Interval(2));
  return same(f(nats_to_bits, x) * log_2, x) && same(f(bits_to_nats, x) / log_2, x);
}
// [information.units]
const Law& information_units = law({.id = "information.units",
                                    .inputs = any_number("x"),
                                    .predicate = check(units_are_inverse),
                                    .witness = "units-swapped"});

/**
\page law_information
\law{information.bit} A bit is the surprisal of one half

\statement \f$k\f$ bits are \f$s(2^{-k})\f$ nats, and the entropy of \f$2^k\f$ equal outcomes.

\hypotheses \f$0 \le k \le 9\f$ for the entropy, \f$0 \le k \le 149\f$ for the surprisal.

\sources S2, section on entropy: nats and bits.

\derivation \f$-\log 2^{-k} = k\log 2\f$, and \f$-\sum 2^{-k}\log 2^{-k} = k\log 2\f$.  ∎

\proved k ≥ 0

\rounding \f$2^{-149}\f$ is subnormal in binary32, and its inverse overflows.

\witness \ref fault.units-swapped: a bit of 1.44 nats.

\evidence{information.bit}
*/
// [information.bit]
Truth bits_are_halvings(const Evaluator& f, std::int64_t k) {
  const Interval nats = f(bits_to_nats, static_cast<double>(k));
  Truth all = same(nats, f(surprisal, std::ldexp(1.0, -static_cast<int>(k))));
  if (k <= 9) {
    const Vector uniform(std::size_t{1} << k, std::ldexp(1.0, -static_cast<int>(k)));
    all &= same(nats, f(entropy, uniform)).as("entropy");
  }
  return all;
}
// [information.bit]
const Law& bit = law({.id = "information.bit",
                      .inputs = one_integer("k", 0, 149),
                      .predicate = check(bits_are_halvings),
                      .witness = "units-swapped"});

}  // namespace
}  // namespace softlaw::properties
