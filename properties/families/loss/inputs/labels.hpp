// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "inputs/vectors.hpp"

namespace softlaw::properties {

/// Labels of n >= 1 classes: one-hot, a distribution, counts, or numbers that sum to anything; the
/// kind is added to `input_class`.
Vector draw_labels(Source& source, Format format, std::size_t n, std::string& input_class);

/// Finite and not negative.
bool are_labels(const Vector& labels);
/// The same, with the sum 1 exactly.
bool are_distribution(const Vector& labels);

}  // namespace softlaw::properties
