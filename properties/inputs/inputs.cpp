// SPDX-License-Identifier: Apache-2.0
#include "inputs/inputs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

const Parameter x{"x", Kind::vector};
const Parameter lambda{"lambda", Kind::scalar};

}  // namespace

Inputs where(Inputs inputs, const std::string& text, std::function<bool(const Case&)> also) {
  inputs.hypothesis_text += (inputs.hypothesis_text.empty() ? "" : ", ") + text;
  inputs.hypothesis = [before = inputs.hypothesis, also = std::move(also)](const Case& c) {
    return before(c) && also(c);
  };
  return inputs;
}

Inputs one_vector() {
  return {{x},
          "x finite, not empty",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.arguments = {draw_vector(source, format, c.input_class)};
            return c;
          },
          finite_and_not_empty};
}

Inputs one_vector(std::size_t at_least) {
  Inputs inputs = where(one_vector(), "n >= " + std::to_string(at_least),
                        [=](const Case& c) { return vector_at(c, 0).size() >= at_least; });
  inputs.generate = [=](Source& source, Format format) {
    Case c = empty_case(format);
    Vector v = draw_vector(source, format, c.input_class);
    while (v.size() < at_least) v.push_back(v.back());
    c.arguments = {std::move(v)};
    return c;
  };
  return inputs;
}

Inputs one_number() {
  return {{{"t", Kind::scalar}},
          "t finite",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            const Landscape& landscape = Landscape::of(format);
            const Vector v = draw_vector(source, format, c.input_class);
            // the gap to another entry is where the argument of an exponential comes from
            const double t = source.one_in(2) ? v.front() : landscape.round(v.front() - v.back());
            c.arguments = {std::isfinite(t) ? t : v.front()};
            return c;
          },
          finite};
}

Inputs drawn_number(const char* name, const char* hypothesis,
                    double (*draw)(Source&, Format, std::string& input_class),
                    bool (*admits)(double)) {
  return {{{name, Kind::scalar}},
          hypothesis,
          [draw](Source& source, Format format) {
            Case c = empty_case(format);
            c.arguments = {draw(source, format, c.input_class)};
            return c;
          },
          [admits](const Case& c) { return finite(c) && admits(number_at(c, 0)); }};
}

Inputs two_numbers() {
  return {{{"a", Kind::scalar}, {"b", Kind::scalar}},
          "a, b finite",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            const Vector v = draw_vector(source, format, c.input_class);
            c.arguments = {v.front(), v.back()};
            return c;
          },
          finite};
}

Inputs vector_and_shift() {
  return {{x, {"c", Kind::scalar}},
          "x finite, not empty, x + c exact",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            Vector v = draw_vector(source, format, c.input_class);
            double largest = 1;
            for (double entry : v) largest = std::max(largest, std::fabs(entry));
            if (!(largest < Landscape::of(format).largest_offset())) {  // no sum may overflow
              for (double& entry : v) entry /= 64;
              largest /= 64;
            }
            const double size = std::exp2(source.uniform(-8, 8));
            double shift = source.one_of({1.0, -1.0}) * largest * size;
            if (!(std::fabs(shift) < Landscape::of(format).largest_offset())) shift = largest;
            share_a_grid(v, shift, format);
            c.arguments = {std::move(v), shift};
            return c;
          },
          [](const Case& c) {
            return finite_and_not_empty(c) && exact([&] {
                     if (!fits(vector_at(c, 0) + number_at(c, 1), c.format)) throw Inexact("");
                   });
          }};
}

Inputs vector_and_scale() {
  return {{x, lambda},
          "x finite, not empty, lambda > 0 finite",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            Vector v = draw_vector(source, format, c.input_class);
            c.arguments = {std::move(v), draw_scale(source, Landscape::of(format))};
            return c;
          },
          [](const Case& c) { return finite_and_not_empty(c) && number_at(c, 1) > 0; }};
}

Inputs vector_and_two_scales() {
  return {{x, lambda, {"mu", Kind::scalar}},
          "x finite, not empty, 0 < lambda < mu finite",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            Vector v = draw_vector(source, format, c.input_class);
            const Landscape& landscape = Landscape::of(format);
            const double smaller = draw_scale(source, landscape);
            const double factor = 1 + std::exp2(source.uniform(-8, 6));
            c.arguments = {std::move(v), smaller, landscape.round(smaller * factor)};
            return c;
          },
          [](const Case& c) {
            return finite_and_not_empty(c) && number_at(c, 1) > 0 &&
                   number_at(c, 1) < number_at(c, 2);
          }};
}

Inputs vector_and_power_of_two() {
  return {{x, lambda},
          "x finite, not empty, lambda a power of two, lambda x exact",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            Vector v = draw_vector(source, format, c.input_class);
            if (c.input_class == "subnormal" || c.input_class == "offset" ||
                c.input_class == "one magnitude") {
              v = draw_grid(source, format, v.size(), 4);
              c.input_class = "small dyadics";
            }
            // gaps stay below 2^13, so that 2^14 bits decide on which side of a tie e^-gap lies
            c.arguments = {std::move(v), std::exp2(static_cast<double>(source.integer(-8, 8)))};
            return c;
          },
          [](const Case& c) {
            const double scale = number_at(c, 1);
            return finite_and_not_empty(c) && scale > 0 && std::exp2(std::ilogb(scale)) == scale &&
                   exact([&] {
                     if (!fits(scale * vector_at(c, 0), c.format)) throw Inexact("");
                   });
          }};
}

Inputs vector_and_integer(const char* name, std::int64_t low, std::int64_t high) {
  return {{x, {name, Kind::integer}},
          std::string("x finite, not empty, ") + std::to_string(low) + " <= " + name +
              " <= " + std::to_string(high),
          [=](Source& source, Format format) {
            Case c = empty_case(format);
            Vector v = draw_vector(source, format, c.input_class);
            c.arguments = {std::move(v), source.integer(low, high)};
            return c;
          },
          [=](const Case& c) {
            const auto k = std::get<std::int64_t>(c.arguments[1]);
            return finite_and_not_empty(c) && low <= k && k <= high;
          }};
}

Inputs matrix() {
  return {
      {x, {"columns", Kind::integer}, {"padding", Kind::integer}, {"temperature", Kind::scalar}},
      "x finite, of rows * columns entries, padding from 0 to 7, temperature > 0",
      [](Source& source, Format format) {
        Case c = empty_case(format);
        Vector v = draw_vector(source, format, c.input_class);
        const bool many = source.one_in(50);  // more rows than a byte counts, of few columns
        const std::size_t rows = many ? 256 + source.size(0, 2) : source.size(1, 4);
        v.resize(std::min<std::size_t>(v.size(), many ? 3 : 40));
        const auto columns = static_cast<std::int64_t>(v.size());
        for (std::size_t row = 1; row < rows; ++row) {
          for (std::int64_t i = 0; i < columns; ++i) {
            v.push_back(v[v.size() - static_cast<std::size_t>(columns)]);
          }
          std::rotate(v.end() - columns, v.end() - 1, v.end());
        }
        c.arguments = {std::move(v), columns, source.integer(0, 7),
                       source.one_in(2) ? 1.0 : draw_scale(source, Landscape::of(format))};
        return c;
      },
      [](const Case& c) {
        const auto columns = std::get<std::int64_t>(c.arguments[1]);
        const auto padding = std::get<std::int64_t>(c.arguments[2]);
        return finite_and_not_empty(c) && columns > 0 && padding >= 0 && padding <= 7 &&
               vector_at(c, 0).size() % static_cast<std::size_t>(columns) == 0 &&
               number_at(c, 3) > 0;
      }};
}

Inputs special_vector() {
  return {{x},
          "x with infinities or NaN, or empty, or of the largest floats",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            std::string ignored;
            const Landscape& landscape = Landscape::of(format);
            const double largest = landscape.below(infinity);
            const double nan = std::numeric_limits<double>::quiet_NaN();
            Vector v = draw_vector(source, format, ignored);
            if (v.size() > 40 && !source.one_in(8)) v.resize(source.size(1, 40));
            c.input_class = "special";
            switch (source.integer(0, 3)) {
              case 0:
                v.assign(source.size(0, 9), source.one_of({-infinity, infinity, -infinity, nan}));
                break;
              case 1:
                if (source.one_in(2)) {  // whole blocks of a power of two
                  const std::size_t block = std::size_t{1} << source.size(0, 6);
                  for (std::size_t i = 0; i < v.size(); ++i) {
                    if (mix(i / block + v.size()) % 2 == 0) v[i] = -infinity;
                  }
                } else {
                  for (double& entry : v) {
                    if (source.one_in(2)) entry = -infinity;
                  }
                }
                break;
              case 2:
                for (double& entry : v) {
                  if (source.one_in(3)) entry = source.one_of({largest, -largest, 0.0, -0.0});
                }
                break;
              default:
                break;
            }
            for (std::size_t count = source.size(0, 2); count > 0 && !v.empty(); --count) {
              v[source.size(0, v.size() - 1)] = source.one_of({-infinity, infinity, nan, largest});
            }
            c.arguments = {std::move(v)};
            return c;
          },
          [](const Case& c) { return fits(vector_at(c, 0), c.format); }};
}

}  // namespace softlaw::properties
