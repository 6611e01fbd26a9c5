// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/export.hpp>
#include <span>

/// \file
/// The log-sum-exp function and its excess over the maximum.
namespace SOFTLAW_API softlaw {

/// The logarithm of the sum of exponentials, \f$\operatorname{LSE}(x) = \log \sum_i e^{x_i}\f$.
///
/// \param x  any number of entries, of any size.
/// \returns  the value; for one entry that entry.
/// \par Special values
///   empty: \f$-\infty\f$; any NaN: NaN; else any \f$+\infty\f$: \f$+\infty\f$; \f$-\infty\f$
///   changes nothing beside other entries; all \f$-\infty\f$: \f$-\infty\f$.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   \f$O(n)\f$, two passes, no allocation.
/// \par Source
///   S3 §3.1 and §3.5 (there RealSoftMax).
[[nodiscard]] double logsumexp(std::span<const double> x) noexcept;
/// \overload
[[nodiscard]] float logsumexp(std::span<const float> x) noexcept;

/// Log-sum-exp with a sharpness, \f$\lambda^{-1} \operatorname{LSE}(\lambda x)\f$.
///
/// For two or more finite entries and \f$\lambda > 0\f$ it falls, as \f$\lambda\f$ grows, from \f$+\infty\f$ towards the maximum;
/// for \f$\lambda < 0\f$ it is the soft-min of sharpness \f$|\lambda|\f$, below the minimum.
/// \f$\lambda = \pm\infty\f$ gives the maximum and the minimum themselves.
/// \f$\lambda x\f$ is never formed, so nothing overflows that need not.
/// \param x       any number of entries.
/// \param lambda  any number but zero and NaN, infinities included.
/// \returns  the value; for one entry that entry.
/// \throws std::domain_error if lambda is zero or NaN.
/// \par Special values
///   those of logsumexp(x) for \f$\lambda > 0\f$, those of softmin(x) for \f$\lambda < 0\f$.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   \f$O(n)\f$, two passes, no allocation.
/// \par Source
///   S3 §3.2 and §3.3.
[[nodiscard]] double logsumexp(std::span<const double> x, double lambda);
/// \overload
[[nodiscard]] float logsumexp(std::span<const float> x, float lambda);

/// \f$\log(e^a + e^b)\f$: logsumexp of two entries, with its conventions and error bound.
[[nodiscard]] double logaddexp(double a, double b) noexcept;
/// \overload
[[nodiscard]] float logaddexp(float a, float b) noexcept;

/// The excess of log-sum-exp over the maximum, \f$\log \sum_i e^{x_i - \max x}\f$, without the
/// cancellation that the difference would suffer.
///
/// \param x  any number of entries.
/// \returns  a number from 0 to \f$\log n\f$, up to its rounding, down to the smallest subnormal one.
/// \par Special values
///   empty, any NaN, any \f$+\infty\f$, all \f$-\infty\f$: NaN; \f$-\infty\f$ changes nothing
///   beside finite entries; one finite entry: 0.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   \f$O(n)\f$, two passes, no allocation.
/// \par Source
///   S3 §3.1, which says that it is positive; the proof is at \ref bounds.above-max.
[[nodiscard]] double excess(std::span<const double> x) noexcept;
/// \overload
[[nodiscard]] float excess(std::span<const float> x) noexcept;

}  // namespace softlaw
