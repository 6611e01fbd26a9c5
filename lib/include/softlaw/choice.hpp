// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/export.hpp>
#include <span>

/// \file
/// The probability of a choice: between two, among many, or none at all.
namespace SOFTLAW_API softlaw {

/// The probability \f$1 / (1 + e^{b - a})\f$ that the first of two is preferred, from their scores.
///
/// \returns logistic of the exact difference a − b; NaN where that is NaN, as for two equal
///          infinities.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   one exponential, no allocation.
/// \par Source
///   S2, exercise 4.1 (Bradley–Terry).
[[nodiscard]] double preference(double a, double b) noexcept;
/// \overload
[[nodiscard]] float preference(float a, float b) noexcept;

/// The same from strengths \f$e^{\text{score}}\f$: \f$a / (a + b)\f$.
///
/// \param a  positive and finite.
/// \param b  positive and finite.
/// \returns  the share; NaN if a or b is NaN. The sum a + b may exceed the largest float.
/// \throws std::domain_error if a or b is not positive or is infinite.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   one division, no allocation.
/// \par Source
///   S2, exercise 4, the solution.
[[nodiscard]] double bradley_terry(double a, double b);
/// \overload
[[nodiscard]] float bradley_terry(float a, float b);

/// The probabilities of n options and of choosing none of them: softmax of \f$(o, o_0)\f$.
///
/// \param o     n scores, perhaps none.
/// \param none  the score \f$o_0\f$ of the default; \f$-\infty\f$ takes the default away.
/// \param out   n + 1 entries, the last for the default; its first n may be o.
/// \throws std::invalid_argument if out has another size.
/// \par Special values, error
///   those of softmax of the n + 1 scores.
/// \par Complexity
///   \f$O(n)\f$, two exponentials per entry, no allocation.
/// \par Source
///   S2, exercise 4.2.
void choice(std::span<const double> o, double none, std::span<double> out);
/// \overload
void choice(std::span<const float> o, float none, std::span<float> out);

}  // namespace softlaw
