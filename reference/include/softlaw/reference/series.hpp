// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <softlaw/reference/functions.hpp>

/// \file
/// Truncated power series over intervals: automatic differentiation with proven bounds.

namespace softlaw::reference {

/// A truncated power series \f$\sum_{k<n}c_kt^k\f$ whose coefficients are intervals.
///
/// Operands have the same number of coefficients, else std::invalid_argument. Every operation costs
/// \f$O(n^2)\f$ products.
struct Series {
  Vector coefficient;  ///< \f$c_0,\dots,c_{n-1}\f$.
};

Series operator+(const Series& a, const Series& b);  ///< Sum.
Series operator-(const Series& a, const Series& b);  ///< Difference.
Series operator*(const Series& a, const Series& b);  ///< Product.
Series operator/(const Series& a, const Series& b);  ///< Sharp if \f$b_0\f$ cannot be 0.
Series exp(const Series& a);  ///< From \f$g'=a'g\f$: \f$k\,g_k=\sum_{j=1}^kj\,a_jg_{k-j}\f$.
Series log(const Series& a);  ///< From \f$a\,l'=a'\f$; for \f$a_0>0\f$.

/// A power series in \f$t_1,\dots,t_m\f$ modulo all \f$t_j^2\f$: a coefficient for each subset of
/// the variables, that is, for each mixed derivative that differentiates at most once by each.
///
/// Subsets are bit masks: coefficient[5] belongs to \f$t_1t_3\f$. Operands have the same variables,
/// else std::invalid_argument. Every operation costs \f$3^m\f$ products.
struct MultilinearSeries {
  Vector coefficient;  ///< \f$2^m\f$ of them.

  /// \f$c+\sum_ja_jt_j\f$, where m is the size of \p slopes.
  static MultilinearSeries linear(const Interval& constant, const Vector& slopes);
  /// The coefficient of \f$t_1\cdots t_m\f$.
  const Interval& mixed() const { return coefficient.back(); }
};

/// Sum.
MultilinearSeries operator+(const MultilinearSeries& a, const MultilinearSeries& b);
/// Difference.
MultilinearSeries operator-(const MultilinearSeries& a, const MultilinearSeries& b);
/// Product.
MultilinearSeries operator*(const MultilinearSeries& a, const MultilinearSeries& b);
/// Quotient, sharp if the constant term of \p b cannot be 0.
MultilinearSeries operator/(const MultilinearSeries& a, const MultilinearSeries& b);
/// From \f$\partial_jg=g\,\partial_ja\f$ for the first variable \f$t_j\f$ of each subset.
MultilinearSeries exp(const MultilinearSeries& a);
MultilinearSeries log(const MultilinearSeries& a);  ///< Likewise; for a positive constant term.

}  // namespace softlaw::reference
