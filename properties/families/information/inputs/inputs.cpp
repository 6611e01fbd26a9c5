// SPDX-License-Identifier: Apache-2.0
#include "families/information/inputs/inputs.hpp"

#include <algorithm>
#include <cmath>

#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

const Parameter p{"p", Kind::vector};
const Parameter q{"q", Kind::vector};

bool is_probability(double value) { return value > 0 && value <= 1; }

bool all_positive(const Vector& v) {
  return std::ranges::all_of(v, [](double e) { return e > 0; });
}

double draw_probability(Source& source, const Landscape& landscape) {
  const double one = 1;
  switch (source.integer(0, 4)) {
    case 0:
      return source.one_of({one, landscape.below(1), 0.5, landscape.above(0)});
    case 1:
      return landscape.round(std::exp2(
          -source.uniform(0, -reference::quantum(landscape.format.emin, landscape.format))));
    case 2:
      return landscape.round(1 - std::exp2(-source.uniform(1, landscape.format.precision)));
    case 3:
      return std::ldexp(1.0, -static_cast<int>(source.integer(0, 40)));
    default:
      return landscape.round(source.uniform(0x1p-10, 1));
  }
}

/// q from p by moving some of its quanta from one entry to another: the sum stays.
Vector moved(Source& source, Vector from) {
  double quantum = 1;
  for (double entry : from) {
    while (std::fmod(entry, quantum) != 0) quantum /= 2;
  }
  const double closest = source.one_in(2) ? 20 : 0;
  for (std::size_t moves = source.size(0, 3); moves > 0; --moves) {
    double& giver = from[source.size(0, from.size() - 1)];
    double& taker = from[source.size(0, from.size() - 1)];
    const double most = giver / quantum;
    const double share = std::exp2(-source.uniform(closest, 52));
    const double amount = quantum * std::min(most, std::max(1.0, std::floor(most * share)));
    giver -= amount;
    taker += amount;
  }
  return from;
}

}  // namespace

Inputs one_probability() {
  return {{{"p", Kind::scalar}},
          "0 < p <= 1",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "probability";
            c.arguments = {draw_probability(source, Landscape::of(format))};
            return c;
          },
          [](const Case& c) { return finite(c) && is_probability(number_at(c, 0)); }};
}

Inputs two_probabilities() {
  return {{{"p", Kind::scalar}, {"q", Kind::scalar}},
          "0 < p, q <= 1, p q exact",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "few bits";
            const int bits = std::min(12, format.precision / 2);
            const int lowest = reference::quantum(format.emin, format);
            for (int i = 0; i < 2; ++i) {
              const auto integer = static_cast<double>(source.integer(1, 1 << bits));
              const auto below = source.integer(0, std::min(30, -lowest / 2 - bits));
              c.arguments.emplace_back(std::ldexp(integer, -bits - static_cast<int>(below)));
            }
            return c;
          },
          [](const Case& c) {
            return finite(c) && is_probability(number_at(c, 0)) &&
                   is_probability(number_at(c, 1)) && exact([&] {
                     if (!fits(number_at(c, 0) * Vector{number_at(c, 1)}, c.format)) {
                       throw Inexact("");
                     }
                   });
          }};
}

Inputs ordered_probabilities() {
  return {{{"p", Kind::scalar}, {"q", Kind::scalar}},
          "0 < p < q <= 1",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            const Landscape& landscape = Landscape::of(format);
            const bool neighbours = source.one_in(2);
            c.input_class = neighbours ? "neighbours" : "far apart";
            double high = draw_probability(source, landscape);
            double low = neighbours ? landscape.below(high) : draw_probability(source, landscape);
            if (low > high) std::swap(low, high);
            if (!(low > 0)) low = landscape.above(0);
            if (!(low < high)) high = landscape.above(low);
            if (high > 1) high = 1, low = landscape.below(1);
            c.arguments = {low, high};
            return c;
          },
          [](const Case& c) {
            return finite(c) && is_probability(number_at(c, 0)) &&
                   is_probability(number_at(c, 1)) && number_at(c, 0) < number_at(c, 1);
          }};
}

Inputs any_number(const char* name) {
  Inputs inputs = one_number();
  inputs.parameters.front().name = name;
  inputs.hypothesis_text = std::string(name) + " finite";
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    if (source.one_in(2)) return c;
    const int range = Landscape::of(format).wide;
    const double size = std::exp2(static_cast<double>(source.integer(-range, range)));
    c.input_class = "any exponent";
    c.arguments = {Landscape::of(format).round(source.uniform(-2, 2) * size)};
    return c;
  };
  return inputs;
}

Inputs close_distributions() {
  const auto admits = distribution().hypothesis;
  return {{p, q},
          "p, q >= 0 of one length, each sums to 1 exactly",
          [draw = distribution().generate](Source& source, Format format) {
            Case c = draw(source, format);
            const Vector from = vector_at(c, 0);
            const bool apart = source.one_in(3);
            c.input_class = apart ? "far apart" : "close";
            c.arguments.emplace_back(apart ? draw_simplex(source, format, from.size())
                                           : moved(source, from));
            return c;
          },
          [admits](const Case& c) {
            Case first = c, second = c;
            first.arguments = {c.arguments[0]};
            second.arguments = {c.arguments[1]};
            return one_length(c) && admits(first) && admits(second);
          }};
}

Inputs positive_close_distributions() {
  Inputs inputs = where(close_distributions(), "p, q > 0", [](const Case& c) {
    return all_positive(vector_at(c, 0)) && all_positive(vector_at(c, 1));
  });
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    auto& from = std::get<Vector>(c.arguments[0]);
    auto& to = std::get<Vector>(c.arguments[1]);
    if (all_positive(from) && all_positive(to)) return c;
    // powers of two that sum to 1, in two orders
    c.input_class = "dyadic";
    from.resize(std::min<std::size_t>(from.size(), 20));
    for (std::size_t i = 0; i < from.size(); ++i) {
      const std::size_t depth = std::min(i + 1, from.size() - 1);
      from[i] = std::ldexp(1.0, -static_cast<int>(depth));
    }
    to = from;
    std::ranges::reverse(to);
    return c;
  };
  return inputs;
}

Inputs onto_positive_distributions() {
  Inputs inputs = where(close_distributions(), "q > 0",
                        [](const Case& c) { return all_positive(vector_at(c, 1)); });
  inputs.generate = [draw = positive_close_distributions().generate](Source& source,
                                                                     Format format) {
    Case c = draw(source, format);
    if (!source.one_in(3)) return c;
    c.input_class = "certain";
    auto& from = std::get<Vector>(c.arguments[0]);
    std::ranges::fill(from, 0.0);
    from[source.size(0, from.size() - 1)] = 1;
    return c;
  };
  return inputs;
}

Inputs small_positive_distribution() {
  Inputs inputs = where(distribution(), "p > 0, n <= 6", [](const Case& c) {
    return all_positive(vector_at(c, 0)) && vector_at(c, 0).size() <= 6;
  });
  inputs.parameters = {q};
  inputs.hypothesis_text = "q > 0 sums to 1 exactly, n <= 6";
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    c.input_class = "small alphabet";
    Vector v = draw_simplex(source, format, source.size(1, 6));
    std::erase(v, 0.0);
    c.arguments = {std::move(v)};
    return c;
  };
  return inputs;
}

Inputs two_or_more_positive() {
  Inputs inputs = where(distribution(), "p > 0, n >= 2", [](const Case& c) {
    return all_positive(vector_at(c, 0)) && vector_at(c, 0).size() >= 2;
  });
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    auto& v = std::get<Vector>(c.arguments[0]);
    std::erase(v, 0.0);
    if (v.size() < 2) v = {0.5, 0.25, 0.25};
    return c;
  };
  return inputs;
}

Inputs two_vectors_exact_sums() {
  return {{{"x", Kind::vector}, {"y", Kind::vector}},
          "x, y finite, of 1 to 6 entries, all x_i + y_j exact",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "grid";
            const std::size_t n = source.size(1, 6), m = source.size(1, 6);
            const Vector all = draw_grid(source, format, n + m, 2);
            const auto middle = all.begin() + static_cast<std::ptrdiff_t>(n);
            c.arguments = {Vector(all.begin(), middle), Vector(middle, all.end())};
            return c;
          },
          [](const Case& c) {
            const Vector &x = vector_at(c, 0), &y = vector_at(c, 1);
            return finite_and_not_empty(c) && !y.empty() && x.size() <= 6 && y.size() <= 6 &&
                   exact([&] {
                     for (double entry : x) {
                       if (!fits(y + entry, c.format)) throw Inexact("");
                     }
                   });
          }};
}

Inputs two_positive_vectors() {
  return {{{"a", Kind::vector}, {"b", Kind::vector}},
          "a, b > 0 finite, of one length",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            const Landscape& landscape = Landscape::of(format);
            const int range = source.one_of({1, 8, 60});
            c.input_class = range == 1 ? "one size" : "any sizes";
            Vector a(source.size(1, 6)), b(a.size());
            for (std::size_t i = 0; i < a.size(); ++i) {
              a[i] = landscape.round(std::exp2(source.uniform(-range, range)));
              const double factor = source.one_in(2) ? std::exp2(source.uniform(-2, 2)) : 1.5;
              b[i] = landscape.round(source.one_in(4) ? a[i] : a[i] * factor);
            }
            c.arguments = {std::move(a), std::move(b)};
            return c;
          },
          [](const Case& c) {
            return one_length(c) && all_positive(vector_at(c, 0)) && all_positive(vector_at(c, 1));
          }};
}

}  // namespace softlaw::properties
