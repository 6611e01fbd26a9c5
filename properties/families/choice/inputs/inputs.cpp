// SPDX-License-Identifier: Apache-2.0
// Inputs of scores and strengths: regression_inputs.hpp declares them.
#include <algorithm>
#include <cmath>
#include <limits>

#include "families/loss/inputs/regression_inputs.hpp"
#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

const Parameter o{"o", Kind::vector};
const Parameter none{"none", Kind::scalar};

Vector short_vector(Source& source, Format format, std::string& input_class) {
  Vector v = draw_vector(source, format, input_class);
  if (v.size() > 12) v.resize(12);
  return v;
}

bool is_strength(double value) { return !(value <= 0) && !std::isinf(value); }

}  // namespace

Inputs two_strengths() {
  return {{{"a", Kind::scalar}, {"b", Kind::scalar}},
          "a, b > 0 finite",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            const Landscape& landscape = Landscape::of(format);
            const double range = source.one_of({3.0, 60.0, static_cast<double>(landscape.wide)});
            c.input_class = range < 60 ? "alike" : range > 60 ? "from end to end" : "far apart";
            const auto draw = [&] {
              return landscape.round(std::exp2(source.uniform(-range, range)));
            };
            const double a = draw(), b = draw();
            c.arguments = {a, b};
            return c;
          },
          [](const Case& c) { return finite(c) && number_at(c, 0) > 0 && number_at(c, 1) > 0; }};
}

Inputs scores_and_default() {
  return {{o, none},
          "o, none finite, o not empty",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            Vector v = short_vector(source, format, c.input_class);
            double score = v[source.size(0, v.size() - 1)];
            if (v.size() > 1 && source.one_in(2)) {
              score = v.back();
              v.pop_back();
            }
            c.arguments = {std::move(v), score};
            return c;
          },
          finite_and_not_empty};
}

Inputs scores_and_rise() {
  return {{o, none, {"k", Kind::integer}, {"h", Kind::scalar}},
          "o, none finite, o not empty, 0 <= k < n, h > 0 with o_k + h exact",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "grid";
            const std::size_t n = source.size(1, 6);
            Vector all = draw_grid(source, format, n + 2, 3);
            const double h = std::fabs(all[n + 1]);
            const double score = all[n];
            all.resize(n);
            const auto k = source.integer(0, static_cast<std::int64_t>(n) - 1);
            c.arguments = {std::move(all), score, k, h > 0 ? h : 0.5};
            return c;
          },
          [](const Case& c) {
            const auto k = std::get<std::int64_t>(c.arguments[2]);
            if (!finite_and_not_empty(c) || k < 0 || !(number_at(c, 3) > 0)) return false;
            const Vector& scores = vector_at(c, 0);
            return static_cast<std::size_t>(k) < scores.size() && exact([&] {
                     const Vector risen =
                         Vector{scores[static_cast<std::size_t>(k)]} + number_at(c, 3);
                     if (!fits(risen, c.format)) throw Inexact("");
                   });
          }};
}

Inputs special_scores_and_default() {
  Inputs inputs = special_vector();
  return {{o, none},
          "o, none with infinities or NaN, o perhaps empty",
          [draw = inputs.generate](Source& source, Format format) {
            Case c = draw(source, format);
            c.arguments.emplace_back(
                source.one_of({-infinity, -infinity, infinity, std::nan(""), 0.0, 1.0}));
            return c;
          },
          [](const Case& c) {
            return fits(vector_at(c, 0), c.format) && c.format.contains(number_at(c, 1));
          }};
}

Inputs special_strengths() {
  Inputs inputs = two_strengths();
  inputs.hypothesis_text = "a, b the least and the largest floats, 1 or NaN";
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    c.input_class = "special";
    const Landscape& landscape = Landscape::of(format);
    const double largest = landscape.below(std::numeric_limits<double>::infinity());
    const auto draw = [&] {
      return source.one_of({largest, landscape.above(0), 1.0, std::nan("")});
    };
    const double a = draw(), b = draw();
    c.arguments = {a, b};
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    return is_strength(number_at(c, 0)) && is_strength(number_at(c, 1)) &&
           c.format.contains(number_at(c, 0)) && c.format.contains(number_at(c, 1));
  };
  return inputs;
}

}  // namespace softlaw::properties
