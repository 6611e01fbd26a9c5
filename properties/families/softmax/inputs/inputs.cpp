// SPDX-License-Identifier: Apache-2.0
#include "families/softmax/inputs/inputs.hpp"

namespace softlaw::properties {

Inputs vector_and_temperature() {
  Inputs inputs = vector_and_scale();
  inputs.parameters.back().name = "temperature";
  inputs.hypothesis_text = "x finite, not empty, temperature > 0 finite";
  return inputs;
}

Inputs two_numbers_exact_difference() {
  Inputs inputs = where(two_numbers(), "a - b exact", [](const Case& c) {
    const double a = std::get<double>(c.arguments[0]), b = std::get<double>(c.arguments[1]);
    try {
      return c.format.contains((Vector{a} + -b).front());
    } catch (const Inexact&) {
      return false;
    }
  });
  inputs.generate = [draw = vector_and_shift().generate](Source& source, Format format) {
    // a grid on which both sums and differences are exact
    Case c = draw(source, format);
    const Vector v = std::get<Vector>(c.arguments[0]);
    double b = std::get<double>(c.arguments[1]);
    if (source.one_in(2)) b = v.back();
    c.arguments = {v.front(), b};
    return c;
  };
  return inputs;
}

}  // namespace softlaw::properties
