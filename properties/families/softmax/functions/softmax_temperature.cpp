// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/softmax.hpp>

#include "families/softmax/functions.hpp"
#include "families/softmax/inputs/inputs.hpp"
#include "inputs/special_inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static void softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    guarded(out, n, [&] { softlaw::softmax(std::span(x, n), temperature, std::span(out, n)); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.softmax-temperature} Softmax with a temperature agrees with its exact value

\statement Each entry stands for \f$e^{x_i/T}/\sum_j e^{x_j/T}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$T > 0\f$ finite.

\sources S0, the comparison with classical functions: the Boltzmann weights, at \f$T = 1/\alpha\f$;
S2, exercise 7, the solution.  S3 §3.2 has the scale \f$\lambda = 1/T\f$ in log-sum-exp.

\derivation The definition of softmax at \f$x/T\f$.  ∎

\rounding \f$x_i/T\f$ rounded before the shift is off by \f$u|x_i|/T\f$, a relative error of the
entry that grows with a common offset, which softmax must not feel.

\witness \ref fault.temperature-before-shift: divides, rounds, and only then takes softmax.

\evidence{agreement.softmax-temperature}
*/

/**
\page law_special
\law{special.softmax-temperature} Softmax with a temperature at special values

\statement As \ref special.softmax; at \f$T = \infty\f$ the finite entries share equally.

\hypotheses Any vector, \f$T > 0\f$, perhaps infinite.

\sources None of the four; \ref special_values.

\derivation \f$x_i/T \to 0\f$ for finite \f$x_i\f$ as \f$T \to \infty\f$, and \f$-\infty/T\f$ stays
what it is.  ∎

\rounding None.  \f$x_i/T\f$ may overflow where \f$(x_i - m)/T\f$ does not.

\witness \ref fault.infinity-takes-one: a \f$+\infty\f$ takes all.

\evidence{special.softmax-temperature}
*/
// [softmax-temperature]
const Function<Intervals(Vector, double)> softmax_temperature(
    {.name = "softmax_temperature",
     .meaning = "softmax of x / T",
     .parameters = {{{"x"}, {"temperature", positive_temperature}}},
     .formula =
         [](const Vector& x, double T) {
           if (std::isinf(T)) return ref::softmax(Intervals(x.size(), 0));
           return ref::softmax(enclose(x), T);
         },
     .scale =
         [](const Vector& x, double T) {
           if (T == 0) return Intervals(x.size(), 0);  // a limit: nothing is rounded
           return ref::condition::softmax(enclose(x), T);
         },
     .range = [](const Format&, const Vector& x,
                 double) { return Intervals(x.size(), Interval::between(0, 1)); },
     .is_distribution = true,
     .absent = 0,
     .field = SOFTLAW_FIELD(softmax_temperature),
     .agreement = {vector_and_temperature, "temperature-before-shift"},
     .special_values = {special_vector_and_temperature, "infinity-takes-one"}});
// [softmax-temperature]

}  // namespace softlaw::properties
