// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <softlaw/reference/format.hpp>

namespace softlaw::reference {
namespace {

constexpr std::array rows{Format::binary64, Format::binary32};

/// The binade of a number that is not 0, NaN or infinite, with the subnormals counted to emin.
int binade(double value, const Format& format) {
  return std::clamp(std::ilogb(value), format.emin, format.emax);
}

}  // namespace

std::span<const Format> formats() { return rows; }

const Format* find_format(std::string_view name) {
  const auto found = std::ranges::find(rows, name, &Format::name);
  return found == rows.end() ? nullptr : &*found;
}

int quantum(int binade, const Format& format) {
  return std::clamp(binade, format.emin, format.emax) - (format.precision - 1);
}

double Format::max_finite() const { return std::ldexp(2 - std::ldexp(1.0, 1 - precision), emax); }

double Format::min_subnormal() const { return std::ldexp(1.0, quantum(emin, *this)); }

double Format::round(double value) const {
  if (value == 0 || !std::isfinite(value)) return value;
  const int q = quantum(binade(value, *this), *this);
  // below 2^53 in magnitude, or beyond overflow
  const double units = std::nearbyint(std::ldexp(value, -q));
  const double rounded = std::ldexp(units, q);
  return std::fabs(rounded) > max_finite() ? std::copysign(HUGE_VAL, value) : rounded;
}

bool Format::contains(double value) const { return std::isnan(value) || round(value) == value; }

double Format::above(double value) const {
  if (std::isnan(value) || value == HUGE_VAL) return value;
  if (value == -HUGE_VAL) return -max_finite();
  if (value == 0) return min_subnormal();
  int q = quantum(binade(value, *this), *this);
  const bool from_a_power = value < 0 && std::ldexp(1.0, std::ilogb(value)) == -value;
  if (from_a_power && std::ilogb(value) > emin) --q;
  const double next = value + std::ldexp(1.0, q);
  if (next > max_finite()) return HUGE_VAL;
  return next == 0 ? std::copysign(0.0, value) : next;
}

double Format::below(double value) const { return -above(-value); }

}  // namespace softlaw::reference
