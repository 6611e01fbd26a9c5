// SPDX-License-Identifier: Apache-2.0
// The sets of exact values that promises permit: docs/chapters/contracts.md defines them.
#include <algorithm>
#include <cmath>
#include <softlaw/reference/precision.hpp>
#include <softlaw/reference/round.hpp>

#include "contracts/backward.hpp"
#include "contracts/promise.hpp"
#include "contracts/steps.hpp"
#include "function/exact_values.hpp"

namespace softlaw::properties {
namespace {

using reference::ErrorBound;
using reference::WorkingPrecision;

/// One call and what is known of it.
struct Question {
  const std::vector<double>& returned;
  const FunctionItem& function;
  const Arguments& arguments;
  const Format& format;
  ExactValues& exact;
  Extent extent;
  int precision;  ///< of the format in which sums are accumulated
};

/// By how much an exact value may lie above and below the returned number, beyond ulps and shares.
struct Room {
  Interval above = 0, below = 0;

  void add(const Interval& size) {
    above = exact_sum(above, size.upper_point());
    below = exact_sum(below, size.upper_point());
  }
};

/// That of the terms of a bound for result i.
Room room_of(const Bound& bound, const Question& q, std::size_t i) {
  Room room;
  const Interval u = Interval::power_of_two(-q.precision);
  for (const Term& term : bound.terms) {
    const double factor = term.factor.at(q.extent);
    if (factor == 0) continue;
    const WorkingPrecision fine(256);
    switch (term.unit) {
      case Unit::cond:
      case Unit::plain: {
        const bool plain = term.unit == Unit::plain;
        const Intervals& scales = q.exact.scales(q.function, q.arguments, q.format, plain);
        room.add(factor * u * scales[i].upper_point());
        break;
      }
      case Unit::back: {
        const Interval delta = factor * u * std::max(1.0, q.extent.x);
        if (const auto moved = moves(q.function, q.arguments, delta, q.exact)) {
          room.above = exact_sum(room.above, moved->down[i].upper_point());
          room.below = exact_sum(room.below, moved->up[i].upper_point());
        }
        break;
      }
      case Unit::roundoff:
        room.add(factor * u);
        break;
      case Unit::absolute:
        room.add(factor);
        break;
      case Unit::variation:
        room.add(2 * factor);
        break;
      default:
        break;
    }
  }
  return room;
}

double factor_of(const Bound& bound, Unit unit, const Extent& extent) {
  for (const Term& term : bound.terms) {
    if (term.unit == unit) return term.factor.at(extent);
  }
  return 0;
}

/// The scale of a function that is infinite at these arguments bounds nothing, and widens nothing.
Room if_bounded(Room room) {
  return room.above.is_bounded() && room.below.is_bounded() ? room : Room();
}

Interval allowed_by(const Bound& bound, double returned, std::size_t i, const Question& q) {
  if (bound.kind == Bound::Kind::faithful) return neighbourhood(returned, q.format);
  if (bound.kind == Bound::Kind::correctly_rounded)
    return reference::allowed(returned, 0.5, q.format);
  if (bound.terms.front().unit == Unit::steps) {
    return within_steps(returned, factor_of(bound, Unit::steps, q.extent), q.format);
  }
  const Room room = if_bounded(room_of(bound, q, i));
  const ErrorBound error{factor_of(bound, Unit::ulp, q.extent),
                         factor_of(bound, Unit::relative, q.extent), room.above, room.below};
  return reference::allowed(returned, error, q.format);
}

Interval allowed_by(const std::vector<Bound>& bounds, double returned, std::size_t i,
                    const Question& q) {
  if (std::isnan(returned)) return Interval::empty();
  Interval all = allowed_by(bounds.front(), returned, i, q);
  for (std::size_t k = 1; k < bounds.size(); ++k) {
    all = Interval::hull(all, allowed_by(bounds[k], returned, i, q));
  }
  return all;
}

/// The same arguments with 0 for subnormal numbers; nothing if there is none.
std::optional<Arguments> flushed(const Arguments& arguments, const Format& format) {
  Arguments result = arguments;
  const double least = std::ldexp(1.0, format.emin);
  bool any = false;
  const auto flush = [&](double& value) {
    if (value == 0 || !(std::fabs(value) < least)) return;
    value = std::copysign(0.0, value);
    any = true;
  };
  for (Value& argument : result) {
    if (auto* vector = std::get_if<Vector>(&argument)) {
      std::ranges::for_each(*vector, flush);
    } else if (auto* scalar = std::get_if<double>(&argument)) {
      flush(*scalar);
    }
  }
  return any ? std::optional(result) : std::nullopt;
}

/// With what a subject may return that takes subnormal results for 0.
void add_flushed_results(Intervals& allowed, const std::vector<Bound>& bounds, const Question& q) {
  const double largest = q.format.below(std::ldexp(1.0, q.format.emin));
  for (std::size_t i = 0; i < allowed.size(); ++i) {
    if (q.returned[i] != 0) continue;
    allowed[i] =
        Interval::hull(allowed_by(bounds, -largest, i, q), allowed_by(bounds, largest, i, q));
  }
}

/// The exact value at the given arguments, where the number stands for one at the flushed ones.
void add_flushed_arguments(Intervals& allowed, const Question& q) {
  const auto moved = flushed(q.arguments, q.format);
  if (!moved) return;
  const Intervals there = q.exact.values(q.function, *moved);
  const Intervals here = q.exact.values(q.function, q.arguments);
  for (std::size_t i = 0; i < allowed.size(); ++i) {
    if (allowed[i].is_empty() || here[i].is_empty() || there[i].is_empty()) continue;
    const WorkingPrecision fine(256);
    if (!here[i].is_bounded() || !there[i].is_bounded()) continue;
    allowed[i] = Interval::hull(allowed[i], allowed[i] + (here[i] - there[i]));
  }
}

}  // namespace

Intervals Promise::allow(const std::vector<double>& returned, const FunctionItem& function,
                         const Arguments& arguments, const Format& format,
                         ExactValues& exact) const {
  const int precision = accumulator.empty() ? format.precision : read_format(accumulator).precision;
  const Question question{returned, function, arguments, format, exact, extent_of(arguments),
                          precision};
  Intervals allowed;
  for (std::size_t i = 0; i < returned.size(); ++i) {
    allowed.push_back(allowed_by(bounds, returned[i], i, question));
  }
  if (!flushes) return allowed;
  add_flushed_results(allowed, bounds, question);
  add_flushed_arguments(allowed, question);
  return allowed;
}

}  // namespace softlaw::properties
