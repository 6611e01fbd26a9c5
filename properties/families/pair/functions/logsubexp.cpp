// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/softplus.hpp>

#include "families/pair/functions.hpp"
#include "families/softmax/inputs/inputs.hpp"
#include "families/terms.hpp"
#include "inputs/special_inputs.hpp"
#include "judge/law.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static Real logsubexp(Real a, Real b) { return softlaw::logsubexp(a, b); }
};

/// b below a: by a few ulp, by about log 2, as log(exp(a) - 1) so that the result is near 0, by any gap.
Case draw_ordered_pair(Source& source, Format format) {
  const Landscape& landscape = Landscape::of(format);
  Case c;
  c.format = format;
  const Vector v = draw_vector(source, format, c.input_class);
  double a = v.front(), b = v.back();
  switch (source.integer(0, 3)) {
    case 0:
      c.input_class = "neighbours";
      b = a;
      for (std::int64_t steps = source.integer(1, 3); steps > 0; --steps) b = landscape.below(b);
      break;
    case 1:
      c.input_class = "near log 2 apart";
      b = landscape.round(a -
                          std::log(2.0) * (1 + std::exp2(-source.uniform(2, format.precision))));
      break;
    case 2:
      c.input_class = "result near 0";
      a = landscape.round(std::exp2(source.uniform(-8, 4)));
      b = landscape.round(std::log(std::expm1(a)));
      break;
    default:
      break;
  }
  c.arguments = {std::max(a, b), std::min(a, b)};
  return c;
}

Inputs ordered_pair() {
  return {{{"a", Kind::scalar}, {"b", Kind::scalar}},
          "a > b, both finite",
          draw_ordered_pair,
          [](const Case& c) {
            return finite(c) && std::get<double>(c.arguments[0]) > std::get<double>(c.arguments[1]);
          }};
}

/// The same where a - b is a float: neighbours, or numbers on one grid.
Inputs ordered_pair_exact_difference() {
  Inputs inputs = where(two_numbers_exact_difference(), "a > b", [](const Case& c) {
    return std::get<double>(c.arguments[0]) > std::get<double>(c.arguments[1]);
  });
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    if (source.one_in(2)) return draw_ordered_pair(source, format);
    Case c = draw(source, format);
    if (std::get<double>(c.arguments[0]) < std::get<double>(c.arguments[1])) {
      std::swap(c.arguments[0], c.arguments[1]);
    }
    return c;
  };
  return inputs;
}

template <class Real>
Real logsubexp_as_written(Real a, Real b) {
  return std::log(std::exp(a) - std::exp(b));
}
const Fault& logsubexp_as_written_fault =
    fault("logsubexp-as-written", "logsubexp is log(exp a - exp b): the exponentials overflow",
          [](auto& table) { table.logsubexp = logsubexp_as_written; });

template <class Real>
Real logsubexp_infinities_subtracted(Real a, Real b) {
  return a + ours<Real>().log1mexp(b - a);
}
const Fault& logsubexp_infinities_subtracted_fault =
    fault("logsubexp-infinities-subtracted", "logsubexp forms b - a for two equal infinities",
          [](auto& table) { table.logsubexp = logsubexp_infinities_subtracted; });

template <class Real>
Real logsubexp_by_log1p(Real a, Real b) {
  return a + std::log1p(-std::exp(b - a));
}
const Fault& logsubexp_by_log1p_fault =
    fault("logsubexp-by-log1p", "logsubexp is a + log1p(-exp(b - a)), which cancels for b near a",
          [](auto& table) { table.logsubexp = logsubexp_by_log1p; });

}  // namespace

/**
\page law_agreement
\law{agreement.logsubexp} The log of a difference of exponentials agrees with its exact value

\statement The result stands for \f$\log(e^a - e^b)\f$.

\hypotheses \f$a > b\f$, both finite.

\sources Not printed; the difference beside S3 §3.1.

\derivation \f$\log(e^a - e^b) = a + \log(1 - e^{b - a})\f$.  ∎

\rounding For \f$b\f$ near \f$a\f$ the last term is about \f$\log(a - b)\f$, and \f$a - b\f$ is exact
(Sterbenz): nothing need be lost.  Where \f$e^a - e^b\f$ is near 1 the two terms cancel.

\witness \ref fault.logsubexp-as-written: the exponentials overflow from 710 on.

\evidence{agreement.logsubexp}
*/

/**
\page law_special
\law{special.logsubexp} The log of a difference at special values

\statement \f$-\infty\f$ for \f$a = b\f$, finite or \f$-\infty\f$; \f$a\f$ for \f$b = -\infty\f$;
\f$+\infty\f$ for \f$a = +\infty > b\f$; NaN for \f$a < b\f$, for two \f$+\infty\f$, and for NaN.

\hypotheses Any two floats, infinities or NaN.

\sources None of the four; \ref special_values.

\derivation \f$\log 0 = -\infty\f$ and \f$e^{-\infty} = 0\f$; \f$\infty - \infty\f$ has no value, and
the logarithm of a negative number is not real.  ∎

\rounding The difference of the largest and the lowest float overflows in the usual formula.

\witness \ref fault.logsubexp-infinities-subtracted: NaN for two \f$-\infty\f$.

\evidence{special.logsubexp}
*/
// [logsubexp]
const Function<Interval(double, double)> logsubexp(
    {.name = "logsubexp",
     .meaning = "log(exp a - exp b)",
     .parameters = {{{"a"}, {"b"}}},
     .formula = [](double a, double b) { return ref::logsubexp(a, b); },
     .scale = [](double a,
                 double b) { return a > b ? ref::condition::logsubexp(a, b) : Interval(0); },
     .range = [](const Format&, double a, double) { return Interval::between(-infinity, a); },
     .special =
         [](double a, double b) {
           if (!(a >= b) || b == infinity) return not_a_number();
           if (a == b) return Interval(-infinity);
           if (std::isinf(a) || std::isinf(b)) return Interval(a);
           return logsubexp.formula(a, b);
         },
     .field = SOFTLAW_FIELD(logsubexp),
     .agreement = {ordered_pair, "logsubexp-as-written"},
     .special_values = {two_special_numbers, "logsubexp-infinities-subtracted"}});
// [logsubexp]

namespace {

/**
\page law_pair
\law{pair.logsubexp} A difference of exponentials, shifted to its larger term

\statement
\f[ \log(e^a - e^b) = a + \log(1 - e^{b - a}), \qquad
    \log\bigl(e^{\log(e^a - e^b)} + e^b\bigr) = a . \f]

\hypotheses \f$a > b\f$, both finite, \f$b - a\f$ a float.

\sources Not printed.

\derivation \f$e^a - e^b = e^a(1 - e^{b - a})\f$; take logarithms.  The exponential of the result is
\f$e^a - e^b\f$, so adding \f$e^b\f$ to it gives \f$e^a\f$. ∎

\proved a > b

\rounding The second equation is judged as \f$e^{\log(e^a - e^b) - a} + e^{b - a} = 1\f$, in which
nothing overflows.

\witness \ref fault.logsubexp-by-log1p: \f$1 - e^{b - a}\f$ rounded for \f$b\f$ near \f$a\f$.

\evidence{pair.logsubexp}
*/
// [pair.logsubexp]
Truth difference_of_exponentials(const Evaluator& f, double a, double b) {
  const Interval rest = f(logsubexp, a, b) - Interval(a);
  const Interval gap = Interval(b) - Interval(a);
  return same(rest, f(log1mexp, b - a)).as("shifted") &&
         same(exp(rest) + exp(gap), Interval(1)).as("sum");
}
// [pair.logsubexp]
const Law& pair_logsubexp = law({.id = "pair.logsubexp",
                                 .inputs = ordered_pair_exact_difference(),
                                 .predicate = check(difference_of_exponentials),
                                 .witness = "logsubexp-by-log1p"});

}  // namespace
}  // namespace softlaw::properties
