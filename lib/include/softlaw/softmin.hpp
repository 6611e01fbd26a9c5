// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/export.hpp>
#include <span>

/// \file
/// The soft minimum.
namespace SOFTLAW_API softlaw {

/// The soft minimum, \f$\operatorname{softmin}(x) = -\log \sum_i e^{-x_i}\f$.
///
/// \param x  any number of entries.
/// \returns  the value; for one entry that entry.
/// \par Special values
///   empty: \f$+\infty\f$; any NaN: NaN; else any \f$-\infty\f$: \f$-\infty\f$; \f$+\infty\f$
///   changes nothing beside other entries; all \f$+\infty\f$: \f$+\infty\f$.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   \f$O(n)\f$, two passes; more than 1024 entries use the heap during the call, if
///   it has room.
/// \par Source
///   S0 (Definition); S3 §3.4.
[[nodiscard]] double softmin(std::span<const double> x) noexcept;
/// \overload
[[nodiscard]] float softmin(std::span<const float> x) noexcept;

/// The soft minimum with a sharpness, \f$\lambda^{-1} \operatorname{softmin}(\lambda x)\f$, which
/// equals logsumexp(x, -lambda).
///
/// \param x       any number of entries.
/// \param lambda  any number but zero and NaN; \f$+\infty\f$ gives the minimum.
/// \returns  the value; for one entry that entry.
/// \throws std::domain_error if lambda is zero or NaN.
/// \par Special values
///   those of softmin(x) for \f$\lambda > 0\f$, those of logsumexp(x) for \f$\lambda < 0\f$.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   \f$O(n)\f$, two passes; more than 1024 entries use the heap during the call, if
///   it has room.
/// \par Source
///   S3 §3.4.
[[nodiscard]] double softmin(std::span<const double> x, double lambda);
/// \overload
[[nodiscard]] float softmin(std::span<const float> x, float lambda);

}  // namespace softlaw
