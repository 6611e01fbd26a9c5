// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/function.hpp"

namespace softlaw::properties {

/// (n, d, alpha, epsilon)
extern const Function<Interval(double, double, double, double)> lattice_softmin;
/// (n, d, alpha, order)
extern const Function<Interval(double, double, double, std::int64_t)> lattice_softmin_derivative;
/// (n, d, alpha)
extern const Function<Interval(double, double, double)> lattice_softmin_alpha,
    lattice_softmin_mixed, lattice_effective_terms;
/// (n, d, alpha, first, count)
extern const Function<Intervals(double, double, double, std::int64_t, std::int64_t)>
    lattice_weights;
/// (m, d, alpha)
extern const Function<Interval(std::int64_t, double, double)> lattice_jump;
/// (n, d): nothing where there is no point
extern const Function<std::optional<std::uint64_t>(double, double)> lattice_last, lattice_nearest;

}  // namespace softlaw::properties
