// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "audit/audit.hpp"

namespace softlaw::properties {
namespace {

double factor_of(const Bound& bound, Unit unit, const Extent& extent) {
  double sum = 0;
  if (unit == Unit::ulp && bound.kind == Bound::Kind::correctly_rounded) sum = 0.5;
  if (unit == Unit::ulp && bound.kind == Bound::Kind::faithful) sum = 1;
  for (const Term& term : bound.terms) sum += term.unit == unit ? term.factor.at(extent) : 0;
  return sum;
}

bool has_unit(const Bound& bound, Unit unit) {
  return std::ranges::count(bound.terms, unit, &Term::unit) > 0;
}

/// So many ulp are at most that share of the value and, below the smallest normal number, that much.
bool covers_ulps(double ulps, const Bound& wide, const Format& format, const Extent& extent) {
  const double share = ulps * std::ldexp(1.0, 1 - format.precision);
  const double least = ulps * std::ldexp(1.0, quantum(format.emin, format));
  return factor_of(wide, Unit::relative, extent) >= share &&
         factor_of(wide, Unit::absolute, extent) >= least;
}

bool implies_at(const Bound& narrow, const Bound& wide, const Format& format,
                const Extent& extent) {
  if (wide.kind != Bound::Kind::sum) return narrow == wide;
  if (has_unit(wide, Unit::steps)) return narrow.kind == Bound::Kind::correctly_rounded;
  if (has_unit(narrow, Unit::steps) || has_unit(narrow, Unit::variation)) return narrow == wide;
  if (has_unit(wide, Unit::variation)) return false;
  for (Unit unit : {Unit::cond, Unit::plain, Unit::roundoff, Unit::relative, Unit::absolute}) {
    // the plain scale is never below the other
    double allowed = factor_of(wide, unit, extent);
    if (unit == Unit::cond) allowed += factor_of(wide, Unit::plain, extent);
    if (factor_of(narrow, unit, extent) > allowed) return false;
  }
  const double left = factor_of(narrow, Unit::ulp, extent) - factor_of(wide, Unit::ulp, extent);
  return left <= 0 || covers_ulps(left, wide, format, extent);
}

}  // namespace

bool implies(const Promise& narrow, const Promise& wide, const Format& format, double shortest,
             double longest) {
  const bool facts = std::ranges::all_of(wide.facts, [&](Fact fact) { return narrow.has(fact); });
  if (!facts || (narrow.flushes && !wide.flushes)) return false;
  if (wide.is_correctly_rounded()) return narrow.is_correctly_rounded();
  if (!narrow.accumulator.empty() && narrow.accumulator != wide.accumulator) return false;
  // coefficients are linear in n and in |x|: if it is so at the corners, it is so between them
  for (double n : {shortest, longest}) {
    for (double x : {0.0, std::ldexp(1.0, format.emax)}) {
      for (const Bound& each : narrow.bounds) {
        const bool covered = std::ranges::any_of(wide.bounds, [&](const Bound& w) {
          return implies_at(each, w, format, {n, x});
        });
        if (!covered) return false;
      }
    }
  }
  return true;
}

}  // namespace softlaw::properties
