// SPDX-License-Identifier: Apache-2.0
// Inputs of least squares and lines: regression_inputs.hpp declares them.
#include <algorithm>
#include <cmath>

#include "families/loss/inputs/regression_inputs.hpp"
#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

constexpr int classes = 3;
constexpr double farthest = 16;

bool is_small_integer(double value) {
  return std::fabs(value) <= farthest && std::nearbyint(value) == value;
}

bool is_moderate(double value) { return std::fabs(value) >= 0x1p-20 && std::fabs(value) <= 0x1p20; }

}  // namespace

Inputs slope_and_offset() {
  return {{{"w", Kind::scalar}, {"b", Kind::scalar}},
          "w, b finite, their sizes from 2^-20 to 2^20",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "line";
            const auto draw = [&] {
              const double size = std::exp2(source.uniform(-19, 19));
              return Landscape::of(format).round(source.one_in(2) ? size : -size);
            };
            const double w = draw(), b = draw();
            c.arguments = {w, b};
            return c;
          },
          [](const Case& c) {
            return finite(c) && is_moderate(number_at(c, 0)) && is_moderate(number_at(c, 1));
          }};
}

Inputs points_and_classes() {
  return {{{"x", Kind::vector}, {"c", Kind::integers}, {"z", Kind::scalar}},
          "x, z integers up to 16, up to eight x, not all alike, a class below 3 for each",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "points";
            Vector x(source.size(2, 8));
            Integers of(x.size());
            for (std::size_t i = 0; i < x.size(); ++i) {
              x[i] = static_cast<double>(source.integer(-9, 9));
              of[i] = static_cast<std::uint32_t>(source.integer(0, classes - 1));
            }
            if (x.front() == x.back()) x.back() += 1;
            const auto z = static_cast<double>(source.integer(-12, 12));
            c.arguments = {std::move(x), std::move(of), z};
            return c;
          },
          [](const Case& c) {
            const Vector& x = vector_at(c, 0);
            const Integers& of = std::get<Integers>(c.arguments[1]);
            return finite_and_not_empty(c) && x.size() <= 8 && of.size() == x.size() &&
                   std::ranges::all_of(x, is_small_integer) && is_small_integer(number_at(c, 2)) &&
                   std::ranges::all_of(of, [](std::uint32_t i) { return i < classes; }) &&
                   std::ranges::any_of(x, [&](double e) { return e != x.front(); });
          }};
}

}  // namespace softlaw::properties
