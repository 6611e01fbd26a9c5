// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

// The smallest constants that a number of observations leave room for.
namespace softlaw::properties {

/// What one observation asks of constants: that the sum of constants[j] * shares[j] is at least 1.
struct Demand {
  std::vector<double> shares;

  double met_by(const std::vector<double>& constants) const;
};

struct Smallest {
  std::vector<double> constants;
  /// For each constant, the demand that forces it: with the others as they are, any less would not meet it.
  /// Nothing where the constant is 0.
  std::vector<std::optional<std::size_t>> forced_by;
};

/// The constants, none negative, of the least sum of weights[j] * constants[j] that meet all demands;
/// nothing if none do.  With positive weights each constant is forced.
std::optional<Smallest> smallest_constants(std::span<const Demand> demands,
                                           const std::vector<double>& weights);

/// The corners of the front of two constants: no point of it has both smaller.  From the least of the
/// first on.
std::vector<std::vector<double>> front_of_two(std::span<const Demand> demands);

/// The constants rounded up to the fewest digits, 2 or more, at which each is still forced: a tenth less
/// of any breaks a demand.
std::vector<double> round_up_forced(std::span<const Demand> demands,
                                    const std::vector<double>& constants);

/// The least decimal of so many digits that is not below the value.
double round_up(double value, int digits);

}  // namespace softlaw::properties
