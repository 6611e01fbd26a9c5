// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value/value.hpp"

// Floats in their order, counted.
namespace softlaw::properties {

/// How many floats lie between 0 and a number of the format, itself included; negative below 0.  The
/// infinities follow the largest numbers.
std::int64_t ordinal(double value, const Format& format);
/// The number with that ordinal; beyond the infinities, they themselves.
double with_ordinal(std::int64_t ordinal, const Format& format);

/// The values whose nearest float is at most so many floats from this one: up to the midpoints beyond.
Interval within_steps(double returned, double steps, const Format& format);

/// The values of which this is one of the two next floats: the open interval between its neighbours,
/// closed.  From the first power of two beyond the format on, only the infinity is.
Interval neighbourhood(double returned, const Format& format);

/// Whether a number is one of the two floats next to an exact value, or may be; the value itself if that is a
/// float.
bool possibly_faithful(double returned, const Interval& exact, const Format& format);

}  // namespace softlaw::properties
