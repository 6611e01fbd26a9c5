// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <softlaw/reference/format.hpp>
#include <softlaw/reference/functions.hpp>

/// Scales of forward error: how far a careful floating-point evaluation may stray, beyond the
/// rounding of its result.
///
/// A contract "k ulp + c·cond" allows the error \f$k\,\mathrm{ulp}(y)+c\,u\,\kappa\f$ with the unit
/// roundoff u and the scale \f$\kappa\f$ that the function here encloses, one for each output.
///
/// **Derivation.** Let \f$p=\operatorname{softmax}(x)\f$, \f$m=\max x\f$, \f$s=\sum e^{x_i-m}\f$.
/// The shifted algorithm rounds \f$x_i-m\f$, which perturbs \f$e^{x_i-m}\f$ by the relative amount
/// \f$(m-x_i)u\f$. In the sum those perturbations are weighted by \f$p_i\f$, so that s is perturbed
/// relatively, and \f$\log s\f$ absolutely, by \f$Au\f$ with
/// \f[ A=\sum_jp_j(m-x_j)=H(p)-\log s, \f]
/// where H is the entropy. (Indeed \f$-\log p_j=m-x_j+\log s\f$; take the mean.) Every other
/// rounding is a fixed number of units of the value at hand; c and k count those. Functions made of
/// p and s inherit their relative errors term by term; where terms cancel, the scale sums their
/// magnitudes. For the Hessian and the derivatives every weight \f$p_j\f$ that has a part in a result is
/// perturbed by \f$1+(m-x_j)+A\f$ of itself: where one entry dominates, what is left of it is the sum of the
/// others, and inherits their depths.
///
/// **Underflow and the textbook.** In an Arithmetic of a format a weight also errs by the least positive
/// number \f$\eta\f$, or by itself if that is less: by \f$\min(\eta,p_i)/u\f$ in the unit of the scale. In a plain
/// one the sums \f$1+r\f$ and the differences \f$1-p\f$ are rounded, as in the textbook's formulas:
/// \f$\log s\f$ errs by 1 more, and the share of the maximum in full where it otherwise counts as the rest.
///
/// Arguments, sizes and errors are those of the functions of the same name in functions.hpp, as are
/// precision and cost; for no entries the scale of a scalar is 0.
namespace softlaw::reference::condition {

/// What the scales of this thread allow for, for as long as it lives; guards nest. Without one: no underflow,
/// and the careful formulas.
class Arithmetic {
 public:
  Arithmetic(const Format& format, bool plain) noexcept;
  ~Arithmetic();
  Arithmetic(const Arithmetic&) = delete;
  Arithmetic& operator=(const Arithmetic&) = delete;

  /// Are \f$1+r\f$ and \f$1-p\f$ rounded?
  static bool is_plain() noexcept { return plain_; }
  /// \f$\min(\eta,w)/u\f$: how a weight errs by underflow.
  static Interval underflow(const Interval& weight);
  /// The same of itself; at most \f$1/u\f$, and that wherever \f$w<\eta/u\f$.
  static Interval relative_underflow(const Interval& weight);

 private:
  std::optional<Format> previous_format_;
  bool previous_plain_;
  static inline thread_local std::optional<Format> format_;
  static inline thread_local bool plain_ = false;
};

/// \f$H(p)\f$: the error of \f$\log s\f$ is that of s, \f$A\f$, and its own, \f$\log s\f$.
Interval logsumexp(const Vector& x);
/// \f$H(p)/|\lambda|\f$ with \f$p=\operatorname{softmax}(\lambda x)\f$.
Interval logsumexp(const Vector& x, const Interval& lambda);
Interval logaddexp(const Interval& a, const Interval& b);   ///< As logsumexp().
Interval softmin(const Vector& x);                          ///< As logsumexp() of −x.
Interval softmin(const Vector& x, const Interval& lambda);  ///< As logsumexp() with −λ.
/// \f$A+\log s=H(p)\f$: the same errors as logsumexp(), without the final addition.
Interval excess(const Vector& x);
/// \f$H\f$ of the weights of (0, t): softplus(t) is logsumexp(0, t).
Interval softplus(const Interval& t);

/// \f$p_i\bigl((m-x_i)+A\bigr)\f$: numerator and denominator.
Vector softmax(const Vector& x);
Vector softmax(const Vector& x, const Interval& temperature);  ///< The same of x/T.
/// \f$(m-x_i)+A+\log s\f$: the difference \f$x_i-m\f$ and the logarithm.
Vector log_softmax(const Vector& x);
Vector log_softmax(const Vector& x, const Interval& temperature);  ///< The same of x/T.
/// The second entry of softmax() of (0, t).
Interval logistic(const Interval& t);
Interval log_logistic(const Interval& t);  ///< That of softplus() at −t.
/// The result: \f$\log p-\operatorname{log1p}(-p)\f$ for \f$p\f$ away from ½, and
/// \f$\operatorname{log1p}((2p-1)/(1-p))\f$ near it, add nothing of different sign.
Interval logit(const Interval& p);
/// That of log1mexp() at −y: \f$\log(\operatorname{expm1}y)\f$, or \f$y\f$ and a small rest.
Interval softplus_inverse(const Interval& y);
/// \f$|d|e^d/(1-e^d)\f$ with \f$d=b-a\f$, for the difference, and log1mexp() of it.
Interval logsubexp(const Interval& a, const Interval& b);
/// \f$\min(1,e^x/(1-e^x))+|\log(1-e^x)|\f$: the exponential, or expm1, and the logarithm.
Interval log1mexp(const Interval& x);

/// \f$\sum_i|p_i\log p_i|\f$: the terms, which cancel if some \f$p_i>1\f$.
Interval entropy(const Vector& p);
/// \f$|\log p|\f$: the value itself.
Interval surprisal(const Interval& p);
/// \f$\sum_ip_i|\log q_i|\f$: the terms, which cancel if some \f$q_i>1\f$. A term with
/// \f$q_i=0\f$ has no part, as its value is an infinity, or nothing.
Interval cross_entropy(const Vector& p, const Vector& q);
/// \f$\sum_ip_i|\log(p_i/q_i)|\f$: the terms, which cancel if \f$\sum p_i=\sum q_i\f$, the
/// more the closer p and q are.
Interval kl_divergence(const Vector& p, const Vector& q);
/// The size of the value: one product.
Interval nats_to_bits(const Interval& nats);
Interval bits_to_nats(const Interval& bits);  ///< As nats_to_bits().
/// \f$H+A+A^2+\sum_ip_i(m-x_i)^2\f$: those of logsumexp() for \f$\log s\f$, and in the sum
/// \f$A=\sum_ip_i(m-x_i)\f$ of the terms, each with the perturbation of its weight,
/// \f$(m-x_i)+A\f$.
Interval softmax_entropy(const Vector& x);
/// \f$q_i\bigl(d_i+\sum_jq_jd_j\bigr)\f$ with q the result and
/// \f$d_i=\alpha\log(\max p/p_i)\f$: that of softmax() of \f$\alpha\log p\f$. 0 off the support.
/// \throws std::domain_error if \p alpha may not be positive.
Vector escort(const Vector& p, const Interval& alpha);

/// \f$|H_{ij}|\bigl(1+(m-x_i)+(m-x_j)+A\bigr)\f$, row by row; on the diagonal the sum of those of the
/// rest of the row.
Vector logsumexp_hessian(const Vector& x);
/// \f$p_i\sum_jp_j\bigl((|v_i|+|v_j|)(1+(m-x_i)+A)+|v_j|(1+(m-x_j)+A)\bigr)\f$.
Vector logsumexp_hessian_vector(const Vector& x, const Vector& v);
/// How the closed form of S1 with every term in absolute value changes when each weight \f$p_j\f$, outside and
/// in the means, grows by \f$1+(m-x_j)+A\f$ of itself; any order. From
/// order 4 on with \f$|h_j|+\langle p,|h_j|\rangle\f$ in place of \f$|h_j|\f$: a mean that is taken
/// off a direction first is rounded, and so is the difference; that counts once for each factor.
Vector softmax_derivative(const Vector& x, const std::vector<Vector>& directions);
/// Likewise, of each order and over its factorial: the coefficients of
/// \f$p_ie^{ta_i}/(2-\langle p,e^{ta}\rangle)\f$, \f$a=|h|+\langle p,|h|\rangle\f$, and how they change.
Vector softmax_jet(const Vector& x, const Vector& h, std::size_t order);
Vector softmax_taylor(const Vector& x, const Vector& h, std::size_t order);  ///< The sum of these.
/// The joint cumulant with every term in absolute value and each weight \f$p_i\f$ perturbed by
/// \f$1+(m-x_i)+A\f$ of itself: the coefficient of \f$t_1\cdots t_m\f$ in
/// \f$\langle p\odot(1+(m-x)+A),e^{\sum_jt_ja_j}\rangle/(2-\langle p,e^{\sum_jt_ja_j}\rangle)\f$ less
/// the constant of the numerator, \f$a_j=|h_j|+\langle p,|h_j|\rangle\f$. Beyond order 1 the term of the
/// maximum counts by \f$\min(p_m,1-p_m)\f$: a central moment has no more of it.
Interval logsumexp_derivative(const Vector& x, const std::vector<Vector>& directions);
/// The same along one line, k! times the coefficient of \f$t^k\f$.
Vector logsumexp_cumulants(const Vector& x, const Vector& h, std::size_t order);

}  // namespace softlaw::reference::condition
