// SPDX-License-Identifier: Apache-2.0
#include "subjects/reference_subject.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <softlaw/reference/filter.hpp>
#include <softlaw/reference/precision.hpp>
#include <softlaw/reference/round.hpp>
#include <utility>

namespace softlaw::properties {
namespace {

/// The nearest floats, or nothing while an enclosure is too wide to tell.
std::optional<std::vector<double>> nearest(const Intervals& exact, const Format& format) {
  std::vector<double> values;
  for (const Interval& value : exact) {
    const auto rounded = value.is_empty() ? std::numeric_limits<double>::quiet_NaN()
                                          : reference::round_to_nearest(value, format);
    if (!rounded) return std::nullopt;
    values.push_back(*rounded);
  }
  return values;
}

/// The same interval less a fraction of the last bit at both ends; a point as it is.
Interval interior(const Interval& value) {
  if (value.is_empty() || value.is_point() || !value.is_bounded()) return value;
  reference::Real lower = value.lower(), upper = value.upper();
  mpfr_prec_round(lower.get(), lower.precision() + 2, MPFR_RNDN);
  mpfr_prec_round(upper.get(), upper.precision() + 2, MPFR_RNDN);
  mpfr_nextabove(lower.get());
  mpfr_nextbelow(upper.get());
  return Interval(std::move(lower), std::move(upper));
}

}  // namespace

Answer ReferenceSubject::answer(const FunctionItem& function, const Arguments& arguments,
                                const Format& format) const {
  if (function.returns_integers) return function.count(arguments);
  return correctly_rounded(function, arguments, format);
}

std::vector<double> correctly_rounded(const FunctionItem& function, const Arguments& arguments,
                                      const Format& format) {
  const auto quick =
      reference::filtered([&] { return nearest(function.enclose(arguments), format); });
  if (quick && *quick) return **quick;
  const reference::Filter off(false);
  Intervals exact;
  for (int bits = 128; bits <= 1 << 14; bits *= 2) {
    const reference::WorkingPrecision working(bits);
    exact = function.enclose(arguments);
    if (auto values = nearest(exact, format)) return *values;
  }
  // A term far below the last bit, such as e^-20000 beside a difference of floats, leaves the end
  // of an enclosure on a midpoint.  The value is not that end: it is irrational, or else it would
  // by now be a point (see the page reference_terminates).  So it lies in the interior, and within
  // a fraction of the last bit from the end there is no other midpoint.
  std::ranges::transform(exact, exact.begin(), interior);
  if (auto values = nearest(exact, format)) return *values;
  throw std::runtime_error("the reference cannot decide the rounding of " + function.name + "(" +
                           to_text(arguments, format) + ")");
}

}  // namespace softlaw::properties
