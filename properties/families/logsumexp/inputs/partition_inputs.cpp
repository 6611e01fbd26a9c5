// SPDX-License-Identifier: Apache-2.0
#include "families/logsumexp/inputs/partition_inputs.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "inputs/admit.hpp"
#include "inputs/lengths.hpp"

namespace softlaw::properties {
namespace {

const Parameter x{"x", Kind::vector};
const Parameter y{"y", Kind::vector};
const Parameter p{"p", Kind::vector};

constexpr std::size_t longest = 12;

bool sums_to_one(const Vector& v) {
  double total = 0;
  return exact([&] {
           for (double entry : v) total = (Vector{total} + entry).front();
         }) &&
         total == 1;
}

bool power_of_two(double value) { return value > 0 && std::exp2(std::ilogb(value)) == value; }

/// Whether the arithmetic that `make` does is exact and gives floats of the format.
template <class Make>
bool exactly(const Case& c, Make make) {
  return exact([&] {
    if (!fits(make(), c.format)) throw Inexact("");
  });
}

Vector short_vector(Source& source, Format format, std::string& input_class) {
  Vector v = draw_vector(source, format, input_class);
  v.resize(std::min(v.size(), longest));
  return v;
}

}  // namespace

Inputs vector_and_distribution() {
  return {{x, p},
          "x finite, not empty, p >= 0 of the same length, sums to 1 exactly",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            Vector v = short_vector(source, format, c.input_class);
            Vector weights = draw_simplex(source, format, v.size());
            c.arguments = {std::move(v), std::move(weights)};
            return c;
          },
          [](const Case& c) {
            const Vector& weights = vector_at(c, 1);
            return one_length(c) && sums_to_one(weights) &&
                   std::ranges::all_of(weights, [](double e) { return e >= 0; });
          }};
}

Inputs distribution_and_logarithms() {
  return {{p, x},
          "p > 0, sums to 1 exactly, x finite of the same length",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            const Landscape& landscape = Landscape::of(format);
            Vector weights = draw_simplex(source, format, source.size(1, 8));
            std::erase(weights, 0.0);
            const double offset = source.one_of({0.0, 1.0, -30.0, 1000.0});
            Vector v;
            for (double weight : weights) v.push_back(landscape.round(std::log(weight) + offset));
            c.input_class = offset == 0 ? "logarithms" : "logarithms and an offset";
            c.arguments = {std::move(weights), std::move(v)};
            return c;
          },
          [](const Case& c) {
            const Vector& weights = vector_at(c, 0);
            return one_length(c) && sums_to_one(weights) &&
                   std::ranges::all_of(weights, [](double e) { return e > 0; });
          }};
}

Inputs vector_shift_and_weights() {
  const Inputs shifted = vector_and_shift();
  Inputs inputs = where(shifted, "x - c exact, p of the same length", [](const Case& c) {
    return one_length(c) && exactly(c, [&] { return vector_at(c, 0) + -number_at(c, 1); });
  });
  inputs.parameters.push_back(p);
  return drawn_by(inputs, [draw = shifted.generate](Source& source, Format format) {
    Case c = draw(source, format);
    auto& v = std::get<Vector>(c.arguments[0]);
    v.resize(std::min(v.size(), longest));
    c.arguments.emplace_back(draw_grid(source, format, v.size(), 4));
    return c;
  });
}

Inputs three_vectors() {
  Inputs inputs = at_most(longest, two_vectors());
  inputs.parameters.push_back({"w", Kind::vector});
  inputs.hypothesis_text = "x, y, w finite, of one length";
  inputs.hypothesis = one_length;
  return drawn_by(inputs, [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    const Landscape& landscape = Landscape::of(format);
    Vector w = vector_at(c, source.one_in(2) ? 0 : 1);
    for (double& entry : w) entry = landscape.round(entry + 2 * source.uniform(-1, 1));
    c.arguments.emplace_back(std::move(w));
    return c;
  });
}

Inputs three_vectors_of_any_length() {
  return {{x, y, {"w", Kind::vector}},
          "x, y, w finite, not empty",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            std::string other;
            Vector v = draw_vector(source, format, c.input_class);
            v.resize(std::min<std::size_t>(v.size(), longest));
            Vector second = short_vector(source, format, other);
            // pieces of one vector lie near each other, those of two do not
            Vector third = source.one_in(2) ? v : second;
            std::ranges::reverse(third);
            if (source.one_in(2)) second = Vector(v.rbegin(), v.rend());
            c.arguments = {std::move(v), std::move(second), std::move(third)};
            return c;
          },
          finite_and_not_empty};
}

Inputs two_vectors_in_order() {
  const Inputs pairs = at_most(longest, two_vectors());
  const Inputs inputs = where(pairs, "x <= y", [](const Case& c) {
    return std::ranges::equal(vector_at(c, 0), vector_at(c, 1), std::less_equal<>());
  });
  return drawn_by(inputs, [draw = pairs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    auto& low = std::get<Vector>(c.arguments[0]);
    auto& high = std::get<Vector>(c.arguments[1]);
    for (std::size_t i = 0; i < low.size(); ++i) {
      if (low[i] > high[i]) std::swap(low[i], high[i]);
    }
    return c;
  });
}

Inputs two_vectors_exact_sum() {
  return {{x, y},
          "x, y finite, of one length, x + y exact",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "grid";
            const std::size_t n = source.size(1, source.one_in(8) ? longest : 5);
            Vector both = draw_grid(source, format, 2 * n, 4);
            if (source.one_in(4)) {
              for (double& entry : both) entry *= 16;
              c.input_class = "wide grid";
            }
            const auto middle = both.begin() + static_cast<std::ptrdiff_t>(n);
            c.arguments = {Vector(both.begin(), middle), Vector(middle, both.end())};
            return c;
          },
          [](const Case& c) {
            return one_length(c) && exactly(c, [&] { return vector_at(c, 0) + vector_at(c, 1); });
          }};
}

Inputs two_sorted_vectors_exact_sum() {
  const Inputs pairs = two_vectors_exact_sum();
  const Inputs inputs = where(pairs, "both ascending", [](const Case& c) {
    return std::ranges::is_sorted(vector_at(c, 0)) && std::ranges::is_sorted(vector_at(c, 1));
  });
  return drawn_by(inputs, [draw = pairs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    for (Value& value : c.arguments) std::ranges::sort(std::get<Vector>(value));
    return c;
  });
}

Inputs path_in_quarters() {
  return {{x, {"h", Kind::vector}},
          "x, h finite, of one length, x + h/4, x + h/2, x + 3h/4, x + h exact",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "grid";
            const std::size_t n = source.size(1, source.one_in(8) ? 12 : 5);
            const Vector both = draw_grid(source, format, 2 * n, 6);
            const auto middle = both.begin() + static_cast<std::ptrdiff_t>(n);
            c.arguments = {Vector(both.begin(), middle), Vector(middle, both.end())};
            return c;
          },
          [](const Case& c) {
            return one_length(c) &&
                   std::ranges::all_of(std::array{0.25, 0.5, 0.75, 1.0}, [&](double t) {
                     return exactly(c, [&] { return vector_at(c, 0) + t * vector_at(c, 1); });
                   });
          }};
}

Inputs vector_and_signed_scales() {
  Inputs inputs = at_most(longest, vector_and_two_scales());
  inputs.hypothesis_text = "x finite, not empty, lambda < mu finite, neither of them 0";
  inputs.hypothesis = [](const Case& c) {
    return finite_and_not_empty(c) && number_at(c, 1) < number_at(c, 2) && number_at(c, 1) != 0 &&
           number_at(c, 2) != 0;
  };
  return drawn_by(inputs, [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    const double smaller = number_at(c, 1), larger = number_at(c, 2);
    switch (source.integer(0, 2)) {
      case 0:
        c.arguments[1] = -larger;
        c.arguments[2] = -smaller;
        break;
      case 1:
        c.arguments[1] = -smaller;
        break;
      default:
        break;
    }
    return c;
  });
}

Inputs vector_and_small_scale() {
  const Inputs inputs = at_most(longest, vector_and_scale());
  return drawn_by(inputs, [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    c.arguments[1] = Landscape::of(format).round(std::exp2(source.uniform(-20, 1)));
    return c;
  });
}

Inputs vector_scale_and_power_of_two() {
  const Inputs powers = at_most(longest, vector_and_power_of_two());
  Inputs inputs = powers;
  inputs.parameters = {x, {"c", Kind::scalar}, {"lambda", Kind::scalar}};
  inputs.hypothesis_text = "x finite, not empty, n <= " + std::to_string(longest) +
                           ", c a power of two, c x exact, lambda > 0 finite, lambda / c exact";
  inputs.hypothesis = [before = powers.hypothesis](const Case& c) {
    return before(c) && number_at(c, 2) > 0 &&
           exactly(c, [&] { return (1 / number_at(c, 1)) * Vector{number_at(c, 2)}; });
  };
  return drawn_by(inputs, [draw = powers.generate](Source& source, Format format) {
    Case c = draw(source, format);
    c.arguments.emplace_back(Landscape::of(format).round(std::exp2(source.uniform(-6, 6))));
    return c;
  });
}

Inputs vector_and_two_temperatures() {
  return {{x, {"S", Kind::scalar}, {"T", Kind::scalar}},
          "x finite, not empty, n <= 12, S < T powers of two, 1/S and 1/T floats",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            Vector v = short_vector(source, format, c.input_class);
            const auto low = static_cast<int>(source.integer(-8, 8));
            const auto high = low + static_cast<int>(source.integer(1, 5));
            c.arguments = {std::move(v), std::ldexp(1.0, low), std::ldexp(1.0, high)};
            return c;
          },
          [](const Case& c) {
            const double low = number_at(c, 1), high = number_at(c, 2);
            return finite_and_not_empty(c) && vector_at(c, 0).size() <= longest &&
                   power_of_two(low) && power_of_two(high) && low < high &&
                   fits({1 / low, 1 / high}, c.format);
          }};
}

Inputs perspective_chord() {
  return {
      {x, y, {"lambda", Kind::scalar}, {"mu", Kind::scalar}},
      "x, y finite, of one length, (x + y)/2 exact, lambda, mu > 0, lambda + mu a power of two, "
      "2 lambda mu / (lambda + mu) exact",
      [](Source& source, Format format) {
        Case c = empty_case(format);
        c.input_class = "grid";
        const std::size_t n = source.size(1, source.one_in(8) ? longest : 5);
        const Vector both = draw_grid(source, format, 2 * n, 4);
        const auto middle = both.begin() + static_cast<std::ptrdiff_t>(n);
        const double whole = std::exp2(static_cast<double>(source.integer(-3, 6)));
        const double lambda = whole * static_cast<double>(source.integer(1, 15)) / 16;
        c.arguments = {Vector(both.begin(), middle), Vector(middle, both.end()), lambda,
                       whole - lambda};
        return c;
      },
      [](const Case& c) {
        const double lambda = number_at(c, 2), mu = number_at(c, 3);
        return one_length(c) && lambda > 0 && mu > 0 && power_of_two(lambda + mu) &&
               exactly(c, [&] { return 0.5 * (vector_at(c, 0) + vector_at(c, 1)); }) &&
               exactly(c, [&] { return (2 / (lambda + mu)) * (lambda * Vector{mu}); }) &&
               exactly(c, [&] { return Vector{lambda} + mu; });
      }};
}

}  // namespace softlaw::properties
