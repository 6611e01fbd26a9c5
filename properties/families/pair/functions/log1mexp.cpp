// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/softplus.hpp>

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
  static Real log1mexp(Real x) { return softlaw::log1mexp(x); }
};

/// The log of a probability: near 0, near -log 2, down to where the exponential underflows, beyond.
double draw_log_probability(Source& source, Format format, std::string& input_class) {
  const Landscape& landscape = Landscape::of(format);
  const double log_two = std::log(2.0);
  switch (source.integer(0, 3)) {
    case 0:
      input_class = "near 0";
      return -landscape.round(std::exp2(-source.uniform(0, landscape.wide)));
    case 1:
      input_class = "near -log 2";
      return -landscape.round(log_two + source.one_of({1.0, -1.0}) *
                                            std::exp2(-source.uniform(2, format.precision + 1)));
    case 2:
      input_class = "underflow";
      return -landscape.round(source.uniform(0, 1.1 * landscape.beyond_exp));
    default:
      input_class = "ends";
      return -source.one_of({landscape.above(0), landscape.below(infinity), 1.0});
  }
}

Inputs log_probability() {
  return drawn_number("x", "x < 0 finite", draw_log_probability, [](double x) { return x < 0; });
}

/// The same where 2x is a float.
Inputs log_probability_doubled() {
  return where(log_probability(), "2x finite", [](const Case& c) {
    return c.format.contains(2 * std::get<double>(c.arguments[0]));
  });
}

template <class Real>
Real log1mexp_as_written(Real x) {
  return std::log(1 - std::exp(x));
}
const Fault& log1mexp_as_written_fault =
    fault("log1mexp-as-written", "log1mexp is log(1 - exp x), every operation rounded",
          [](auto& table) { table.log1mexp = log1mexp_as_written; });

template <class Real>
Real log1mexp_by_log1p(Real x) {
  return std::log1p(-std::exp(x));
}
const Fault& log1mexp_by_log1p_fault =
    fault("log1mexp-by-log1p", "log1mexp is log1p(-exp x) near 0, too, where 1 - exp x cancels",
          [](auto& table) { table.log1mexp = log1mexp_by_log1p; });

template <class Real>
Real log1mexp_of_magnitude(Real x) {
  return ours<Real>().log1mexp(-std::abs(x));
}
const Fault& log1mexp_of_magnitude_fault =
    fault("log1mexp-of-magnitude", "log1mexp takes -|x|: positive arguments pass for negative ones",
          [](auto& table) { table.log1mexp = log1mexp_of_magnitude; });

}  // namespace

/**
\page law_agreement
\law{agreement.log1mexp} The log of a complement agrees with its exact value

\statement The result stands for \f$\log(1 - e^x)\f$.

\hypotheses \f$x < 0\f$ finite.

\sources Not printed; Mächler, "Accurately computing log(1 − exp(−|a|))" (2012).

\derivation With \f$1 - e^x = -\operatorname{expm1}(x)\f$ it is \f$\log(-\operatorname{expm1}x)\f$, sharp
for \f$x \ge -\log 2\f$, and \f$\operatorname{log1p}(-e^x)\f$, sharp for \f$x \le -\log 2\f$.  ∎

\rounding Near 0, \f$1 - e^x\f$ loses all bits of \f$x\f$ below an ulp of 1; far below, \f$1 - e^x\f$
rounds to 1, and the result \f$-e^x\f$ to 0.

\witness \ref fault.log1mexp-as-written: \f$\log(1 - e^x)\f$ as it stands.

\evidence{agreement.log1mexp}
*/

/**
\page law_special
\law{special.log1mexp} The log of a complement at special values

\statement \f$-\infty\f$ at 0, \f$0\f$ at \f$-\infty\f$, NaN for positive arguments and at NaN.

\hypotheses Any float, infinity or NaN.

\sources None of the four; \ref special_values.

\derivation The limits at the ends of the domain; \f$1 - e^x < 0\f$ beyond.  ∎

\rounding The least negative float has the finite value \f$\log|x|\f$.

\witness \ref fault.log1mexp-of-magnitude: a number for positive \f$x\f$.

\evidence{special.log1mexp}
*/
// [log1mexp]
const Function<Interval(double)> log1mexp(
    {.name = "log1mexp",
     .meaning = "log(1 - exp x)",
     .parameters = {{{"x"}}},
     .formula = [](double x) { return ref::log1mexp(x); },
     .scale = [](double x) { return x < 0 ? ref::condition::log1mexp(x) : Interval(0); },
     .range = [](const Format&, double) { return Interval::between(-infinity, 0); },
     .special =
         [](double x) {
           if (!(x <= 0)) return not_a_number();
           if (x == 0 || std::isinf(x)) return x == 0 ? Interval(-infinity) : Interval(0);
           return log1mexp.formula(x);
         },
     .field = SOFTLAW_FIELD(log1mexp),
     .agreement = {log_probability, "log1mexp-as-written"},
     .special_values = {special_number, "log1mexp-of-magnitude"}});
// [log1mexp]

namespace {

/**
\page law_pair
\law{pair.log1mexp-doubling} The complement of a square

\statement \f[ \log(1 - e^{2x}) = \log(1 - e^x) + \log(1 + e^x) . \f]

\hypotheses \f$x < 0\f$, with \f$2x\f$ a float.

\sources Not printed.

\derivation \f$1 - e^{2x} = (1 - e^x)(1 + e^x)\f$, and the last term is softplus. ∎

\proved x < 0

\rounding The three arguments lie on both sides of \f$-\log 2\f$, where kernels change their formula;
far below, the two terms on the right cancel to \f$-e^{2x}\f$.

\witness \ref fault.log1mexp-by-log1p: one formula for all \f$x\f$.

\evidence{pair.log1mexp-doubling}
*/
// [pair.log1mexp-doubling]
Truth complement_of_square(const Evaluator& f, double x) {
  return same(f(log1mexp, 2 * x), f(log1mexp, x) + f(softplus, x));
}
// [pair.log1mexp-doubling]
const Law& pair_log1mexp_doubling = law({.id = "pair.log1mexp-doubling",
                                         .inputs = log_probability_doubled(),
                                         .predicate = check(complement_of_square),
                                         .witness = "log1mexp-by-log1p"});

}  // namespace
}  // namespace softlaw::properties
