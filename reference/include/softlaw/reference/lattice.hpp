// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <softlaw/reference/functions.hpp>

/// \file
/// Enclosures of the lattice soft-min of S0 and its derivatives, weights and indices.
///
/// For finite \f$n\ge0\f$, \f$d>0\f$, \f$\alpha>0\f$, taken as the exact rational numbers that they
/// are, let \f$N=\lfloor n/d\rfloor\f$, \f$\delta_k=n-kd-d^2\f$ and \f$w_k\propto
/// e^{-\alpha\delta_k^2}\f$ for \f$0\le k\le N\f$. Indices and deviations come from exact rational
/// arithmetic. The sums have two forms:
///
/// - The *window*: the terms next to the nearest point. It leaves out tails, unless there are none,
///   whose sum is enclosed: the quotient of consecutive terms falls, so that a geometric series bounds
///   it.
/// - For a dense lattice, of which more than 150 terms count, the formula of *Euler and Maclaurin*
///   with the error function and a remainder that is enclosed (\ref lattice_chapter). It cannot be
///   sharper than \f$e^{-\pi^2/(\alpha d^2)}\f$, and is taken where that is far below the working
///   precision.
///
/// Other arguments throw std::domain_error.
namespace softlaw::reference {

/// \f$f(n)=-\frac1\alpha\log\sum_{k=0}^Ne^{-\alpha(\delta_k^2+\varepsilon)}\f$ (S0, Definition).
Interval lattice_softmin(double n, double d, double alpha, double epsilon);
/// \f$\partial^mf/\partial n^m\f$ with N held fixed, from the cumulants of \f$\delta\f$ under w:
/// \f$2\kappa_1\f$, \f$2-4\alpha\kappa_2\f$, \f$-\frac1\alpha(-2\alpha)^m\kappa_m\f$.
/// \throws std::domain_error also if \p order is 0.
Interval lattice_softmin_derivative(double n, double d, double alpha, std::size_t order);
/// The same by another road: the coefficient of \f$t^m\f$ in the power series of
/// \f$-\frac1\alpha\log\sum_ke^{-\alpha(\delta_k+t)^2}\f$, all terms, one by one.
/// Cost: \f$m^2\f$ products for each of the \f$N+1\f$ terms.
Interval lattice_softmin_derivative_by_series(double n, double d, double alpha, std::size_t order);
/// \f$\partial f/\partial\alpha=H(w)/\alpha^2\f$.
Interval lattice_softmin_alpha(double n, double d, double alpha);
/// \f$\partial^2f/\partial n\,\partial\alpha=-2\operatorname{Cov}(\delta,\delta^2)\f$.
Interval lattice_softmin_mixed(double n, double d, double alpha);
/// \f$e^{H(w)}\f$.
Interval lattice_effective_terms(double n, double d, double alpha);
/// \f$w_k\f$ for \p count indices from \p first on; 0 beyond N.
Vector lattice_weights(double n, double d, double alpha, std::uint64_t first, std::size_t count);
/// \f$f(md)-f(md^-)=\frac1\alpha\log(1-w_m)\f$ at the real number md.
/// \throws std::domain_error also if \p m is 0.
Interval lattice_jump(std::uint64_t m, double d, double alpha);
/// \f$N\f$, at most \f$2^{64}-1\f$.
std::uint64_t lattice_last(double n, double d);
/// The index of the deviation nearest to zero, the lower of two; at most \f$2^{64}-1\f$.
std::uint64_t lattice_nearest(double n, double d);

}  // namespace softlaw::reference
