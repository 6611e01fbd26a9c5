// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "subjects/correctly_rounded.hpp"

namespace softlaw::properties {

/// Losses, regression and choice of the reference behind the C table: part of Exact.
template <class Real>
struct ExactRegression {
  static Real cross_entropy_logits(const Real* o, const Real* y, std::size_t n) {
    return exact_one<Real>(Function::cross_entropy_logits, {vector(o, n), vector(y, n)});
  }
  static void cross_entropy_logits_gradient(const Real* o, const Real* y, std::size_t n,
                                            Real* out) {
    exact_all(Function::cross_entropy_logits_gradient, {vector(o, n), vector(y, n)}, out);
  }
  static Real cross_entropy_label(const Real* o, std::size_t n, std::size_t label) {
    return exact_one<Real>(Function::cross_entropy_label, {vector(o, n), index(label)});
  }
  static void cross_entropy_label_gradient(const Real* o, std::size_t n, std::size_t label,
                                           Real* out) {
    exact_all(Function::cross_entropy_label_gradient, {vector(o, n), index(label)}, out);
  }
  static void regression_logits(const Real* x, const Real* w, const Real* b, std::size_t rows,
                                std::size_t d, std::size_t q, Real* out) {
    exact_all(Function::regression_logits, map(x, w, b, rows, d, q), out);
  }
  static Real regression_loss(const Real* x, const Real* w, const Real* b, const Real* y,
                              std::size_t rows, std::size_t d, std::size_t q) {
    return exact_one<Real>(Function::regression_loss, data(x, w, b, y, rows, d, q));
  }
  static void regression_gradient(const Real* x, const Real* w, const Real* b, const Real* y,
                                  std::size_t rows, std::size_t d, std::size_t q, Real* dw,
                                  Real* db) {
    std::vector<Real> all((d + 1) * q);
    exact_all(Function::regression_gradient, data(x, w, b, y, rows, d, q), all.data());
    std::copy_n(all.data(), d * q, dw);
    std::copy_n(all.data() + d * q, q, db);
  }
  static Real preference(Real a, Real b) {
    return exact_one<Real>(Function::preference, {double{a}, double{b}});
  }
  static Real bradley_terry(Real a, Real b) {
    return exact_one<Real>(Function::bradley_terry, {double{a}, double{b}});
  }
  static void choice(const Real* o, std::size_t n, Real none, Real* out) {
    exact_all(Function::choice, {vector(o, n), double{none}}, out);
  }

 private:
  static Vector vector(const Real* x, std::size_t n) { return {x, x + n}; }
  static std::int64_t index(std::size_t label) { return static_cast<std::int64_t>(label); }
  static Arguments map(const Real* x, const Real* w, const Real* b, std::size_t rows, std::size_t d,
                       std::size_t q) {
    return {vector(x, rows * d), vector(w, d * q), vector(b, q)};
  }
  static Arguments data(const Real* x, const Real* w, const Real* b, const Real* y,
                        std::size_t rows, std::size_t d, std::size_t q) {
    return {vector(x, rows * d), vector(w, d * q), vector(b, q), vector(y, rows * q)};
  }
};

/// The count of parameters: part of ExactCoding.
struct ExactParameters {
  static std::uint64_t regression_parameters(std::uint64_t d, std::uint64_t q) { return d * q + q; }
};

}  // namespace softlaw::properties
