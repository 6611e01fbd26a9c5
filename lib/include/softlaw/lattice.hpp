// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <softlaw/export.hpp>
#include <span>

/// \file
/// The lattice soft-min, its derivatives and its weights, at a cost that does not depend on the
/// number of points.
///
/// For \f$n \ge 0\f$, \f$d > 0\f$, \f$\alpha > 0\f$ let \f$N = \lfloor n/d \rfloor\f$ (of the exact
/// quotient of the two floats), \f$\delta_k = n - kd - d^2\f$, \f$w_k = e^{-\alpha\delta_k^2} /
/// \sum_{i=0}^N e^{-\alpha\delta_i^2}\f$ for \f$0 \le k \le N\f$, and \f$\langle\cdot\rangle\f$ the
/// mean under w. Means, variances and cumulants are those of \f$\delta\f$ under w; \f$u\f$ is the unit
/// roundoff of the format.
///
/// All functions throw std::domain_error unless d and \f$\alpha\f$ are positive and finite. They take
/// two sums at most, either of a window of terms around the nearest point or of a coarse grid in
/// place of a dense lattice; \ref lattice_chapter proves the bounds.
namespace SOFTLAW_API softlaw {

/// The lattice soft-min \f$f(n) = -\alpha^{-1} \log \sum_{k=0}^N e^{-\alpha(\delta_k^2 +
/// \varepsilon)}\f$.
///
/// \param n        the place.
/// \param d        the gap between points; the first lies at \f$d^2\f$.
/// \param alpha    the sharpness.
/// \param epsilon  the number added to every squared distance.
/// \returns  the value, which is \f$(n - d^2)^2 + \varepsilon\f$ for \f$n < d\f$.
/// \throws std::domain_error unless d and alpha are positive and finite.
/// \par Special values
///   n < 0: \f$+\infty\f$, the sum is empty; n = −0: as 0; n infinite or NaN: NaN;
///   \f$\varepsilon = \pm\infty\f$: that.
/// \par Error
///   at most \f$0.5001\,\mathrm{ulp} + 2^{-8} u\,(H(w)/\alpha + \delta_*^2 + |\varepsilon|)\f$,
///   \f$\delta_*\f$ the deviation nearest to zero, H the entropy.
/// \par Complexity
///   constant; no allocation.
/// \par Source
///   S0 (Definition).
[[nodiscard]] double lattice_softmin(double n, double d, double alpha, double epsilon);
/// \overload
[[nodiscard]] float lattice_softmin(float n, float d, float alpha, float epsilon);

/// The derivative \f$\partial^m f / \partial n^m\f$, the set of points held fixed: at \f$n = kd\f$ the
/// derivative from the right. With the cumulants \f$\kappa_m\f$ of \f$\delta\f$ under w it is
/// \f$2\kappa_1\f$, \f$2 - 4\alpha\kappa_2\f$, and \f$-\alpha^{-1} (-2\alpha)^m \kappa_m\f$ for
/// \f$m \ge 3\f$.
///
/// \param n      the place.
/// \param d      the gap between points.
/// \param alpha  the sharpness.
/// \param order  m, at least 1.
/// \throws std::domain_error unless d and alpha are positive and finite; std::invalid_argument if
///   order is 0.
/// \par Special values
///   n < 0, n infinite or NaN: NaN. \f$f\f$ being a parabola for \f$n < d\f$, orders above 2 are 0.
/// \par Error
///   up to order 64 at most \f$0.5001\,\mathrm{ulp} + 2^{-8} u\,\kappa\f$, with \f$\kappa\f$ the same
///   formula in absolute values: \f$2(|\delta_*| + \langle|\delta_* - \delta|\rangle)\f$,
///   \f$2 + 4\alpha\kappa_2\f$, and the cumulant's terms in central moments, all positive.
/// \par Complexity
///   \f$O(m^3)\f$ with at most \f$O(m^2)\f$ exponentials, whatever n/d; no allocation up to order 31.
/// \par Source
///   S0 (First Derivative, Second Derivative, Higher Derivatives).
[[nodiscard]] double lattice_softmin_derivative(double n, double d, double alpha,
                                                std::size_t order);
/// \overload
[[nodiscard]] float lattice_softmin_derivative(float n, float d, float alpha, std::size_t order);

/// \f$\partial f / \partial \alpha = H(w) / \alpha^2\f$, with H the entropy in nats.
///
/// \throws std::domain_error unless d and alpha are positive and finite.
/// \par Special values
///   n < 0, n infinite or NaN: NaN. Exactly 0 for \f$n < d\f$.
/// \par Error
///   at most 0.5001 ulp.
/// \par Complexity
///   constant; no allocation.
/// \par Source
///   S0 (First Derivative: df/dα).
[[nodiscard]] double lattice_softmin_alpha(double n, double d, double alpha);
/// \overload
[[nodiscard]] float lattice_softmin_alpha(float n, float d, float alpha);

/// \f$\partial^2 f / \partial n\,\partial\alpha = -2 \operatorname{Cov}(\delta, \delta^2)\f$, the set
/// of points held fixed.
///
/// \throws std::domain_error unless d and alpha are positive and finite.
/// \par Special values
///   n < 0, n infinite or NaN: NaN. Exactly 0 for \f$n < d\f$.
/// \par Error
///   at most \f$0.5001\,\mathrm{ulp} + 2^{-8} u\,\kappa\f$ with \f$\kappa = 4 (|\delta_*| +
///   \langle|\delta_* - \delta|\rangle)\kappa_2 + 2\langle|\delta - \langle\delta\rangle|^3\rangle\f$.
/// \par Complexity
///   constant; no allocation.
/// \par Source
///   S0 (Mixed Derivative).
[[nodiscard]] double lattice_softmin_mixed(double n, double d, double alpha);
/// \overload
[[nodiscard]] float lattice_softmin_mixed(float n, float d, float alpha);

/// The effective number of terms \f$e^{H(w)}\f$, between 1 and \f$N + 1\f$.
///
/// \throws std::domain_error unless d and alpha are positive and finite.
/// \par Special values
///   n < 0, n infinite or NaN: NaN. Exactly 1 for \f$n < d\f$.
/// \par Error
///   at most \f$0.5001\,\mathrm{ulp} + 2^{-8} u\,H e^H\f$.
/// \par Complexity
///   constant; no allocation.
/// \par Source
///   S0 (Taylor Expansion), which takes \f$\lfloor d\rfloor + 1\f$ for it.
[[nodiscard]] double lattice_effective_terms(double n, double d, double alpha);
/// \overload
[[nodiscard]] float lattice_effective_terms(float n, float d, float alpha);

/// The weights \f$w_k\f$ for consecutive indices from \p first on.
///
/// \param n      the place.
/// \param d      the gap between points.
/// \param alpha  the sharpness.
/// \param first  the first index.
/// \param out    receives \f$w_{\mathrm{first}}, w_{\mathrm{first}+1}, \dots\f$; 0 beyond N.
/// \throws std::domain_error unless d and alpha are positive and finite.
/// \par Special values
///   n < 0: 0 everywhere; n infinite or NaN: NaN everywhere.
/// \par Error
///   at most 0.5001 ulp.
/// \par Complexity
///   constant for the sum, one exponential for each weight; no allocation.
/// \par Source
///   S0 (Definition: Notation).
void lattice_weights(double n, double d, double alpha, std::uint64_t first, std::span<double> out);
/// \overload
void lattice_weights(float n, float d, float alpha, std::uint64_t first, std::span<float> out);

/// The jump \f$f(md) - f(md^-) = \alpha^{-1} \log(1 - w_m)\f$ where the m-th point enters: at the real
/// number md, be it a float or not. It is negative for every m.
///
/// \param m      the index, at least 1.
/// \param d      the gap between points.
/// \param alpha  the sharpness.
/// \throws std::domain_error unless d and alpha are positive and finite; std::invalid_argument if
///   m is 0, where f comes from \f$+\infty\f$.
/// \par Error
///   at most 0.5001 ulp.
/// \par Complexity
///   constant; no allocation.
/// \par Source
///   S0 (Higher Derivatives), which takes f to be smooth.
[[nodiscard]] double lattice_jump(std::uint64_t m, double d, double alpha);
/// \overload
[[nodiscard]] float lattice_jump(std::uint64_t m, float d, float alpha);

/// The last index \f$N = \lfloor n/d \rfloor\f$, of the exact quotient.
///
/// \returns  N, or \f$2^{64} - 1\f$ if N is larger.
/// \throws std::domain_error unless n is finite and at least 0, and d positive and finite.
/// \par Error
///   none.
/// \par Complexity
///   \f$O(\log(n/d))\f$ with a small factor; no allocation.
/// \par Source
///   S0 (Definition).
[[nodiscard]] std::uint64_t lattice_last(double n, double d);
/// \overload
[[nodiscard]] std::uint64_t lattice_last(float n, float d);

/// The index of the point nearest to n, among those there are: \f$(n - d^2)/d\f$ rounded and clamped to
/// \f$0, \dots, N\f$; of two, the lower.
///
/// \returns  the index, or \f$2^{64} - 1\f$ if it is larger.
/// \throws std::domain_error unless n is finite and at least 0, and d positive and finite.
/// \par Error
///   none.
/// \par Complexity
///   \f$O(\log(n/d))\f$ with a small factor; no allocation.
/// \par Source
///   S0 (Contrast with actual minimum), which does not clamp.
[[nodiscard]] std::uint64_t lattice_nearest(double n, double d);
/// \overload
[[nodiscard]] std::uint64_t lattice_nearest(float n, float d);

}  // namespace softlaw
