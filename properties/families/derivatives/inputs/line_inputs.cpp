// SPDX-License-Identifier: Apache-2.0
#include "families/derivatives/inputs/line_inputs.hpp"

#include <algorithm>

#include "inputs/admit.hpp"
#include "inputs/lengths.hpp"
#include "inputs/special_inputs.hpp"

namespace softlaw::properties {
namespace {

const Parameter order{"order", Kind::integer};

Inputs with_order(Inputs inputs, std::int64_t highest) {
  inputs.parameters.push_back(order);
  inputs.hypothesis_text += ", 0 <= order <= " + std::to_string(highest);
  inputs.generate = [=, draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    c.arguments.emplace_back(source.integer(0, highest));
    return c;
  };
  inputs.hypothesis = [=, before = inputs.hypothesis](const Case& c) {
    Case without = c;
    const auto asked = std::get<std::int64_t>(without.arguments.back());
    without.arguments.pop_back();
    return before(without) && 0 <= asked && asked <= highest;
  };
  return inputs;
}

}  // namespace

Inputs line() {
  Inputs inputs = vector_and_directions(1);
  inputs.parameters[1].name = "h";
  inputs.hypothesis_text = "x, h finite, of one length";
  return inputs;
}

Inputs line_and_order(int highest) { return with_order(at_most(4, line()), highest); }

Inputs halved_line() {
  return {{{"x", Kind::vector}, {"h", Kind::vector}},
          "x, h finite, of one length from 1 to 4, x + h/2^j exact for j from 0 to 4",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "small dyadics";
            const std::size_t n = source.size(1, 4);
            const double unit = source.one_of({0.125, 0.5, 0.0078125});
            Vector x(n), h(n);
            for (double& entry : x) entry = static_cast<double>(source.integer(-40, 40)) / 8;
            for (double& entry : h) entry = unit * static_cast<double>(source.integer(-8, 8));
            c.arguments = {std::move(x), std::move(h)};
            return c;
          },
          [](const Case& c) {
            return one_length(c) && vector_at(c, 0).size() <= 4 && exact([&] {
                     for (double part = 1; part >= 0x1p-4; part /= 2) {
                       const Vector moved = vector_at(c, 0) + part * vector_at(c, 1);
                       if (!fits(moved, c.format)) throw Inexact("");
                     }
                   });
          }};
}

Inputs special_line(std::int64_t highest) {
  Inputs inputs = special_vector_and_directions(1);
  inputs.parameters[1].name = "h";
  return with_order(std::move(inputs), highest);
}

}  // namespace softlaw::properties
