// SPDX-License-Identifier: Apache-2.0
// Weights with an exponent, and weights with special values: information_inputs.hpp declares them.
#include <algorithm>
#include <cmath>
#include <limits>

#include "families/information/inputs/inputs.hpp"
#include "inputs/admit.hpp"
#include "inputs/special_inputs.hpp"

namespace softlaw::properties {
namespace {

const Parameter p{"p", Kind::vector};
const Parameter q{"q", Kind::vector};

}  // namespace

Inputs weights_and_exponent() {
  return {{p, {"alpha", Kind::scalar}},
          "p >= 0 finite with a positive entry, alpha > 0 finite",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            const Landscape& landscape = Landscape::of(format);
            const bool wide = source.one_in(2);
            c.input_class = wide ? "all sizes" : "distribution";
            Vector v = draw_simplex(source, format, source.size(1, 7));
            const int range = landscape.wide;
            if (wide) {
              for (double& entry : v)
                entry = std::exp2(-static_cast<double>(source.integer(0, range)));
              for (double& entry : v) entry = landscape.round(entry * source.uniform(1, 2));
            }
            if (source.one_in(2)) v.push_back(maximum(v));
            if (source.one_in(3)) v.push_back(0);
            if (maximum(v) == 0) v.front() = 1;
            c.arguments = {std::move(v), source.one_in(3) ? source.one_of({0.5, 1.0, 2.0, 3.0})
                                                          : draw_scale(source, landscape)};
            return c;
          },
          [](const Case& c) {
            const Vector& v = vector_at(c, 0);
            return finite_and_not_empty(c) && number_at(c, 1) > 0 && maximum(v) > 0 &&
                   std::ranges::none_of(v, [](double e) { return e < 0; });
          }};
}

Inputs short_weights_and_exponent() {
  Inputs inputs = where(weights_and_exponent(), "p², 2p and 2 alpha exact", [](const Case& c) {
    return exact([&] {
      const Vector& v = vector_at(c, 0);
      Vector results = 2 * Vector{number_at(c, 1)};
      for (double entry : 2 * v) results.push_back(entry);
      for (double entry : v) results.push_back((entry * Vector{entry}).front());
      if (!fits(results, c.format)) throw Inexact("");
    });
  });
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    const bool wide = source.one_in(2);
    c.input_class = wide ? "all sizes" : "integers";
    const int range = wide ? Landscape::of(format).wide / 2 : 0;
    Vector v(source.size(1, 7));
    for (double& entry : v) {
      const auto integer = static_cast<double>(source.integer(source.one_in(4) ? 0 : 1, 1 << 10));
      entry = std::ldexp(integer, -static_cast<int>(source.integer(0, range)));
    }
    if (maximum(v) == 0) v.front() = 1;
    const Landscape& landscape = Landscape::of(format);
    c.arguments = {std::move(v), landscape.round(std::exp2(source.uniform(-6, 6)))};
    return c;
  };
  return inputs;
}

Inputs two_special_weights() {
  Inputs inputs = special_weights();
  inputs.parameters.push_back(q);
  inputs.hypothesis_text = "p, q >= 0 finite, NaN or empty, of one length; the sums are anything";
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    Vector other = std::get<Vector>(draw(source, format).arguments.front());
    other.resize(vector_at(c, 0).size(), source.one_of({0.0, 0.5}));
    c.arguments.emplace_back(std::move(other));
    return c;
  };
  inputs.hypothesis = [admits = inputs.hypothesis](const Case& c) {
    Case second = c;
    second.arguments = {c.arguments[1]};
    return vector_at(c, 0).size() == vector_at(c, 1).size() && admits(c) && admits(second);
  };
  return inputs;
}

Inputs special_weights_and_exponent() {
  Inputs inputs = special_weights();
  inputs.parameters.push_back({"alpha", Kind::scalar});
  inputs.hypothesis_text += ", alpha > 0, perhaps infinite";
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    const double infinite = std::numeric_limits<double>::infinity();
    c.arguments.emplace_back(
        source.one_of({infinite, 1.0, 0.5, 2.0, Landscape::of(format).above(0), 64.0}));
    return c;
  };
  inputs.hypothesis = [admits = inputs.hypothesis](const Case& c) {
    return admits(c) && number_at(c, 1) > 0 && c.format.contains(number_at(c, 1));
  };
  return inputs;
}

Inputs special_probability() {
  Inputs inputs = where(special_number(), "not negative, not infinite", [](const Case& c) {
    return !(number_at(c, 0) < 0) && !std::isinf(number_at(c, 0));
  });
  inputs.parameters.front().name = "p";
  inputs.hypothesis_text = "p >= 0 finite, or NaN";
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    double& number = std::get<double>(c.arguments.front());
    number = std::isinf(number) ? 1 : std::fabs(number);
    return c;
  };
  return inputs;
}

}  // namespace softlaw::properties
