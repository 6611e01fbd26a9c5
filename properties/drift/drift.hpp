// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "drift/baseline.hpp"
#include "drift/cause.hpp"

namespace softlaw::properties::drift {

/// One of the two things that are compared: the outputs of a block, given the right ones.
struct Side {
  std::string name;
  /// Nothing if it does not have the function there.
  std::function<std::optional<std::vector<Outputs>>(const Measurement&)> outputs;
  /// Why its outputs cannot be compared there, such as that they are of other inputs; empty if they can.
  std::function<std::string(const Block&)> refusal = [](const Block&) { return std::string(); };
};

/// The outputs of a measurement.
Side measured_side(const std::string& name);
/// Those of a record; `name` is of its file.
Side approved_side(const std::string& name, const Record& record);

/// What is different between two sides.
struct Drift {
  std::vector<Comparison> compared;
  std::vector<std::string> gone;     ///< functions that only the first side has
  std::vector<std::string> added;    ///< functions that only the second side has
  std::vector<std::string> refused;  ///< functions that cannot be compared, and why
  std::vector<Cause> causes;

  std::size_t moved() const;
  std::size_t worse() const;
  std::size_t unstable() const;
  std::size_t outputs() const;
};

/// Adds to `refused` what the record has and the corpus has not.
void add_unknown_functions(Drift& drift, const Record& record);

Drift find_drift(const std::vector<Measurement>& measured, const Side& before, const Side& after);

}  // namespace softlaw::properties::drift
