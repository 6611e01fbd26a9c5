// SPDX-License-Identifier: Apache-2.0
// The family information, continued: bounds on an entropy.
#include <algorithm>
#include <cmath>

#include "families/information/functions.hpp"
#include "families/information/inputs/inputs.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/terms.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

Interval sum_of_squares(const Vector& p) { return norm_squared(enclose(p)); }

/// -t log t - (1 - t) log(1 - t), asked of the subject.
Interval entropy_of_two(const Evaluator& f, double t) {
  return f(entropy, {t, 1 - t});  // exact by hypothesis
}

/// The entropy of order a of softmax: log sum p^a / (1 - a).
Interval renyi(const Evaluator& f, const Vector& x, double a) {
  if (a == 1) return f(softmax_entropy, x);
  const Interval above = f(logsumexp_scaled, x, a) - Interval(maximum(x));
  return Interval(a) * (above - f(excess, x)) / (1 - Interval(a));
}

/**
\page law_information
\law{information.renyi} Entropy lies between Rényi's entropy and the logarithm of the support

\statement With \f$H_\infty = -\log\max_i p_i\f$ and \f$H_2 = -\log\sum_i p_i^2\f$,
\f[ 0 \le H_\infty \le H_2 \le H(p) \le \log s \le \log n, \qquad H_2 \le 2H_\infty , \f]
where \f$s\f$ is the number of positive entries.

\words In particular \f$\sum_i p_i^2 \ge e^{-H(p)}\f$: a weak bound by the sum of squares on the
entropy.

\hypotheses \f$p\f$ a distribution, exact sum.

\sources S3 §1.2 takes \f$\sum p_j^2\f$ for a measure of sharpness that goes against the entropy: see
\ref erratum.variance-entropy.

\derivation \f$(\max p)^2 \le \sum p_i^2 \le \max p\sum p_i\f$ gives the inequalities of
\f$H_\infty, H_2\f$.  By Jensen's inequality for the concave logarithm,
\f$-H(p) = \sum p_i\log p_i \le \log\sum p_i\,p_i\f$, which is \f$H_2 \le H\f$, and
\f$H = \sum_{p_i>0} p_i\log\frac1{p_i} \le \log\sum_{p_i>0} 1 = \log s\f$.  ∎

\proved p distribution

\rounding \f$H_\infty = H_2 = H = \log s\f$ where \f$p\f$ is uniform on its support: three of the
inequalities then decide on the last bit.

\witness \ref fault.entropy-in-bits: exceeds \f$\log n\f$ there.

\evidence{information.renyi}
*/
// [information.renyi]
Truth renyi_chain(const Evaluator& f, const Vector& p) {
  const Interval least = -log(Interval(maximum(p))), second = -log(sum_of_squares(p));
  const auto support = std::ranges::count_if(p, [](double e) { return e > 0; });
  const Interval H = f(entropy, p);
  return less_equal(0, least) && less_equal(least, second) && less_equal(second, 2 * least) &&
         less_equal(second, H) && less_equal(H, log(count(static_cast<std::size_t>(support))));
}
// [information.renyi]
const Law& renyi_entropies = law({.id = "information.renyi",
                                  .inputs = distribution(),
                                  .predicate = check(renyi_chain),
                                  .witness = "entropy-in-bits"});

/**
\page law_information
\law{information.renyi-order} Rényi's entropy of order a falls with a

\statement The entropy of order \f$a > 0\f$ of \f$p = \sigma(x)\f$ is
\f[ H_a = \frac{\log\sum_i p_i^a}{1 - a}
        = \frac{\operatorname{LSE}(ax) - a\operatorname{LSE}(x)}{1 - a} \quad (a \ne 1), \qquad
    H_1 = H(p), \f]
and \f$0 < a < b\f$ implies \f$H_a \ge H_b\f$.

\hypotheses \f$x\f$ finite, \f$n \ge 1\f$.

\sources Not printed.

\derivation \f$\log p_i = x_i - \operatorname{LSE}(x)\f$ gives the second form.  Let
\f$K(t) = \log\sum_i p_i\,e^{t\log p_i}\f$ with \f$t = a - 1\f$: a convex function with
\f$K(0) = 0\f$, so that its slope from 0, \f$K(t)/t = -H_{1+t}\f$, does not fall with \f$t\f$; at
\f$t \to 0\f$ it is \f$K'(0) = \sum p_i\log p_i = -H(p)\f$.  ∎

\proved n ≥ 1, 0 < a < b

\rounding Near \f$a = 1\f$ two nearly equal numbers are divided by their small distance from one:
then the law says little.

\witness \ref fault.softmax-entropy-in-bits: exceeds the entropies of lower order.

\evidence{information.renyi-order}
*/
// [information.renyi-order]
Truth renyi_falls(const Evaluator& f, const Vector& x, double a, double b) {
  const Interval of_a = renyi(f, x, a), of_b = renyi(f, x, b), of_one = f(softmax_entropy, x);
  Truth all = less_equal(of_b, of_a);
  all &= a <= 1 ? less_equal(of_one, of_a) : less_equal(of_a, of_one);
  all &= b <= 1 ? less_equal(of_one, of_b) : less_equal(of_b, of_one);
  return all;
}
// [information.renyi-order]
const Law& renyi_order = law({.id = "information.renyi-order",
                              .inputs = vector_and_two_scales(),
                              .predicate = check(renyi_falls),
                              .witness = "softmax-entropy-in-bits"});

/**
\page law_information
\law{information.grouping} The chain rule of entropy

\statement For distributions \f$p, q\f$ and \f$0 \le s \le 1\f$,
\f$H(sp, (1-s)q) = H(s, 1-s) + s\,H(p) + (1-s)\,H(q)\f$.

\words The surprise of an outcome is that of its group and that within the group.

\hypotheses \f$p, q, s\f$ of at most 6 entries, multiples of \f$2^{-6}\f$: the products are floats.

\sources Not printed; \ref coding.grouping is the case of one outcome that is split evenly.

\derivation \f$-\sum sp_i\log(sp_i) = -s\log s - s\sum p_i\log p_i\f$, likewise with \f$1 - s\f$; a
group of probability 0 adds nothing.  ∎

\proved p distribution, q distribution, 0 ≤ s ≤ 1

\rounding None in the arguments.

\witness \ref fault.entropy-normalised: entropies of different lengths have different units then.

\evidence{information.grouping}
*/
// [information.grouping]
Truth chain_rule(const Evaluator& f, const Vector& p, const Vector& q, const Vector& groups) {
  const double s = groups.front();
  const Interval within = Interval(s) * f(entropy, p) + (1 - Interval(s)) * f(entropy, q);
  return same(f(entropy, concatenate(s * p, (1 - s) * q)), entropy_of_two(f, s) + within);
}
// [information.grouping]
const Law& grouping = law({.id = "information.grouping",
                           .inputs = coarse_distributions(3, 6),
                           .predicate = check(chain_rule),
                           .witness = "entropy-normalised"});

/**
\page law_information
\law{information.fano} Fano's inequality: the uncertainty that an estimate leaves

\statement Let \f$X, Y\f$ have values \f$1, \dots, n\f$, \f$n \ge 2\f$, and
\f$\varepsilon = P(X \ne Y)\f$.  Then
\f$H(X, Y) - H(Y) \le H(\varepsilon, 1 - \varepsilon) + \varepsilon\log(n - 1)\f$.

\words The left side is \f$H(X \mid Y)\f$, the uncertainty about \f$X\f$ when \f$Y\f$ is known.

\hypotheses The joint distribution is on a grid of \f$2^{-8}\f$, \f$2 \le n \le 5\f$.

\sources Not printed.

\derivation Let \f$E\f$ tell whether \f$X \ne Y\f$: a function of the two.  By the chain rule
(\ref information.grouping), \f$H(X \mid Y) = H(X, E \mid Y) = H(E \mid Y) + H(X \mid E, Y)\f$.  The
first term is at most \f$H(E)\f$, for entropy is concave (\ref information.mixtures).  In the second,
\f$X\f$ is known where \f$X = Y\f$, and where not it is one of \f$n - 1\f$ others: at most
\f$\varepsilon\log(n-1)\f$.  ∎

\proved n ≥ 2

\rounding An equality where all errors are alike and \f$Y\f$ is constant; half of the inputs are so.

\witness \ref fault.entropy-in-bits: 1.44 times the left side, but not times \f$\log(n-1)\f$.

\evidence{information.fano}
*/
// [information.fano]
Truth fano(const Evaluator& f, const Vector& joint) {
  const auto n = static_cast<std::size_t>(std::lround(std::sqrt(joint.size())));
  Vector of_y(n, 0.0);
  double error = 0;
  for (std::size_t i = 0; i < joint.size(); ++i) {
    of_y[i % n] += joint[i];  // exact by hypothesis
    if (i / n != i % n) error += joint[i];
  }
  return less_equal(f(entropy, joint) - f(entropy, of_y),
                    entropy_of_two(f, error) + Interval(error) * log(count(n - 1)));
}
// [information.fano]
const Law& fano_inequality = law({.id = "information.fano",
                                  .inputs = coarse_square(),
                                  .predicate = check(fano),
                                  .witness = "entropy-in-bits"});

/**
\page law_information
\law{information.continuity} Close distributions have close entropies

\statement With \f$T = \frac12\sum_i|p_i - q_i|\f$ and \f$n \ge 2\f$,
\f$|H(p) - H(q)| \le T\log(n - 1) + H(T, 1 - T)\f$.

\hypotheses \f$p, q\f$ distributions of one length, at most 5, of multiples of \f$2^{-6}\f$, so that
\f$T\f$ is a float.

\sources Not printed.

\derivation Take \f$X, Y\f$ with these distributions and \f$P(X = Y = i) = \min(p_i, q_i)\f$, which
leaves \f$P(X \ne Y) = 1 - \sum\min(p_i, q_i) = T\f$ (what is left of \f$p\f$ and \f$q\f$ has disjoint
supports, and may be joined independently).  Then \f$H(p) \le H(X, Y) = H(q) + H(X \mid Y)\f$, and
\ref information.fano bounds the last term.  Exchange \f$p\f$ and \f$q\f$.  ∎

\rounding An equality for \f$p = e_1\f$ and \f$q = (1 - T, \frac T{n-1}, \dots)\f$.

\witness \ref fault.entropy-in-bits: 1.44 times the left side, but not times \f$\log(n-1)\f$.

\evidence{information.continuity}
*/
// [information.continuity]
Truth continuity(const Evaluator& f, const Vector& p, const Vector& q) {
  if (p.size() < 2) return same(f(entropy, p), f(entropy, q));
  double distance = 0;
  for (std::size_t i = 0; i < p.size(); ++i) distance += std::fabs(p[i] - q[i]) / 2;  // exact
  const Interval most = Interval(distance) * log(count(p.size() - 1)) + entropy_of_two(f, distance);
  return less_equal(abs(f(entropy, p) - f(entropy, q)), most);
}
// [information.continuity]
const Law& entropy_is_continuous = law({.id = "information.continuity",
                                        .inputs = certain_or_coarse_distributions(),
                                        .predicate = check(continuity),
                                        .witness = "entropy-in-bits"});

/**
\page law_information
\law{information.maximum-entropy} The Gibbs distribution has the greatest entropy of its mean

\statement Let \f$q = \sigma(\lambda x)\f$ and \f$\langle p, x\rangle = \langle q, x\rangle\f$.  Then
\f$H(q) - H(p) = \operatorname{KL}(p \Vert q) \ge 0\f$.

\hypotheses \f$q_i = 2^{-\ell_i}\f$ with \f$\sum_i q_i = 1\f$, that is \f$x = -\ell\f$ and
\f$\lambda = \log 2\f$, where everything is a float; \f$\ell_i \le 9\f$; \f$p\f$ a distribution with
\f$\sum_i p_i\ell_i = \sum_i q_i\ell_i\f$ exactly.

\sources S2, section on the softmax: the exponential is Boltzmann's, whose distribution this is.

\derivation \f$-\log q_i = \operatorname{LSE}(\lambda x) - \lambda x_i\f$ is affine in \f$x_i\f$, so that
\f$p\f$ and \f$q\f$ give it the same mean: \f$-\sum p_i\log q_i = -\sum q_i\log q_i = H(q)\f$.
Subtract \f$H(p)\f$, and use \ref information.gibbs.  ∎

\proved p distribution

\rounding None in the arguments.  Where \f$p\f$ is close to \f$q\f$ both sides are small, and the left
one is a difference.

\witness \ref fault.kl-swapped: \f$\operatorname{KL}(q \Vert p)\f$, which differs from the third order
on.

\evidence{information.maximum-entropy}
*/
// [information.maximum-entropy]
Truth gibbs_is_greatest(const Evaluator& f, const Integers& lengths, const Vector& p) {
  Vector q;
  for (auto length : lengths) q.push_back(std::ldexp(1.0, -static_cast<int>(length)));
  const Interval gain = f(entropy, q) - f(entropy, p);
  return same(gain, f(kl_divergence, p, q)) && less_equal(0, gain);
}
// [information.maximum-entropy]
const Law& maximum_entropy = law({.id = "information.maximum-entropy",
                                  .inputs = mean_preserving_distribution(),
                                  .predicate = check(gibbs_is_greatest),
                                  .witness = "kl-swapped"});

}  // namespace
}  // namespace softlaw::properties
