// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <softlaw/choice.hpp>
#include <softlaw/loss.hpp>
#include <softlaw/regression.hpp>
#include <span>

#include "subjects/guarded.hpp"

namespace softlaw::properties {

/// Our losses, regression and choice behind the C table: part of Ours.
template <class Real>
struct OursRegression {
  using In = std::span<const Real>;
  using Out = std::span<Real>;
  using InMatrix = MatrixView<const Real>;

  static Real cross_entropy_logits(const Real* o, const Real* y, std::size_t n) {
    return guarded([&] { return softlaw::cross_entropy_logits(In(o, n), In(y, n)); });
  }
  static void cross_entropy_logits_gradient(const Real* o, const Real* y, std::size_t n,
                                            Real* out) {
    guarded(out, n,
            [&] { softlaw::cross_entropy_logits_gradient(In(o, n), In(y, n), Out(out, n)); });
  }
  static Real cross_entropy_label(const Real* o, std::size_t n, std::size_t label) {
    return guarded([&] { return softlaw::cross_entropy_label(In(o, n), label); });
  }
  static void cross_entropy_label_gradient(const Real* o, std::size_t n, std::size_t label,
                                           Real* out) {
    guarded(out, n, [&] { softlaw::cross_entropy_label_gradient(In(o, n), label, Out(out, n)); });
  }
  static void regression_logits(const Real* x, const Real* w, const Real* b, std::size_t rows,
                                std::size_t d, std::size_t q, Real* out) {
    guarded(out, rows * q, [&] {
      softlaw::regression_logits(InMatrix{x, rows, d, d}, InMatrix{w, d, q, q}, In(b, q),
                                 MatrixView<Real>{out, rows, q, q});
    });
  }
  static Real regression_loss(const Real* x, const Real* w, const Real* b, const Real* y,
                              std::size_t rows, std::size_t d, std::size_t q) {
    return guarded([&] {
      return softlaw::regression_loss(InMatrix{x, rows, d, d}, InMatrix{w, d, q, q}, In(b, q),
                                      InMatrix{y, rows, q, q});
    });
  }
  static void regression_gradient(const Real* x, const Real* w, const Real* b, const Real* y,
                                  std::size_t rows, std::size_t d, std::size_t q, Real* dw,
                                  Real* db) {
    guarded(dw, d * q, [&] {
      guarded(db, q, [&] {
        softlaw::regression_gradient(InMatrix{x, rows, d, d}, InMatrix{w, d, q, q}, In(b, q),
                                     InMatrix{y, rows, q, q}, MatrixView<Real>{dw, d, q, q},
                                     Out(db, q));
      });
    });
  }
  static Real preference(Real a, Real b) { return softlaw::preference(a, b); }
  static Real bradley_terry(Real a, Real b) {
    return guarded([&] { return softlaw::bradley_terry(a, b); });
  }
  static void choice(const Real* o, std::size_t n, Real none, Real* out) {
    guarded(out, n + 1, [&] { softlaw::choice(In(o, n), none, Out(out, n + 1)); });
  }
};

/// Our counts of parameters: part of OurCoding.
struct OurParameters {
  static std::uint64_t regression_parameters(std::uint64_t d, std::uint64_t q) {
    try {
      return softlaw::regression_parameters(d, q);
    } catch (const std::overflow_error&) {
      return UINT64_MAX;
    }
  }
};

}  // namespace softlaw::properties
