// SPDX-License-Identifier: Apache-2.0
#include "inputs/cancellation.hpp"

#include <algorithm>
#include <cmath>
#include <softlaw/reference/functions.hpp>
#include <softlaw/reference/precision.hpp>

namespace softlaw::properties {
namespace {

/// 1 - sum of e^x_i.
Interval shortfall(const Vector& x) {
  Interval rest(1);
  for (double entry : x) rest -= exp(Interval(entry));
  return rest;
}

}  // namespace

Vector draw_cancellation(Source& source, const Landscape& landscape) {
  // three rounds of 53 bits and a margin
  const reference::WorkingPrecision working(320);
  Vector start(source.size(1, 4));
  for (double& entry : start) entry = source.uniform(-3, 3);
  Vector x;
  for (const Interval& entry : reference::log_softmax(enclose(start))) {
    x.push_back(landscape.round(midpoint_double(entry)));
  }
  // A largest entry next to 0 has floats below it that change nothing: a step is at least an ulp of 1.
  const double step = std::ldexp(1.0, -landscape.format.precision);
  const auto largest = static_cast<std::size_t>(std::ranges::max_element(x) - x.begin());
  while (!certainly_less(Interval(0), shortfall(x))) {
    x[largest] = std::min(landscape.below(x[largest]), landscape.round(x[largest] - step));
  }
  for (std::size_t terms = source.size(0, 3); terms > 0; --terms) {
    // from below, so that something is missing still
    x.push_back(landscape.below(landscape.round(midpoint_double(log(shortfall(x))))));
  }
  std::swap(x[source.size(0, x.size() - 1)], x.back());
  return x;
}

}  // namespace softlaw::properties
