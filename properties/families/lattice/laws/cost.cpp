// SPDX-License-Identifier: Apache-2.0
// The family lattice, continued: why its cost need not grow with n/d, symmetry, and small alpha.
#include <softlaw/reference/constants.hpp>

#include "families/lattice/functions.hpp"
#include "families/lattice/laws/terms.hpp"

namespace softlaw::properties {
namespace {

/**
\page law_lattice
\law{lattice.window} A window of 2R + 1 terms is enough for the lattice soft-min

\statement Let \f$f_R = \delta_*^2 - \frac1\alpha\log\sum_{|j|\le R} e^{-\alpha(\delta_{k_*+j}^2 -
\delta_*^2)}\f$ be the part of the sum within \f$R\f$ of the nearest index, and \f$f_R'\f$ twice the mean
deviation under its weights.  Then
\f[ 0 \;\le\; f_R - f \;\le\; \frac{T_R}\alpha, \qquad T_R = \frac{2q^{R(R+1)}}{1 - q^{2R+2}}, \qquad
|f_R' - f'| \le 2d\Bigl(\frac{2(R+1)q^{R(R+1)}}{(1-q^{2R+2})^2} + R\,T_R\Bigr) . \f]

\words The number of terms for a given accuracy depends on \f$\alpha d^2\f$ alone, not on \f$n/d\f$.

\hypotheses \f$n \ge 0\f$, \f$d, \alpha > 0\f$, \f$1 \le R \le 6\f$.

\sources S0, Computational Tractability, where it is denied: \ref erratum.lattice-full-sum.

\derivation The omitted terms sum to at most \f$2\sum_{j>R} q^{j(j-1)}\f$ by \ref lattice.weights, a series
whose quotients are at most \f$q^{2R+2}\f$ and whose first term is \f$q^{R(R+1)}\f$.  The part kept is
at least 1, and \f$\log(1 + T) \le T\f$.  For the slope let \f$s \ge 1\f$ be the part kept and \f$t \le
T_R\f$ the rest, relative to the nearest term; then \f$\langle j\rangle - \langle j\rangle_R =
(\sum_{|j|>R} j w_j - t\langle j\rangle_R)/(s+t)\f$, with \f$|\langle j\rangle_R| \le R\f$ and
\f$\sum_{j>R} jq^{j(j-1)} \le (R+1)q^{R(R+1)}\sum_{i\ge0}(i+1)q^{(2R+2)i}\f$.  ∎

\rounding None.

\witness \ref fault.lattice-short-window: the answer of \f$R = 1\f$.

\evidence{lattice.window}
*/
// [lattice.window]
Truth a_window_is_enough(const Evaluator& f, double n, double d, double alpha, std::int64_t reach) {
  const std::uint64_t nearest = nearest_index(f, n, d), last = last_index(f, n, d);
  const auto r = static_cast<std::uint64_t>(reach);
  const Interval least = sqr(nearest_deviation(f, n, d)), q = nome(d, alpha);
  Interval part, slope;
  for (std::uint64_t k = nearest < r ? 0 : nearest - r; k <= last && k <= nearest + r; ++k) {
    const Interval delta = deviation(n, d, k), weight = exp(-alpha * (sqr(delta) - least));
    part += weight;
    slope += 2 * weight * delta;
  }
  const Interval window = least - log(part) / alpha;
  const int order = static_cast<int>(reach);
  const Interval first = pow(q, order * (order + 1)), rest = 1 - pow(q, 2 * order + 2);
  const Interval tail = 2 * first / rest, value = f(lattice_softmin, n, d, alpha, 0);
  const Interval error = 2 * d * (2 * (order + 1) * first / sqr(rest) + order * tail);
  return less_equal(value, window) && less_equal(window - tail / alpha, value) &&
         less_equal(abs(f(lattice_softmin_derivative, n, d, alpha, 1) - slope / part), error);
}
// [lattice.window]
const Law& lattice_window = law({.id = "lattice.window",
                                 .inputs = lattice_place_and_order(1, 6),
                                 .predicate = check(a_window_is_enough),
                                 .witness = "lattice-short-window"});

/**
\page law_lattice
\law{lattice.euler-maclaurin} A dense lattice sum is an integral plus terms at its ends

\statement With \f$h = \sqrt\alpha d\f$, \f$x = \sqrt\alpha(n - d^2)\f$, \f$y = x - hN\f$ and Hermite's
polynomials,
\f[ \sum_{k=0}^N e^{-(x-hk)^2} = \frac{\sqrt\pi}{2h}[\operatorname{erf} x - \operatorname{erf} y] +
\frac{e^{-x^2} + e^{-y^2}}2 + \sum_{r=1}^{p} \frac{B_{2r}}{(2r)!}h^{2r-1}\bigl[H_{2r-1}(y)e^{-y^2} -
H_{2r-1}(x)e^{-x^2}\bigr] + \rho_p, \f]
\f[ |\rho_p| \le \frac{2\zeta(2p)}{(2\pi)^{2p}}h^{2p-1}\,1.0865\sqrt{2\pi}\,2^p\sqrt{(2p)!}\,; \f]
f is \f$-\frac1\alpha\f$ times the logarithm.  The law takes \f$p = 3\f$.

\hypotheses \f$0 \le n < 24d\f$, \f$d, \alpha > 0\f$; where \f$\alpha d^2 > \frac1{16}\f$ the bound says
little.

\sources Not printed; S0, Computational Tractability, denies that the sum can be done without.

\derivation The formula of Euler and Maclaurin, with \f$\varphi^{(s)}(t) = h^sH_s(x - ht)e^{-(x-ht)^2}\f$
for \f$\varphi(t) = e^{-(x-ht)^2}\f$, and Cramér's \f$|H_s(u)|e^{-u^2/2} \le 1.0865\sqrt{2^ss!}\f$.  ∎

\rounding None.

\witness \ref fault.lattice-infinite: the integral over the whole line.

\evidence{lattice.euler-maclaurin}
*/
// [lattice.euler-maclaurin]
Truth integral_and_ends(const Evaluator& f, double n, double d, double alpha) {
  const Interval root = sqrt(Interval(alpha)), h = root * d;
  const Interval x = root * deviation(n, d, 0), y = root * deviation(n, d, last_index(f, n, d));
  const auto end = [](const Interval& u) {
    const Interval weight = exp(-sqr(u));
    return Intervals{weight, 2 * u * weight, (8 * pow(u, 3) - 12 * u) * weight,
                     (32 * pow(u, 5) - 160 * pow(u, 3) + 120 * u) * weight};
  };
  const Intervals at_x = end(x), at_y = end(y);
  const Interval pi = reference::pi();
  const Interval sum = sqrt(pi) / (2 * h) * (erf(x) - erf(y)) + (at_x[0] + at_y[0]) / 2 +
                       h / 12 * (at_y[1] - at_x[1]) - pow(h, 3) / 720 * (at_y[2] - at_x[2]) +
                       pow(h, 5) / 30240 * (at_y[3] - at_x[3]);
  // zeta(6) < 1.02; 2^3 sqrt(6!) < 215
  const Interval bound = Interval(2.04) / pow(2 * pi, 6) * pow(h, 5) * 1.0866 * sqrt(2 * pi) * 215;
  return same(f(lattice_softmin, n, d, alpha, 0),
              -log(sum + Interval::between(-bound, bound)) / alpha);
}
// [lattice.euler-maclaurin]
const Law& lattice_euler_maclaurin = law({.id = "lattice.euler-maclaurin",
                                          .inputs = lattice_place_few(),
                                          .predicate = check(integral_and_ends),
                                          .witness = "lattice-infinite"});

/**
\page law_lattice
\law{lattice.reflection} With its index set held fixed, the lattice soft-min is symmetric about its middle

\statement \f$f_N(2c - n) = f_N(n)\f$ for \f$c = d^2 + Nd/2\f$, and \f$f_N'(2c - n) = -f_N'(n)\f$; so
\f$f_N'(c) = 0\f$.

\hypotheses The law takes \f$N = 2d - 1\f$ with 2d whole, from 2 to 24, for which c is the middle of the
piece on which the index set is \f$\{0, \dots, N\}\f$, and \f$n = c - kd/8\f$, \f$0 \le k \le 3\f$.

\sources Not printed.

\derivation \f$k \to N - k\f$ takes \f$\delta_k\f$ at n into \f$-\delta_k\f$ at \f$2c - n\f$.  ∎

\proved α > 0, N fixed

\rounding A correctly rounded function returns the same bits for both.

\witness \ref fault.lattice-hard: the squared distance to the nearest point, not a sum.

\evidence{lattice.reflection}
*/
// [lattice.reflection]
Truth symmetric_about_its_middle(const Evaluator& f, std::int64_t twice, std::int64_t k,
                                 double alpha) {
  const double d = static_cast<double>(twice) / 2;
  const double middle = 2 * d * d - d / 2, step = static_cast<double>(k) * d / 8;
  const double left = middle - step, right = middle + step;  // few bits: exact
  Interval sum;
  for (const Interval& delta : deviations(f, left, d)) sum += exp(-alpha * sqr(delta));
  return same(f(lattice_softmin, left, d, alpha, 0), f(lattice_softmin, right, d, alpha, 0)) &&
         same(f(lattice_softmin, right, d, alpha, 0), -log(sum) / alpha) &&
         same(f(lattice_softmin_derivative, left, d, alpha, 1),
              -f(lattice_softmin_derivative, right, d, alpha, 1));
}
// [lattice.reflection]
const Law& lattice_reflection = law({.id = "lattice.reflection",
                                     .inputs = lattice_symmetric(),
                                     .predicate = check(symmetric_about_its_middle),
                                     .witness = "lattice-hard"});

/**
\page law_lattice
\law{lattice.alpha} The lattice soft-min grows with alpha, and alpha times it is concave

\statement \f$f(\alpha) \le f(2\alpha) \le f(\alpha) + \frac\alpha2\,\partial_\alpha f(\alpha)\f$.

\words The derivative with respect to alpha says how fast f tends to the least energy:
\f$\min E - f = \int_\alpha^\infty H(w_s)\,s^{-2}\,ds\f$.

\hypotheses \f$0 \le n < 24d\f$, \f$d, \alpha > 0\f$.

\sources S0, First Derivative: df/dα, Interpretation.

\derivation \f$\partial_\alpha f = H/\alpha^2 \ge 0\f$.  \f$\alpha f = -L\f$ has the derivative
\f$-L' = \langle E\rangle = f + \alpha\partial_\alpha f\f$ and the second \f$-L'' = -\operatorname{Var}(E)
\le 0\f$, so it lies below its tangent: \f$2\alpha f(2\alpha) \le \alpha f + \alpha(f +
\alpha\partial_\alpha f)\f$.  ∎

\proved α > 0

\rounding None.

\witness \ref fault.lattice-infinite: the integral for the sum falls with alpha where few points count.

\evidence{lattice.alpha}
*/
// [lattice.alpha]
Truth grows_with_alpha(const Evaluator& f, double n, double d, double alpha) {
  const Interval here = f(lattice_softmin, n, d, alpha, 0);
  const Interval there = f(lattice_softmin, n, d, 2 * alpha, 0);
  const Interval slope = f(lattice_softmin_alpha, n, d, alpha);
  return less_equal(0, slope) && less_equal(here, there) &&
         less_equal(there, here + alpha * slope / 2);
}
// [lattice.alpha]
const Law& lattice_alpha = law({.id = "lattice.alpha",
                                .inputs = lattice_place_few(),
                                .predicate = check(grows_with_alpha),
                                .witness = "lattice-infinite"});

/**
\page law_lattice
\law{lattice.small-alpha} The lattice soft-min as alpha tends to zero, to second order

\statement With the plain mean \f$\bar E\f$ and variance V of the energies \f$E_k = \delta_k^2\f$, all of
weight \f$1/(N+1)\f$, and their range R,
\f[ \bar E - \frac{\log(N+1)}\alpha - \frac{\alpha R^2}8 \;\le\; f \;\le\; \bar E - \frac{\log(N+1)}\alpha , \f]
and to second order
\f[ f = \bar E - \frac{\log(N+1)}\alpha - \frac\alpha2V + \rho, \qquad
|\rho| \le \frac{\alpha^2R^3}{36\sqrt3} . \f]

\hypotheses \f$0 \le n < 24d\f$, \f$d, \alpha > 0\f$.

\sources S0, Symbolic Tractability (limiting behaviour).

\derivation \f$f = -\frac{\log(N+1)}\alpha - \frac1\alpha K(\alpha)\f$, where \f$K(\alpha)\f$ is the logarithm of
the plain mean of the \f$e^{-\alpha E_k}\f$.  It is at least \f$-\alpha\bar E\f$ by Jensen, and at most
\f$-\alpha\bar E + \alpha^2R^2/8\f$ by Hoeffding's lemma.  To second order it is \f$-\alpha\bar E +
\frac{\alpha^2}2V\f$, with a remainder of at most \f$(\alpha R)^3/(36\sqrt3)\f$: \ref cumulants.taylor, which
rests on \ref cumulants.third-bound, at equal weights and along \f$-\alpha E\f$.  ∎

\proved α > 0

\rounding None.

\witness \ref fault.lattice-infinite.

\evidence{lattice.small-alpha}
*/
// [lattice.small-alpha]
Truth nearly_the_plain_mean(const Evaluator& f, double n, double d, double alpha) {
  const Intervals delta = deviations(f, n, d);
  Interval total, greatest, least = sqr(delta.front());
  for (const Interval& entry : delta) {
    total += sqr(entry);
    greatest = max(greatest, sqr(entry));
    least = min(least, sqr(entry));
  }
  const Interval count = static_cast<int>(delta.size());
  const Interval mean = total / count, range = greatest - least;
  Interval squares;
  for (const Interval& entry : delta) squares += sqr(sqr(entry) - mean);
  const Interval limit = mean - log(count) / alpha;
  const Interval second = limit - alpha * squares / (2 * count);
  const Interval value = f(lattice_softmin, n, d, alpha, 0);
  return less_equal(value, limit).as("above") &&
         less_equal(limit - alpha * sqr(range) / 8, value).as("below") &&
         less_equal(abs(value - second),
                    sqr(Interval(alpha)) * pow(range, 3) / (36 * sqrt(Interval(3))))
             .as("second order");
}
// [lattice.small-alpha]
const Law& lattice_small_alpha = law({.id = "lattice.small-alpha",
                                      .inputs = lattice_place_few(),
                                      .predicate = check(nearly_the_plain_mean),
                                      .witness = "lattice-infinite"});

}  // namespace
}  // namespace softlaw::properties
