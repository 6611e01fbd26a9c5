// SPDX-License-Identifier: Apache-2.0
// The family cumulants, continued: their bounds, and consequences for log-sum-exp.
#include "families/cumulants/functions.hpp"
#include "families/derivatives/functions.hpp"
#include "families/derivatives/inputs/line_inputs.hpp"
#include "families/derivatives/laws/derivative_bounds.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

/// \f$1/(6\sqrt3)\f$, the largest third cumulant in a range of 1.
Interval largest_third() { return 1 / (6 * sqrt(Interval(3))); }

/**
\page law_cumulants
\law{cumulants.third-bound} The third cumulant of softmax is bounded by the second and by the range

\statement Let \f$A = \mu - \min h\f$, \f$B = \max h - \mu\f$ with \f$\mu = \kappa_1\f$, and
\f$\omega = A + B\f$. Then \f$\kappa_2 \le AB \le \frac14\omega^2\f$,
\f[ |\kappa_3| \le \max(A,B)\,\kappa_2 \le \omega\,\kappa_2 , \qquad
|\kappa_3| \le \frac{\omega^3}{6\sqrt3} , \f]
and the last bound is reached for two entries with \f$p = \frac12(1\mp\frac1{\sqrt3})\f$, that is at
\f$x = (0,t)\f$, \f$h = (0,1)\f$ with \f$t = \pm\log(2+\sqrt3)\f$.

\hypotheses \f$x, h\f$ finite, of one length from 1 to 4.

\sources Not printed. The first makes log-sum-exp self-concordant in Bach's sense.

\derivation \f$(c+A)(B-c) \ge 0\f$ for \f$c = h - \mu\f$ gives \f$\kappa_2 \le AB\f$.
\f$|\mathbb Ec^3| \le \max|c|\,\mathbb Ec^2\f$ gives the first line. For the last let
\f$v = \kappa_2 > 0\f$ and \f$s = v/B\f$: \f$0 \le \mathbb E(B-c)(c+s)^2 = -\kappa_3 + (B-2s)v +
Bs^2 = -\kappa_3 + Bv - v^2/B\f$, since \f$\mathbb Ec = 0\f$. For \f$v \le B^2/2\f$ the bound
\f$Bv - v^2/B\f$ rises with \f$v\f$. If \f$A \le B/2\f$, then \f$v \le AB \le B^2/2\f$ and \f$\kappa_3 \le
AB^2 - A^2B = AB(B-A)\f$, with \f$A + B = \omega\f$ at most \f$\omega^3/(6\sqrt3)\f$: put \f$B - A =
y\omega\f$, \f$\frac14(1-y^2)y \le \frac1{6\sqrt3}\f$ at \f$y = \frac1{\sqrt3}\f$. If \f$A > B/2\f$, then
\f$B < \frac23\omega\f$ and \f$\kappa_3 \le \frac14B^3 < \frac2{27}\omega^3 < \omega^3/(6\sqrt3)\f$. The
lower bound is that for \f$-h\f$. For two entries \f$\kappa_3 = pq(q-p)\f$ is the product just
maximised, and \f$p/q = e^{\pm t}\f$ with \f$e^t = (\sqrt3+1)/(\sqrt3-1) = 2+\sqrt3\f$.  ∎

\held Sharpness at the float next to \f$\log(2+\sqrt3)\f$, to \f$2^{-40}\f$: there
\f$\frac{d}{dt}\kappa_3 = \kappa_4 = 0\f$, and \f$|\kappa_5| \le 1\f$ bounds how it bends.

\proved n ≥ 1

\rounding \f$\kappa_3\f$ cancels where the distribution is symmetric.

\witness \ref fault.third-cumulant-doubled: twice the third moment.

\evidence{cumulants.third-bound}
*/
// [cumulants.third-bound]
Truth third_cumulant_bounded(const Evaluator& f, const Vector& x, const Vector& h) {
  const Intervals kappa = f(logsumexp_cumulants, x, h, 3);
  const Interval A = kappa[0] - minimum(h), B = maximum(h) - kappa[0], omega = spread(h);
  const Interval third = abs(kappa[2]);
  const double sharp = f.format().round(0x1.5124271980434p+0);
  const Interval most = f(logsumexp_cumulants, {0.0, -sharp}, {0.0, 1.0}, 3)[2];
  return less_equal(kappa[1], A * B).as("variance") &&
         less_equal(third, max(A, B) * kappa[1]).as("by the variance") &&
         less_equal(third, largest_third() * pow(omega, 3)).as("by the range") &&
         less_equal(largest_third() - Interval::power_of_two(-40), most).as("sharp") &&
         less_equal(most, largest_third()).as("two entries");
}
// [cumulants.third-bound]
const Law& cumulants_third_bound = law({.id = "cumulants.third-bound",
                                        .inputs = at_most(4, line()),
                                        .predicate = check(third_cumulant_bounded),
                                        .witness = "third-cumulant-doubled"});

/**
\page law_cumulants
\law{cumulants.fourth-bound} The fourth cumulant of softmax lies between −1/8 and 1/24 of the range's fourth power

\statement With \f$\omega = \max h - \min h\f$,
\f[ -\frac{\omega^4}8 \le \kappa_4 \le \frac{\omega^4}{24} , \f]
and both are reached by two entries: the first at \f$p = \frac12\f$, the second at \f$pq =
\frac1{12}\f$.

\hypotheses \f$x, h\f$ finite, of one length from 1 to 4.

\sources Not printed.

\derivation With \f$v = \kappa_2 \le \frac14\omega^2\f$: \f$\kappa_4 = \mathbb Ec^4 - 3v^2 \ge v^2 -
3v^2 \ge -\frac18\omega^4\f$. For the upper bound let \f$-A \le c \le B\f$, \f$A + B = \omega = 1\f$,
and \f$A \le B\f$ (else take \f$-h\f$). From \f$\mathbb Ec^2(c+A)(B-c) \ge 0\f$ follows \f$\mathbb Ec^4
\le ABv + (B-A)\kappa_3\f$, and \f$\kappa_3 \le Bv - v^2/B\f$ as for \ref cumulants.third-bound.
Together, with \f$r = A/B \le 1\f$,
\f[ \kappa_4 \le B^2v - (4-r)v^2 , \qquad 0 \le v \le AB . \f]
The right side rises up to \f$v_* = B^2/(2(4-r))\f$. If \f$v_* \ge AB\f$ it is at most its value at
\f$v = AB = q\f$, which is \f$q(B^2 - 4AB + A^2) = q(1-6q) \le \frac1{24}\f$. Else \f$1 < 2r(4-r)\f$, so
\f$r > \frac18\f$, and it is at most \f$B^4/(4(4-r)) = 1/(4(4-r)(1+r)^4)\f$; this falls on
\f$[\frac18,1]\f$, from \f$1/24.8\f$ on.  For two entries \f$\kappa_4 = pq(1-6pq)\f$.  ∎

\held Both bounds; that the first is reached, at two equal entries.

\proved n ≥ 1

\rounding As for \ref cumulants.third-bound.

\witness \ref fault.cumulants-are-moments: the fourth moment is up to \f$\frac1{12}\omega^4\f$, and
never negative.

\evidence{cumulants.fourth-bound}
*/
// [cumulants.fourth-bound]
Truth fourth_cumulant_bounded(const Evaluator& f, const Vector& x, const Vector& h) {
  const Interval fourth = f(logsumexp_cumulants, x, h, 4)[3], range = pow(spread(h), 4);
  const Interval least = f(logsumexp_cumulants, {0.0, 0.0},
                           h.size() > 1 ? Vector{h[0], h[1]} : Vector{0.0, 1.0}, 4)[3];
  const Interval gap = h.size() > 1 ? Interval(h[0]) - Interval(h[1]) : Interval(1);
  return less_equal(-range / 8, fourth).as("below") && less_equal(fourth, range / 24).as("above") &&
         same(least, -pow(gap, 4) / 8).as("reached");
}
// [cumulants.fourth-bound]
const Law& cumulants_fourth_bound = law({.id = "cumulants.fourth-bound",
                                         .inputs = at_most(4, line()),
                                         .predicate = check(fourth_cumulant_bounded),
                                         .witness = "cumulants-are-moments"});

/**
\page law_cumulants
\law{cumulants.taylor} Taylor polynomials of log-sum-exp

\statement With \f$\omega = \max h - \min h\f$ and the cumulants of \f$h\f$ at \f$x\f$, let \f$R_m =
\operatorname{LSE}(x+h) - \operatorname{LSE}(x) - \sum_{k\le m}\kappa_k/k!\f$. At every \f$x\f$
\f[ 0 \le R_1 \le \frac{\omega^2}8 , \qquad |R_2| \le \frac{\omega^3}{36\sqrt3} , \qquad
-\frac{\omega^4}{192} \le R_3 \le \frac{\omega^4}{576} . \f]

\hypotheses \f$x, h\f$ small dyadics of one length from 1 to 4, \f$x + h\f$ exact.

\sources Not printed. The first is Hoeffding's lemma.

\derivation Lagrange's remainder: \f$R_m = \kappa_{m+1}(x+\theta h)/(m+1)!\f$ for some
\f$\theta\in[0,1]\f$, where \f$0 \le \kappa_2 \le \frac14\omega^2\f$, \f$|\kappa_3| \le
\omega^3/(6\sqrt3)\f$ and \f$-\frac18\omega^4 \le \kappa_4 \le \frac1{24}\omega^4\f$ at every point:
\ref cumulants.third-bound, \ref cumulants.fourth-bound.  ∎

\proved n ≥ 1

\rounding For small \f$\omega\f$ the remainders consist of the roundings of the results.

\witness \ref fault.variance-is-second-moment: then \f$R_2\f$ is off by half the mean's square.

\evidence{cumulants.taylor}
*/
// [cumulants.taylor]
Truth taylor_of_logsumexp(const Evaluator& f, const Vector& x, const Vector& h) {
  const Intervals kappa = f(logsumexp_cumulants, x, h, 3);
  const Interval omega = spread(h);
  const Interval first = f(logsumexp, x + h) - f(logsumexp, x) - kappa[0];
  const Interval second = first - kappa[1] / 2, third = second - kappa[2] / 6;
  return less_equal(0, first).as("convex") && less_equal(first, sqr(omega) / 8).as("Hoeffding") &&
         less_equal(abs(second), largest_third() * pow(omega, 3) / 6).as("second") &&
         less_equal(-pow(omega, 4) / 192, third).as("third, below") &&
         less_equal(third, pow(omega, 4) / 576).as("third, above");
}
// [cumulants.taylor]
const Law& cumulants_taylor = law({.id = "cumulants.taylor",
                                   .inputs = halved_line(),
                                   .predicate = check(taylor_of_logsumexp),
                                   .witness = "variance-is-second-moment"});

/**
\page law_cumulants
\law{cumulants.temperature} The mean entry under softmax rises with the scale by the variance

\statement Let \f$p(\lambda) = \sigma(\lambda x)\f$ and \f$\langle x\rangle_\lambda = \langle
p(\lambda),x\rangle\f$. Then \f$p'(\lambda) = p\odot(x - \langle x\rangle_\lambda)\f$, and
\f[ \frac d{d\lambda}\operatorname{LSE}(\lambda x) = \langle x\rangle_\lambda , \qquad
\frac{d^2}{d\lambda^2}\operatorname{LSE}(\lambda x) = \frac d{d\lambda}\langle x\rangle_\lambda =
\operatorname{Var}_{p(\lambda)}(x) \ge 0 . \f]
With energies \f$-x\f$ at the temperature \f$T = 1/\lambda\f$ the heat capacity is
\f$\frac{d\langle E\rangle}{dT} = \operatorname{Var}(E)/T^2\f$. The mean rises from \f$\lambda\f$ to
\f$2\lambda\f$ by at most \f$\frac14\lambda\omega^2\f$, \f$\omega = \max x - \min x\f$.

\hypotheses \f$x\f$ finite, \f$\lambda\f$ a power of two, \f$\lambda x\f$ and \f$2\lambda x\f$ exact; up
to 4 entries.

\sources Not printed in S1; its first derivative along \f$x\f$ itself.

\derivation \f$\lambda x + \varepsilon x\f$ is the line through \f$\lambda x\f$ along \f$x\f$: the
first derivative of softmax there, and the first two cumulants. For the heat capacity
\f$\frac{d}{dT} = -\lambda^2\frac d{d\lambda}\f$ and \f$\langle E\rangle = -\langle x\rangle\f$. The
mean rises by \f$\int_\lambda^{2\lambda}\operatorname{Var}\f$, where \f$0 \le \operatorname{Var} \le
\frac14\omega^2\f$.  ∎

\proved n ≥ 1

\rounding \f$x_i - \langle x\rangle\f$ cancels where one probability takes nearly all.

\witness \ref fault.variance-is-second-moment: a variance that is not centred.

\evidence{cumulants.temperature}
*/
// [cumulants.temperature]
Truth fluctuation_dissipation(const Evaluator& f, const Vector& x, const double& lambda) {
  const Intervals p = f(softmax, lambda * x), values = enclose(x);
  const Intervals kappa = f(logsumexp_cumulants, lambda * x, x, 2);
  const Interval mean = dot(p, values);
  Intervals moved;
  Interval variance(0);
  for (std::size_t i = 0; i < x.size(); ++i) {
    moved.push_back(p[i] * (values[i] - mean));
    variance += p[i] * sqr(values[i] - mean);
  }
  const Interval further = f(logsumexp_cumulants, 2 * lambda * x, x, 1)[0];
  return same(f(softmax_derivative, lambda * x, {x}), moved).as("probabilities") &&
         same(kappa[0], mean).as("mean") && same(kappa[1], variance).as("variance") &&
         less_equal(0, kappa[1]).as("not negative") && less_equal(kappa[0], further).as("rises") &&
         less_equal(further, kappa[0] + lambda * sqr(spread(x)) / 4).as("by at most");
}
// [cumulants.temperature]
const Law& cumulants_temperature = law({.id = "cumulants.temperature",
                                        .inputs = at_most(4, vector_and_power_of_two()),
                                        .predicate = check(fluctuation_dissipation),
                                        .witness = "variance-is-second-moment"});

}  // namespace
}  // namespace softlaw::properties
