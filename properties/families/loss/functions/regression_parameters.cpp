// SPDX-License-Identifier: Apache-2.0
#include <softlaw/regression.hpp>

#include "families/coding/inputs/at_the_ends.hpp"
#include "families/loss/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "subjects/guarded.hpp"

namespace softlaw::properties {
namespace {

/// (d + 1) q fits in 64 bits.
void require_product(std::int64_t d, std::int64_t q) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  require_at_most(regression_parameters, 1, q, most / (d + 1));
}

struct Ours {
  static std::uint64_t regression_parameters(std::uint64_t d, std::uint64_t q) {
    try {
      return softlaw::regression_parameters(d, q);
    } catch (const std::overflow_error&) {
      return UINT64_MAX;
    }
  }
};

}  // namespace

/**
\page law_agreement
\law{agreement.regression-parameters} The number of parameters of softmax regression is right

\statement \f$d\f$ features and \f$q\f$ classes have \f$dq + q\f$ parameters.

\hypotheses \f$d, q \ge 1\f$, of products below \f$2^{62}\f$.

\sources S2, the section on parameterization cost of fully connected layers.

\derivation \f$W\f$ is \f$d \times q\f$, \f$b\f$ has \f$q\f$ entries.  ∎

\rounding None.

\witness \ref fault.biases-not-counted: \f$dq\f$.

\evidence{agreement.regression-parameters}
*/

/**
\page law_special
\law{special.regression-parameters} The number of parameters of softmax regression at the ends

\statement \f$dq + q\f$, which is \f$q\f$ without features and 0 without classes, up to \f$2^{63} -
1\f$.

\hypotheses \f$d\f$ and \f$q\f$ from 0 to where \f$(d + 1)q\f$ fits in 63 bits, often next to a power of
two.

\sources None of the four.

\derivation Without features there are the \f$q\f$ entries of \f$b\f$ alone; without classes there is
nothing to fit.  \f$(d + 1)q\f$ is an integer of twice as many bits as its factors.  ∎

\rounding None: an intermediate product may not be narrower than the result.

\witness \ref fault.parameters-in-32-bits: the product wraps at \f$2^{32}\f$.

\evidence{special.regression-parameters}
*/
// [regression-parameters]
const Function<std::uint64_t(std::int64_t, std::int64_t)> regression_parameters(
    {.name = "regression_parameters",
     .meaning = "how many parameters d features and q classes have: d q + q",
     .parameters = {{{"d", from(0, std::numeric_limits<std::int64_t>::max() - 1)}, {"q"}}},
     .formula =
         [](std::int64_t d, std::int64_t q) {
           return static_cast<std::uint64_t>(d) * static_cast<std::uint64_t>(q) +
                  static_cast<std::uint64_t>(q);
         },
     .check = require_product,
     .field = {SOFTLAW_CODING_FIELD(regression_parameters),
               [](auto field, std::int64_t d, std::int64_t q) {
                 return field(static_cast<std::uint64_t>(d), static_cast<std::uint64_t>(q));
               }},
     .agreement = {features_and_classes, "biases-not-counted"},
     .special_values = {features_and_classes_at_the_ends, "parameters-in-32-bits"}});
// [regression-parameters]

}  // namespace softlaw::properties
