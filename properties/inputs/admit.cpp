// SPDX-License-Identifier: Apache-2.0
#include "inputs/admit.hpp"

#include <algorithm>
#include <cmath>

namespace softlaw::properties {

const Vector& vector_at(const Case& c, std::size_t i) { return std::get<Vector>(c.arguments[i]); }
double number_at(const Case& c, std::size_t i) { return std::get<double>(c.arguments[i]); }

bool exact(const std::function<void()>& arithmetic) {
  try {
    arithmetic();
    return true;
  } catch (const Inexact&) {
    return false;
  }
}

bool fits(const Vector& v, Format format) {
  return std::ranges::all_of(v, [&](double e) { return format.contains(e); });
}

bool finite_and_not_empty(const Case& c) {
  return finite(c) && std::ranges::none_of(c.arguments, [](const Value& value) {
           const auto* v = std::get_if<Vector>(&value);
           return v && v->empty();
         });
}

bool one_length(const Case& c) {
  return finite_and_not_empty(c) && std::ranges::all_of(c.arguments, [&](const Value& value) {
           const auto* v = std::get_if<Vector>(&value);
           return !v || v->size() == vector_at(c, 0).size();
         });
}

Case empty_case(Format format) {
  Case c;
  c.format = format;
  return c;
}

Inputs drawn_by(Inputs inputs, std::function<Case(Source&, Format)> generate) {
  inputs.generate = std::move(generate);
  return inputs;
}

double draw_scale(Source& source, const Landscape& format) {
  if (source.one_in(16)) {  // whatever the format has: reciprocals overflow, products are subnormal
    const double least = format.format.emin - format.format.precision + 1;
    const double scale = format.round(std::exp2(source.uniform(least, format.format.emax)));
    return source.one_in(4) ? std::exp2(std::ilogb(scale)) : scale;
  }
  const double exponent = source.one_in(8) ? source.uniform(-30, 60) : source.uniform(-6, 10);
  return format.round(std::exp2(exponent));
}

bool finite(const Case& c) {
  return std::ranges::all_of(c.arguments, [&](const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) {
      return std::isfinite(*number) && c.format.contains(*number);
    }
    const auto* v = std::get_if<Vector>(&value);
    return !v || (fits(*v, c.format) &&
                  std::ranges::all_of(*v, [](double e) { return std::isfinite(e); }));
  });
}

}  // namespace softlaw::properties
