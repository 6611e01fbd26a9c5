// SPDX-License-Identifier: Apache-2.0
// Inputs of the lattice soft-min outside its domain and at its ends: lattice_inputs.hpp declares them.
#include <cmath>
#include <limits>

#include "families/lattice/inputs/inputs.hpp"
#include "families/lattice/inputs/place.hpp"
#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

double draw_any(Source& source, const Landscape& format) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return source.one_of({infinity, -infinity, std::numeric_limits<double>::quiet_NaN(), 0.0, -0.0,
                        -1.0, 1.0, 3.0, -format.above(0), format.above(0)});
}

Inputs special_places(bool with_epsilon) {
  Inputs inputs{with_epsilon ? place_and_epsilon_parameters : place_parameters,
                "n any number, infinity or NaN; d in [2^-12, 2^16], alpha d^2 in [2^-40, 2^12]",
                nullptr, nullptr};
  inputs.generate = [with_epsilon](Source& source, Format format) {
    Case c = empty_case(format);
    const Landscape& landscape = Landscape::of(format);
    const Place place = draw_place(source, landscape, true, c.input_class);
    c.input_class = "special";
    c.arguments = {draw_any(source, landscape), place.d, place.alpha};
    if (with_epsilon) {
      if (source.one_in(3)) c.arguments[0] = place.n;
      c.arguments.emplace_back(draw_any(source, landscape));
    }
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    Case place = c;
    if (!(std::abs(number_at(c, 0)) <= 24 * number_at(c, 1))) place.arguments[0] = 0.0;
    place.arguments[0] = std::abs(number_at(place, 0));
    return is_place(place);
  };
  return inputs;
}

}  // namespace

Inputs special_lattice_place() { return special_places(false); }
Inputs special_lattice_place_and_epsilon() { return special_places(true); }

Inputs extreme_lattice_quotient() {
  Inputs inputs{
      {n_parameter, d_parameter}, "n >= 0, d > 0, at the ends of the format", nullptr, nullptr};
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    c.input_class = "special";
    const Landscape& landscape = Landscape::of(format);
    const double largest = landscape.below(std::numeric_limits<double>::infinity());
    const double least = landscape.above(0);
    c.arguments = {source.one_of({0.0, -0.0, least, 1.0, 3.0, 0x1p63, 0x1p64, largest}),
                   source.one_of({least, 0x1p-3, 1.0, 3.0, 0x1p32, 0x1p60, largest})};
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    const double n = number_at(c, 0), d = number_at(c, 1);
    return fits({n, d}, c.format) && n >= 0 && std::isfinite(n) && d > 0 && std::isfinite(d);
  };
  return inputs;
}

}  // namespace softlaw::properties
