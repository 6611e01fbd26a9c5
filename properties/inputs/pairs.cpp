// SPDX-License-Identifier: Apache-2.0
// Inputs of two vectors or more: inputs.hpp declares them.
#include <algorithm>
#include <cmath>

#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

const Parameter x{"x", Kind::vector};
const Parameter y{"y", Kind::vector};

/// A vector of the same length as v, near to it or not.
Vector draw_companion(Source& source, const Landscape& format, const Vector& v) {
  Vector other = v;
  const double distance = std::exp2(source.uniform(-12, 5));
  for (double& entry : other) {
    entry = format.round(source.one_in(6) ? entry : entry + distance * source.uniform(-1, 1));
  }
  return other;
}

/// Vectors of n entries, all on one grid: sums across them are exact too.
std::vector<Vector> draw_grids(Source& source, Format format, std::size_t count, std::size_t n,
                               int spare) {
  const Vector all = draw_grid(source, format, count * n, spare);
  std::vector<Vector> vectors;
  for (auto first = all.begin(); first != all.end(); first += static_cast<std::ptrdiff_t>(n)) {
    vectors.emplace_back(first, first + static_cast<std::ptrdiff_t>(n));
  }
  return vectors;
}

}  // namespace

Inputs two_vectors() {
  return {{x, y},
          "x, y finite, of one length",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            const Vector v = draw_vector(source, format, c.input_class);
            c.arguments = {v, draw_companion(source, Landscape::of(format), v)};
            return c;
          },
          one_length};
}

Inputs two_vectors_exact_difference() {
  Inputs inputs = where(two_vectors(), "y - x exact", [](const Case& c) {
    return exact([&] {
      if (!fits(vector_at(c, 1) - vector_at(c, 0), c.format)) throw Inexact("");
    });
  });
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    Vector v = draw_vector(source, format, c.input_class);
    double size = std::exp2(source.uniform(-6, 5));
    share_a_grid(v, size, format);
    Vector other = v;
    for (double& entry : other) {
      entry += size * static_cast<double>(source.integer(-1, 1));
    }
    c.arguments = {std::move(v), std::move(other)};
    return c;
  };
  return inputs;
}

Inputs two_vectors_of_any_length() {
  return {{x, y},
          "x, y finite, not empty",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            std::string other;
            Vector v = draw_vector(source, format, c.input_class);
            Vector w = draw_vector(source, format, other);
            if (c.input_class != other) c.input_class += " and " + other;
            c.arguments = {std::move(v), std::move(w)};
            return c;
          },
          finite_and_not_empty};
}

Inputs chord() {
  return {{x, y, {"theta", Kind::scalar}},
          "x, y finite, of one length, theta in {1/4, 1/2, 3/4}, x + theta (y - x) exact",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "grid";
            const std::size_t n = source.size(1, source.one_in(8) ? 40 : 5);
            const auto ends = draw_grids(source, format, 2, n, 6);
            Vector v = ends[0];
            Vector w = source.one_in(3) ? v : ends[1];
            if (source.one_in(3)) std::ranges::reverse(w);
            c.arguments = {std::move(v), std::move(w), source.one_of({0.25, 0.5, 0.75})};
            return c;
          },
          [](const Case& c) {
            const double theta = number_at(c, 2);
            if (!one_length(c) || (theta != 0.25 && theta != 0.5 && theta != 0.75)) return false;
            return exact([&] {
              const Vector between = vector_at(c, 0) + theta * (vector_at(c, 1) - vector_at(c, 0));
              if (!fits(between, c.format)) throw Inexact("");
            });
          }};
}

Inputs vector_and_directions(std::size_t k) {
  std::vector<Parameter> parameters{x};
  for (std::size_t i = 1; i <= k; ++i) {
    parameters.push_back({"h" + std::to_string(i), Kind::vector});
  }
  return {parameters, "x and the directions finite, of one length, sums of directions exact",
          [=](Source& source, Format format) {
            Case c = empty_case(format);
            const Vector v = draw_vector(source, format, c.input_class);
            c.arguments = {v};
            for (Vector& h : draw_grids(source, format, k, v.size(), 4)) {
              if (source.one_in(6)) std::ranges::fill(h, h.front());
              c.arguments.push_back(std::move(h));
            }
            return c;
          },
          [](const Case& c) {
            return one_length(c) && exact([&] {
                     for (std::size_t i = 1; i + 1 < c.arguments.size(); ++i) {
                       if (!fits(vector_at(c, i) + vector_at(c, i + 1), c.format)) {
                         throw Inexact("");
                       }
                     }
                   });
          }};
}

}  // namespace softlaw::properties
