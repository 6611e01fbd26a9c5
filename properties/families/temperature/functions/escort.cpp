// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/escort.hpp>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/reference/information.hpp>

#include "families/information/inputs/inputs.hpp"
#include "families/temperature/functions.hpp"
#include "inputs/special_inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

/// Uniform on the largest entries.
Intervals on_the_modes(const Vector& p) {
  Intervals shares;
  for (double entry : p) {
    const auto modes = static_cast<double>(multiplicity_of_maximum(p));
    shares.push_back(entry == maximum(p) ? 1 / Interval(modes) : Interval(0));
  }
  return shares;
}

template <class Real>
struct Ours {
  static void escort(const Real* p, std::size_t n, Real alpha, Real* out) {
    guarded(out, n, [&] { softlaw::escort(std::span(p, n), alpha, std::span(out, n)); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.escort} Escort distributions agree with their exact values

\statement Each entry stands for \f$p_i^\alpha/\sum_j p_j^\alpha\f$, and for 0 where \f$p_i = 0\f$.

\hypotheses \f$p_i \ge 0\f$ finite and not all 0, \f$0 < \alpha < \infty\f$.

\sources S2, exercise 7.

\derivation The definition.  Divided by the largest power, it is \f$e^{-d_i}/\sum_j e^{-d_j}\f$ with
\f$d_i = \alpha\log(\max p/p_i) \ge 0\f$.  ∎

\rounding The powers themselves underflow or overflow together, for \f$\alpha = 2\f$ below
\f$p = 1.5\cdot10^{-162}\f$, and then it is 0/0.  The quotients do not.

\witness \ref fault.escort-by-powers: forms them.

\evidence{agreement.escort}
*/

/**
\page law_special
\law{special.escort} Escort distributions at special values

\statement NaN everywhere for a NaN, and where no entry is positive; entries 0 stay 0 for every
\f$\alpha > 0\f$; \f$\alpha = \infty\f$ shares among the largest entries alike.

\hypotheses Entries 0, positive or NaN, the largest and the least float among them;
\f$0 < \alpha \le \infty\f$.

\sources S2, exercise 7, parts 2 and 3, whose limits these are; \ref special_values.

\derivation \f$0^\alpha = 0\f$ for \f$\alpha > 0\f$.  (\f$0^0 = 1\f$ is not a limit of these: at
\f$\alpha = 0\f$ the support would be lost, so 0 is refused.)  For \f$\alpha \to \infty\f$ see
\ref temperature.cold-escort.  Without a support it is 0/0.  ∎

\rounding The least float to a power above 1 underflows, and the largest overflows: neither shows in
the quotient.

\witness \ref fault.escort-off-the-support: zeros come alive.

\evidence{special.escort}
*/
// [escort]
const Function<Intervals(Vector, double)> escort(
    {.name = "escort",
     .meaning = "p^alpha over its sum, on the support of p",
     .parameters = {{{"p", non_negative}, {"alpha", positive}}},
     .formula = [](const Vector& p, double alpha) { return ref::escort(enclose(p), alpha); },
     .scale = [](const Vector& p,
                 double alpha) { return ref::condition::escort(enclose(p), alpha); },
     .range = [](const Format&, const Vector& p,
                 double) { return Intervals(p.size(), Interval::between(0, 1)); },
     .is_distribution = true,
     .special =
         [](const Vector& p, double alpha) {
           const bool no_support = std::ranges::none_of(p, [](double e) { return e > 0; });
           if (has_nan(p) || no_support) return Intervals(p.size(), not_a_number());
           return alpha == infinity ? on_the_modes(p) : escort.formula(p, alpha);
         },
     .field = SOFTLAW_FIELD(escort),
     .agreement = {weights_and_exponent, "escort-by-powers"},
     .special_values = {special_weights_and_exponent, "escort-off-the-support"}});
// [escort]

}  // namespace softlaw::properties
