// SPDX-License-Identifier: Apache-2.0
// The family regression, continued: how many numbers it has.
#include "families/loss/functions.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_regression
\law{regression.parameters} Softmax regression has dq weights and q biases

\statement \f$d\f$ features and \f$q\f$ classes have \f$dq + q\f$ parameters, and one observation takes
\f$2dq\f$ operations, \f$dq\f$ products and as many sums.  The four pixels of a \f$2 \times 2\f$ image and
three classes have 12 weights and 3 biases.

Where \f$n \ge 2\f$ divides \f$d\f$ and \f$q\f$, a sum of \f$n\f$ Kronecker products of an \f$n \times n\f$ and a
\f$\frac dn \times \frac qn\f$ matrix has \f$n^3 + \frac{dq}n\f$ weights in place of \f$dq\f$, which are fewer
if and only if \f$n^4 < (n - 1)\,dq\f$.

\hypotheses \f$1 \le d, q \le 2^{31}\f$; \f$n \le 4\f$.

\sources S2, the classification problem: four features, and the linear model: 12 and 3; its summary:
cost and parameters of a fully connected layer are \f$\mathcal O(dq)\f$, those of a compressed one
\f$\mathcal O(dq/n)\f$: \ref erratum.compressed-layer.

\derivation \f$W\f$ is \f$d \times q\f$, \f$b\f$ has \f$q\f$ entries; each of the \f$q\f$ logits is a bias to
which \f$d\f$ products are added.  \f$n\f$ matrices have \f$n^2\f$ entries and \f$n\f$ have \f$dq/n^2\f$, and
\f$n^3 + \frac{dq}n < dq\f$ says \f$n^4 < (n-1)\,dq\f$. ∎

\proved n ≥ 2 divides d and q

\held The numbers of parameters; the operations are not counted.

\rounding None.

\witness \ref fault.biases-not-counted: \f$dq\f$.

\evidence{regression.parameters}
*/
// [regression.parameters]
Truth compressed_layers(const Evaluator& f, std::int64_t d, std::int64_t q) {
  const auto full = static_cast<std::uint64_t>(d) * static_cast<std::uint64_t>(q);
  Truth all;
  for (const std::int64_t n : {2, 3, 4}) {
    if (d % n != 0 || q % n != 0) continue;
    const auto factor = static_cast<std::uint64_t>(n);
    const std::uint64_t cube = factor * factor * factor;
    const std::uint64_t few = cube + full / factor + static_cast<std::uint64_t>(q);
    const bool fewer = few < f(regression_parameters, d, q);
    all &= Truth(fewer == (factor * cube < (factor - 1) * full), "compressed");
  }
  return all;
}

Truth parameters_are_counted(const Evaluator& f, std::int64_t d, std::int64_t q) {
  const auto features = static_cast<std::uint64_t>(d), classes = static_cast<std::uint64_t>(q);
  return Truth(f(regression_parameters, d, q) == features * classes + classes, "d q + q") &&
         Truth(f(regression_parameters, 4, 3) == 12 + 3, "12 weights and 3 biases") &&
         compressed_layers(f, d, q);
}
// [regression.parameters]
const Law& regression_parameters_law = law({.id = "regression.parameters",
                                            .inputs = features_and_classes(),
                                            .predicate = check(parameters_are_counted),
                                            .witness = "biases-not-counted"});

/**
\page law_regression
\erratum{erratum.compressed-layer} A compressed layer may be the larger one

\printed Quaternion-like decompositions reduce the cost of a fully connected layer to
\f$\mathcal O(dq/n)\f$ with the compression factor \f$n\f$.

\sources S2, the summary.

\weight notation: of fixed \f$n\f$ and growing \f$d, q\f$ the \f$\mathcal O\f$ is right; the term that it
hides has the factor \f$n^3\f$, so that the cost is of that order only for \f$n^4 \lesssim dq\f$.

\counterexample \f$d = q = 8\f$, \f$n = 4\f$: the sum of \f$n\f$ Kronecker products of an \f$n \times
n\f$ and a \f$\frac dn \times \frac qn\f$ matrix has \f$n^3 + dq/n = 80\f$ parameters, the full matrix
64; with the biases 88 and 72.

\correction \f$n^3 + dq/n\f$ weights; and the time is reduced only if the products are not multiplied
out.

\derivation \f$n\f$ matrices of \f$n^2\f$ entries, and \f$n\f$ of \f$dq/n^2\f$.  The full layer is
counted by \ref regression.parameters.

\evidence{erratum.compressed-layer}
*/
// [erratum.compressed-layer]
Truth compressed_layer_is_smaller(const Evaluator& f, std::int64_t d, std::int64_t q,
                                  std::int64_t n) {
  const auto compressed = static_cast<std::uint64_t>(n * n * n + d * q / n + q);
  return Truth(compressed < f(regression_parameters, d, q), "fewer parameters");
}
// [erratum.compressed-layer]
const Erratum& compressed_layer =
    erratum({.id = "erratum.compressed-layer",
             .parameters = {{"d", Kind::integer}, {"q", Kind::integer}, {"n", Kind::integer}},
             .printed = check(compressed_layer_is_smaller),
             .counterexample = "binary64; 8; 8; 4",
             .corrected_by = "regression.parameters"});

}  // namespace
}  // namespace softlaw::properties
