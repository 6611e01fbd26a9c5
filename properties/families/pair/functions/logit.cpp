// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/softplus.hpp>

#include "families/information/functions.hpp"
#include "families/pair/functions.hpp"
#include "families/terms.hpp"
#include "inputs/special_inputs.hpp"
#include "judge/law.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real logit(Real p) { return softlaw::logit(p); }
};

/// A float between 0 and 1: near an end by a random power of two, near the middle, or anywhere.
double draw_share(Source& source, Format format, std::string& input_class) {
  const Landscape& landscape = Landscape::of(format);
  const double depth = std::exp2(-source.uniform(1, format.precision + 1));
  switch (source.integer(0, 4)) {
    case 0:
      input_class = "near 0";
      return landscape.round(std::exp2(-source.uniform(0, landscape.wide)));
    case 1:
      input_class = "near 1";
      return landscape.round(1 - depth);
    case 2:
      input_class = "near one half";
      return landscape.round(0.5 + source.one_of({0.5, -0.5}) * depth);
    case 3:
      input_class = "ends";
      return source.one_of({landscape.above(0), landscape.below(1), landscape.below(0.5),
                            landscape.above(0.5), 0.5, 0.25, 0.75});
    default:
      input_class = "uniform";
      return landscape.round(source.unit());
  }
}

Inputs share() {
  return drawn_number("p", "0 < p < 1", draw_share, [](double p) { return p > 0 && p < 1; });
}

/// A share whose complement is a float, too.
Inputs larger_share() {
  return drawn_number(
      "p", "1/2 <= p < 1",
      [](Source& source, Format format, std::string& input_class) {
        const double p = draw_share(source, format, input_class);
        return p < 0.5 ? format.round(1 - p) : p;
      },
      [](double p) { return 0.5 <= p && p < 1; });
}

template <class Real>
Real logit_as_written(Real p) {
  return std::log(p / (1 - p));
}
const Fault& logit_as_written_fault =
    fault("logit-as-written", "logit is log(p / (1 - p)), every operation rounded",
          [](auto& table) { table.logit = logit_as_written; });

template <class Real>
Real logit_clamped(Real p) {
  const Real least = std::numeric_limits<Real>::epsilon();
  return ours<Real>().logit(std::min(std::max(p, least), 1 - least));
}
const Fault& logit_clamped_fault =
    fault("logit-clamped", "logit moves p away from 0 and 1 by an epsilon first",
          [](auto& table) { table.logit = logit_clamped; });

template <class Real>
Real logit_drops_rest(Real p) {
  return p < Real(0.001) ? std::log(p) : ours<Real>().logit(p);
}
const Fault& logit_drops_rest_fault =
    fault("logit-drops-rest", "logit of p below 0.001 is log p, as if 1 - p were 1",
          [](auto& table) { table.logit = logit_drops_rest; });

}  // namespace

/**
\page law_agreement
\law{agreement.logit} The logit agrees with its exact value

\statement The result stands for \f$\log\bigl(p/(1-p)\bigr)\f$.

\hypotheses \f$0 < p < 1\f$.

\sources S1, the definition of softmax with \f$n = 2\f$, solved for the difference of the scores.

\derivation For \f$\frac14 \le p \le \frac34\f$, \f$\log\frac p{1-p} = \operatorname{log1p}\frac{2p-1}{1-p}\f$
with an exact numerator; elsewhere \f$\log p - \operatorname{log1p}(-p)\f$, whose terms have one sign
for \f$p < \frac12\f$, and the logit is odd about \f$\frac12\f$.  ∎

\rounding Near \f$p = \frac12\f$ the quotient is near 1, and its rounding error of half an ulp is as
large as the logit itself.

\witness \ref fault.logit-as-written: \f$\log(p/(1-p))\f$ as it stands.

\evidence{agreement.logit}
*/

/**
\page law_special
\law{special.logit} The logit at special values

\statement \f$-\infty\f$ at 0, \f$+\infty\f$ at 1, NaN outside \f$[0, 1]\f$ and at NaN.

\hypotheses Any float, infinity or NaN.

\sources None of the four; \ref special_values.

\derivation The limits at the ends of the domain; outside it no probability is meant.  ∎

\rounding The least positive float is a probability like others.

\witness \ref fault.logit-clamped: finite at 0 and 1.

\evidence{special.logit}
*/
// [logit]
const Function<Interval(double)> logit(
    {.name = "logit",
     .meaning = "log(p / (1 - p))",
     .parameters = {{{"p"}}},
     .formula = [](double p) { return ref::logit(p); },
     .scale = [](double p) { return p > 0 && p < 1 ? ref::condition::logit(p) : Interval(0); },
     .special =
         [](double p) {
           if (!(p >= 0 && p <= 1)) return not_a_number();
           if (p == 0 || p == 1) return Interval(p == 0 ? -infinity : infinity);
           return logit.formula(p);
         },
     .field = SOFTLAW_FIELD(logit),
     .agreement = {share, "logit-as-written"},
     .special_values = {special_number, "logit-clamped"}});
// [logit]

namespace {

/**
\page law_pair
\law{pair.logit-symmetry} The logit is odd about one half, and a difference of surprisals

\statement
\f[ \operatorname{logit}(1 - p) = -\operatorname{logit}(p), \qquad
    \operatorname{logit}(p) = -\log(1 - p) - (-\log p) . \f]

\hypotheses \f$\frac12 \le p < 1\f$, so that \f$1 - p\f$ is a float.

\sources Not printed.

\derivation \f$\log\frac{1-p}{p} = -\log\frac p{1-p}\f$, and the logarithm of a quotient. ∎

\proved 0 < p < 1

\rounding \f$1 - p\f$ is exact (Sterbenz), so the two sides see the same number; a formula that is
right on one side only is caught by the other.

\witness \ref fault.logit-drops-rest: \f$\log p\f$ for small \f$p\f$.

\evidence{pair.logit-symmetry}
*/
// [pair.logit-symmetry]
Truth logit_is_odd(const Evaluator& f, double p) {
  const Interval value = f(logit, p);
  return same(f(logit, 1 - p), -value).as("odd") &&
         same(value, f(surprisal, 1 - p) - f(surprisal, p)).as("surprisals");
}
// [pair.logit-symmetry]
const Law& pair_logit_symmetry = law({.id = "pair.logit-symmetry",
                                      .inputs = larger_share(),
                                      .predicate = check(logit_is_odd),
                                      .witness = "logit-drops-rest"});

}  // namespace
}  // namespace softlaw::properties
