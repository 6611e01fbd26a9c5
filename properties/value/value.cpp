// SPDX-License-Identifier: Apache-2.0
#include "value/value.hpp"

#include <algorithm>
#include <cmath>

namespace softlaw::properties {
namespace {

/// a + b, or Inexact: TwoSum tells.
double exact_sum(double a, double b) {
  const double s = a + b;
  if (!std::isfinite(s)) {
    if (std::isfinite(a) && std::isfinite(b)) throw Inexact("a sum overflows");
    return s;
  }
  const double back = s - a;
  if ((a - (s - back)) + (b - back) != 0) throw Inexact("a sum rounds");
  return s;
}

double exact_product(double a, double b) {
  const double product = a * b;
  const bool underflows = product != 0 && std::fabs(product) < 0x1p-1022;
  const bool vanishes = product == 0 && a != 0 && b != 0;
  if (underflows || vanishes || std::fma(a, b, -product) != 0) {
    throw Inexact("a product rounds");
  }
  return product;
}

}  // namespace

Vector operator+(const Vector& x, double c) {
  Vector result;
  for (double entry : x) result.push_back(exact_sum(entry, c));
  return result;
}

Vector operator+(const Vector& x, const Vector& y) {
  Vector result;
  for (std::size_t i = 0; i < x.size(); ++i) result.push_back(exact_sum(x[i], y[i]));
  return result;
}

Vector operator-(const Vector& x, const Vector& y) { return x + -y; }

Vector operator-(Vector x) {
  for (double& entry : x) entry = -entry;
  return x;
}

Vector operator*(double factor, const Vector& x) {
  Vector result;
  for (double entry : x) result.push_back(exact_product(factor, entry));
  return result;
}

Vector concatenate(const Vector& x, const Vector& y) {
  Vector result = x;
  result.insert(result.end(), y.begin(), y.end());
  return result;
}

Vector repeat(const Vector& x, std::size_t copies) {
  Vector result;
  for (std::size_t i = 0; i < copies; ++i) result.insert(result.end(), x.begin(), x.end());
  return result;
}

Intervals enclose(const Vector& x) { return {x.begin(), x.end()}; }

double maximum(const Vector& x) { return *std::ranges::max_element(x); }

std::size_t multiplicity_of_maximum(const Vector& x) {
  return static_cast<std::size_t>(std::ranges::count(x, maximum(x)));
}

Interval gap_below_maximum(const Vector& x) {
  const double top = maximum(x);
  double next = -std::numeric_limits<double>::infinity();
  for (double entry : x) {
    if (entry < top) next = std::max(next, entry);
  }
  return Interval(top) - Interval(next);
}

}  // namespace softlaw::properties
