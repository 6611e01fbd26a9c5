// SPDX-License-Identifier: Apache-2.0
#include "families/lattice/inputs/place.hpp"

#include <algorithm>
#include <cmath>

#include "inputs/admit.hpp"

namespace softlaw::properties {

double short_gap(Source& source) { return static_cast<double>(source.integer(1, 32)) / 8; }

double sharpness(Source& source, const Landscape& format, double d, double low, double high) {
  return format.round(std::exp2(source.uniform(low, high)) / (d * d));
}

Place draw_place(Source& source, const Landscape& format, bool few, std::string& input_class) {
  const auto pick = [&](const char* name) { return input_class = name, 0; };
  double d = short_gap(source);
  const auto k = static_cast<double>(source.integer(0, few ? 11 : 60));
  double n = 0;
  double alpha = sharpness(source, format, d, -7, 6);
  switch (source.integer(0, few ? 5 : 8)) {
    case 0:
      pick("on a point");
      n = k * d + d * d;
      break;
    case 1:
      pick("between two points");
      n = k * d + d * d + d / 2;
      break;
    case 2:
      pick("where a point enters");
      n = k * d;
      break;
    case 3:
      pick("next to where a point enters");
      d = format.round(source.uniform(0.05, 4));
      alpha = sharpness(source, format, d, -7, 6);
      n = format.round(k * d);
      if (source.one_in(2) && n > 0) n = format.below(n);
      break;
    case 4:
      pick("before the first point");
      d = static_cast<double>(source.integer(2, 12));
      alpha = sharpness(source, format, d, -12, 5);
      n = format.round(source.uniform(0, std::min(d * d, 20 * d)));
      break;
    case 5:
      pick("anywhere");
      d = format.round(std::exp2(source.uniform(-4, 3)));
      alpha = sharpness(source, format, d, -14, 8);
      n = format.round(source.uniform(0, few ? 20 : 300) * d);
      break;
    case 6:
      pick("far out");
      d = format.round(std::exp2(source.uniform(-4, 6)));
      alpha = sharpness(source, format, d, -6, 8);
      n = format.round(std::exp2(source.uniform(10, 40)) * d);
      break;
    case 7:
      pick("dense");
      d = format.round(std::exp2(source.uniform(-4, 6)));
      alpha = sharpness(source, format, d, -36, -8);
      n = format.round(std::exp2(source.uniform(4, 40)) * d);
      break;
    default:
      pick("dense, before the first point");
      d = format.round(std::exp2(source.uniform(4, std::min(format.wide - 1, 14))));
      alpha = sharpness(source, format, d, -30, -8);
      n = format.round(source.uniform(0, 1) * d * d);
      break;
  }
  if (few) n = std::min(n, 23 * d);
  return {format.round(std::min(n, format.format.max_finite())), d, alpha};
}

Place draw_short_range(Source& source, const Landscape& format) {
  const double d = format.round(std::exp2(source.uniform(-10, 3)));
  const double points = source.uniform(101, 110), length = points * d;
  const double alpha = std::exp2(source.uniform(-16, 0)) / (length * length);
  return {format.round(length), d, format.round(alpha)};
}

bool is_place(const Case& c) {
  const double n = number_at(c, 0), d = number_at(c, 1), alpha = number_at(c, 2);
  const double lambda = alpha * d * d;
  return fits({n, d, alpha}, c.format) && n >= 0 && n <= 0x1p42 * d && d >= 0x1p-12 &&
         d <= 0x1p16 && lambda >= 0x1p-40 && lambda <= 0x1p12 &&
         // what lies far before its first point is as sharp as its distance
         alpha * d * std::max(d * d - n, 0.0) <= 0x1p20;
}

}  // namespace softlaw::properties
