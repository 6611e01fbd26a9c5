// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/export.hpp>
#include <span>

/// \file
/// The Shannon entropy, of a distribution and of softmax.
namespace SOFTLAW_API softlaw {

/// The entropy \f$-\sum_i p_i \log p_i\f$ in nats, with \f$0 \log 0 = 0\f$.
///
/// The entries are taken as they are: nothing is renormalised, and their sum is not looked at.
/// \param p  any number of entries, not negative and finite.
/// \returns  the value; 0 if p is empty, NaN if p has a NaN and is otherwise valid.
/// \throws std::domain_error if an entry is negative or infinite.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   \f$O(n)\f$, no allocation.
/// \par Source
///   S2 (Entropy).
[[nodiscard]] double entropy(std::span<const double> p);
/// \overload
[[nodiscard]] float entropy(std::span<const float> p);

/// The entropy of softmax, \f$H(\sigma(x))\f$ in nats, without forming softmax.
///
/// \param x  any number of entries.
/// \returns  the value, not negative; 0 if x is empty or has one finite entry.
/// \par Special values
///   any NaN, any \f$+\infty\f$ or all \f$-\infty\f$: NaN; else \f$-\infty\f$ changes nothing.
/// \par Error
///   correctly rounded, but for an entropy within \f$2^{-2560}\f$ of the middle of two floats: of these
///   the even one; see \ref exact_cases.
/// \par Complexity
///   \f$O(n)\f$, three passes with two exponentials per entry, no allocation.
/// \par Source
///   S2 (Entropy) and S3 §1.2.
[[nodiscard]] double softmax_entropy(std::span<const double> x) noexcept;
/// \overload
[[nodiscard]] float softmax_entropy(std::span<const float> x) noexcept;

}  // namespace softlaw
