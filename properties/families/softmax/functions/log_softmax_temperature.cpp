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
  static void log_softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    guarded(out, n, [&] { softlaw::log_softmax(std::span(x, n), temperature, std::span(out, n)); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.log-softmax-temperature} Log-softmax with a temperature agrees with its exact value

\statement Each entry stands for \f$x_i/T - \log\sum_j e^{x_j/T}\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$, \f$T > 0\f$ finite.

\sources S2, exercise 7, the solution: softmax at a temperature; its logarithm is not printed.

\derivation The definition of log-softmax at \f$x/T\f$.  ∎

\rounding As for \ref agreement.softmax-temperature and \ref agreement.log-softmax.

\witness \ref fault.log-softmax-divided-last: \f$T^{-1}\log\sigma(x)\f$ in place of
\f$\log\sigma(x/T)\f$, as if the logarithm were linear.

\evidence{agreement.log-softmax-temperature}
*/

/**
\page law_special
\law{special.log-softmax-temperature} Log-softmax with a temperature at special values

\statement As \ref special.log-softmax; at \f$T = \infty\f$ each of \f$k\f$ finite entries has
\f$-\log k\f$.

\hypotheses Any vector, \f$T > 0\f$, perhaps infinite.

\sources None of the four; \ref special_values.

\derivation The logarithm of \ref special.softmax-temperature.  ∎

\rounding None.

\witness \ref fault.nan-masked: a NaN passes for a masked entry.

\evidence{special.log-softmax-temperature}
*/
// [log-softmax-temperature]
const Function<Intervals(Vector, double)> log_softmax_temperature(
    {.name = "log_softmax_temperature",
     .meaning = "log_softmax of x / T",
     .parameters = {{{"x"}, {"temperature", positive_temperature}}},
     .formula =
         [](const Vector& x, double T) {
           if (std::isinf(T)) return ref::log_softmax(Intervals(x.size(), 0));
           return ref::log_softmax(enclose(x), T);
         },
     .scale =
         [](const Vector& x, double T) {
           if (T == 0) return Intervals(x.size(), 0);  // a limit: nothing is rounded
           return ref::condition::log_softmax(enclose(x), T);
         },
     .range = [](const Format&, const Vector& x,
                 double) { return Intervals(x.size(), Interval::between(-infinity, 0)); },
     .absent = -infinity,
     .field = SOFTLAW_FIELD(log_softmax_temperature),
     .agreement = {vector_and_temperature, "log-softmax-divided-last"},
     .special_values = {special_vector_and_temperature, "nan-masked"}});
// [log-softmax-temperature]

}  // namespace softlaw::properties
