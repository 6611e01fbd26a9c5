// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

/// Random arguments in classes, each a function of a class, a length and a number.
namespace correctness {

enum class Class { normal, wide, cancelling, ties, offset, subnormal, absorbed, raw };
inline constexpr std::array<const char*, 8> class_names = {
    "normal", "wide", "cancelling", "ties", "offset", "subnormal", "absorbed", "raw"};

/// The random numbers of one case.
class Source {
 public:
  Source(Class kind, std::size_t n, std::uint64_t number)
      : engine_(number * 64 + static_cast<std::uint64_t>(kind) * 8 + n) {}

  double uniform(double low, double high) {
    return low + (high - low) * std::scalbn(static_cast<double>(engine_() >> 11), -53);
  }
  double normal() {
    // Box and Muller, so that every library gives the same
    const double radius = std::sqrt(-2 * std::log(uniform(0x1p-60, 1)));
    return radius * std::cos(uniform(0, 6.283185307179586));
  }
  std::uint64_t bits() { return engine_(); }

 private:
  std::mt19937_64 engine_;
};

/// A finite float of any exponent.
template <class R>
R raw(Source& source) {
  using Limits = std::numeric_limits<R>;
  const int exponent =
      Limits::min_exponent - 20 +
      static_cast<int>(source.bits() % static_cast<std::uint64_t>(Limits::max_exponent -
                                                                  Limits::min_exponent + 20));
  const R value = static_cast<R>(std::scalbn(source.uniform(0.5, 1), exponent));
  return (source.bits() & 1) != 0 ? value : -value;
}

template <class R>
std::vector<R> logits(Source& source, Class kind, std::size_t n) {
  constexpr bool is_double = std::numeric_limits<R>::digits == 53;
  std::vector<R> x(n);
  for (R& entry : x) entry = static_cast<R>(source.normal() * (kind == Class::ties ? 1 : 3));
  const auto drop_others = [&](double low, double high) {
    for (std::size_t i = 1; i < n; ++i) x[i] = x[0] - static_cast<R>(source.uniform(low, high));
  };
  switch (kind) {
    case Class::normal:
      break;
    case Class::wide:
      for (R& entry : x) entry = static_cast<R>(source.uniform(-1, 1) * (is_double ? 700 : 85));
      break;
    case Class::cancelling: {
      double sum = 0;
      for (const R entry : x) sum += std::exp(static_cast<double>(entry));
      for (R& entry : x) entry = static_cast<R>(static_cast<double>(entry) - std::log(sum));
      break;
    }
    case Class::ties:
      for (R& entry : x) entry = std::round(entry * 2) / 2;
      break;
    case Class::offset: {
      const R far = static_cast<R>(std::pow(10, source.uniform(6, is_double ? 300 : 37)));
      for (R& entry : x) entry += far;
      break;
    }
    case Class::subnormal:
      x[0] = source.bits() % 2 == 0 ? R(0) : x[0];
      drop_others(is_double ? 700 : 84, is_double ? 760 : 106);
      break;
    case Class::absorbed:
      drop_others(is_double ? 34 : 14, is_double ? 40 : 19);
      break;
    case Class::raw:
      for (R& entry : x) entry = raw<R>(source);
      break;
  }
  return x;
}

/// Weights that are not negative, seldom of sum 1.
template <class R>
std::vector<R> weights(Source& source, Class kind, std::size_t n) {
  std::vector<R> p(n);
  for (R& entry : p) {
    switch (kind) {
      case Class::ties:
        entry = static_cast<R>(std::round(source.uniform(0, 8)) / 4);
        break;
      case Class::raw:
        entry = std::abs(raw<R>(source));
        break;
      case Class::wide:
        entry = static_cast<R>(std::exp(source.uniform(-80, 2)));
        break;
      case Class::offset:
        entry = static_cast<R>(source.uniform(1, 2));
        break;
      default:
        entry = static_cast<R>(source.uniform(0, 1));
        break;
    }
  }
  if (kind == Class::cancelling || kind == Class::absorbed) {
    R sum = 0;
    for (const R entry : p) sum += entry;
    for (R& entry : p) entry /= sum;
  }
  return p;
}

}  // namespace correctness
