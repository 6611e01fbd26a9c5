// SPDX-License-Identifier: Apache-2.0
#include "lattice_points.hpp"

#include <cmath>
#include <stdexcept>

namespace softlaw::reference {
namespace {

double checked(const std::string& function, const char* argument, double value, bool inside) {
  if (inside && std::isfinite(value)) return value;
  throw std::domain_error("softlaw::reference::" + function + ": " + argument +
                          " is outside the domain: " + std::to_string(value));
}

Rational quotient_floor(double n, double d) {
  return d > 0 && std::isfinite(d) ? (Rational(n) / Rational(d)).floor() : Rational();
}

}  // namespace

LatticePoints::LatticePoints(const std::string& function, double place, double gap,
                             double sharpness)
    : LatticePoints(checked(function, "n", place, place >= 0), checked(function, "d", gap, gap > 0),
                    checked(function, "alpha", sharpness, sharpness > 0),
                    quotient_floor(std::isfinite(place) ? place : 0, gap)) {}

LatticePoints::LatticePoints(const Rational& place, const Rational& gap, const Rational& sharpness,
                             const Rational& last_index)
    : n(place), d(gap), alpha(sharpness), last(last_index) {
  // -floor(1/2 - x) is x rounded, of two the lower.
  const Rational rounded = Rational(0) - (Rational(0.5) - (n - d * d) / d).floor();
  nearest = rounded < Rational(0) ? Rational(0) : last < rounded ? last : rounded;
  delta = deviation(nearest);
}

LatticePoints LatticePoints::before(const std::string& function, std::uint64_t m, double gap,
                                    double sharpness) {
  const Rational d = checked(function, "d", gap, gap > 0);
  const Rational alpha = checked(function, "alpha", sharpness, sharpness > 0);
  if (m == 0) throw std::domain_error("softlaw::reference::" + function + ": m is 0");
  return LatticePoints(Rational::integer(m) * d, d, alpha, Rational::integer(m - 1));
}

Rational LatticePoints::energy(const Rational& k) const {
  const Rational deviation_k = deviation(k);
  return alpha * (deviation_k - delta) * (deviation_k + delta);
}

}  // namespace softlaw::reference
