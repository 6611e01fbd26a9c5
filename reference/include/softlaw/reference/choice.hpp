// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/functions.hpp>

/// \file
/// Enclosures of the probabilities of a choice.
namespace softlaw::reference {

/// \f$1/(1+e^{b-a})\f$, of the exact difference of the scores (S2, exercise 4).
Interval preference(const Interval& a, const Interval& b);
/// \f$a/(a+b)\f$, from strengths that are positive (S2, exercise 4, the solution).
Interval bradley_terry(const Interval& a, const Interval& b);
/// softmax() of \p o with \p none at its end (S2, exercise 4.2).
Vector choice(const Vector& o, const Interval& none);

}  // namespace softlaw::reference

/// Scales of forward error, as in condition.hpp.
namespace softlaw::reference::condition {

/// The first entry of softmax() of (a, b).
Interval preference(const Interval& a, const Interval& b);
/// The share itself: a sum and a quotient, each rounded once.
Interval bradley_terry(const Interval& a, const Interval& b);
/// That of softmax() of the n + 1 scores.
Vector choice(const Vector& o, const Interval& none);

}  // namespace softlaw::reference::condition
