// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "correctly_rounded.hpp"

namespace softlaw::properties {

/// Losses, regression and choice of the reference behind the C table: part of Exact.
template <class Real>
struct ExactRegression {};

}  // namespace softlaw::properties
