// SPDX-License-Identifier: Apache-2.0
#include <softlaw/lattice.hpp>
#include <softlaw/reference/condition_lattice.hpp>

#include "families/lattice/functions.hpp"
#include "families/lattice/functions/points.hpp"
#include "families/lattice/inputs/inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;

template <class Real>
struct Ours {
  static void lattice_weights(Real n, Real d, Real alpha, std::uint64_t first, std::size_t count,
                              Real* out) {
    guarded(out, count,
            [&] { softlaw::lattice_weights(n, d, alpha, first, std::span(out, count)); });
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.lattice-weights} The weights of the lattice soft-min agree with their exact values

\statement The weights from an index on stand for
\f$e^{-\alpha\delta_k^2} / \sum_i e^{-\alpha\delta_i^2}\f$; beyond \f$N\f$ they are 0.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$; four weights, from the first on or about the nearest
index.

\sources S0, Definition: Notation.

\derivation The definition.  ∎

\rounding None but the last, if the exponents are taken relative to the nearest point.

\witness \ref fault.lattice-weights-unshifted: they are not.

\evidence{agreement.lattice-weights}
*/

/**
\page law_special
\law{special.lattice-weights} The weights of the lattice soft-min at special values

\statement 0 where there are no points, for \f$n < 0\f$; NaN for NaN and for \f$n = +\infty\f$.  With
one point its weight is exactly 1.

\hypotheses As for \ref special.lattice-softmin-derivative; the first three weights.

\sources S0, Mathematical structure: \ref erratum.lattice-domain.

\derivation No point has a weight where there is none.  As \f$n \to \infty\f$ the weights about the
nearest point go on to oscillate.  ∎

\rounding None.

\witness \ref fault.lattice-weights-everywhere: the first point has all the weight for \f$n < 0\f$.

\evidence{special.lattice-weights}
*/
// [lattice-weights]
const Function<Intervals(double, double, double, std::int64_t, std::int64_t)> lattice_weights(
    {.name = "lattice_weights",
     .meaning = "its weights from the index `first` on",
     .parameters = {{place_n, gap_d, sharpness_alpha, {"first"}, {"count", from(0, most_results)}}},
     .formula =
         [](double n, double d, double alpha, std::int64_t first, std::int64_t count) {
           return ref::lattice_weights(n, d, alpha, static_cast<std::uint64_t>(first),
                                       static_cast<std::size_t>(count));
         },
     .scale =
         [](double n, double d, double alpha, std::int64_t first, std::int64_t count) {
           const auto terms = static_cast<std::size_t>(count);
           if (!has_points(n)) return Intervals(terms, 0);
           return ref::condition::lattice_weights(n, d, alpha, static_cast<std::uint64_t>(first),
                                                  terms);
         },
     .special =
         [](double n, double d, double alpha, std::int64_t first, std::int64_t count) {
           if (has_points(n)) return lattice_weights.formula(n, d, alpha, first, count);
           return Intervals(static_cast<std::size_t>(count), n < 0 ? Interval(0) : not_a_number());
         },
     .result_count = [](double, double, double, std::int64_t,
                        std::int64_t count) { return static_cast<std::size_t>(count); },
     .field = SOFTLAW_FIELD(lattice_weights),
     .agreement = {lattice_place_and_indices, "lattice-weights-unshifted"},
     .special_values = {special_lattice_place_and_indices, "lattice-weights-everywhere"}});
// [lattice-weights]

}  // namespace softlaw::properties
