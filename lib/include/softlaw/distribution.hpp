// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/export.hpp>
#include <span>

/// \file
/// Whether numbers are a distribution: two questions that are decided exactly.
namespace SOFTLAW_API softlaw {

/// Whether the exact sum of the entries is 1. Nothing is rounded.
///
/// \param p  any number of entries, up to \f$2^{30}\f$; with a NaN or an infinity the answer is no.
/// \par Complexity
///   \f$O(n)\f$, no allocation.
[[nodiscard]] bool sums_to_one(std::span<const double> p) noexcept;
/// \overload
[[nodiscard]] bool sums_to_one(std::span<const float> p) noexcept;

/// Refuses vectors that cannot be distributions.
///
/// Few distributions can be written in floats exactly: neither can 1/3, 1/3, 1/3. So p is accepted if
/// it is the *rounding* of one: if there are real \f$r_i \ge 0\f$ with \f$\sum_i r_i = 1\f$ such that
/// \f$p_i\f$ is a float nearest to \f$r_i\f$, for every i. That holds if and only if 1 lies between the sums
/// of the lower and of the upper midpoints of the entries and their neighbours, which are compared
/// exactly. No tolerance is chosen, and none grows with n but by the entries' own.
/// \param p  any number of entries, up to \f$2^{30}\f$.
/// \throws std::domain_error if an entry is negative, infinite or NaN, naming it, or if p is no
///         rounding of a distribution, naming how far its sum is from 1. No entries sum to 0.
/// \par Complexity
///   \f$O(n)\f$, no allocation but for the message.
void require_distribution(std::span<const double> p);
/// \overload
void require_distribution(std::span<const float> p);

}  // namespace softlaw
