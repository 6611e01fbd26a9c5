// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "inputs/inputs.hpp"

namespace softlaw::properties {

/// The same inputs with every vector brought to a length by `resize`, and held to it by `fits`.
template <class Resize, class Fits>
Inputs with_lengths(Inputs inputs, const std::string& text, Resize resize, Fits fits) {
  Inputs result = where(inputs, text, [=](const Case& c) {
    return std::ranges::all_of(c.arguments, [=](const Value& value) {
      const auto* v = std::get_if<Vector>(&value);
      return !v || fits(v->size());
    });
  });
  result.generate = [=, draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    for (Value& value : c.arguments) {
      if (auto* v = std::get_if<Vector>(&value)) resize(*v);
    }
    return c;
  };
  return result;
}

/// Every vector cut to its first `longest` entries: for laws that cost n².
inline Inputs at_most(std::size_t longest, Inputs inputs) {
  return with_lengths(
      std::move(inputs), "n <= " + std::to_string(longest),
      [=](Vector& v) { v.resize(std::min(v.size(), longest)); },
      [=](std::size_t n) { return n <= longest; });
}

/// Every vector lengthened to `shortest` entries by copies of its last one.
inline Inputs at_least(std::size_t shortest, Inputs inputs) {
  return with_lengths(
      std::move(inputs), "n >= " + std::to_string(shortest),
      [=](Vector& v) { v.resize(std::max(v.size(), shortest), v.back()); },
      [=](std::size_t n) { return n >= shortest; });
}

}  // namespace softlaw::properties
