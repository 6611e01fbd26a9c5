// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <softlaw/reference/coding.hpp>

#include "subjects/exact_derivatives.hpp"
#include "subjects/exact_information.hpp"
#include "subjects/exact_lattice.hpp"
#include "subjects/exact_regression.hpp"

namespace softlaw::properties {

/// The reference as a subject: every law must pass it under a contract of half an ulp.
template <class Real>
struct Exact : ExactDerivatives<Real>,
               ExactInformation<Real>,
               ExactRegression<Real>,
               ExactLattice<Real> {
  static Real one(Function function, const Arguments& arguments) {
    return exact_one<Real>(function, arguments);
  }
  static void all(Function function, const Arguments& arguments, Real* out) {
    exact_all(function, arguments, out);
  }
  static Vector vector(const Real* x, std::size_t n) { return {x, x + n}; }

  static Real logsumexp(const Real* x, std::size_t n) {
    return one(Function::logsumexp, {vector(x, n)});
  }
  static Real logsumexp_scaled(const Real* x, std::size_t n, Real lambda) {
    return one(Function::logsumexp_scaled, {vector(x, n), double{lambda}});
  }
  static Real logaddexp(Real a, Real b) { return one(Function::logaddexp, {double{a}, double{b}}); }
  static Real softmin(const Real* x, std::size_t n) {
    return one(Function::softmin, {vector(x, n)});
  }
  static Real softmin_scaled(const Real* x, std::size_t n, Real lambda) {
    return one(Function::softmin_scaled, {vector(x, n), double{lambda}});
  }
  static Real excess(const Real* x, std::size_t n) { return one(Function::excess, {vector(x, n)}); }
  static void softmax(const Real* x, std::size_t n, Real* out) {
    all(Function::softmax, {vector(x, n)}, out);
  }
  static void softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    all(Function::softmax_temperature, {vector(x, n), double{temperature}}, out);
  }
  static void log_softmax(const Real* x, std::size_t n, Real* out) {
    all(Function::log_softmax, {vector(x, n)}, out);
  }
  static void log_softmax_temperature(const Real* x, std::size_t n, Real temperature, Real* out) {
    all(Function::log_softmax_temperature, {vector(x, n), double{temperature}}, out);
  }
  static void softmax_rows(const Real* x, std::size_t rows, std::size_t columns, std::size_t ldx,
                           Real temperature, Real* out, std::size_t ldout) {
    for (std::size_t r = 0; r < rows; ++r) {
      softmax_temperature(x + r * ldx, columns, temperature, out + r * ldout);
    }
  }
  static void log_softmax_rows(const Real* x, std::size_t rows, std::size_t columns,
                               std::size_t ldx, Real temperature, Real* out, std::size_t ldout) {
    for (std::size_t r = 0; r < rows; ++r) {
      log_softmax_temperature(x + r * ldx, columns, temperature, out + r * ldout);
    }
  }
  static Real softplus(Real t) { return one(Function::softplus, {double{t}}); }
  static Real logistic(Real t) { return one(Function::logistic, {double{t}}); }
  static void huffman_lengths(const Real* weights, std::size_t n, std::uint32_t radix,
                              std::uint32_t* lengths) {
    std::ranges::copy(reference::huffman_lengths(vector(weights, n), radix), lengths);
  }
};

/// The reference's codes behind the C table.
struct ExactCoding : ExactBlockCoding, ExactParameters {
  static std::uint64_t kraft_sum(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                 std::uint32_t* fraction) {
    const auto sum = reference::kraft_sum({lengths, lengths + n}, radix);
    std::ranges::copy(sum.fraction, fraction);
    return sum.whole;
  }
  static std::size_t prefix_encode(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                   const std::uint32_t* symbols, std::size_t count,
                                   std::uint32_t* digits) {
    const auto found = reference::encode({lengths, lengths + n}, radix, {symbols, symbols + count});
    std::ranges::copy(found, digits);
    return found.size();
  }
  static std::size_t prefix_decode(const std::uint32_t* lengths, std::size_t n, std::uint32_t radix,
                                   const std::uint32_t* digits, std::size_t digit_count,
                                   std::uint32_t* symbols, std::size_t count) {
    const auto found =
        reference::decode({lengths, lengths + n}, radix, {digits, digits + digit_count}, count);
    if (!found) return SIZE_MAX;
    std::ranges::copy(*found, symbols);
    return digit_count;
  }
};

}  // namespace softlaw::properties
