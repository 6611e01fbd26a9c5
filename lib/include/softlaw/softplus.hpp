// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/export.hpp>

/// \file
/// The two-term case: softplus and the logistic function, their inverses and logarithms.
namespace SOFTLAW_API softlaw {

/// \f$\operatorname{softplus}(t) = \log(1 + e^t)\f$, the log-sum-exp of 0 and t.
///
/// \par Special values
///   \f$-\infty\f$: 0; \f$+\infty\f$: \f$+\infty\f$; NaN: NaN.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   constant.
/// \par Source
///   S3 §3.1 with two entries.
[[nodiscard]] double softplus(double t) noexcept;
/// \overload
[[nodiscard]] float softplus(float t) noexcept;

/// The logistic function \f$1 / (1 + e^{-t})\f$, the derivative of softplus.
///
/// \par Special values
///   \f$-\infty\f$: 0; \f$+\infty\f$: 1; NaN: NaN.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   constant.
/// \par Source
///   S2 (The Softmax) with two classes.
[[nodiscard]] double logistic(double t) noexcept;
/// \overload
[[nodiscard]] float logistic(float t) noexcept;

/// \f$\log\operatorname{logistic}(t) = -\log(1 + e^{-t})\f$, never positive.
///
/// \par Special values
///   \f$-\infty\f$: \f$-\infty\f$; \f$+\infty\f$: −0; NaN: NaN.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   constant.
/// \par Source
///   S2 (The Softmax) with two classes: the log-softmax of \f$(0, t)\f$.
[[nodiscard]] double log_logistic(double t) noexcept;
/// \overload
[[nodiscard]] float log_logistic(float t) noexcept;

/// The logit \f$\log\bigl(p/(1-p)\bigr)\f$, the inverse of logistic().
///
/// \par Special values
///   0: \f$-\infty\f$; 1: \f$+\infty\f$; \f$\frac12\f$: 0; outside \f$[0, 1]\f$, and NaN: NaN.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   constant.
/// \par Source
///   S2 (The Softmax) with two classes: the log-odds.
[[nodiscard]] double logit(double p) noexcept;
/// \overload
[[nodiscard]] float logit(float p) noexcept;

/// \f$\log(1 - e^x)\f$ for \f$x \le 0\f$: the log of a probability's complement, from the log of the probability.
///
/// \par Special values
///   0: \f$-\infty\f$; \f$-\infty\f$: −0; positive numbers and NaN: NaN.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   constant.
/// \par Source
///   Mächler, "Accurately computing log(1 − exp(−|a|))" (2012).
[[nodiscard]] double log1mexp(double x) noexcept;
/// \overload
[[nodiscard]] float log1mexp(float x) noexcept;

/// \f$\log(e^a - e^b)\f$ for \f$a \ge b\f$: a difference of sums that are kept as logs.
///
/// \par Special values
///   \f$a = b\f$: \f$-\infty\f$, also where both are \f$-\infty\f$; \f$b = -\infty\f$: a; \f$a = +\infty > b\f$:
///   \f$+\infty\f$; \f$a < b\f$, both \f$+\infty\f$, or a NaN: NaN.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   constant.
/// \par Source
///   As log1mexp() of \f$b - a\f$.
[[nodiscard]] double logsubexp(double a, double b) noexcept;
/// \overload
[[nodiscard]] float logsubexp(float a, float b) noexcept;

/// \f$\log(e^y - 1)\f$ for \f$y \ge 0\f$, the inverse of softplus().
///
/// \par Special values
///   0: \f$-\infty\f$; \f$+\infty\f$: \f$+\infty\f$; negative numbers and NaN: NaN.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   constant.
/// \par Source
///   softplus() solved for its argument.
[[nodiscard]] double softplus_inverse(double y) noexcept;
/// \overload
[[nodiscard]] float softplus_inverse(float y) noexcept;

}  // namespace softlaw
