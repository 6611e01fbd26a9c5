// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <softlaw/lattice.hpp>

#include "subjects/guarded.hpp"

namespace softlaw::properties {

/// Our lattice soft-min behind the C table: part of Ours.
template <class Real>
struct OursLattice {
  static Real lattice_softmin(Real n, Real d, Real alpha, Real epsilon) {
    return guarded([&] { return softlaw::lattice_softmin(n, d, alpha, epsilon); });
  }
  static Real lattice_softmin_derivative(Real n, Real d, Real alpha, std::size_t order) {
    return guarded([&] { return softlaw::lattice_softmin_derivative(n, d, alpha, order); });
  }
  static Real lattice_softmin_alpha(Real n, Real d, Real alpha) {
    return guarded([&] { return softlaw::lattice_softmin_alpha(n, d, alpha); });
  }
  static Real lattice_softmin_mixed(Real n, Real d, Real alpha) {
    return guarded([&] { return softlaw::lattice_softmin_mixed(n, d, alpha); });
  }
  static Real lattice_effective_terms(Real n, Real d, Real alpha) {
    return guarded([&] { return softlaw::lattice_effective_terms(n, d, alpha); });
  }
  static void lattice_weights(Real n, Real d, Real alpha, std::uint64_t first, std::size_t count,
                              Real* out) {
    guarded(out, count,
            [&] { softlaw::lattice_weights(n, d, alpha, first, std::span<Real>(out, count)); });
  }
  static Real lattice_jump(std::uint64_t m, Real d, Real alpha) {
    return guarded([&] { return softlaw::lattice_jump(m, d, alpha); });
  }
  /// What has no last or nearest index has 2^64 - 1.
  static std::uint64_t lattice_last(Real n, Real d) {
    return index([&] { return softlaw::lattice_last(n, d); });
  }
  static std::uint64_t lattice_nearest(Real n, Real d) {
    return index([&] { return softlaw::lattice_nearest(n, d); });
  }

 private:
  template <class F>
  static std::uint64_t index(F&& f) {
    try {
      return f();
    } catch (const std::logic_error&) {
      return UINT64_MAX;
    }
  }
};

}  // namespace softlaw::properties
