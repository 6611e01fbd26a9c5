// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// Vector kernels for the processor at hand: the first tier of the functions.
namespace softlaw::vector {

/// An unevaluated sum of two numbers.
struct Pair {
  double high = 0;
  double low = 0;
};

/// The exponents (x_i - maximum) factor.
struct Exponents {
  double maximum = 0;
  Pair factor{1, 0};
};

struct Maximum {
  double value;
  bool has_nan;
};

/// A sum of exponentials. Those of the largest entries are counted, not summed.
struct Total {
  Pair rest;
  std::size_t count = 0;
};

/// The sum of all; `has_tiny` when some exponentials were raised to exp(lowest_exponent).
struct Stored {
  Pair sum;
  bool has_tiny = false;
};

/// What is done with n entries; each function once a target.
struct Target {
  const char* name;
  Maximum (*maximum)(const double* x, std::size_t n);
  /// With the relative errors Short::error and Long::error, and addition_error an entry.
  Total (*short_sum)(const double* x, std::size_t n, const Exponents& exponents);
  Total (*long_sum)(const double* x, std::size_t n, const Exponents& exponents);
  /// Stores a multiple of the exponentials as pairs and sums them, the largest included.
  Stored (*store)(const double* x, std::size_t n, const Exponents& exponents, double* high,
                  double* low);
  /// out_i = (high_i + low_i) inverse, which errs by `error` of itself, rounded, and 0 for what was
  /// raised; returns how many could not be rounded safely and are NaN.
  std::size_t (*multiply)(const double* high, const double* low, std::size_t n, Pair inverse,
                          double error, double* out);
  /// out_i = (x_i - maximum) factor - log_total, rounded; likewise. log_total errs by `error`.
  std::size_t (*subtract)(const double* x, std::size_t n, const Exponents& exponents,
                          Pair log_total, double error, double* out);

  /// exp(high + low) for lowest_exponent <= high <= 0, with Short::error.
  Pair (*exponential)(double high, double low);

  /// The same for binary32, in binary64; the last two say whether an entry is NaN.
  Maximum (*maximum32)(const float* x, std::size_t n);
  Total (*sum32)(const float* x, std::size_t n, const Exponents& exponents);
  double (*store32)(const float* x, std::size_t n, const Exponents& exponents, double* values);
  bool (*multiply32)(const double* values, std::size_t n, double inverse, float* out);
  bool (*subtract32)(const float* x, std::size_t n, const Exponents& exponents, double log_total,
                     double error, float* out);
};

/// The targets that this processor has, the best first.
const Target* const* targets();

/// The target in use; a test may choose another of targets().
const Target& target();
void use(const Target& chosen);

}  // namespace softlaw::vector
