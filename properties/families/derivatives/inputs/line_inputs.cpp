// SPDX-License-Identifier: Apache-2.0
#include "families/derivatives/inputs/line_inputs.hpp"

#include <algorithm>

#include "function/arguments.hpp"
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

/// x and directions one behind the other, of a number that is drawn; each as `some(k)` has them.
Inputs any_number_of(std::int64_t most, const std::function<Inputs(std::size_t)>& some) {
  std::vector<Inputs> of;
  for (std::int64_t k = 1; k <= most; ++k) of.push_back(some(static_cast<std::size_t>(k)));
  const auto split = [](const Case& c) {
    Case apart = c;
    const Directions all = unpack_directions(c.arguments, 1);
    apart.arguments = {c.arguments.front()};
    for (const Vector& h : all) apart.arguments.emplace_back(h);
    return apart;
  };
  return {{{"x", Kind::vector}, {"directions", Kind::vector}},
          of.front().hypothesis_text + ", one to " + std::to_string(most) + " directions",
          [=](Source& source, Format format) {
            const auto k = static_cast<std::size_t>(source.integer(1, most));
            Case c = of[k - 1].generate(source, format);
            Directions h;
            for (std::size_t i = 1; i <= k; ++i) h.push_back(vector_at(c, i));
            c.arguments = {c.arguments.front(), pack(h)};
            return c;
          },
          [=](const Case& c) {
            const std::size_t n = vector_at(c, 0).size(), all = vector_at(c, 1).size();
            if (n == 0 ? all != 0 : all % n != 0) return false;
            const Case apart = split(c);
            const std::size_t k = apart.arguments.size() - 1;
            return k >= 1 && k <= of.size() && of[k - 1].hypothesis(apart);
          }};
}

}  // namespace

Inputs vector_and_any_directions(std::int64_t most) {
  return any_number_of(most, [](std::size_t k) { return at_most(4, vector_and_directions(k)); });
}

Inputs special_vector_and_any_directions(std::int64_t most) {
  return any_number_of(most, special_vector_and_directions);
}

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
