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

/// The sum of all, as a multiple of the unit that the stored exponentials have, and as it is; `has_tiny` when
/// some exponentials were raised to exp(lowest_exponent).
struct Stored {
  Pair sum;
  Pair total;
  bool has_tiny = false;
};

/// sum w_i f_i and sum w_i, which err by 2^-85 of the sum of sizes, and what f_i errs by; beside logarithms,
/// sum w_i errs by 2^-40 of itself. Without `is_regular` it means nothing.
struct WeightedSum {
  Pair sum;
  Pair weights;
  bool is_regular = true;
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

  /// out_i = (high_i + low_i) factor - y_i; likewise.
  std::size_t (*residual)(const double* high, const double* low, const double* y, std::size_t n,
                          Pair factor, double error, double* out);
  /// sum p_i log q_i, sum p_i (log p_i - log q_i), sum y_i (maximum - x_i); regular when no weight and
  /// no argument of a logarithm is negative, NaN or infinite, those that count lie between 2^-900 and 2^900, and no
  /// gap beyond 2^100.
  WeightedSum (*logarithms)(const double* p, const double* q, std::size_t n);
  WeightedSum (*ratios)(const double* p, const double* q, std::size_t n);
  WeightedSum (*gaps)(const double* x, const double* y, std::size_t n, double maximum);
  /// The sum of (high_i + low_i) (maximum - x_i) over what was not raised.
  WeightedSum (*stored_gaps)(const double* high, const double* low, const double* x, std::size_t n,
                             double maximum);

  /// exp(high + low) for lowest_exponent <= high <= 0, with Short::error.
  Pair (*exponential)(double high, double low);
  /// log(1 + t) of the pair t > 2^-700; it errs by 2^-69 of itself for t < 2^-9, else by log_error.
  Pair (*log1p)(double high, double low);

  /// The same for binary32, in binary64; those with results for each entry say whether one is NaN.
  Maximum (*maximum32)(const float* x, std::size_t n);
  Total (*sum32)(const float* x, std::size_t n, const Exponents& exponents);
  double (*store32)(const float* x, std::size_t n, const Exponents& exponents, double* values);
  bool (*multiply32)(const double* values, std::size_t n, double inverse, float* out);
  bool (*subtract32)(const float* x, std::size_t n, const Exponents& exponents, double log_total,
                     double error, float* out);
  bool (*residual32)(const double* values, const float* y, std::size_t n, double factor,
                     float* out);
  WeightedSum (*logarithms32)(const float* p, const float* q, std::size_t n);
  WeightedSum (*ratios32)(const float* p, const float* q, std::size_t n);
  WeightedSum (*gaps32)(const float* x, const float* y, std::size_t n, double maximum);
  double (*stored_gaps32)(const double* values, const float* x, std::size_t n, double maximum);
};

/// The targets that this processor has, the best first.
const Target* const* targets();

/// The target in use; a test may choose another of targets().
const Target& target();
void use(const Target& chosen);

}  // namespace softlaw::vector
