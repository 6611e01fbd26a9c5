// SPDX-License-Identifier: Apache-2.0
/**
\page law_lattice The lattice soft-min

The soft minimum of the squared distances from \f$n\f$ to the points \f$kd + d^2\f$, \f$0 \le k \le
\lfloor n/d \rfloor\f$: all of S0, with its errors.  Throughout \f$N = \lfloor n/d \rfloor\f$,
\f$\delta_k = n - kd - d^2\f$, \f$w_k = e^{-\alpha\delta_k^2} / \sum_i e^{-\alpha\delta_i^2}\f$,
\f$\langle\cdot\rangle\f$ is the mean under w, \f$\delta_*\f$ the deviation nearest to zero, \f$q =
e^{-\alpha d^2}\f$, and \f$f\f$ is taken at \f$\varepsilon = 0\f$ unless \f$\varepsilon\f$ is named.

The laws hold for all \f$d, \alpha > 0\f$; they are tried at \f$n \le 2^{42}d\f$, \f$2^{-12} \le d \le
2^{16}\f$, \f$2^{-40} \le \alpha d^2 \le 2^{12}\f$ and \f$\alpha d(d^2 - n) \le 2^{20}\f$, where the
number of terms that count stays below some thousands.
*/
#include "families/lattice/functions.hpp"
#include "families/lattice/laws/terms.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_lattice
\law{lattice.definition} The lattice soft-min is minus a log-sum-exp of its energies

\statement With \f$E_k = \delta_k^2 + \varepsilon\f$,
\f[ f(n) = -\tfrac1\alpha \operatorname{LSE}(-\alpha E_0, \dots, -\alpha E_N)
= -\tfrac1\alpha \log \sum_{k=0}^N e^{-\alpha E_k} . \f]

\hypotheses \f$0 \le n < 24d\f$, \f$d, \alpha > 0\f$, \f$\varepsilon\f$ finite.

\sources S0, Definition and Comparison to Classical Functions: \f$f = -L/\alpha\f$ with \f$L = \log g\f$;
Z is another name of g.

\derivation The definition; the law evaluates the sum term by term, in intervals.  ∎

\proved α > 0

\rounding The sum on the right has no rounding, and no window: it is the judge of both.

\witness \ref fault.lattice-naive: \f$g\f$ underflows as soon as \f$\alpha \min E > 745\f$.

\evidence{lattice.definition}
*/
// [lattice.definition]
Truth sum_of_its_terms(const Evaluator& f, double n, double d, double alpha, double epsilon) {
  Interval g;
  for (const Interval& delta : deviations(f, n, d)) g += exp(-alpha * (sqr(delta) + epsilon));
  return same(f(lattice_softmin, n, d, alpha, epsilon), -log(g) / alpha);
}
// [lattice.definition]
const Law& lattice_definition = law({.id = "lattice.definition",
                                     .inputs = lattice_place_few_and_epsilon(),
                                     .predicate = check(sum_of_its_terms),
                                     .witness = "lattice-naive"});

/**
\page law_lattice
\law{lattice.epsilon} Epsilon is added to the lattice soft-min and has no other effect

\statement \f$f(n; \varepsilon) = f(n; 0) + \varepsilon\f$; weights and derivatives do not depend on
\f$\varepsilon\f$.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$, \f$\varepsilon\f$ finite.

\sources S0, Definition, where it stands in the exponent.

\derivation \f$e^{-\alpha\varepsilon}\f$ is a common factor of all terms; it leaves the logarithm as
\f$-\alpha\varepsilon\f$ and cancels in \f$w_k\f$.  ∎

\proved α > 0

\rounding Inside the exponent, \f$\varepsilon\f$ costs an absolute error of \f$u|\varepsilon|\f$, and
the exponential underflows for it.

\witness \ref fault.lattice-epsilon-inside: \f$\varepsilon\f$ inside the exponent.

\evidence{lattice.epsilon}
*/
// [lattice.epsilon]
Truth epsilon_is_added(const Evaluator& f, double n, double d, double alpha, double epsilon) {
  return same(f(lattice_softmin, n, d, alpha, epsilon),
              f(lattice_softmin, n, d, alpha, 0) + epsilon);
}
// [lattice.epsilon]
const Law& lattice_epsilon = law({.id = "lattice.epsilon",
                                  .inputs = lattice_place_and_epsilon(),
                                  .predicate = check(epsilon_is_added),
                                  .witness = "lattice-epsilon-inside"});

/**
\page law_lattice
\law{lattice.weights} The weights of the lattice soft-min are a probability distribution

\statement \f$w_k > 0\f$ and \f$\sum_{k=0}^N w_k = 1\f$; the weight after the last is 0.  They fall as a
Gaussian: \f$w_{k_*+j} \le q^{|j|(|j|-1)}\,w_{k_*}\f$.

\hypotheses \f$0 \le n < 24d\f$, \f$d, \alpha > 0\f$.

\sources S0, Definition: Notation; First Derivative, Interpretation ("exponentially small for distant
points"), which needs \f$\alpha d^2\f$ large: for \f$\alpha \to 0\f$ all weights are alike.

\derivation \f$\delta_k^2 - \delta_*^2 = j^2d^2 - 2jd\delta_*\f$ with \f$\delta_k = \delta_* - jd\f$.  If
\f$|\delta_*| \le d/2\f$ this is at least \f$d^2|j|(|j|-1)\f$.  If \f$\delta_*\f$ is larger, then
\f$k_*\f$ is an end of the index set, and \f$j\delta_* \le 0\f$ for all that is left of it.  ∎

\proved α > 0, d ≥ 0, N fixed

\rounding Weights below the least float are 0; the bound is above them.

\witness \ref fault.lattice-weights-unshifted: \f$0/0\f$ where all terms underflow.

\evidence{lattice.weights}
*/
// [lattice.weights]
Truth a_distribution(const Evaluator& f, double n, double d, double alpha) {
  const Intervals w = all_weights(f, n, d, alpha);
  const auto nearest = static_cast<std::int64_t>(nearest_index(f, n, d));
  const auto size = static_cast<std::int64_t>(w.size());
  Truth truth = same(sum(w), 1) && same(f(lattice_weights, n, d, alpha, size, 1).front(), 0);
  for (std::int64_t k = 0; k < size; ++k) {
    const auto j = static_cast<int>(k < nearest ? nearest - k : k - nearest);
    const Interval bound = pow(nome(d, alpha), j * (j == 0 ? 0 : j - 1));
    const auto i = static_cast<std::size_t>(k), peak = static_cast<std::size_t>(nearest);
    truth &= less_equal(0, w[i]) && less_equal(w[i], bound * w[peak]);
  }
  return truth;
}
// [lattice.weights]
const Law& lattice_weights_law = law({.id = "lattice.weights",
                                      .inputs = lattice_place_few(),
                                      .predicate = check(a_distribution),
                                      .witness = "lattice-weights-unshifted"});

/**
\page law_lattice
\law{lattice.free-energy} The lattice soft-min is the mean energy minus the entropy over alpha

\statement \f$f = \langle\delta^2\rangle - H(w)/\alpha\f$ and \f$\partial_\alpha f = H(w)/\alpha^2 =
(L - \alpha L')/\alpha^2\f$ with \f$L = -\alpha f\f$, \f$L' = -\langle\delta^2\rangle\f$; and
\f$e^{H(w)}\f$ is the effective number of terms, between 1 and \f$N + 1\f$.

\words The free energy of Boltzmann's distribution at the temperature \f$1/\alpha\f$.

\hypotheses \f$0 \le n < 24d\f$, \f$d, \alpha > 0\f$.

\sources S0, First Derivative df/dα, and Comparison to Classical Functions.

\derivation \f$-\log w_k = \alpha\delta_k^2 + L\f$; the mean is \f$H = \alpha\langle\delta^2\rangle + L\f$.
Differentiate \f$L = \log\sum e^{-\alpha\delta_k^2}\f$: \f$L' = -\langle\delta^2\rangle\f$, hence
\f$\partial_\alpha f = (L - \alpha L')/\alpha^2 = H/\alpha^2 \ge 0\f$.  ∎

\proved α > 0

\rounding \f$L - \alpha L'\f$ cancels where \f$\alpha\delta_*^2\f$ is large.

\witness \ref fault.lattice-entropy: the difference, in floats.

\evidence{lattice.free-energy}
*/
// [lattice.free-energy]
Truth free_energy(const Evaluator& f, double n, double d, double alpha) {
  const Intervals w = all_weights(f, n, d, alpha), delta = deviations(f, n, d);
  const Interval slope = f(lattice_softmin_alpha, n, d, alpha);
  const Interval terms = f(lattice_effective_terms, n, d, alpha);
  return same(f(lattice_softmin, n, d, alpha, 0), mean(w, delta, 0, 2) - alpha * slope) &&
         same(terms, exp(sqr(Interval(alpha)) * slope)) && less_equal(1, terms) &&
         less_equal(terms, static_cast<int>(w.size())) && less_equal(0, slope);
}
// [lattice.free-energy]
const Law& lattice_free_energy = law({.id = "lattice.free-energy",
                                      .inputs = lattice_place_few(),
                                      .predicate = check(free_energy),
                                      .witness = "lattice-entropy"});

/**
\page law_lattice
\law{lattice.sandwich} The lattice soft-min lies below the least energy, by a bound independent of the number of points

\statement With \f$q = e^{-\alpha d^2}\f$,
\f[ 0 \;\le\; \delta_*^2 - f(n) \;\le\; \frac1\alpha \log\Bigl(3 + \frac{2q^2}{1-q^4}\Bigr)
\qquad\text{and}\qquad \delta_*^2 - f(n) \le \frac{\log(N+1)}\alpha . \f]

\words As \f$\alpha\f$ grows f tends to the least squared distance, uniformly in \f$n/d\f$: a squared
distance, not a distance.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$.

\sources S0, First Derivative df/dα, Interpretation (As α increases, soft-min approaches actual
minimum), and Conclusion (use dominant approximation).

\derivation \f$e^{-\alpha(f - \delta_*^2)} = \sum_j e^{-\alpha(\delta_{k_*+j}^2 - \delta_*^2)}\f$ is at
least its term \f$j = 0\f$, which is 1, and at most \f$N + 1\f$.  By \ref lattice.weights it is at most
\f$1 + 2\sum_{j\ge1} q^{j(j-1)} = 3 + 2\sum_{j\ge2}q^{j(j-1)}\f$, and the quotient of consecutive terms
\f$q^{2j}\f$ is at most \f$q^4\f$.  ∎

\proved α > 0, d > 0, N fixed

\rounding None.

\witness \ref fault.lattice-infinite: the integral for the sum, which is above the least energy where
few points count.

\evidence{lattice.sandwich}
*/
// [lattice.sandwich]
Truth below_the_least_energy(const Evaluator& f, double n, double d, double alpha) {
  const Interval q = nome(d, alpha);
  const Interval value = f(lattice_softmin, n, d, alpha, 0);
  const Interval least = sqr(nearest_deviation(f, n, d));
  const Interval terms = static_cast<double>(last_index(f, n, d)) + Interval(1);
  return less_equal(value, least) && less_equal(least - log(terms) / alpha, value) &&
         less_equal(least - log(3 + 2 * sqr(q) / (1 - pow(q, 4))) / alpha, value);
}
// [lattice.sandwich]
const Law& lattice_sandwich = law({.id = "lattice.sandwich",
                                   .inputs = lattice_place(),
                                   .predicate = check(below_the_least_energy),
                                   .witness = "lattice-infinite"});

/**
\page law_lattice
\law{lattice.recurrence} One gap further on, the lattice soft-min has one more term

\statement \f$e^{-\alpha f(n+d)} = e^{-\alpha f(n)} + e^{-\alpha(n+d-d^2)^2}\f$.  Hence
\f[ 0 \le f(n) - f(n+d) = \tfrac1\alpha\log\bigl(1 + e^{-\alpha((n+d-d^2)^2 - f(n))}\bigr)
\le \tfrac1\alpha e^{-\alpha((n+d-d^2)^2 - \delta_*^2)} . \f]

\words Far to the right of its first point f has the period d but for a Gaussian tail.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$; \f$n\f$ and \f$d\f$ are multiples of 1/8, \f$n +
d\f$ and \f$d^2\f$ floats.

\sources Not printed; it is why the cost need not depend on n.

\derivation \f$\lfloor (n+d)/d \rfloor = N + 1\f$ and \f$(n+d) - (k+1)d = n - kd\f$: the deviations are
the old ones, and that of index 0 is new.  Factor \f$e^{-\alpha f(n)}\f$ out.  At last
\f$\log(1+t) \le t\f$, and \f$f(n) \le \delta_*^2\f$.  ∎

\proved α > 0

\rounding The difference is \f$10^{-1000}\f$ and less where n is large: then both values are the same
float, if k enters nowhere.

\witness \ref fault.lattice-short-window: three terms.

\evidence{lattice.recurrence}
*/
// [lattice.recurrence]
Truth one_term_more(const Evaluator& f, double n, double d, double alpha) {
  const Interval here = f(lattice_softmin, n, d, alpha, 0);
  const Interval there = f(lattice_softmin, (Vector{n} + d).front(), d, alpha, 0);
  const Interval energy = sqr(deviation(n, d, 0) + d);
  const Interval least = sqr(nearest_deviation(f, n, d));
  return same(there, here - log1p(exp(-alpha * (energy - here))) / alpha) &&
         less_equal(there, here) &&
         less_equal(here - exp(-alpha * (energy - least)) / alpha, there);
}
// [lattice.recurrence]
const Law& lattice_recurrence = law({.id = "lattice.recurrence",
                                     .inputs = lattice_place_and_step(),
                                     .predicate = check(one_term_more),
                                     .witness = "lattice-short-window"});

}  // namespace
}  // namespace softlaw::properties
