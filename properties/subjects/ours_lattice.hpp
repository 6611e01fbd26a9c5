// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace softlaw::properties {

/// Our lattice soft-min behind the C table: part of Ours.
template <class Real>
struct OursLattice {};

}  // namespace softlaw::properties
