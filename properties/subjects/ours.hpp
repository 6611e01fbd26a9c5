// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <softlaw/softlaw.hpp>
#include <span>
#include <vector>

#include "subjects/guarded.hpp"
#include "subjects/ours_derivatives.hpp"
#include "subjects/ours_information.hpp"
#include "subjects/ours_lattice.hpp"
#include "subjects/ours_regression.hpp"

namespace softlaw::properties {

/// Our library behind the C table; what it refuses becomes NaN.  Faults derive from this.
template <class Real>
struct Ours : OursDerivatives<Real>,
              OursInformation<Real>,
              OursRegression<Real>,
              OursLattice<Real> {
  using In = std::span<const Real>;
  using Out = std::span<Real>;

  static Real logsumexp(const Real* x, std::size_t n) { return softlaw::logsumexp(In(x, n)); }
  static Real logsumexp_scaled(const Real* x, std::size_t n, Real lambda) {
    return guarded([&] { return softlaw::logsumexp(In(x, n), lambda); });
  }
  static Real logaddexp(Real a, Real b) { return softlaw::logaddexp(a, b); }
  static Real softmin(const Real* x, std::size_t n) { return softlaw::softmin(In(x, n)); }
  static Real softmin_scaled(const Real* x, std::size_t n, Real lambda) {
    return guarded([&] { return softlaw::softmin(In(x, n), lambda); });
  }
  static Real excess(const Real* x, std::size_t n) { return softlaw::excess(In(x, n)); }

  static void softmax(const Real* x, std::size_t n, Real* out) {
    softlaw::softmax(In(x, n), Out(out, n));
  }
  static void softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    guarded(out, n, [&] { softlaw::softmax(In(x, n), temperature, Out(out, n)); });
  }
  static void log_softmax(const Real* x, std::size_t n, Real* out) {
    softlaw::log_softmax(In(x, n), Out(out, n));
  }
  static void log_softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    guarded(out, n, [&] { softlaw::log_softmax(In(x, n), temperature, Out(out, n)); });
  }
  static void softmax_rows(const Real* x, std::size_t rows, std::size_t columns, std::size_t ldx,
                           Real temperature, Real* out, std::size_t ldout) {
    softlaw::softmax_rows(MatrixView<const Real>{x, rows, columns, ldx}, temperature,
                          MatrixView<Real>{out, rows, columns, ldout});
  }
  static void log_softmax_rows(const Real* x, std::size_t rows, std::size_t columns,
                               std::size_t ldx, Real temperature, Real* out, std::size_t ldout) {
    softlaw::log_softmax_rows(MatrixView<const Real>{x, rows, columns, ldx}, temperature,
                              MatrixView<Real>{out, rows, columns, ldout});
  }
  static Real softplus(Real t) { return softlaw::softplus(t); }
  static Real logistic(Real t) { return softlaw::logistic(t); }
  static void huffman_lengths(const Real* weights, std::size_t n, std::uint32_t radix,
                              std::uint32_t* lengths) {
    const auto found = softlaw::huffman_lengths(In(weights, n), radix);
    std::copy(found.begin(), found.end(), lengths);
  }
};

/// Our codes behind the C table.
struct OurCoding : OurBlockCoding, OurParameters {
  using In = std::span<const std::uint32_t>;

  static std::uint64_t kraft_sum(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                 std::uint32_t* fraction) {
    const KraftSum sum = softlaw::kraft_sum(In(lengths, n), radix);
    const auto end = std::copy(sum.digits.begin(), sum.digits.end(), fraction);
    const std::uint32_t longest = n == 0 ? 0 : *std::max_element(lengths, lengths + n);
    std::fill(end, fraction + longest, 0u);
    return sum.whole;
  }
  static std::size_t prefix_encode(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                   const std::uint32_t* symbols, std::size_t count,
                                   std::uint32_t* digits) {
    const PrefixCode code(In(lengths, n), radix);
    const auto found = code.encode(std::vector<std::size_t>(symbols, symbols + count));
    std::copy(found.begin(), found.end(), digits);
    return found.size();
  }
  static std::size_t prefix_decode(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                   const std::uint32_t* digits, std::size_t digit_count,
                                   std::uint32_t* symbols, std::size_t count) {
    try {
      const PrefixCode code(In(lengths, n), radix);
      std::ranges::transform(code.decode(In(digits, digit_count), count), symbols,
                             [](std::size_t symbol) { return static_cast<std::uint32_t>(symbol); });
      return digit_count;
    } catch (const std::logic_error&) {
      return SIZE_MAX;
    }
  }
};

/// The contract of our library: see the page on accuracy in lib.
inline constexpr const char* our_contract = "0.5001ulp+0.00390625cond";

}  // namespace softlaw::properties
