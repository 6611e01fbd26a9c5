// SPDX-License-Identifier: Apache-2.0
#include "inputs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace softlaw::properties {
namespace {

const Parameter x{"x", Kind::vector};
const Parameter y{"y", Kind::vector};
const Parameter lambda{"lambda", Kind::scalar};
const Parameter radix{"radix", Kind::integer};

const Vector& vector_at(const Case& c, std::size_t i) { return std::get<Vector>(c.arguments[i]); }
double number_at(const Case& c, std::size_t i) { return std::get<double>(c.arguments[i]); }

bool exact(const std::function<void()>& arithmetic) {
  try {
    arithmetic();
    return true;
  } catch (const Inexact&) {
    return false;
  }
}

bool fits(const Vector& v, Format format) {
  return std::ranges::all_of(v, [&](double e) { return representable(e, format); });
}

bool finite_and_not_empty(const Case& c) {
  return finite(c) && std::ranges::none_of(c.arguments, [](const Value& value) {
           const auto* v = std::get_if<Vector>(&value);
           return v && v->empty();
         });
}

bool one_length(const Case& c) {
  return finite_and_not_empty(c) &&
         std::ranges::all_of(c.arguments, [&](const Value& value) {
           const auto* v = std::get_if<Vector>(&value);
           return !v || v->size() == vector_at(c, 0).size();
         });
}

Case empty_case(Format format) {
  Case c;
  c.format = format;
  return c;
}

/// A scale between 2^-6 and 2^10, now and then far out.
double draw_scale(Source& source, const Landscape& format) {
  const double exponent = source.one_in(8) ? source.uniform(-30, 60) : source.uniform(-6, 10);
  return format.round(std::exp2(exponent));
}

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

bool finite(const Case& c) {
  return std::ranges::all_of(c.arguments, [&](const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) {
      return std::isfinite(*number) && representable(*number, c.format);
    }
    const auto* v = std::get_if<Vector>(&value);
    return !v || (fits(*v, c.format) &&
                  std::ranges::all_of(*v, [](double e) { return std::isfinite(e); }));
  });
}

Inputs where(Inputs inputs, std::string text, std::function<bool(const Case&)> also) {
  inputs.hypothesis_text += (inputs.hypothesis_text.empty() ? "" : ", ") + text;
  inputs.hypothesis = [before = inputs.hypothesis, also = std::move(also)](const Case& c) {
    return before(c) && also(c);
  };
  return inputs;
}

Inputs one_vector() {
  return {{x}, "x finite, not empty",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.arguments = {draw_vector(source, format, c.input_class)};
            return c;
          },
          finite_and_not_empty};
}

Inputs one_vector(std::size_t at_least) {
  Inputs inputs = where(one_vector(), "n >= " + std::to_string(at_least), [=](const Case& c) {
    return vector_at(c, 0).size() >= at_least;
  });
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
  return {{{"t", Kind::scalar}}, "t finite",
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

Inputs two_numbers() {
  return {{{"a", Kind::scalar}, {"b", Kind::scalar}}, "a, b finite",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            const Vector v = draw_vector(source, format, c.input_class);
            c.arguments = {v.front(), v.back()};
            return c;
          },
          finite};
}

Inputs vector_and_shift() {
  return {{x, {"c", Kind::scalar}}, "x finite, not empty, x + c exact",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            Vector v = draw_vector(source, format, c.input_class);
            double largest = 1;
            for (double entry : v) largest = std::max(largest, std::fabs(entry));
            const double size = std::exp2(source.uniform(-8, 8));
            double shift = source.one_of({1.0, -1.0}) * largest * size;
            if (!(std::fabs(shift) < Landscape::of(format).largest_offset)) shift = largest;
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
  return {{x, lambda}, "x finite, not empty, lambda > 0 finite",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            Vector v = draw_vector(source, format, c.input_class);
            c.arguments = {std::move(v), draw_scale(source, Landscape::of(format))};
            return c;
          },
          [](const Case& c) { return finite_and_not_empty(c) && number_at(c, 1) > 0; }};
}

Inputs vector_and_two_scales() {
  return {{x, lambda, {"mu", Kind::scalar}}, "x finite, not empty, 0 < lambda < mu finite",
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
  return {{x, lambda}, "x finite, not empty, lambda a power of two, lambda x exact",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            Vector v = draw_vector(source, format, c.input_class);
            if (c.input_class == "subnormal" || c.input_class == "offset") {
              v = draw_grid(source, format, v.size(), 4);
              c.input_class = "small dyadics";
            }
            // gaps stay below 2^13, so that 2^14 bits decide on which side of a tie e^-gap lies
            c.arguments = {std::move(v), std::exp2(static_cast<double>(source.integer(-8, 2)))};
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

Inputs two_vectors() {
  return {{x, y}, "x, y finite, of one length",
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
  return {{x, y}, "x, y finite, not empty",
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
              const Vector between =
                  vector_at(c, 0) + theta * (vector_at(c, 1) - vector_at(c, 0));
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

Inputs matrix() {
  return {{x, {"columns", Kind::integer}, {"padding", Kind::integer},
           {"temperature", Kind::scalar}},
          "x finite, of rows * columns entries, padding from 0 to 7, temperature > 0",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            Vector v = draw_vector(source, format, c.input_class);
            const std::size_t rows = source.size(1, 4);
            v.resize(std::min<std::size_t>(v.size(), 40));
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
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return {{x}, "x with infinities or NaN, or empty, or of the largest floats",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            std::string ignored;
            const Landscape& landscape = Landscape::of(format);
            const double largest = landscape.below(infinity);
            const double nan = std::numeric_limits<double>::quiet_NaN();
            Vector v = draw_vector(source, format, ignored);
            if (v.size() > 40) v.resize(source.size(1, 40));
            c.input_class = "special";
            switch (source.integer(0, 3)) {
              case 0:
                v.assign(source.size(0, 9), source.one_of({-infinity, infinity, -infinity, nan}));
                break;
              case 1:
                for (double& entry : v) {
                  if (source.one_in(2)) entry = -infinity;
                }
                break;
              case 2:
                for (double& entry : v) {
                  if (source.one_in(3)) entry = source.one_of({largest, -largest, 0.0, -0.0});
                }
                break;
              default: break;
            }
            for (std::size_t count = source.size(0, 2); count > 0 && !v.empty(); --count) {
              v[source.size(0, v.size() - 1)] = source.one_of({-infinity, infinity, nan, largest});
            }
            c.arguments = {std::move(v)};
            return c;
          },
          [](const Case& c) { return fits(vector_at(c, 0), c.format); }};
}

namespace {

Case draw_distributions(Source& source, Format format, std::size_t count) {
  Case c = empty_case(format);
  const bool small = !source.one_in(6);
  const std::size_t n = small ? source.size(1, 6) : source.size(7, 60);
  c.input_class = small ? "small alphabet" : "large alphabet";
  for (std::size_t i = 0; i < count; ++i) c.arguments.push_back(draw_simplex(source, format, n));
  return c;
}

bool is_distribution(const Vector& p) {
  if (std::ranges::any_of(p, [](double e) { return !(e >= 0); })) return false;
  try {
    double total = 0;
    for (double entry : p) total = (Vector{total} + entry).front();
    return total == 1;
  } catch (const Inexact&) {
    return false;
  }
}

}  // namespace

Inputs distribution() {
  return {{{"p", Kind::vector}}, "p >= 0, the entries sum to 1 exactly",
          [](Source& source, Format format) { return draw_distributions(source, format, 1); },
          [](const Case& c) { return finite(c) && is_distribution(vector_at(c, 0)); }};
}

Inputs two_distributions() {
  return {{{"p", Kind::vector}, {"q", Kind::vector}}, "p, q >= 0, each sums to 1 exactly",
          [](Source& source, Format format) {
            Case c = draw_distributions(source, format, 2);
            // a product of them has to be exact in the format: few bits each
            const std::int64_t whole = 1 << 10;
            for (Value& value : c.arguments) {
              const std::size_t n = source.size(1, 5);
              std::vector<std::int64_t> cuts{0, whole};
              for (std::size_t i = 1; i < n; ++i) cuts.push_back(source.integer(0, whole));
              std::ranges::sort(cuts);
              Vector p;
              for (std::size_t i = 0; i < n; ++i) {
                p.push_back(std::ldexp(static_cast<double>(cuts[i + 1] - cuts[i]), -10));
              }
              value = p;
            }
            return c;
          },
          [](const Case& c) {
            return finite(c) && is_distribution(vector_at(c, 0)) &&
                   is_distribution(vector_at(c, 1));
          }};
}

Inputs weights_and_radix() {
  return {{{"weights", Kind::vector}, radix}, "weights >= 0, not all 0, 2 <= radix <= 10",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            const std::size_t n = source.size(1, source.one_in(5) ? 60 : 7);
            Vector w(n);
            const auto shape = source.integer(0, 3);
            c.input_class = std::array{"integers", "spread", "ties", "fibonacci"}[
                static_cast<std::size_t>(shape)];
            double a = 1, b = 1;
            for (double& weight : w) {
              const double fibonacci = a;
              a = std::exchange(b, a + b);
              const double choices[] = {static_cast<double>(source.integer(0, 50)),
                                        std::exp2(source.uniform(-30, 0)),
                                        static_cast<double>(source.integer(1, 3)),
                                        n <= 30 ? fibonacci : 1.0};
              weight = Landscape::of(format).round(choices[shape]);
            }
            if (maximum(w) == 0) w.front() = 1;
            c.arguments = {std::move(w), source.one_in(2) ? std::int64_t{2}
                                                           : source.integer(2, 10)};
            return c;
          },
          [](const Case& c) {
            const auto d = std::get<std::int64_t>(c.arguments[1]);
            const Vector& w = vector_at(c, 0);
            return finite(c) && !w.empty() && d >= 2 && d <= 10 && maximum(w) > 0 &&
                   std::ranges::none_of(w, [](double e) { return e < 0; });
          }};
}

Inputs lengths_and_radix() {
  return {{{"lengths", Kind::integers}, radix},
          "2 <= radix <= 10, lengths from 1 to 200 with Kraft sum <= 1",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            const auto d = source.one_in(2) ? std::int64_t{2} : source.integer(2, 10);
            // split leaves of a full tree at random, then drop some
            Integers lengths(static_cast<std::size_t>(d), 1);
            for (std::size_t splits = source.size(0, 12); splits > 0; --splits) {
              const std::size_t leaf = source.one_in(2) ? lengths.size() - 1
                                                        : source.size(0, lengths.size() - 1);
              ++lengths[leaf];
              lengths.insert(lengths.end(), static_cast<std::size_t>(d) - 1, lengths[leaf]);
            }
            const bool complete = source.one_in(2);
            if (!complete) lengths.resize(source.size(1, lengths.size()));
            c.input_class = complete ? "complete code" : "words left over";
            c.arguments = {std::move(lengths), d};
            return c;
          },
          [](const Case& c) {
            const auto& lengths = std::get<Integers>(c.arguments[0]);
            const auto d = std::get<std::int64_t>(c.arguments[1]);
            if (lengths.empty() || d < 2 || d > 10) return false;
            Interval sum(0);
            for (auto length : lengths) {
              if (length < 1 || length > 200) return false;
              sum += Interval(1) / pow(Interval(static_cast<double>(d)),
                                       static_cast<int>(length));
            }
            // equality can only be seen up to the working precision
            return possibly_less_equal(sum, Interval(1));
          }};
}

}  // namespace softlaw::properties
