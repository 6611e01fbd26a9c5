// SPDX-License-Identifier: Apache-2.0
#include "families/rounding/inputs/inputs.hpp"

#include <algorithm>
#include <cmath>

#include "inputs/admit.hpp"
#include "inputs/lengths.hpp"

namespace softlaw::properties {
namespace {

constexpr std::size_t longest = 12;
const Parameter x{"x", Kind::vector};

}  // namespace

Inputs vector_within_exp() {
  const auto reach = [](const Format& format) { return Landscape::of(format).within_exp; };
  return {{x},
          "x not empty, n <= 1024, |x_i| <= 700 (80 in binary32)",
          [=](Source& source, Format format) {
            Case c = empty_case(format);
            const Landscape& landscape = Landscape::of(format);
            Vector v = draw_vector(source, format, c.input_class);
            v.resize(std::min<std::size_t>(v.size(), 48));
            if (source.one_in(3)) {
              c.input_class = "all over";
              for (double& entry : v) {
                entry = landscape.round(source.uniform(-reach(format), reach(format)));
              }
            }
            for (double& entry : v) entry = std::clamp(entry, -reach(format), reach(format));
            c.arguments = {std::move(v)};
            return c;
          },
          [=](const Case& c) {
            return finite_and_not_empty(c) && vector_at(c, 0).size() <= 1024 &&
                   std::ranges::all_of(vector_at(c, 0),
                                       [&](double e) { return std::fabs(e) <= reach(c.format); });
          }};
}

Inputs vector_far_out() {
  const auto reach = [](const Format& format) { return Landscape::of(format).beyond_exp; };
  const Inputs inputs =
      where(at_most(longest, one_vector()), "max x > 750 or < -750 (110 in binary32)",
            [=](const Case& c) { return std::fabs(maximum(vector_at(c, 0))) > reach(c.format); });
  return drawn_by(
      inputs, [=, draw = at_most(longest, one_vector()).generate](Source& source, Format format) {
        Case c = draw(source, format);
        const Landscape& landscape = Landscape::of(format);
        auto& v = std::get<Vector>(c.arguments[0]);
        const double m = maximum(v);
        if (std::fabs(m) > 2 * reach(format)) return c;
        const double away = reach(format) * source.uniform(4, 8) * source.one_of({-1.0, 1.0});
        for (double& entry : v) entry = landscape.round(entry + away);
        c.input_class += away > 0 ? ", far up" : ", far down";
        return c;
      });
}

Inputs vector_and_depth() {
  Inputs inputs = at_most(longest, vector_and_scale());
  inputs.parameters[1].name = "t";
  inputs.hypothesis_text = "x finite, not empty, n <= 12, t > 0 finite";
  return drawn_by(inputs, [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    const Landscape& landscape = Landscape::of(format);
    const Vector& v = vector_at(c, 0);
    const double spread = maximum(v) + maximum(-v);
    const double depth = source.one_in(2)
                             ? spread * source.unit()
                             : source.one_of({1.0, landscape.absorption_low, landscape.within_exp});
    c.arguments[1] = landscape.round(depth > 0 && std::isfinite(depth) ? depth : 1.0);
    if (number_at(c, 1) == 0) c.arguments[1] = 1.0;
    return c;
  });
}

Inputs two_numbers_near() {
  const Inputs inputs = two_numbers();
  return drawn_by(inputs, [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    if (source.one_in(3)) return c;
    const Landscape& landscape = Landscape::of(format);
    const double a = landscape.round(source.uniform(-40, 10));
    const double step = std::exp2(source.uniform(-20, 3));
    c.arguments = {a, landscape.round(a + step * source.uniform(-1, 1))};
    c.input_class = "near";
    return c;
  });
}

Inputs number_at_an_edge() {
  const Inputs inputs = one_number();
  return drawn_by(inputs, [](Source& source, Format format) {
    Case c = empty_case(format);
    const Landscape& landscape = Landscape::of(format);
    const int p = format.precision, least = reference::quantum(format.emin, format);
    const int power = source.one_of({-p, -p - 1, format.emax + 1, format.emin, least, least - 1});
    double t = landscape.round(power * 0x1.62e42fefa39efp-1);
    for (std::size_t steps = source.size(0, 3); steps > 0; --steps) {
      t = source.one_in(2) ? landscape.above(t) : landscape.below(t);
    }
    c.input_class = "2^" + std::to_string(power);
    if (source.one_in(4)) {
      t = landscape.round(t + source.uniform(-1, 1));
      c.input_class = "around " + c.input_class;
    }
    c.arguments = {t};
    return c;
  });
}

}  // namespace softlaw::properties
