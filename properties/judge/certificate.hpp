// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "judge/trial.hpp"

namespace softlaw::properties {

/// The proof that a law is broken at an input, for people who do not trust this program.
struct Certificate {
  std::string text;     ///< empty if the breach is not an inequality of numbers
  std::string lacking;  ///< why it is empty
};

/// Judges the law at this input once more and states its breach as an inequality between expressions:
/// sums, products, quotients, exp, log and roots of the inputs and of the returned numbers.
/// Throws std::invalid_argument if the law is not broken there.
Certificate certificate(const Law& law, const Defendant& defendant, const Case& input);

}  // namespace softlaw::properties
