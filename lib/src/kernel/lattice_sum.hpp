// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lattice_grid.hpp"
#include "lattice_window.hpp"

/// The sum of the Gaussian weights of a lattice, in a number of operations that depends neither on
/// the number of its points nor on how dense they are. The proofs are in docs/chapters/lattice.md.
namespace softlaw::kernel {

/// Calls `use` with the sum in the form that needs fewer terms.
template <class Use>
auto with_sum(const Lattice& lattice, const Scaled& alpha, std::size_t order, const Use& use) {
  constexpr double few = 100;
  const bool dense = approximate(lattice.spacing / LatticeGrid::step(lattice, alpha, order)) < 1;
  if (dense && lattice.intervals() > few) return use(LatticeGrid(lattice, alpha, order));
  return use(LatticeWindow(lattice, alpha, order));
}

}  // namespace softlaw::kernel
