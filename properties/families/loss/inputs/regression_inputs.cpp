// SPDX-License-Identifier: Apache-2.0
#include "families/loss/inputs/regression_inputs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "families/loss/inputs/labels.hpp"
#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

const std::vector<Parameter> map{{"x", Kind::vector}, {"w", Kind::vector}, {"b", Kind::vector}};

std::vector<Parameter> and_one_more(std::vector<Parameter> parameters, const char* name) {
  parameters.push_back({name, Kind::vector});
  return parameters;
}

struct Shape {
  std::size_t rows, d, q;
};

Shape draw_shape(Source& source) {
  return {source.size(1, 3), source.size(1, 3), source.size(1, 4)};
}

/// The shape, if the vectors have one.
Shape shape_of(const Case& c) {
  const std::size_t q = vector_at(c, 2).size(), in_w = vector_at(c, 1).size();
  const std::size_t d = q == 0 ? 0 : in_w / q;
  return {d == 0 ? 0 : vector_at(c, 0).size() / d, d, q};
}

bool is_map(const Case& c) {
  const auto [rows, d, q] = shape_of(c);
  return rows > 0 && vector_at(c, 0).size() == rows * d && vector_at(c, 1).size() == d * q;
}

bool is_minibatch(const Case& c) {
  const auto [rows, d, q] = shape_of(c);
  return is_map(c) && vector_at(c, 3).size() == rows * q;
}

/// Numbers of few bits, of common size, or of all sizes; now and then terms that cancel.
void draw_map(Source& source, Case& c, const Shape& shape) {
  const Landscape& landscape = Landscape::of(c.format);
  const auto [rows, d, q] = shape;
  const auto kind = source.integer(0, 3);
  const char* const names[] = {"small dyadics", "everyday", "any exponent", "cancellation"};
  c.input_class = names[kind];
  const auto entry = [&] {
    if (kind == 0) return static_cast<double>(source.integer(-24, 24)) / 8;
    if (kind == 2)
      return landscape.round(
          std::ldexp(source.uniform(-1, 1), static_cast<int>(source.integer(-30, 6))));
    return landscape.round(source.uniform(-4, 4));
  };
  Vector x(rows * d), w(d * q), b(q);
  for (Vector* v : {&x, &w, &b}) std::ranges::generate(*v, entry);
  if (kind == 3) {
    // the bias cancels the first row, up to a rounding
    for (std::size_t j = 0; j < q; ++j) {
      double sum = 0;
      for (std::size_t k = 0; k < d; ++k) sum += x[k] * w[k * q + j];
      b[j] = landscape.round(-sum);
    }
  }
  c.arguments = {std::move(x), std::move(w), std::move(b)};
}

Vector draw_label_rows(Source& source, Format format, const Shape& shape, std::string& kind) {
  Vector y;
  for (std::size_t i = 0; i < shape.rows; ++i) {
    kind.clear();
    const Vector row = draw_labels(source, format, shape.q, kind);
    y.insert(y.end(), row.begin(), row.end());
  }
  return y;
}

Case draw_minibatch(Source& source, Format format) {
  Case c = empty_case(format);
  const Shape shape = draw_shape(source);
  draw_map(source, c, shape);
  std::string kind;
  c.arguments.emplace_back(draw_label_rows(source, format, shape, kind));
  return c;
}

/// Small integers over a power of two: all sums of products are floats of either format.
Case draw_coarse(Source& source, Format format, const Shape& shape) {
  Case c = empty_case(format);
  c.input_class = "coarse";
  const double unit = std::exp2(static_cast<double>(source.integer(-4, 1)));
  const auto [rows, d, q] = shape;
  Vector x(rows * d), w(d * q), b(q);
  for (double& entry : x) entry = static_cast<double>(source.integer(-8, 8)) / 4;
  for (Vector* v : {&w, &b}) {
    for (double& entry : *v) entry = unit * static_cast<double>(source.integer(-32, 32));
  }
  c.arguments = {std::move(x), std::move(w), std::move(b)};
  return c;
}

/// All are small multiples of a common unit, so that laws may add and multiply them exactly.
bool is_coarse(const Case& c) {
  return std::ranges::all_of(c.arguments, [](const Value& value) {
    const auto* v = std::get_if<Vector>(&value);
    return !v || std::ranges::all_of(*v, [](double e) {
      return std::fabs(e) <= 64 && std::nearbyint(16 * e) == 16 * e;
    });
  });
}

bool is_one_hot(const Vector& row) {
  return std::ranges::count(row, 1.0) == 1 &&
         std::ranges::count(row, 0.0) == static_cast<std::ptrdiff_t>(row.size()) - 1;
}

bool has_one_hot_rows(const Case& c) {
  const Vector& y = vector_at(c, 3);
  const std::size_t q = shape_of(c).q;
  for (std::size_t i = 0; i < y.size(); i += q) {
    const auto begin = y.begin() + static_cast<std::ptrdiff_t>(i);
    if (!is_one_hot(Vector(begin, begin + static_cast<std::ptrdiff_t>(q)))) return false;
  }
  return true;
}

double draw_odd(Source& source) {
  return source.one_of({infinity, -infinity, std::numeric_limits<double>::quiet_NaN()});
}

/// Puts one or two infinities or NaN into x, w or b.
void spoil(Source& source, Case& c) {
  c.input_class = "special";
  for (auto count = source.integer(1, 2); count > 0; --count) {
    Vector& v = std::get<Vector>(c.arguments[source.size(0, 2)]);
    v[source.size(0, v.size() - 1)] = draw_odd(source);
  }
}

bool all_fit(const Case& c) {
  return std::ranges::all_of(c.arguments, [&](const Value& value) {
    const auto* v = std::get_if<Vector>(&value);
    return !v || fits(*v, c.format);
  });
}

}  // namespace

Inputs affine_map() {
  return {map, "x, w, b finite and of shapes that fit",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            draw_map(source, c, draw_shape(source));
            return c;
          },
          [](const Case& c) { return finite_and_not_empty(c) && is_map(c); }};
}

Inputs minibatch() {
  return {and_one_more(map, "y"), "x, w, b finite, y >= 0 finite, of shapes that fit",
          draw_minibatch, [](const Case& c) {
            return finite_and_not_empty(c) && is_minibatch(c) && are_labels(vector_at(c, 3));
          }};
}

Inputs hard_minibatch() {
  Inputs inputs = where(minibatch(), "multiples of 2^-4 up to 2^6, one label 1 in each row",
                        [](const Case& c) { return is_coarse(c) && has_one_hot_rows(c); });
  inputs.generate = [](Source& source, Format format) {
    const Shape shape = draw_shape(source);
    Case c = draw_coarse(source, format, shape);
    Vector y(shape.rows * shape.q);
    for (std::size_t i = 0; i < shape.rows; ++i) y[i * shape.q + source.size(0, shape.q - 1)] = 1;
    c.arguments.emplace_back(std::move(y));
    return c;
  };
  return inputs;
}

Inputs minibatch_and_step() {
  return {and_one_more(and_one_more(map, "y"), "u"),
          "x, w, b, u multiples of 2^-4 up to 2^6, y >= 0 finite, of shapes that fit",
          [](Source& source, Format format) {
            const Shape shape = draw_shape(source);
            Case c = draw_coarse(source, format, shape);
            std::string kind;
            c.arguments.emplace_back(draw_label_rows(source, format, shape, kind));
            const double unit = std::exp2(static_cast<double>(source.integer(-4, 0)));
            Vector u((shape.d + 1) * shape.q);
            for (double& entry : u) entry = unit * static_cast<double>(source.integer(-4, 4));
            c.arguments.emplace_back(std::move(u));
            return c;
          },
          [](const Case& c) {
            Case map_and_step = c;
            map_and_step.arguments[3] = Vector{0};
            return finite_and_not_empty(c) && is_minibatch(c) && are_labels(vector_at(c, 3)) &&
                   is_coarse(map_and_step) &&
                   vector_at(c, 4).size() == vector_at(c, 1).size() + vector_at(c, 2).size();
          }};
}

Inputs coarse_minibatch() {
  Inputs inputs = minibatch_and_step();
  inputs.parameters.pop_back();
  inputs.hypothesis_text = "x, w, b multiples of 2^-4 up to 2^6, y >= 0 finite, of shapes that fit";
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    c.arguments.pop_back();
    return c;
  };
  inputs.hypothesis = [before = inputs.hypothesis](const Case& c) {
    Case with_step = c;
    with_step.arguments.emplace_back(concatenate(vector_at(c, 1), vector_at(c, 2)));
    return before(with_step);
  };
  return inputs;
}

Inputs minibatch_and_gauge() {
  Inputs inputs = minibatch_and_step();
  inputs.parameters.back().name = "c";
  inputs.hypothesis_text =
      "x, w, b, c multiples of 2^-4 up to 2^6, y >= 0 finite, of shapes that fit";
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    Vector& gauge = std::get<Vector>(c.arguments[4]);
    gauge.resize(vector_at(c, 1).size() / vector_at(c, 2).size() + 1);
    return c;
  };
  inputs.hypothesis = [before = inputs.hypothesis](const Case& c) {
    if (vector_at(c, 4).size() != shape_of(c).d + 1) return false;
    Case with_step = c;
    with_step.arguments[4] = concatenate(vector_at(c, 1), vector_at(c, 2));
    Case with_gauge = c;
    with_gauge.arguments = {vector_at(c, 4)};
    return before(with_step) && is_coarse(with_gauge) && finite(with_gauge);
  };
  return inputs;
}

Inputs features_and_classes() {
  return {{{"d", Kind::integer}, {"q", Kind::integer}},
          "d, q from 1 to 2^31",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "sizes";
            const std::int64_t most = source.one_of<std::int64_t>({9, 1000, 1LL << 31});
            c.arguments = {source.integer(1, most), source.integer(1, most)};
            return c;
          },
          [](const Case& c) {
            return std::ranges::all_of(c.arguments, [](const Value& value) {
              const auto n = std::get<std::int64_t>(value);
              return n >= 1 && n <= 1LL << 31;
            });
          }};
}

Inputs special_affine_map() {
  Inputs inputs = affine_map();
  inputs.hypothesis_text = "x, w, b with infinities or NaN, of shapes that fit";
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    spoil(source, c);
    return c;
  };
  inputs.hypothesis = [](const Case& c) { return all_fit(c) && is_map(c); };
  return inputs;
}

Inputs special_minibatch() {
  Inputs inputs = minibatch();
  inputs.hypothesis_text =
      "x, w, b with infinities or NaN, y >= 0 finite or NaN, of shapes that fit";
  inputs.generate = [](Source& source, Format format) {
    Case c = draw_minibatch(source, format);
    if (source.one_in(4)) {
      std::get<Vector>(c.arguments[3]).back() = std::nan("");
      c.input_class = "special";
    } else {
      spoil(source, c);
    }
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    return all_fit(c) && is_minibatch(c) &&
           std::ranges::none_of(vector_at(c, 3), [](double e) { return e < 0 || std::isinf(e); });
  };
  return inputs;
}

}  // namespace softlaw::properties
