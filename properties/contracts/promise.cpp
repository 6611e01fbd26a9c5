// SPDX-License-Identifier: Apache-2.0
#include "contracts/promise.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "contracts/names.hpp"

namespace softlaw::properties {
namespace {

/// Shortest; with an exponent only if the number is small or long.
std::string shortest(double value) {
  std::array<char, 400> buffer{};
  const auto print = [&](std::chars_format format) -> std::string {
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format).ptr;
    return {buffer.data(), end};
  };
  const std::string fixed = print(std::chars_format::fixed);
  const bool handy = fixed.size() <= 20 && (value == 0 || value >= 1e-4);
  return handy ? fixed : print(std::chars_format::general);
}

void append(std::string& text, double factor, const char* what) {
  if (factor == 0) return;
  if (!text.empty()) text += '+';
  text += (factor == 1 && *what != 0 ? "" : shortest(factor)) + what;
}

template <class All, class ToText>
std::string joined(const All& all, const char* separator, const ToText& to_text) {
  std::string text;
  for (const auto& part : all) text += (text.empty() ? "" : separator) + to_text(part);
  return text;
}

const auto text_of = [](const auto& part) { return part.text(); };

void include(Extent& extent, double value) {
  if (std::isfinite(value)) extent.x = std::max(extent.x, std::fabs(value));
}

}  // namespace

std::string Coefficient::text() const {
  std::string text;
  append(text, per_n, "n");
  append(text, per_x, "|x|");
  append(text, constant, "");
  if (text.empty()) return "0";
  return text.find('+') == std::string::npos ? text : "(" + text + ")";
}

std::string Term::text() const { return factor.text() + name_of(unit); }

std::string Bound::text() const {
  if (kind != Kind::sum) return name_of(kind);
  return joined(terms, "+", text_of);
}

std::string Promise::text() const {
  std::string text =
      bounds.size() == 1 ? bounds.front().text() : "max(" + joined(bounds, ", ", text_of) + ")";
  if (flushes) text += " ftz";
  if (!accumulator.empty()) text += " in " + accumulator;
  if (!facts.empty()) {
    text += " with " + joined(facts, ", ", [](Fact fact) { return to_string(fact); });
  }
  return text;
}

bool Promise::is_correctly_rounded() const {
  return bounds.size() == 1 && bounds.front().kind == Bound::Kind::correctly_rounded && !flushes;
}

bool Promise::is_faithful() const {
  return bounds.size() == 1 && bounds.front().kind == Bound::Kind::faithful && !flushes;
}

bool Promise::has(Fact fact) const {
  if (facts.contains(fact)) return true;
  const bool monotone = fact == Fact::in_range || fact == Fact::ordered || fact == Fact::ties;
  return (is_correctly_rounded() && monotone) || (is_faithful() && fact == Fact::in_range);
}

double Promise::factor(Unit unit, const Extent& extent) const {
  double largest = 0;
  for (const Bound& bound : bounds) {
    double sum = unit == Unit::ulp && bound.kind == Bound::Kind::correctly_rounded ? 0.5 : 0;
    if (unit == Unit::ulp && bound.kind == Bound::Kind::faithful) sum = 1;
    for (const Term& term : bound.terms) sum += term.unit == unit ? term.factor.at(extent) : 0;
    largest = std::max(largest, sum);
  }
  return largest;
}

double Promise::visible(const Format& format) const {
  const Extent several{.n = 8, .x = 1};
  const double in_ulps = factor(Unit::ulp, several) + factor(Unit::steps, several) +
                         std::ldexp(factor(Unit::relative, several), format.precision);
  const double scales = factor(Unit::cond, several) + factor(Unit::plain, several) +
                        factor(Unit::back, several) + factor(Unit::roundoff, several);
  return 2 * std::ceil(in_ulps) + 1 + 8 * std::floor(scales);
}

double Promise::variation(const Extent& extent) const {
  double largest = 0;
  for (const Bound& bound : bounds) {
    if (bound.terms.size() != 1 || bound.terms.front().unit != Unit::variation) return infinity;
    largest = std::max(largest, bound.terms.front().factor.at(extent));
  }
  return largest;
}

Extent extent_of(const Arguments& arguments) {
  Extent extent;
  for (const Value& argument : arguments) {
    if (const auto* vector = std::get_if<Vector>(&argument)) {
      extent.n = std::max(extent.n, static_cast<double>(vector->size()));
      for (double entry : *vector) include(extent, entry);
    } else if (const auto* scalar = std::get_if<double>(&argument)) {
      include(extent, *scalar);
    }
  }
  return extent;
}

}  // namespace softlaw::properties
