// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>

#include "drift/drift.hpp"

namespace softlaw::properties::drift {

/// For people: the functions that moved, each class of them, worst inputs, histogram, and why.
void print(std::ostream& out, const Drift& drift, const std::string& subject);

}  // namespace softlaw::properties::drift
