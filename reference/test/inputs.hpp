// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <softlaw/reference/functions.hpp>
#include <vector>

namespace softlaw::reference::test {

inline Vector intervals(const std::vector<double>& values) {
  return Vector(values.begin(), values.end());
}

/// The extremes of the format, which every function should survive in any combination.
constexpr std::array special_values = {0.0,
                                       -0.0,
                                       1.0,
                                       -1.0,
                                       0x1p-1074,
                                       -0x1p-1074,
                                       0x1p-1022,
                                       36.7368005696771,
                                       -37.5,
                                       709.79,
                                       -745.14,
                                       -1075.0,
                                       0x1p-53,
                                       -0x1p53,
                                       1e300,
                                       -1e300,
                                       1 / 3.0,
                                       0x1p970,
                                       0x1p-1060,
                                       0x1p-1023,
                                       0x1.fffffffffffffp1023,
                                       -0x1.fffffffffffffp1023};

/// Random inputs of the kinds that are hard for the softmax family.
class Inputs {
 public:
  explicit Inputs(std::uint64_t seed) : random_(seed) {}

  double uniform(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random_);
  }
  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }
  /// Any finite double, all bit patterns alike.
  double bits() {
    const double value = std::bit_cast<double>(random_());
    return std::isfinite(value) ? value : bits();
  }
  double special() { return special_values[below(special_values.size())]; }
  /// Multiples of 1/8, so that ties and exact results abound.
  double grid() { return std::floor(uniform(-40, 40)) / 8; }

  std::vector<double> vector(std::size_t longest = 6) {
    std::vector<double> x(1 + below(longest));
    const std::size_t kind = below(11);
    const double offset = std::ldexp(uniform(-1, 1), static_cast<int>(below(60)));
    for (double& entry : x) entry = entry_of(kind, offset, x[0]);
    if (kind == 9 && x.size() > 1) cancel(x);
    return x;
  }
  std::vector<double> vector_of_size(std::size_t n) {
    std::vector<double> v(n);
    const std::size_t kind = below(4);
    for (double& entry : v) entry = entry_of(kind, 0, 0);
    return v;
  }

 private:
  double entry_of(std::size_t kind, double offset, double first) {
    switch (kind) {
      case 0:
        return uniform(-10, 10);
      case 1:
        return grid();
      case 2:
        return uniform(-800, 800);
      case 3:
        return std::ldexp(uniform(-1, 1), -static_cast<int>(below(1074)));
      case 4:
        return bits();
      case 5:
        return special();
      case 6:
        return offset + grid();  // a huge offset
      case 7:
        return std::nextafter(first, below(2) == 0 ? -1e308 : 1e308);  // near ties
      case 8:
        return below(2) == 0 ? offset : offset - uniform(36, 38);  // absorption
      case 9:
        return -uniform(0.1, 40);  // see cancel()
      default:
        return below(3) == 0 ? 1 : 1 - uniform(700, 760);  // underflow
    }
  }
  /// Makes logsumexp nearly 0: the first entry is the logarithm of the difference from 1.
  static void cancel(std::vector<double>& x) {
    double rest = 0;
    for (std::size_t i = 1; i < x.size(); ++i) rest += std::exp(x[i]);
    if (rest < 1) x[0] = std::log1p(-rest);
  }

  std::mt19937_64 random_;
};

/// Random intervals, among them points, half-lines, the line and nothing.
class Intervals {
 public:
  explicit Intervals(std::uint64_t seed) : inputs_(seed) {}

  Interval next() {
    const std::size_t kind = inputs_.below(12);
    if (kind == 0) return Interval::empty();
    if (kind == 1) return Interval::whole();
    if (kind == 2) return Interval::between(end(), Interval::whole());
    if (kind == 3) return Interval::between(Interval::whole(), end());
    if (kind <= 5) return end();
    return Interval::hull(end(), end());
  }

  /// Some finite member, often an end.
  Interval member(const Interval& a) {
    const Interval finite = intersection(a, Interval::between(-0x1p200, 0x1p200));
    const std::size_t kind = inputs_.below(4);
    if (kind == 0 && mpfr_number_p(a.lower().get()) != 0) return Interval(a.lower(), a.lower());
    if (kind == 1 && mpfr_number_p(a.upper().get()) != 0) return Interval(a.upper(), a.upper());
    return intersection(a, midpoint_double(finite));
  }

 private:
  Interval end() {
    const std::size_t kind = inputs_.below(6);
    if (kind == 0) return 0;
    if (kind == 1) return inputs_.grid();
    if (kind == 2) return Interval(inputs_.uniform(-1, 1)) / 3;
    if (kind == 3)
      return ldexp(inputs_.uniform(-1, 1), static_cast<long>(inputs_.below(200)) - 100);
    return inputs_.uniform(-20, 20);
  }

  Inputs inputs_;
};

}  // namespace softlaw::reference::test
