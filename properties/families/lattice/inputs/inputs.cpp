// SPDX-License-Identifier: Apache-2.0
#include "families/lattice/inputs/inputs.hpp"

#include <cmath>

#include "families/lattice/inputs/place.hpp"
#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

bool is_few(const Case& c) { return is_place(c) && number_at(c, 0) < 24 * number_at(c, 1); }

Inputs places(bool few, std::vector<Parameter> more, const char* text,
              const std::function<void(Source&, const Landscape&, Case&)>& add,
              const std::function<bool(const Case&)>& also) {
  Inputs inputs{place_parameters, "", nullptr, nullptr};
  inputs.parameters.insert(inputs.parameters.end(), more.begin(), more.end());
  inputs.hypothesis_text = (few ? "0 <= n < 24 d, " : "n >= 0, ") + std::string(place_text) + text;
  inputs.generate = [few, add](Source& source, Format format) {
    Case c = empty_case(format);
    const Landscape& landscape = Landscape::of(format);
    const Place place = draw_place(source, landscape, few, c.input_class);
    c.arguments = {place.n, place.d, place.alpha};
    if (add) add(source, landscape, c);
    return c;
  };
  inputs.hypothesis = [few, also](const Case& c) {
    return (few ? is_few(c) : is_place(c)) && (!also || also(c));
  };
  return inputs;
}

void add_epsilon(Source& source, const Landscape& format, Case& c) {
  const double size = std::exp2(source.uniform(-10, source.one_in(3) ? 30 : 4));
  c.arguments.emplace_back(source.one_in(6) ? 0.0
                                            : format.round(source.one_of({-1.0, 1.0}) * size));
}

bool has_epsilon(const Case& c) { return fits({number_at(c, 3)}, c.format); }

auto add_integer(std::int64_t low, std::int64_t high) {
  return [low, high](Source& source, const Landscape&, Case& c) {
    c.arguments.emplace_back(source.integer(low, high));
  };
}

auto has_integer(std::int64_t low, std::int64_t high) {
  return [low, high](const Case& c) {
    const auto k = std::get<std::int64_t>(c.arguments[3]);
    return low <= k && k <= high;
  };
}

}  // namespace

Inputs lattice_place() { return places(false, {}, "", nullptr, nullptr); }
Inputs lattice_place_few() { return places(true, {}, "", nullptr, nullptr); }
Inputs lattice_place_and_epsilon() {
  return places(false, {epsilon_parameter}, ", epsilon finite", add_epsilon, has_epsilon);
}
Inputs lattice_place_few_and_epsilon() {
  return places(true, {epsilon_parameter}, ", epsilon finite", add_epsilon, has_epsilon);
}
Inputs lattice_place_and_order(std::int64_t low, std::int64_t high) {
  return places(false, {{"order", Kind::integer}}, "", add_integer(low, high),
                has_integer(low, high));
}
Inputs lattice_place_few_and_order(const char* name, std::int64_t low, std::int64_t high) {
  return places(true, {{name, Kind::integer}}, "", add_integer(low, high), has_integer(low, high));
}

Inputs lattice_place_and_high_order(std::int64_t low, std::int64_t high) {
  Inputs inputs = lattice_place_and_order(low, high);
  inputs.generate = [=](Source& source, Format format) {
    Case c = empty_case(format);
    const Landscape& landscape = Landscape::of(format);
    const bool is_short = source.one_in(6);
    const Place place = is_short ? draw_short_range(source, landscape)
                                 : draw_place(source, landscape, false, c.input_class);
    if (is_short) c.input_class = "a short range";
    // high orders are dear: most where they are hard, few elsewhere
    const double share = std::pow(source.unit(), is_short ? 0.5 : 4);
    const auto orders = static_cast<double>(high - low + 1);
    c.arguments = {place.n, place.d, place.alpha, low + static_cast<std::int64_t>(share * orders)};
    return c;
  };
  return inputs;
}

Inputs lattice_place_and_step() {
  Inputs inputs = places(
      false, {}, ", n, d multiples of 1/8, n + d and d^2 floats", nullptr, [](const Case& c) {
        const double n = number_at(c, 0), d = number_at(c, 1);
        return exact([&] { static_cast<void>(Vector{n} + d); }) && fits({n + d, d * d}, c.format) &&
               n * 8 == std::floor(n * 8) && d * 8 == std::floor(d * 8);
      });
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    c.input_class = "on a grid of eighths";
    const double d = short_gap(source);
    const double far = source.one_in(4) ? 0x1p17 : 40;
    const double n = std::floor(source.uniform(0, far) * d * 8) / 8;
    c.arguments = {n, d,
                   sharpness(source, Landscape::of(format), d, source.one_in(4) ? -20 : -6, 4)};
    return c;
  };
  return inputs;
}

}  // namespace softlaw::properties
