// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace softlaw::properties {

/// Our losses, regression and choice behind the C table: part of Ours.
template <class Real>
struct OursRegression {};

}  // namespace softlaw::properties
