// SPDX-License-Identifier: Apache-2.0
// Distributions, weights and code lengths: inputs.hpp declares them.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

const Parameter radix{"radix", Kind::integer};

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
  return {{{"p", Kind::vector}},
          "p >= 0, the entries sum to 1 exactly",
          [](Source& source, Format format) { return draw_distributions(source, format, 1); },
          [](const Case& c) { return finite(c) && is_distribution(vector_at(c, 0)); }};
}

Inputs two_distributions() {
  return {{{"p", Kind::vector}, {"q", Kind::vector}},
          "p, q >= 0, each sums to 1 exactly",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "coarse";
            // a product of them has to be exact in the format: few bits each
            const std::int64_t whole = 1 << 10;
            for (int which = 0; which < 2; ++which) {
              const std::size_t n = source.size(1, 5);
              std::vector<std::int64_t> cuts{0, whole};
              for (std::size_t i = 1; i < n; ++i) cuts.push_back(source.integer(0, whole));
              std::ranges::sort(cuts);
              Vector p;
              for (std::size_t i = 0; i < n; ++i) {
                p.push_back(std::ldexp(static_cast<double>(cuts[i + 1] - cuts[i]), -10));
              }
              c.arguments.emplace_back(std::move(p));
            }
            return c;
          },
          [](const Case& c) {
            return finite(c) && is_distribution(vector_at(c, 0)) &&
                   is_distribution(vector_at(c, 1));
          }};
}

Inputs weights_and_radix() {
  return {
      {{"weights", Kind::vector}, radix},
      "weights >= 0, not all 0, 2 <= radix <= 10",
      [](Source& source, Format format) {
        Case c = empty_case(format);
        const std::size_t n = source.size(1, source.one_in(5) ? 60 : 7);
        Vector w(n);
        const auto shape = source.integer(0, 3);
        c.input_class =
            std::array{"integers", "spread", "ties", "fibonacci"}[static_cast<std::size_t>(shape)];
        double a = 1, b = 1;
        for (double& weight : w) {
          const double fibonacci = a;
          a = std::exchange(b, a + b);
          const double choices[] = {
              static_cast<double>(source.integer(0, 50)), std::exp2(source.uniform(-30, 0)),
              static_cast<double>(source.integer(1, 3)), n <= 30 ? fibonacci : 1.0};
          weight = Landscape::of(format).round(choices[shape]);
        }
        if (maximum(w) == 0) w.front() = 1;
        c.arguments = {std::move(w), source.one_in(2) ? std::int64_t{2} : source.integer(2, 10)};
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
              const std::size_t leaf =
                  source.one_in(2) ? lengths.size() - 1 : source.size(0, lengths.size() - 1);
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
              sum += Interval(1) / pow(Interval(static_cast<double>(d)), static_cast<int>(length));
            }
            // equality can only be seen up to the working precision
            return possibly_less_equal(sum, Interval(1));
          }};
}

}  // namespace softlaw::properties
