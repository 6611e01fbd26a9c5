// SPDX-License-Identifier: Apache-2.0
// Inputs of the lattice soft-min that are drawn by the index of a point: lattice_inputs.hpp declares them.
#include <algorithm>
#include <cmath>

#include "families/lattice/inputs/inputs.hpp"
#include "families/lattice/inputs/place.hpp"
#include "inputs/admit.hpp"

namespace softlaw::properties {

Inputs lattice_index_gap_sharpness() {
  Inputs inputs{{{"m", Kind::integer}, d_parameter, alpha_parameter},
                "1 <= m <= 2^40, m d a float, d in [2^-12, 2^16], alpha d^2 in [2^-40, 2^12]",
                nullptr,
                nullptr};
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    const double d = short_gap(source);
    c.input_class = d < 0.5 ? "the new point is the nearest" : "the new point is far";
    const std::int64_t m = source.one_in(4) ? source.integer(1, 100000) : source.integer(1, 20);
    // the jump is visible where alpha d^4 is not large
    const double low = std::min(-4.0, -2 * std::log2(d) - 6);
    c.arguments = {m, d, sharpness(source, Landscape::of(format), d, low, low + 9)};
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    const auto m = std::get<std::int64_t>(c.arguments[0]);
    Case place = c;
    place.arguments[0] = static_cast<double>(m) * number_at(c, 1);
    return m >= 1 && m <= (std::int64_t{1} << 40) && is_place(place) &&
           exact([&] { static_cast<void>(static_cast<double>(m) * Vector{number_at(c, 1)}); });
  };
  return inputs;
}

Inputs lattice_quotient() {
  Inputs inputs{{n_parameter, d_parameter},
                "n >= 0, 2^-60 <= d < inf, n < 2^80 d, n < 2^120",
                nullptr,
                nullptr};
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    const Landscape& landscape = Landscape::of(format);
    double d = landscape.round(std::exp2(source.uniform(-10, source.one_in(3) ? 40 : 4)));
    double n = 0;
    switch (source.integer(0, 4)) {
      case 0:
        c.input_class = "the quotient rounds to an integer";
        n = landscape.round(static_cast<double>(source.integer(1, 1000)) * d);
        if (source.one_in(2)) n = landscape.below(n);
        break;
      case 1:
        c.input_class = "between two points";
        d = short_gap(source);
        n = static_cast<double>(source.integer(0, 60)) * d + d * d + d / 2;
        break;
      case 2:
        c.input_class = "before the first point";
        n = landscape.round(source.uniform(0, 1.5) * d * d);
        break;
      case 3:
        c.input_class = "far out";
        n = landscape.round(std::exp2(source.uniform(0, 70)) * d);
        break;
      default:
        c.input_class = "a gap below one half";
        d = landscape.round(source.uniform(0.01, 0.6));
        n = landscape.round(source.uniform(0, 20) * d);
    }
    c.arguments = {n, d};
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    const double n = number_at(c, 0), d = number_at(c, 1);
    return fits({n, d}, c.format) && std::isfinite(d) && n >= 0 && d >= 0x1p-60 && n < 0x1p80 * d &&
           n < 0x1p120;
  };
  return inputs;
}

Inputs lattice_deep() {
  Inputs inputs{{{"k", Kind::integer}, d_parameter, alpha_parameter},
                "d whole from 40 to 60, 40 <= k <= 1000, alpha d^2 in [1/4, 16]",
                nullptr,
                nullptr};
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    const auto d = static_cast<double>(source.integer(40, 60));
    c.input_class = "deep inside";
    c.arguments = {source.integer(40, 1000), d, sharpness(source, Landscape::of(format), d, -2, 4)};
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    const double d = number_at(c, 1), lambda = number_at(c, 2) * d * d;
    const auto k = std::get<std::int64_t>(c.arguments[0]);
    return fits({d, number_at(c, 2)}, c.format) && d == std::floor(d) && d >= 40 && d <= 60 &&
           k >= 40 && k <= 1000 && lambda >= 0.25 && lambda <= 16;
  };
  return inputs;
}

Inputs lattice_symmetric() {
  Inputs inputs{{{"c", Kind::integer}, {"k", Kind::integer}, alpha_parameter},
                "2 <= c <= 24, 0 <= k <= 3, alpha c^2 / 4 in [2^-40, 2^12]",
                nullptr,
                nullptr};
  inputs.generate = [](Source& source, Format format) {
    Case c = empty_case(format);
    c.input_class = "symmetric";
    const std::int64_t twice = source.integer(2, 12);
    const double d = static_cast<double>(twice) / 2;
    c.arguments = {twice, source.integer(0, 3),
                   sharpness(source, Landscape::of(format), d, source.one_in(4) ? -20 : -5, 3)};
    return c;
  };
  inputs.hypothesis = [](const Case& c) {
    const auto twice = std::get<std::int64_t>(c.arguments[0]);
    const auto k = std::get<std::int64_t>(c.arguments[1]);
    const double alpha = number_at(c, 2), d = static_cast<double>(twice) / 2;
    return twice >= 2 && twice <= 24 && k >= 0 && k <= 3 && fits({alpha}, c.format) &&
           alpha * d * d >= 0x1p-40 && alpha * d * d <= 0x1p12;
  };
  return inputs;
}

}  // namespace softlaw::properties
