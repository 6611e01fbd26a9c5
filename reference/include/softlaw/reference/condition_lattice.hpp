// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/lattice.hpp>

/// \file
/// Scales of forward error for the lattice soft-min: the printed formulas about the nearest point, with
/// every term in absolute value. See condition.hpp for the definition of a scale.
namespace softlaw::reference::condition {

/// \f$H(w)/\alpha+\delta_*^2+|\varepsilon|\f$: the entropy as for logsumexp(), and the exact part.
Interval lattice_softmin(double n, double d, double alpha, double epsilon);
/// With \f$v=\delta_*-\delta\f$. Order 1: an upper bound of \f$2(|\delta_*|+\langle|v|\rangle)\f$,
/// in which \f$\langle|v|\rangle\f$ is replaced by the lesser of \f$\langle v^2\rangle/d\f$ (v is a
/// multiple of d) and \f$\langle v^2\rangle^{1/2}\f$. Order 2: \f$2+4\alpha\kappa_2\f$. Order m ≥ 3:
/// \f$\alpha^{-1}(2\alpha)^m\f$ times the terms of \f$\kappa_m\f$ in central moments, all positive:
/// \f$m!\,[t^m]\,{-\log}(1-\sum_{i\ge2}\beta_it^i/i!)\f$, where \f$\beta_i\f$ is the central moment for
/// even i and \f$\sqrt{\beta_{i-1}\beta_{i+1}}\ge\langle|\delta-\langle\delta\rangle|^i\rangle\f$
/// for odd i.
Interval lattice_softmin_derivative(double n, double d, double alpha, std::size_t order);
/// \f$H(w)/\alpha^2\f$: all terms are positive.
Interval lattice_softmin_alpha(double n, double d, double alpha);
/// \f$4\mu\kappa_2+2\beta_3\f$ with half the scale of order 1 for \f$\mu\f$.
Interval lattice_softmin_mixed(double n, double d, double alpha);
/// \f$H\,e^H\f$: the effect of an error in H.
Interval lattice_effective_terms(double n, double d, double alpha);
/// \f$w_k(\alpha(\delta_k^2-\delta_*^2)+A)\f$, A the mean of the expression in the parentheses: as for
/// softmax().
Vector lattice_weights(double n, double d, double alpha, std::uint64_t first, std::size_t count);
/// The jump times \f$1+\alpha|d^4-\delta_*^2|+A\f$: numerator and denominator of the weight.
Interval lattice_jump(std::uint64_t m, double d, double alpha);

}  // namespace softlaw::reference::condition
