// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/export.hpp>
#include <span>

/// \file
/// Surprisal, cross-entropy, relative entropy, and their units.
namespace SOFTLAW_API softlaw {

/// The surprisal \f$-\log p\f$ in nats.
///
/// \param p  finite and not negative; above 1 the value is negative.
/// \returns  the value: exactly 0 for 1, \f$+\infty\f$ for 0, NaN for NaN.
/// \throws std::domain_error if p is negative or infinite.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   \f$O(1)\f$, no allocation.
/// \par Source
///   S2 (Surprisal).
[[nodiscard]] double surprisal(double p);
/// \overload
[[nodiscard]] float surprisal(float p);

/// The cross-entropy \f$-\sum_i p_i \log q_i\f$ in nats.
///
/// The entries are taken as they are: nothing is renormalised, and no sum is looked at; see
/// require_distribution().
/// \param p  any number of entries, not negative and finite.
/// \param q  as many, not negative and finite.
/// \returns  the value; 0 for no entries.
/// \throws std::invalid_argument if the sizes differ.
/// \throws std::domain_error if an entry is negative or infinite.
/// \par Special values
///   any NaN: NaN; \f$p_i = 0\f$ adds 0, also where \f$q_i = 0\f$; \f$p_i > 0 = q_i\f$:
///   \f$+\infty\f$.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   \f$O(n)\f$, one logarithm per entry, no allocation; the bits do not depend on the order.
/// \par Source
///   S2 (Cross-Entropy Revisited).
[[nodiscard]] double cross_entropy(std::span<const double> p, std::span<const double> q);
/// \overload
[[nodiscard]] float cross_entropy(std::span<const float> p, std::span<const float> q);

/// The relative entropy \f$\sum_i p_i \log(p_i / q_i)\f$ in nats, after Kullback and Leibler.
///
/// The entries are taken as they are, as in cross_entropy(). Where p and q have the same exact sum
/// the value is never negative, and 0 exactly if p = q.
/// \param p  any number of entries, not negative and finite.
/// \param q  as many, not negative and finite.
/// \returns  the value; 0 for no entries.
/// \throws std::invalid_argument if the sizes differ.
/// \throws std::domain_error if an entry is negative or infinite.
/// \par Special values
///   any NaN: NaN; \f$p_i = 0\f$ adds 0, also where \f$q_i = 0\f$; \f$p_i > 0 = q_i\f$:
///   \f$+\infty\f$.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   \f$O(n)\f$, one logarithm or series per entry, no allocation.
/// \par Source
///   S2 (Cross-Entropy Revisited) implies it; Kullback and Leibler 1951.
[[nodiscard]] double kl_divergence(std::span<const double> p, std::span<const double> q);
/// \overload
[[nodiscard]] float kl_divergence(std::span<const float> p, std::span<const float> q);

/// Nats as bits: \f$x / \log 2\f$.
///
/// \param nats  any number; infinities, zeros and NaN are returned as they are.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   \f$O(1)\f$, no allocation.
/// \par Source
///   S2 (Entropy): one nat is \f$1/\log 2 \approx 1.44\f$ bit.
[[nodiscard]] double nats_to_bits(double nats) noexcept;
/// \overload
[[nodiscard]] float nats_to_bits(float nats) noexcept;

/// Bits as nats: \f$x \log 2\f$; conventions and error of nats_to_bits().
[[nodiscard]] double bits_to_nats(double bits) noexcept;
/// \overload
[[nodiscard]] float bits_to_nats(float bits) noexcept;

}  // namespace softlaw
