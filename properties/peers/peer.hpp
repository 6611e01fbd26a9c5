// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw_subject.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <vector>

/// \file
/// What the subjects made of other libraries share.  A library that has the functions of the family is
/// called as it is; one that has exp alone is put into the loop that its users write.
namespace peer {

/// The textbook with an exp of vectors: `Exp::lanes` at a time, the last ones in a vector of their own.
/// A NaN goes the way that their exp takes it.
template <class Exp>
struct Loop {
  using Real = typename Exp::Real;

  static Real largest(const Real* x, std::size_t n) {
    Real most = -std::numeric_limits<Real>::infinity();
    for (std::size_t i = 0; i < n; ++i) most = x[i] > most ? x[i] : most;
    return most;
  }

  static Real propagate_nan(Real a, Real b) { return std::isnan(b) ? b : a; }

  /// exp(x_i - most) to out, and their sum.
  static Real exponentials(const Real* x, std::size_t n, Real most, Real* out) {
    Real sum = 0;
    for (std::size_t begin = 0; begin < n; begin += Exp::lanes) {
      Real shifted[Exp::lanes] = {}, results[Exp::lanes];
      const std::size_t count = std::min(n - begin, Exp::lanes);
      for (std::size_t i = 0; i < count; ++i) shifted[i] = x[begin + i] - most;
      Exp::exp(shifted, results);
      for (std::size_t i = 0; i < count; ++i) sum += out[begin + i] = results[i];
    }
    return sum;
  }

  static Real logsumexp(const Real* x, std::size_t n) {
    const Real most = largest(x, n);
    if (std::isinf(most)) return std::accumulate(x, x + n, most, propagate_nan);
    std::vector<Real> terms(n);
    return most + std::log(exponentials(x, n, most, terms.data()));
  }
  static void softmax(const Real* x, std::size_t n, Real* out) {
    const Real sum = exponentials(x, n, largest(x, n), out);
    for (std::size_t i = 0; i < n; ++i) out[i] /= sum;
  }
  static void log_softmax(const Real* x, std::size_t n, Real* out) {
    const Real most = largest(x, n);
    const Real log_sum = std::log(exponentials(x, n, most, out));
    for (std::size_t i = 0; i < n; ++i) out[i] = (x[i] - most) - log_sum;
  }
};

/// A table with the functions of that loop.
template <class Table, class Exp>
Table loop_table() {
  Table table{};
  table.size = sizeof(Table);
  table.logsumexp = Loop<Exp>::logsumexp;
  table.softmax = Loop<Exp>::softmax;
  table.log_softmax = Loop<Exp>::log_softmax;
  return table;
}

/// None of these libraries states a bound: they are held to four ulp and the condition of the problem.
inline constexpr const char* contract = "4ulp+4cond with in-range";

inline softlaw_subject subject(const char* name, const softlaw_binary64* binary64,
                               const softlaw_binary32* binary32) {
  return {SOFTLAW_SUBJECT_VERSION,
          sizeof(softlaw_subject),
          name,
          contract,
          binary64,
          binary32,
          nullptr};
}

}  // namespace peer
