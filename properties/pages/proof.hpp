// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "pages/record.hpp"

namespace softlaw::properties {

/// A theorem of docs/proofs, as Coq states it: what its check wrote down of it.
struct Proof {
  std::string theorem;    ///< `bounds_above_max`
  std::string proves;     ///< the id of a law, or of an erratum that it refutes
  std::string file;       ///< below the root of the tree
  std::string tags;       ///< its hypotheses, such as `n ≥ 2, λ > 0`; none of an erratum
  std::string statement;  ///< as Coq prints it
  std::string sharper;    ///< which sharper statement is refuted, or why there is none

  /// Theorem, file and hypotheses, in a line.
  std::string summary() const;
};

std::span<const Proof> proofs();
/// The proof of that law, or the refutation of that erratum, or null.
const Proof* find_proof(const std::string& id);

}  // namespace softlaw::properties
