// SPDX-License-Identifier: Apache-2.0
#include "inputs/special_inputs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "function/conventions.hpp"
#include "inputs/lengths.hpp"

namespace softlaw::properties {
namespace {

constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();

double draw_special(Source& source, Format format) {
  const Landscape& landscape = Landscape::of(format);
  const double largest = landscape.below(infinity), least = landscape.above(0);
  return source.one_of(
      {infinity, -infinity, quiet_nan, 0.0, -0.0, 1.0, -1.0, largest, -largest, least, -least});
}

Case start(Format format, const char* input_class) {
  Case c;
  c.format = format;
  c.input_class = input_class;
  return c;
}

bool fits(const Case& c) {
  return std::ranges::all_of(c.arguments, [&](const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return c.format.contains(*number);
    const auto* v = std::get_if<Vector>(&value);
    return !v || std::ranges::all_of(*v, [&](double e) { return c.format.contains(e); });
  });
}

double last_number(const Case& c) { return std::get<double>(c.arguments.back()); }

/// special_vector() with a number behind it.
Inputs with_number(const char* name, std::string text, double (*draw)(Source&, Format),
                   bool (*admits)(double)) {
  Inputs inputs = special_vector();
  inputs.parameters.push_back({name, Kind::scalar});
  inputs.hypothesis_text += ", " + std::move(text);
  inputs.generate = [draw, draw_x = inputs.generate](Source& source, Format format) {
    Case c = draw_x(source, format);
    c.arguments.emplace_back(draw(source, format));
    return c;
  };
  inputs.hypothesis = [admits](const Case& c) { return fits(c) && admits(last_number(c)); };
  return inputs;
}

bool takes_zero() { return !follows("temperature-zero", "refused"); }

double draw_magnitude(Source& source, Format format) {
  if (source.one_in(3)) return 1;
  if (source.one_in(4)) return infinity;
  return Landscape::of(format).round(std::exp2(source.uniform(-20, 20)));
}

double draw_temperature(Source& source, Format format) {
  if (takes_zero() && source.one_in(4)) return 0;
  return draw_magnitude(source, format);
}

bool is_temperature(double value) { return value > 0 || (value == 0 && takes_zero()); }

}  // namespace

Inputs special_number() {
  return {{{"t", Kind::scalar}},
          "t any number, infinity or NaN",
          [](Source& source, Format format) {
            Case c = start(format, "special");
            c.arguments = {draw_special(source, format)};
            return c;
          },
          fits};
}

Inputs two_special_numbers() {
  return {{{"a", Kind::scalar}, {"b", Kind::scalar}},
          "a, b any numbers, infinities or NaN",
          [](Source& source, Format format) {
            Case c = start(format, "special");
            const double a = draw_special(source, format);
            c.arguments = {a, source.one_in(3) ? a : draw_special(source, format)};
            return c;
          },
          fits};
}

Inputs special_vector_and_scale() {
  return with_number(
      "lambda", "lambda not 0, perhaps infinite",
      [](Source& source, Format format) {
        return source.one_of({1.0, -1.0}) * draw_magnitude(source, format);
      },
      [](double lambda) { return lambda < 0 || lambda > 0; });
}

Inputs special_vector_and_temperature() {
  return with_number("temperature", "temperature > 0, perhaps infinite", draw_temperature,
                     is_temperature);
}

Inputs special_vector_and_directions(std::size_t k) {
  Inputs inputs = at_most(9, special_vector());
  for (std::size_t i = 1; i <= k; ++i) {
    inputs.parameters.push_back({"h" + std::to_string(i), Kind::vector});
  }
  inputs.hypothesis_text += ", directions as long as x";
  inputs.generate = [k, draw_x = inputs.generate](Source& source, Format format) {
    Case c = draw_x(source, format);
    const std::size_t n = std::get<Vector>(c.arguments.front()).size();
    for (std::size_t i = 0; i < k; ++i) {
      // few bits: a result half-way between two floats, moved by e^-1e308, cannot be rounded
      Vector h(n);
      for (double& entry : h) entry = static_cast<double>(source.integer(-2, 2));
      if (n > 0 && source.one_in(6)) h.back() = source.one_of({infinity, -infinity, quiet_nan});
      c.arguments.emplace_back(std::move(h));
    }
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    const std::size_t n = std::get<Vector>(c.arguments.front()).size();
    return fits(c) && n <= 9 && std::ranges::all_of(c.arguments, [n](const Value& value) {
             return std::get<Vector>(value).size() == n;
           });
  };
  return inputs;
}

Inputs special_matrix() {
  Inputs inputs = matrix();
  inputs.hypothesis_text =
      "x with infinities or NaN, or empty, of rows * columns entries, temperature > 0";
  inputs.generate = [row = special_vector()](Source& source, Format format) {
    Case c = start(format, "special");
    Vector all;
    const std::size_t columns = source.size(1, 6);
    for (std::size_t rows = source.size(0, 4); rows > 0; --rows) {
      const Case drawn = row.generate(source, format);
      Vector v = std::get<Vector>(drawn.arguments.front());
      v.resize(columns, v.empty() ? -infinity : v.back());
      all.insert(all.end(), v.begin(), v.end());
    }
    c.arguments = {std::move(all), static_cast<std::int64_t>(columns), source.integer(0, 7),
                   draw_temperature(source, format)};
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    const auto columns = std::get<std::int64_t>(c.arguments[1]);
    const auto padding = std::get<std::int64_t>(c.arguments[2]);
    return fits(c) && columns > 0 && padding >= 0 && padding <= 7 &&
           is_temperature(last_number(c)) &&
           std::get<Vector>(c.arguments[0]).size() % static_cast<std::size_t>(columns) == 0;
  };
  return inputs;
}

Inputs special_weights() {
  return {{{"p", Kind::vector}},
          "p >= 0 finite, NaN or empty; the sum is anything",
          [](Source& source, Format format) {
            Case c = start(format, "special");
            const Landscape& landscape = Landscape::of(format);
            Vector p = draw_simplex(source, format, source.size(1, 6));
            for (double& entry : p) {
              if (source.one_in(2)) {
                entry = source.one_of(
                    {0.0, -0.0, 0.0, 1.0, landscape.above(0), landscape.below(infinity)});
              }
            }
            if (source.one_in(4)) p.front() = quiet_nan;
            if (source.one_in(10)) p.clear();
            c.arguments = {std::move(p)};
            return c;
          },
          [](const Case& c) {
            return fits(c) && std::ranges::none_of(std::get<Vector>(c.arguments.front()),
                                                   [](double e) { return e < 0 || std::isinf(e); });
          }};
}

}  // namespace softlaw::properties
