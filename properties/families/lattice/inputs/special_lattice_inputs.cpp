// SPDX-License-Identifier: Apache-2.0
// Inputs of the lattice soft-min outside its domain and at its ends: lattice_inputs.hpp declares them.
#include <cmath>
#include <limits>
#include <softlaw/reference/lattice.hpp>

#include "families/lattice/inputs/inputs.hpp"
#include "families/lattice/inputs/place.hpp"
#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

double draw_any(Source& source, const Landscape& format) {
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

/// The same inputs with further integers, each within its bounds.
Inputs with_integers(Inputs inputs, const std::vector<Parameter>& more, const std::string& text,
                     const std::function<Arguments(Source&, const Case&)>& draw,
                     const std::function<bool(const Arguments&)>& admits) {
  const std::size_t before = inputs.parameters.size();
  inputs.parameters.insert(inputs.parameters.end(), more.begin(), more.end());
  inputs.hypothesis_text += text;
  inputs.generate = [=, place = inputs.generate](Source& source, Format format) {
    Case c = place(source, format);
    for (Value& value : draw(source, c)) c.arguments.push_back(std::move(value));
    return c;
  };
  inputs.hypothesis = [=, place = inputs.hypothesis](const Case& c) {
    const auto end = c.arguments.begin() + static_cast<std::ptrdiff_t>(before);
    Case first = c;
    first.arguments.assign(c.arguments.begin(), end);
    return place(first) && admits(Arguments(end, c.arguments.end()));
  };
  return inputs;
}

std::int64_t integer(const Value& value) { return std::get<std::int64_t>(value); }

}  // namespace

Inputs special_lattice_place_and_order(std::int64_t low, std::int64_t high) {
  return with_integers(
      special_lattice_place(), {{"order", Kind::integer}},
      ", order from " + std::to_string(low) + " to " + std::to_string(high),
      [=](Source& source, const Case&) -> Arguments { return {source.integer(low, high)}; },
      [=](const Arguments& a) { return low <= integer(a[0]) && integer(a[0]) <= high; });
}

Inputs special_lattice_place_and_indices() {
  return with_integers(
      special_lattice_place(), {{"first", Kind::integer}, {"count", Kind::integer}},
      ", first 0, count 3",
      [](Source&, const Case&) -> Arguments {
        return {std::int64_t{0}, std::int64_t{3}};
      },
      [](const Arguments& a) { return integer(a[0]) == 0 && integer(a[1]) == 3; });
}

Inputs lattice_place_and_indices() {
  return with_integers(
      lattice_place(), {{"first", Kind::integer}, {"count", Kind::integer}},
      ", first at least 0, count 4",
      [](Source& source, const Case& c) -> Arguments {
        const auto nearest = reference::lattice_nearest(number_at(c, 0), number_at(c, 1));
        const auto before = static_cast<std::int64_t>(nearest > 0 ? nearest - 1 : 0);
        return {source.one_in(2) ? std::int64_t{0} : before, std::int64_t{4}};
      },
      [](const Arguments& a) { return integer(a[0]) >= 0 && integer(a[1]) == 4; });
}

Inputs extreme_lattice_jump() {
  Inputs inputs{{{"m", Kind::integer}, d_parameter, alpha_parameter},
                "m from 1 to 2^40, d and alpha powers of two, d in [2^-8, 2^8], alpha d^2 in "
                "[2^-20, 2^12]",
                nullptr,
                nullptr};
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    c.input_class = "special";
    const auto gap = static_cast<int>(source.integer(-8, 8));
    const auto sharp = static_cast<int>(source.integer(-20, 12));
    const std::int64_t m = source.one_of(
        {std::int64_t{1}, std::int64_t{2}, std::int64_t{1} << 20, std::int64_t{1} << 40});
    c.arguments = {m, std::ldexp(1.0, gap), std::ldexp(1.0, sharp - 2 * gap)};
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    const double d = number_at(c, 1), alpha = number_at(c, 2), sharp = alpha * d * d;
    const auto is_power = [](double v) { return v > 0 && std::exp2(std::ilogb(v)) == v; };
    return integer(c.arguments[0]) >= 1 && integer(c.arguments[0]) <= (std::int64_t{1} << 40) &&
           is_power(d) && is_power(alpha) && 0x1p-8 <= d && d <= 0x1p8 && 0x1p-20 <= sharp &&
           sharp <= 0x1p12;
  };
  return inputs;
}

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
