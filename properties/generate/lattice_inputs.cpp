// SPDX-License-Identifier: Apache-2.0
#include "lattice_inputs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "admit.hpp"

namespace softlaw::properties {
namespace {

const Parameter n_parameter{"n", Kind::scalar};
const Parameter d_parameter{"d", Kind::scalar};
const Parameter alpha_parameter{"alpha", Kind::scalar};

struct Place {
  double n, d, alpha;
};

/// Few bits, so that places on the lattice are floats.
double short_gap(Source& source) { return static_cast<double>(source.integer(1, 32)) / 8; }

double sharpness(Source& source, const Landscape& format, double d, double low, double high) {
  return format.round(std::exp2(source.uniform(low, high)) / (d * d));
}

/// One class of places; `few` keeps n below 24 d.
Place draw_place(Source& source, const Landscape& format, bool few, std::string& input_class) {
  const auto pick = [&](const char* name) { return input_class = name, 0; };
  double d = short_gap(source);
  const auto k = static_cast<double>(source.integer(0, few ? 11 : 60));
  double n = 0;
  double alpha = sharpness(source, format, d, -7, 6);
  switch (source.integer(0, few ? 5 : 8)) {
    case 0:
      pick("on a point");
      n = k * d + d * d;
      break;
    case 1:
      pick("between two points");
      n = k * d + d * d + d / 2;
      break;
    case 2:
      pick("where a point enters");
      n = k * d;
      break;
    case 3:
      pick("next to where a point enters");
      d = format.round(source.uniform(0.05, 4));
      alpha = sharpness(source, format, d, -7, 6);
      n = format.round(k * d);
      if (source.one_in(2) && n > 0) n = format.below(n);
      break;
    case 4:
      pick("before the first point");
      d = static_cast<double>(source.integer(2, 12));
      alpha = sharpness(source, format, d, -12, 5);
      n = format.round(source.uniform(0, std::min(d * d, 20 * d)));
      break;
    case 5:
      pick("anywhere");
      d = format.round(std::exp2(source.uniform(-4, 3)));
      alpha = sharpness(source, format, d, -14, 8);
      n = format.round(source.uniform(0, few ? 20 : 300) * d);
      break;
    case 6:
      pick("far out");
      d = format.round(std::exp2(source.uniform(-4, 6)));
      alpha = sharpness(source, format, d, -6, 8);
      n = format.round(std::exp2(source.uniform(10, 40)) * d);
      break;
    case 7:
      pick("dense");
      d = format.round(std::exp2(source.uniform(-4, 6)));
      alpha = sharpness(source, format, d, -36, -8);
      n = format.round(std::exp2(source.uniform(4, 40)) * d);
      break;
    default:
      pick("dense, before the first point");
      d = format.round(std::exp2(source.uniform(4, 14)));
      alpha = sharpness(source, format, d, -30, -8);
      n = format.round(source.uniform(0, 1) * d * d);
      break;
  }
  if (few) n = std::min(n, 23 * d);
  return {format.round(n), d, alpha};
}

bool is_place(const Case& c, std::size_t at = 0) {
  const double n = number_at(c, at), d = number_at(c, at + 1), alpha = number_at(c, at + 2);
  const double lambda = alpha * d * d;
  return fits({n, d, alpha}, c.format) && n >= 0 && n <= 0x1p42 * d && d >= 0x1p-12 &&
         d <= 0x1p16 && lambda >= 0x1p-40 && lambda <= 0x1p12 &&
         // what lies far before its first point is as sharp as its distance
         alpha * d * std::max(d * d - n, 0.0) <= 0x1p20;
}

bool is_few(const Case& c) { return is_place(c) && number_at(c, 0) < 24 * number_at(c, 1); }

Inputs places(bool few, std::vector<Parameter> more, const char* text,
              std::function<void(Source&, const Landscape&, Case&)> add,
              std::function<bool(const Case&)> also) {
  Inputs inputs{{n_parameter, d_parameter, alpha_parameter}, "", nullptr, nullptr};
  inputs.parameters.insert(inputs.parameters.end(), more.begin(), more.end());
  inputs.hypothesis_text =
      few ? "0 <= n < 24 d, alpha d^2 in [2^-40, 2^12]" : "0 <= n, alpha d^2 in [2^-40, 2^12]";
  inputs.hypothesis_text += text;
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

double draw_any(Source& source, const Landscape& format) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return source.one_of({infinity, -infinity, std::numeric_limits<double>::quiet_NaN(), 0.0, -0.0,
                        -1.0, 1.0, 3.0, -format.above(0), format.above(0)});
}

Inputs special_places(bool with_epsilon) {
  Inputs inputs = places(true, {}, "", nullptr, nullptr);
  inputs.hypothesis_text = "n any number, infinity or NaN; d, alpha positive and finite";
  if (with_epsilon) inputs.parameters.push_back({"epsilon", Kind::scalar});
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

Inputs lattice_place() { return places(false, {}, "", nullptr, nullptr); }
Inputs lattice_place_few() { return places(true, {}, "", nullptr, nullptr); }
Inputs lattice_place_and_epsilon() {
  return places(false, {{"epsilon", Kind::scalar}}, ", epsilon finite", add_epsilon, has_epsilon);
}
Inputs lattice_place_few_and_epsilon() {
  return places(true, {{"epsilon", Kind::scalar}}, ", epsilon finite", add_epsilon, has_epsilon);
}
Inputs lattice_place_and_order(std::int64_t low, std::int64_t high) {
  return places(false, {{"order", Kind::integer}}, "", add_integer(low, high),
                has_integer(low, high));
}
Inputs lattice_place_few_and_order(const char* name, std::int64_t low, std::int64_t high) {
  return places(true, {{name, Kind::integer}}, "", add_integer(low, high), has_integer(low, high));
}

Inputs lattice_place_and_step() {
  Inputs inputs = places(false, {}, ", n + d and d^2 floats", nullptr, [](const Case& c) {
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

Inputs lattice_index_gap_sharpness() {
  Inputs inputs{{{"m", Kind::integer}, d_parameter, alpha_parameter},
                "m >= 1, m d a float, alpha d^2 in [2^-40, 2^12]",
                nullptr,
                nullptr};
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    const double d = short_gap(source);
    c.input_class = d < 0.5 ? "the new point is the nearest" : "the new point is far";
    const std::int64_t m = source.one_in(4) ? source.integer(1, 100000) : source.integer(1, 20);
    // the jump is visible where alpha d^4 is not large
    const double low = std::min(-4.0, -2 * std::log2(d) - 6);
    c.arguments = {m, d, sharpness(source, Landscape::of(format), d, low, low + 9)};
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    const auto m = std::get<std::int64_t>(c.arguments[0]);
    Case place = c;
    place.arguments[0] = static_cast<double>(m) * number_at(c, 1);
    return m >= 1 && m <= (std::int64_t{1} << 40) && is_place(place) &&
           exact([&] { static_cast<void>(static_cast<double>(m) * Vector{number_at(c, 1)}); });
  };
  return inputs;
}

Inputs lattice_quotient() {
  Inputs inputs{{n_parameter, d_parameter}, "n >= 0, 2^-60 <= d, n < 2^80 d", nullptr, nullptr};
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    const Landscape& landscape = Landscape::of(format);
    double d = landscape.round(std::exp2(source.uniform(-10, source.one_in(3) ? 40 : 4)));
    double n = 0;
    switch (source.integer(0, 4)) {
      case 0:
        c.input_class = "the quotient rounds to an integer";
        n = landscape.round(static_cast<double>(source.integer(1, 1000)) * d);
        if (source.one_in(2)) n = landscape.below(n);
        break;
      case 1:
        c.input_class = "between two points";
        d = short_gap(source);
        n = static_cast<double>(source.integer(0, 60)) * d + d * d + d / 2;
        break;
      case 2:
        c.input_class = "before the first point";
        n = landscape.round(source.uniform(0, 1.5) * d * d);
        break;
      case 3:
        c.input_class = "far out";
        n = landscape.round(std::exp2(source.uniform(0, 70)) * d);
        break;
      default:
        c.input_class = "a gap below one half";
        d = landscape.round(source.uniform(0.01, 0.6));
        n = landscape.round(source.uniform(0, 20) * d);
    }
    c.arguments = {n, d};
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    const double n = number_at(c, 0), d = number_at(c, 1);
    return fits({n, d}, c.format) && n >= 0 && d >= 0x1p-60 && n < 0x1p80 * d && n < 0x1p120;
  };
  return inputs;
}

Inputs lattice_deep() {
  Inputs inputs{{{"k", Kind::integer}, d_parameter, alpha_parameter},
                "d whole, alpha d^2 in [1/4, 16], both ends 40 points away",
                nullptr,
                nullptr};
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    const auto d = static_cast<double>(source.integer(40, 60));
    c.input_class = "deep inside";
    c.arguments = {source.integer(40, 1000), d, sharpness(source, Landscape::of(format), d, -2, 4)};
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    const double d = number_at(c, 1), lambda = number_at(c, 2) * d * d;
    const auto k = std::get<std::int64_t>(c.arguments[0]);
    return fits({d, number_at(c, 2)}, c.format) && d == std::floor(d) && d >= 40 && d <= 60 &&
           k >= 40 && k <= 1000 && lambda >= 0.25 && lambda <= 16;
  };
  return inputs;
}

Inputs lattice_symmetric() {
  Inputs inputs{{{"c", Kind::integer}, {"k", Kind::integer}, alpha_parameter},
                "2 <= c <= 24, 0 <= k <= 3, alpha c^2 / 4 in [2^-40, 2^12]",
                nullptr,
                nullptr};
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    c.input_class = "symmetric";
    const std::int64_t twice = source.integer(2, 12);
    const double d = static_cast<double>(twice) / 2;
    c.arguments = {twice, source.integer(0, 3),
                   sharpness(source, Landscape::of(format), d, source.one_in(4) ? -20 : -5, 3)};
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    const auto twice = std::get<std::int64_t>(c.arguments[0]);
    const auto k = std::get<std::int64_t>(c.arguments[1]);
    const double alpha = number_at(c, 2), d = static_cast<double>(twice) / 2;
    return twice >= 2 && twice <= 24 && k >= 0 && k <= 3 && fits({alpha}, c.format) &&
           alpha * d * d >= 0x1p-40 && alpha * d * d <= 0x1p12;
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
