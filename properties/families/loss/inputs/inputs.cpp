// SPDX-License-Identifier: Apache-2.0
// Inputs of logits and labels: regression_inputs.hpp declares them.
#include <algorithm>
#include <cmath>

#include "families/loss/inputs/labels.hpp"
#include "families/loss/inputs/regression_inputs.hpp"
#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

const Parameter o{"o", Kind::vector};
const Parameter y{"y", Kind::vector};
const Parameter label{"label", Kind::integer};

std::int64_t label_at(const Case& c) { return std::get<std::int64_t>(c.arguments[1]); }

bool has_label(const Case& c, std::size_t at_least) {
  const auto n = vector_at(c, 0).size();
  return n >= at_least && label_at(c) >= 0 && static_cast<std::size_t>(label_at(c)) < n;
}

/// A vector of at most 12 entries, or one whose indices do not fit in a byte.
Vector draw_logits(Source& source, Format format, std::string& input_class,
                   std::size_t at_least = 1) {
  Vector v = draw_vector(source, format, input_class);
  if (v.size() > 12) v.resize(12);
  if (source.one_in(50)) {
    const Vector some = v;
    v.resize(std::size_t{257} + source.size(0, 63));
    for (std::size_t i = some.size(); i < v.size(); ++i)
      v[i] = some[source.size(0, some.size() - 1)];
  }
  while (v.size() < at_least) v.push_back(v.back() - static_cast<double>(source.integer(0, 60)));
  for (double& entry : v) entry = Landscape::of(format).round(entry);
  return v;
}

std::int64_t draw_label(Source& source, const Vector& v) {
  // often the largest: there the loss nearly vanishes
  if (source.one_in(2)) return std::ranges::max_element(v) - v.begin();
  return source.integer(0, static_cast<std::int64_t>(v.size()) - 1);
}

}  // namespace

bool are_labels(const Vector& labels) {
  return std::ranges::all_of(labels, [](double e) { return e >= 0 && std::isfinite(e); });
}

bool are_distribution(const Vector& labels) {
  Interval total;
  for (double e : labels) total = exact_sum(total, Interval(e));
  return are_labels(labels) && total.is_point() && total.contains(1.0);
}

Vector draw_labels(Source& source, Format format, std::size_t n, std::string& input_class) {
  const auto named = [&](const char* name) { input_class += std::string(", ") + name; };
  Vector labels(n);
  switch (source.integer(0, 4)) {
    case 0:
      labels[source.size(0, n - 1)] = 1;
      named("one-hot");
      return labels;
    case 1:
      named("distribution");
      return draw_simplex(source, format, n);
    case 2:
      for (double& entry : labels) entry = static_cast<double>(source.integer(0, 3));
      named("counts");
      return labels;
    case 3:
      for (double& entry : labels) {
        entry = Landscape::of(format).round(std::exp2(source.uniform(-60, 10)));
      }
      named("any exponent");
      return labels;
    default:
      for (double& entry : labels) entry = Landscape::of(format).round(source.unit());
      if (n > 1) labels[source.size(0, n - 1)] = 0;
      named("soft");
      return labels;
  }
}

Inputs logits_and_labels() {
  return {{o, y},
          "o finite, y >= 0 finite, of one length",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            const Vector v = draw_logits(source, format, c.input_class);
            c.arguments = {v, draw_labels(source, format, v.size(), c.input_class)};
            return c;
          },
          [](const Case& c) { return one_length(c) && are_labels(vector_at(c, 1)); }};
}

Inputs logits_and_distribution() {
  Inputs inputs = where(logits_and_labels(), "the sum of y is 1 exactly",
                        [](const Case& c) { return are_distribution(vector_at(c, 1)); });
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    Vector v = draw_logits(source, format, c.input_class);
    Vector p = draw_simplex(source, format, v.size());
    if (source.one_in(3)) {
      // near the minimum of the loss
      for (std::size_t j = 0; j < p.size(); ++j) {
        const double logarithm = p[j] > 0 ? std::log(p[j]) : -60;
        v[j] = Landscape::of(format).round(logarithm + std::exp2(source.uniform(-40, 0)));
      }
      c.input_class = "logarithms of the labels";
    }
    c.arguments = {std::move(v), std::move(p)};
    return c;
  };
  return inputs;
}

Inputs logits_and_positive_distribution() {
  Inputs inputs = where(logits_and_distribution(), "y > 0", [](const Case& c) {
    return std::ranges::none_of(vector_at(c, 1), [](double e) { return e == 0; });
  });
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    Vector v, p;
    for (std::size_t j = 0; j < vector_at(c, 0).size(); ++j) {
      if (vector_at(c, 1)[j] == 0) continue;
      v.push_back(vector_at(c, 0)[j]);
      p.push_back(vector_at(c, 1)[j]);
    }
    c.arguments = {std::move(v), std::move(p)};
    return c;
  };
  return inputs;
}

Inputs logits_and_label() { return logits_and_label(1); }

Inputs logits_and_label(std::size_t at_least) {
  return {{o, label},
          "o finite, n >= " + std::to_string(at_least) + ", 0 <= label < n",
          [=](Source& source, Format format) {
            Case c = empty_case(format);
            Vector v = draw_logits(source, format, c.input_class, at_least);
            const std::int64_t chosen = draw_label(source, v);
            c.arguments = {std::move(v), chosen};
            return c;
          },
          [=](const Case& c) { return finite_and_not_empty(c) && has_label(c, at_least); }};
}

Inputs two_logits_exact_sum() {
  return {{o, {"l", Kind::vector}},
          "o, l finite, of one length, o + l exact",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "grid";
            const std::size_t n = source.size(1, 6);
            Vector all = draw_grid(source, format, 2 * n, 4);
            const auto middle = all.begin() + static_cast<std::ptrdiff_t>(n);
            c.arguments = {Vector(all.begin(), middle), Vector(middle, all.end())};
            return c;
          },
          [](const Case& c) {
            return one_length(c) && exact([&] {
                     if (!fits(vector_at(c, 0) + vector_at(c, 1), c.format)) throw Inexact("");
                   });
          }};
}

Inputs logits_step_and_labels() {
  return {{o, {"h", Kind::vector}, y},
          "o, h finite, y >= 0 finite, of one length, o + h exact",
          [draw = two_logits_exact_sum().generate](Source& source, Format format) {
            Case c = draw(source, format);
            Vector h = vector_at(c, 1);
            const double factor = std::exp2(static_cast<double>(source.integer(-4, 0)));
            for (double& entry : h) entry *= source.one_in(2) ? 1 : std::floor(factor);
            c.arguments[1] = h;
            c.arguments.emplace_back(draw_labels(source, format, h.size(), c.input_class));
            return c;
          },
          [](const Case& c) {
            return one_length(c) && are_labels(vector_at(c, 2)) && exact([&] {
                     if (!fits(vector_at(c, 0) + vector_at(c, 1), c.format)) throw Inexact("");
                   });
          }};
}

Inputs special_logits_and_labels() {
  Inputs inputs = special_vector();
  return {{o, y},
          "o with infinities or NaN, or empty, y >= 0 finite or NaN, of one length",
          [draw = inputs.generate](Source& source, Format format) {
            Case c = draw(source, format);
            Vector v = vector_at(c, 0);
            if (v.size() > 9) v.resize(9);
            // few bits: a result half-way between two floats, moved by e^-1e308, cannot be rounded
            Vector labels(v.size());
            for (double& entry : labels) entry = static_cast<double>(source.integer(0, 2));
            if (!labels.empty() && source.one_in(8)) labels.back() = std::nan("");
            c.arguments = {std::move(v), std::move(labels)};
            return c;
          },
          [](const Case& c) {
            const Vector& labels = vector_at(c, 1);
            return fits(vector_at(c, 0), c.format) && fits(labels, c.format) &&
                   labels.size() == vector_at(c, 0).size() &&
                   std::ranges::none_of(labels, [](double e) { return e < 0 || std::isinf(e); });
          }};
}

Inputs special_logits_and_label() {
  Inputs inputs = special_vector();
  return {{o, label},
          "o with infinities or NaN, not empty, 0 <= label < n",
          [draw = inputs.generate](Source& source, Format format) {
            Case c = draw(source, format);
            Vector v = vector_at(c, 0);
            if (v.size() > 9) v.resize(9);
            if (v.empty()) v.push_back(-HUGE_VAL);
            const auto last = static_cast<std::int64_t>(v.size()) - 1;
            c.arguments = {std::move(v), source.integer(0, last)};
            return c;
          },
          [](const Case& c) { return fits(vector_at(c, 0), c.format) && has_label(c, 1); }};
}

}  // namespace softlaw::properties
