// SPDX-License-Identifier: Apache-2.0
// The family derivatives, continued: the steps by which S1 comes to its formulas.
#include <softlaw/reference/series.hpp>

#include "families/derivatives/functions.hpp"
#include "families/derivatives/inputs/line_inputs.hpp"
#include "families/derivatives/laws/derivative_bounds.hpp"
#include "families/softmax/functions.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

Inputs short_directions(std::size_t k) { return at_most(4, vector_and_directions(k)); }

/**
\page law_derivatives
\law{derivatives.quotient} The first derivative of softmax by the quotient rule

\statement Let \f$E = \operatorname{Exp}(x)\f$ be the exponentials of the entries. Then
\f$d\operatorname{Exp}(x)\cdot h = E\odot h\f$, \f$\sigma(x) = E / \langle E, 1\rangle\f$, and
\f[ d\sigma(x)\cdot h =
\frac{\langle E,1\rangle\,E\odot h - \langle E\odot h,1\rangle\,E}{\langle E,1\rangle^2}
= \frac{E}{\langle E,1\rangle}\odot h -
\Bigl\langle\frac{E}{\langle E,1\rangle}, h\Bigr\rangle\frac{E}{\langle E,1\rangle}
= \sigma\odot h - \sigma\sigma^\top h . \f]

\hypotheses \f$x, h\f$ finite, of one length from 1 to 4.

\sources S1, First-order total derivative: every line.

\derivation \f$\frac{d}{dt}e^{x_i+th_i} = e^{x_i}h_i\f$ at \f$t = 0\f$, the chain rule with the
projection to entry \f$i\f$; the quotient rule; \f$\langle E\odot h,1\rangle = \langle
E,h\rangle\f$; and \f$\langle\sigma,h\rangle\sigma = \sigma\sigma^\top h\f$.  ∎

\proved n ≥ 1

\rounding None on the printed side: the exponentials are not shifted here, which floats could not
afford (\f$\langle E,1\rangle^2\f$ overflows from \f$x_i = 355\f$ on) and intervals with large
exponents can.

\witness \ref fault.derivative-forgets-mean: the quotient rule without its second term.

\evidence{derivatives.quotient}
*/
// [derivatives.quotient]
Truth quotient_rule(const Evaluator& f, const Vector& x, const Vector& h) {
  Intervals E, moved;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const reference::Series along = exp(reference::Series{{x[i], h[i]}});
    E.push_back(exp(Interval(x[i])));
    moved.push_back(E[i] * h[i]);
    if (!meets(along.coefficient[1], moved[i])) return same(along.coefficient[1], moved[i]);
  }
  const Interval s = sum(E), mean = sum(moved) / s;
  const Intervals derivative = f(softmax_derivative, x, {h}), p = f(softmax, x);
  Truth all;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Interval ratio = E[i] / s;
    all &= same(p[i], ratio).as("softmax");
    all &= same(derivative[i], (s * moved[i] - sum(moved) * E[i]) / sqr(s)).as("quotient rule");
    all &= same(derivative[i], ratio * h[i] - mean * ratio).as("simplified");
    all &= same(derivative[i], p[i] * h[i] - dot(p[i] * p, enclose(h))).as("outer product");
  }
  return all;
}
// [derivatives.quotient]
const Law& derivatives_quotient = law({.id = "derivatives.quotient",
                                       .inputs = short_directions(1),
                                       .predicate = check(quotient_rule),
                                       .witness = "derivative-forgets-mean"});

/**
\page law_derivatives
\law{derivatives.expanded-2} The second derivative of softmax, step by step

\statement With \f$\sigma = \sigma(x)\f$ and \f$d = d\sigma(x)\cdot h_2\f$,
\f[ d^2\sigma(x)\cdot(h_1,h_2) = d\odot h_1 - \langle d,h_1\rangle\sigma -
\langle\sigma,h_1\rangle d , \f]
where the three terms are, in turn,
\f$\sigma\odot h_1\odot h_2 - \langle\sigma,h_2\rangle\sigma\odot h_1\f$,
\f$-\langle\sigma,h_1\odot h_2\rangle\sigma + \langle\sigma,h_1\rangle\langle\sigma,h_2\rangle
\sigma\f$ and \f$-\langle\sigma,h_1\rangle\sigma\odot h_2 + \langle\sigma,h_1\rangle\langle\sigma,
h_2\rangle\sigma\f$; together the five terms of S1. On the diagonal
\f[ d^2\sigma\cdot(h,h) = \sigma\odot h\odot h - 2\langle\sigma,h\rangle\sigma\odot h -
\langle\sigma,h\odot h\rangle\sigma + 2\langle\sigma,h\rangle^2\sigma . \f]

\hypotheses \f$x, h_1, h_2\f$ finite, of one length from 1 to 4; the directions are on one grid,
where their sums are floats.

\sources S1, Second-order total derivative: the definition, the three terms, the total; Taylor
series approximations, the diagonal.

\derivation \f$d^2\sigma(x)\cdot(h_1,h_2)\f$ is the derivative along \f$h_2\f$ of \f$\sigma\odot h_1
- \langle\sigma,h_1\rangle\sigma\f$: replace \f$\sigma\f$ by \f$d\f$ in one factor at a time. Put
\f$d = \sigma\odot h_2 - \langle\sigma,h_2\rangle\sigma\f$ in, and note \f$\langle\sigma\odot
h_2,h_1\rangle = \langle\sigma,h_1\odot h_2\rangle\f$.  ∎

\proved n ≥ 1

\rounding The terms cancel; their intervals account for it.

\witness \ref fault.derivative-2-one-factor-short: the last of the five terms without its factor 2.

\evidence{derivatives.expanded-2}
*/
// [derivatives.expanded-2]
Truth second_step_by_step(const Evaluator& f, const Vector& x, const Vector& v, const Vector& w) {
  const Intervals s = f(softmax, x), d = f(softmax_derivative, x, {w});
  const Intervals h1 = enclose(v), h2 = enclose(w);
  const Intervals s1 = times(s, h1), s2 = times(s, h2), s12 = times(s1, h2);
  const Interval m1 = sum(s1), m2 = sum(s2), m12 = sum(s12);
  const Intervals zero(x.size(), Interval(0));

  const Intervals by_rule[] = {times(d, h1), zero - dot(d, h1) * s, zero - m1 * d};
  const Intervals printed[] = {s12 - m2 * s1, m1 * m2 * s - m12 * s, m1 * m2 * s - m1 * s2};
  Truth all;
  for (int k = 0; k < 3; ++k) {
    all &= same(by_rule[k], printed[k]).as("term " + std::to_string(k + 1));
  }
  const Intervals second = f(softmax_derivative, x, {v, w});
  all &= same(second, by_rule[0] + by_rule[1] + by_rule[2]).as("product rule");
  all &= same(second, s12 - m2 * s1 - m1 * s2 - m12 * s + 2 * m1 * m2 * s).as("total");
  const Intervals diagonal = times(s1, h1) - 2 * m1 * s1 - dot(s1, h1) * s + 2 * sqr(m1) * s;
  return all && same(f(softmax_derivative, x, {v, v}), diagonal).as("diagonal");
}
// [derivatives.expanded-2]
const Law& derivatives_expanded_2 = law({.id = "derivatives.expanded-2",
                                         .inputs = short_directions(2),
                                         .predicate = check(second_step_by_step),
                                         .witness = "derivative-2-one-factor-short"});

/**
\page law_derivatives
\law{derivatives.expanded-3} The third derivative of softmax, step by step

\statement The ten terms that the product rule makes of the five terms of
\f$d^2\sigma(x)\cdot(h_1,h_2)\f$ along \f$h_3\f$ are, each for itself, what S1 prints for it; they
sum to \f$d^3\sigma(x)\cdot(h_1,h_2,h_3)\f$, and so do the fifteen terms into which they are
collected. On the diagonal, with \f$\langle\cdot\rangle = \langle\sigma,\cdot\rangle\f$ and products
by entries,
\f[ d^3\sigma\cdot(h,h,h) = \sigma h^3 + 6\langle h\rangle^2\sigma h - 3\langle h\rangle\sigma h^2 -
3\langle h^2\rangle\sigma h - \langle h^3\rangle\sigma + 6\langle h^2\rangle\langle h\rangle\sigma -
6\langle h\rangle^3\sigma . \f]

\hypotheses \f$x, h_1, h_2, h_3\f$ finite, of one length from 1 to 4; the directions are on one
grid, where their sums are floats.

\sources S1, Third-order total derivative: the definition, the ten terms, the total; Taylor series
approximations, the diagonal.

\derivation Write \f$d = d\sigma\cdot h_3 = \sigma h_3 - \langle h_3\rangle\sigma\f$. Each of the
five terms of \f$d^2\sigma\f$ is a product in which \f$\sigma\f$ occurs one, two, two, two and three
times: ten places for \f$d\f$. In each of them \f$d\f$ is put in, where \f$\langle d,
a\rangle = \langle ah_3\rangle - \langle h_3\rangle\langle a\rangle\f$. Of the twenty terms that come
out, \f$\langle h_2\rangle\langle h_3\rangle\sigma h_1\f$ and
\f$\langle h_1\rangle\langle h_3\rangle\sigma h_2\f$ come twice, \f$\langle h_1\rangle\langle
h_2\rangle\sigma h_3\f$ once with the factor 2,
\f$\langle h_1h_2\rangle\langle h_3\rangle\sigma\f$ twice, its two like once with the factor 2, and
\f$\langle h_1\rangle\langle h_2\rangle\langle h_3\rangle\sigma\f$ with \f$-2\f$ three times: fifteen
terms.  ∎

\proved n ≥ 1

\rounding As for \ref derivatives.expanded-2.

\witness \ref fault.derivative-3-forgets-covariances: without the terms that the moving means leave.

\evidence{derivatives.expanded-3}
*/
// [derivatives.expanded-3]
Truth third_step_by_step(const Evaluator& f, const Vector& x, const Vector& u, const Vector& v,
                         const Vector& w) {
  const Intervals s = f(softmax, x), d = f(softmax_derivative, x, {w});
  const Intervals h1 = enclose(u), h2 = enclose(v), h3 = enclose(w), h12 = times(h1, h2);
  const Intervals s1 = times(s, h1), s2 = times(s, h2), s3 = times(s, h3);
  const Intervals s12 = times(s1, h2), s13 = times(s1, h3), s23 = times(s2, h3);
  const Intervals s123 = times(s12, h3), zero(x.size(), Interval(0));
  const Interval m1 = sum(s1), m2 = sum(s2), m3 = sum(s3);
  const Interval m12 = sum(s12), m13 = sum(s13), m23 = sum(s23), m123 = sum(s123);

  const Intervals by_rule[] = {
      times(d, h12),          zero - dot(d, h2) * s1,   zero - m2 * times(d, h1),
      zero - dot(d, h1) * s2, zero - m1 * times(d, h2), zero - dot(d, h12) * s,
      zero - m12 * d,         2 * dot(d, h1) * m2 * s,  2 * m1 * dot(d, h2) * s,
      2 * m1 * m2 * d};
  const Intervals printed[] = {s123 - m3 * s12,
                               m2 * m3 * s1 - m23 * s1,
                               m2 * m3 * s1 - m2 * s13,
                               m1 * m3 * s2 - m13 * s2,
                               m1 * m3 * s2 - m1 * s23,
                               m3 * m12 * s - m123 * s,
                               m12 * m3 * s - m12 * s3,
                               2 * m13 * m2 * s - 2 * m1 * m2 * m3 * s,
                               2 * m1 * m23 * s - 2 * m1 * m2 * m3 * s,
                               2 * m1 * m2 * s3 - 2 * m1 * m2 * m3 * s};
  Truth all;
  Intervals total = zero;
  for (int k = 0; k < 10; ++k) {
    all &= same(by_rule[k], printed[k]).as("term " + std::to_string(k + 1));
    total = total + by_rule[k];
  }
  const Intervals third = f(softmax_derivative, x, {u, v, w});
  const Intervals fifteen = s123 + 2 * m2 * m3 * s1 + 2 * m1 * m3 * s2 + 2 * m1 * m2 * s3 -
                            m3 * s12 - m2 * s13 - m1 * s23 - m23 * s1 - m13 * s2 - m12 * s3 -
                            m123 * s + 2 * m23 * m1 * s + 2 * m13 * m2 * s + 2 * m12 * m3 * s -
                            6 * m1 * m2 * m3 * s;
  const Intervals s11 = times(s1, h1), s111 = times(s11, h1);
  const Intervals diagonal = s111 + 6 * sqr(m1) * s1 - 3 * m1 * s11 - 3 * sum(s11) * s1 -
                             sum(s111) * s + 6 * sum(s11) * m1 * s - 6 * pow(m1, 3) * s;
  return all && same(third, total).as("product rule") && same(third, fifteen).as("total") &&
         same(f(softmax_derivative, x, {u, u, u}), diagonal).as("diagonal");
}
// [derivatives.expanded-3]
const Law& derivatives_expanded_3 = law({.id = "derivatives.expanded-3",
                                         .inputs = short_directions(3),
                                         .predicate = check(third_step_by_step),
                                         .witness = "derivative-3-forgets-covariances"});

/**
\page law_derivatives
\law{derivatives.successive} Each derivative of softmax is the derivative of the previous one

\statement Let \f$D_m(x) = d^m\sigma(x)\cdot(h,\dots,h)\f$, \f$\omega = \max h - \min h\f$. For
\f$m = 1, 2, 3\f$ and \f$t = 1, \frac1{16}\f$,
\f[ \bigl\lVert D_m(x+th) - D_m(x) - t\,D_{m+1}(x)\bigr\rVert_1 \le \tfrac12t^2\,C_{m+2}\,
\omega^{m+2} , \f]
where \f$C_k\omega^k\f$ is the bound on a derivative of order \f$k\f$ of \ref derivatives.bounds for
\f$k \le 4\f$, and \f$5!\f$ times that of \ref derivatives.radius for \f$k = 5\f$.

\hypotheses \f$x, h\f$ small dyadics of one length from 1 to 4, \f$x + th\f$ exact.

\sources S1 defines \f$d^2\sigma(x)\cdot(h_1,h_2)\f$ as \f$d[x\mapsto
d\sigma(x)\cdot h_1](x)\cdot h_2\f$, and \f$d^3\sigma\f$ likewise.

\derivation Taylor's formula for \f$t\mapsto D_m(x+th)\f$, whose derivatives are
\f$D_{m+1}\f$ and \f$D_{m+2}\f$.  That the three agree for all \f$t\f$ of a sequence to 0, to the
order \f$t^2\f$, is the definition of the derivative with a rate.  ∎

\rounding For small \f$t\f$ the left side consists of roundings, which its interval contains.

\witness \ref fault.derivative-3-forgets-covariances: then \f$D_3\f$ is not the derivative of
\f$D_2\f$.

\evidence{derivatives.successive}
*/
// [derivatives.successive]
Truth successive(const Evaluator& f, const Vector& x, const Vector& h) {
  const auto along = [&](const Vector& at, std::size_t order) {
    return f(softmax_derivative, at, std::vector<Vector>(order, h));
  };
  const Interval omega = spread(h);
  Truth all;
  for (std::size_t m = 1; m <= 3; ++m) {
    const Intervals here = along(x, m), slope = along(x, m + 1);
    for (double t = 1; t >= 0x1p-4; t /= 16) {
      const Intervals error = along(x + t * h, m) - here - Interval(t) * slope;
      all &= less_equal(norm(error), sqr(Interval(t)) / 2 * derivative_bound(m + 2, omega));
    }
  }
  return all;
}
// [derivatives.successive]
const Law& derivatives_successive = law({.id = "derivatives.successive",
                                         .inputs = halved_line(),
                                         .predicate = check(successive),
                                         .witness = "derivative-3-forgets-covariances"});

}  // namespace
}  // namespace softlaw::properties
