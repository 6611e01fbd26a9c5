// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <softlaw/reference/lattice.hpp>

#include "subjects/correctly_rounded.hpp"

namespace softlaw::properties {

/// The lattice soft-min of the reference behind the C table: part of Exact.
template <class Real>
struct ExactLattice {
  static Real lattice_softmin(Real n, Real d, Real alpha, Real epsilon) {
    return exact_one<Real>(Function::lattice_softmin,
                           {wide(n), wide(d), wide(alpha), wide(epsilon)});
  }
  static Real lattice_softmin_derivative(Real n, Real d, Real alpha, std::size_t order) {
    return exact_one<Real>(Function::lattice_softmin_derivative,
                           {wide(n), wide(d), wide(alpha), static_cast<std::int64_t>(order)});
  }
  static Real lattice_softmin_alpha(Real n, Real d, Real alpha) {
    return exact_one<Real>(Function::lattice_softmin_alpha, {wide(n), wide(d), wide(alpha)});
  }
  static Real lattice_softmin_mixed(Real n, Real d, Real alpha) {
    return exact_one<Real>(Function::lattice_softmin_mixed, {wide(n), wide(d), wide(alpha)});
  }
  static Real lattice_effective_terms(Real n, Real d, Real alpha) {
    return exact_one<Real>(Function::lattice_effective_terms, {wide(n), wide(d), wide(alpha)});
  }
  static void lattice_weights(Real n, Real d, Real alpha, std::uint64_t first, std::size_t count,
                              Real* out) {
    exact_all(Function::lattice_weights,
              {wide(n), wide(d), wide(alpha), static_cast<std::int64_t>(first),
               static_cast<std::int64_t>(count)},
              out);
  }
  static Real lattice_jump(std::uint64_t m, Real d, Real alpha) {
    return exact_one<Real>(Function::lattice_jump,
                           {static_cast<std::int64_t>(m), wide(d), wide(alpha)});
  }
  static std::uint64_t lattice_last(Real n, Real d) { return reference::lattice_last(n, d); }
  static std::uint64_t lattice_nearest(Real n, Real d) { return reference::lattice_nearest(n, d); }

 private:
  static double wide(Real x) { return static_cast<double>(x); }
};

}  // namespace softlaw::properties
