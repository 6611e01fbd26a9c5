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
  static Real softplus_inverse(Real y) { return softlaw::softplus_inverse(y); }
};

/// A value of softplus: tiny, near log 2, up to where the exponential overflows, beyond.
double draw_value(Source& source, Format format, std::string& input_class) {
  const Landscape& landscape = Landscape::of(format);
  switch (source.integer(0, 3)) {
    case 0:
      input_class = "near 0";
      return landscape.round(std::exp2(-source.uniform(0, landscape.wide)));
    case 1:
      input_class = "near log 2";
      return landscape.round(std::log(2.0) +
                             source.one_of({1.0, -1.0}) *
                                 std::exp2(-source.uniform(2, format.precision + 1)));
    case 2:
      input_class = "overflow";
      return landscape.round(source.uniform(0, 1.1 * landscape.beyond_exp));
    default:
      input_class = "ends";
      return source.one_of({landscape.above(0), landscape.below(infinity), 1.0});
  }
}

Inputs value_of_softplus() {
  return drawn_number("y", "y > 0 finite", draw_value, [](double y) { return y > 0; });
}

template <class Real>
Real softplus_inverse_as_written(Real y) {
  return std::log(std::exp(y) - 1);
}
const Fault& softplus_inverse_as_written_fault =
    fault("softplus-inverse-as-written", "softplus_inverse is log(exp y - 1), which overflows",
          [](auto& table) { table.softplus_inverse = softplus_inverse_as_written; });

template <class Real>
Real softplus_inverse_by_log1p(Real y) {
  return y + std::log1p(-std::exp(-y));
}
const Fault& softplus_inverse_by_log1p_fault =
    fault("softplus-inverse-by-log1p",
          "softplus_inverse is y + log1p(-exp -y) for small y, too, where 1 - exp -y cancels",
          [](auto& table) { table.softplus_inverse = softplus_inverse_by_log1p; });

}  // namespace

/**
\page law_agreement
\law{agreement.softplus-inverse} The inverse of softplus agrees with its exact value

\statement The result stands for \f$\log(e^y - 1)\f$.

\hypotheses \f$y > 0\f$ finite.

\sources Not printed; \f$y = \log(1 + e^t)\f$ of S3 §3.1, solved for \f$t\f$.

\derivation \f$\log(e^y - 1) = \log(\operatorname{expm1}y)\f$, which overflows for large \f$y\f$; there it
is \f$y + \operatorname{log1p}(-e^{-y})\f$.  ∎

\rounding \f$e^y - 1\f$ cancels for small \f$y\f$ and overflows from 710 on; near \f$y = \log 2\f$ the
result is near 0, and no more accurate than \f$e^y\f$ is to an ulp of 1.

\witness \ref fault.softplus-inverse-as-written: \f$\log(e^y - 1)\f$ as it stands.

\evidence{agreement.softplus-inverse}
*/

/**
\page law_special
\law{special.softplus-inverse} The inverse of softplus at special values

\statement \f$-\infty\f$ at 0, \f$+\infty\f$ at \f$+\infty\f$, NaN for negative arguments and at NaN.

\hypotheses Any float, infinity or NaN.

\sources None of the four; \ref special_values.

\derivation The limits at the ends of the range of softplus, which has no other values.  ∎

\rounding At the largest float the result is that float, though \f$e^y\f$ has long overflowed.

\witness \ref fault.softplus-inverse-as-written: infinite there.

\evidence{special.softplus-inverse}
*/
// [softplus-inverse]
const Function<Interval(double)> softplus_inverse(
    {.name = "softplus_inverse",
     .meaning = "log(exp y - 1)",
     .parameters = {{{"y"}}},
     .formula = [](double y) { return ref::softplus_inverse(y); },
     .scale = [](double y) { return y > 0 ? ref::condition::softplus_inverse(y) : Interval(0); },
     .range = [](const Format&, double y) { return Interval::between(-infinity, y); },
     .special =
         [](double y) {
           if (!(y >= 0)) return not_a_number();
           if (y == 0 || std::isinf(y)) return Interval(y == 0 ? -infinity : infinity);
           return softplus_inverse.formula(y);
         },
     .field = SOFTLAW_FIELD(softplus_inverse),
     .agreement = {value_of_softplus, "softplus-inverse-as-written"},
     .special_values = {special_number, "softplus-inverse-as-written"}});
// [softplus-inverse]

namespace {

/**
\page law_pair
\law{pair.softplus-inverse} The inverse of softplus, and the complement of an exponential

\statement \f[ s^{-1}(y) = y + \log(1 - e^{-y}), \qquad e^{s^{-1}(y) - y} + e^{-y} = 1 . \f]

\hypotheses \f$y > 0\f$ finite.

\sources Not printed.

\derivation \f$e^y - 1 = e^y(1 - e^{-y})\f$; divide \f$e^{s^{-1}(y)} + 1 = e^y\f$ by \f$e^y\f$. ∎

\proved y > 0

\rounding For large \f$y\f$ both sides of the first equation are \f$y\f$ to the last bit; for small
\f$y\f$ both are \f$\log y\f$.

\witness \ref fault.softplus-inverse-by-log1p: \f$1 - e^{-y}\f$ rounded for small \f$y\f$.

\evidence{pair.softplus-inverse}
*/
// [pair.softplus-inverse]
Truth inverse_of_softplus(const Evaluator& f, double y) {
  const Interval rest = f(softplus_inverse, y) - Interval(y);
  return same(rest, f(log1mexp, -y)).as("complement") &&
         same(exp(rest) + exp(-Interval(y)), Interval(1)).as("sum");
}
// [pair.softplus-inverse]
const Law& pair_softplus_inverse = law({.id = "pair.softplus-inverse",
                                        .inputs = value_of_softplus(),
                                        .predicate = check(inverse_of_softplus),
                                        .witness = "softplus-inverse-by-log1p"});

}  // namespace
}  // namespace softlaw::properties
