// SPDX-License-Identifier: Apache-2.0
#include "families/cumulants/functions.hpp"
#include "families/derivatives/inputs/line_inputs.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "inputs/admit.hpp"
#include "inputs/lengths.hpp"
#include "judge/law.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

constexpr std::int64_t highest_order = 4;

/// x, h, c: h + c is exact.
Inputs line_and_shift() {
  const auto shifted = at_most(20, vector_and_shift());
  return {{{"x", Kind::vector}, {"h", Kind::vector}, {"c", Kind::scalar}},
          "x, h finite, of one length, not empty, h + c exact",
          [=](Source& source, Format format) {
            Case c = shifted.generate(source, format);
            std::string ignored;
            Vector x = draw_vector(source, format, ignored);
            x.resize(vector_at(c, 0).size(), x.back());
            c.arguments.insert(c.arguments.begin(), std::move(x));
            return c;
          },
          [=](const Case& c) {
            Case tail = c;
            tail.arguments.erase(tail.arguments.begin());
            return finite(c) && vector_at(c, 0).size() == vector_at(c, 1).size() &&
                   shifted.hypothesis(tail);
          }};
}

/// x, h: one entry of x exceeds all others by enough to absorb them.
Inputs dominated_line() {
  return {{{"x", Kind::vector}, {"h", Kind::vector}},
          "x, h finite, of one length n >= 2; one entry of x above all others",
          [](Source& source, Format format) {
            const Landscape& landscape = Landscape::of(format);
            Case c = empty_case(format);
            c.input_class = "dominated";
            const std::size_t n = source.size(2, source.one_in(3) ? 9 : 3);
            const double top = source.uniform(-4, 4);
            Vector x, h;
            for (std::size_t i = 0; i < n; ++i) {
              const double gap = source.uniform(landscape.absorption_low, landscape.within_exp / 2);
              x.push_back(landscape.round(top - gap));
              h.push_back(landscape.round(source.uniform(-8, 8)));
            }
            x[source.size(0, n - 1)] = landscape.round(top);
            c.arguments = {std::move(x), std::move(h)};
            return c;
          },
          [](const Case& c) {
            const Vector& x = vector_at(c, 0);
            return finite(c) && x.size() >= 2 && x.size() == vector_at(c, 1).size() &&
                   multiplicity_of_maximum(x) == 1;
          }};
}

template <class Real>
void cumulants_vanish(const Real* x, const Real* h, std::size_t n, std::size_t order, Real* out) {
  ours<Real>().logsumexp_cumulants(x, h, n, order, out);
  const std::vector<Real> p = softmax_of(x, n);
  if (n > 0 && *std::max_element(p.begin(), p.end()) == 1) {
    for (std::size_t k = 1; k < order; ++k) out[k] = 0;
  }
}
const Fault& cumulants_vanish_fault =
    fault("cumulants-vanish", "cumulants beyond the mean are 0 where one entry takes all weight",
          [](auto& table) { table.logsumexp_cumulants = cumulants_vanish; });

template <class Real>
void variance_by_squares(const Real* x, const Real* h, std::size_t n, std::size_t order,
                         Real* out) {
  ours<Real>().logsumexp_cumulants(x, h, n, order, out);
  if (order < 2) return;
  const std::vector<Real> p = softmax_of(x, n);
  Real square = 0, mean = 0;
  for (std::size_t i = 0; i < n; ++i) {
    mean += p[i] * h[i];
    square += p[i] * h[i] * h[i];
  }
  out[1] = square - mean * mean;
}
const Fault& variance_by_squares_fault =
    fault("variance-by-squares", "the second cumulant is E[h^2] - E[h]^2, which cancels",
          [](auto& table) { table.logsumexp_cumulants = variance_by_squares; });

/**
\page law_cumulants
\law{cumulants.shift} A constant moves the mean and no other cumulant

\statement \f$\kappa_1(h + c\mathbf 1) = \kappa_1(h) + c\f$, and \f$\kappa_m(h + c\mathbf 1) =
\kappa_m(h)\f$ for \f$m = 2, 3, 4\f$.

\hypotheses \f$x, h\f$ finite, \f$n \ge 1\f$; \f$h + c\f$ exact.

\sources Not printed.  From \ref translation.logsumexp.

\derivation \f$\operatorname{LSE}(x + t(h + c\mathbf 1)) = \operatorname{LSE}(x + th) + tc\f$: the
coefficient of \f$t\f$ gains \f$c\f$, the others nothing. ∎

\proved n ≥ 1

\rounding A large \f$c\f$ is the test of a variance: the mean of the squares less the square of the
mean loses all digits once \f$c^2 u\f$ exceeds it, and may be negative.

\witness \ref fault.variance-by-squares: that formula.

\evidence{cumulants.shift}
*/
// [cumulants.shift]
Truth constants_move_the_mean(const Evaluator& f, const Vector& x, const Vector& h, double c) {
  const Intervals moved = f(logsumexp_cumulants, x, h + c, highest_order);
  Intervals still = f(logsumexp_cumulants, x, h, highest_order);
  still[0] = still[0] + Interval(c);
  return same(moved, still);
}
// [cumulants.shift]
const Law& cumulants_shift = law({.id = "cumulants.shift",
                                  .inputs = line_and_shift(),
                                  .predicate = check(constants_move_the_mean),
                                  .witness = "variance-by-squares"});

/**
\page law_cumulants
\law{cumulants.dominated} Cumulants where one entry dominates

\statement Let \f$x_1\f$ be the maximum, \f$d_i = h_i - h_1\f$, \f$\omega = \max_i |d_i|\f$ and
\f$q = \sum_{i \ge 2} p_i = 1 - p_1\f$.  For \f$m = 2, 3, 4\f$
\f[ \Bigl| \kappa_m - \sum_{i \ge 2} p_i d_i^m \Bigr| \le C_m\,q^2\,\omega^m , \qquad
    C_2 = 1,\ C_3 = 5,\ C_4 = 25 . \f]

\words Of a distribution that is nearly one point, each cumulant is the sum of what the other points
add.

\hypotheses \f$x, h\f$ finite, \f$n \ge 2\f$; the maximum of \f$x\f$ stands once.

\sources Not printed.

\derivation Cumulants beyond the first do not change when \f$h_1\f$ is taken off (\ref cumulants.shift).
With the moments \f$\mu_k = \sum_{i\ge2} p_i d_i^k\f$, \f$|\mu_k| \le q\,\omega^k\f$,
\f$\kappa_m = \sum_\pi (-1)^{|\pi|-1}(|\pi|-1)! \prod_{B\in\pi} \mu_{|B|}\f$ over the partitions of
\f$m\f$ elements (\ref cumulants.moments).  The partition in one block gives \f$\mu_m\f$; of the others each
is at most \f$(|\pi|-1)!\,q^2\omega^m\f$, and \f$\sum_{k\ge2} S(m,k)(k-1)!\f$ is 1, 3 + 2 and
7 + 12 + 6. ∎

\rounding From a gap of 37 on \f$p_1\f$ rounds to 1, and the computed mean to \f$h_1\f$: a formula that
then has 0 for all deviations loses numbers that are not small beside the least float.

\witness \ref fault.cumulants-vanish: exactly that.

\evidence{cumulants.dominated}
*/
// [cumulants.dominated]
Truth others_make_the_cumulants(const Evaluator& f, const Vector& x, const Vector& h) {
  const Intervals kappa = f(logsumexp_cumulants, x, h, highest_order), p = f(softmax, x);
  const std::size_t top = static_cast<std::size_t>(std::ranges::max_element(x) - x.begin());
  Interval q, omega;
  Intervals moments(highest_order, Interval(0));
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (i == top) continue;
    const Interval d = Interval(h[i]) - Interval(h[top]);
    q += p[i];
    omega = max(omega, abs(d));
    Interval term = p[i] * d;
    for (Interval& moment : moments) {
      moment += term;
      term = term * d;
    }
  }
  Truth all;
  Interval power = omega;
  const std::array<double, highest_order> constants{0, 1, 5, 25};
  for (std::size_t m = 1; m < constants.size(); ++m) {
    power = power * omega;
    const Interval most = Interval(constants[m]) * sqr(q) * power;
    all &= less_equal(abs(kappa[m] - moments[m]), most).as("order " + std::to_string(m + 1));
  }
  return all;
}
// [cumulants.dominated]
const Law& cumulants_dominated = law({.id = "cumulants.dominated",
                                      .inputs = dominated_line(),
                                      .predicate = check(others_make_the_cumulants),
                                      .witness = "cumulants-vanish"});

}  // namespace
}  // namespace softlaw::properties
