// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>

/// The checks of arguments; every message names the function, the argument and the value.
namespace softlaw::kernel {

/// The shortest decimal that reads back as the value.
template <class Number>
std::string to_text(Number value) {
  char text[64];
  return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

inline void require_size(const char* function, const char* argument, std::size_t size,
                         std::size_t wanted) {
  if (size == wanted) return;
  throw std::invalid_argument(std::string("softlaw::") + function + ": " + argument +
                              " must have size " + to_text(wanted) + ", got " + to_text(size));
}

/// The number of entries of a table, or SIZE_MAX where it is larger: no span has that size.
constexpr std::size_t product_of(std::size_t rows, std::size_t columns) {
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
  return columns != 0 && rows > most / columns ? most : rows * columns;
}

inline void require_leading_dimension(const char* function, const char* argument,
                                      std::size_t leading_dimension, std::size_t columns) {
  if (leading_dimension >= columns) return;
  throw std::invalid_argument(std::string("softlaw::") + function + ": " + argument +
                              ".leading_dimension must be at least its " + to_text(columns) +
                              " columns, got " + to_text(leading_dimension));
}

template <class R>
void require_lambda(const char* function, R lambda) {
  if (lambda < 0 || lambda > 0) return;
  throw std::domain_error(std::string("softlaw::") + function +
                          ": lambda must be a non-zero number, got " + to_text(lambda));
}

template <class R>
void require_temperature(const char* function, R temperature) {
  if (temperature > 0) return;
  throw std::domain_error(std::string("softlaw::") + function +
                          ": temperature must be a positive number, got " + to_text(temperature));
}

/// A probability or weight: finite and not negative, or NaN.
template <class R>
void require_weight(const char* function, const std::string& argument, R p) {
  if (!(p < 0) && !std::isinf(p)) return;
  throw std::domain_error(std::string("softlaw::") + function + ": " + argument +
                          " must be finite and not negative, got " + to_text(p));
}

/// The entries of p, of which the first is called argument[first].
template <class R>
void require_weights(const char* function, const char* argument, std::span<const R> p,
                     std::size_t first = 0) {
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] < 0 || std::isinf(p[i])) {
      require_weight(function, std::string(argument) + "[" + to_text(first + i) + "]", p[i]);
    }
  }
}

template <class R>
bool any_nan(std::span<const R> x) {
  for (const R entry : x) {
    if (std::isnan(entry)) return true;
  }
  return false;
}

inline void require_radix(const char* function, std::uint32_t radix) {
  if (radix >= 2) return;
  throw std::invalid_argument(std::string("softlaw::") + function +
                              ": radix must be at least 2, got " + to_text(radix));
}

/// One to `most` directions, each as long as x.
template <class R>
void require_directions(const char* function, std::span<const R> x,
                        std::span<const std::span<const R>> directions, std::size_t most) {
  if (directions.empty() || directions.size() > most) {
    throw std::invalid_argument(std::string("softlaw::") + function +
                                ": directions must have size 1 to " + to_text(most) + ", got " +
                                to_text(directions.size()));
  }
  for (std::size_t a = 0; a < directions.size(); ++a) {
    const std::string argument = "directions[" + to_text(a) + "]";
    require_size(function, argument.c_str(), directions[a].size(), x.size());
  }
}

template <class R>
bool all_finite(std::span<const R> x) {
  for (const R entry : x) {
    if (!std::isfinite(entry)) return false;
  }
  return true;
}

}  // namespace softlaw::kernel
