// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/interval.hpp>

/// \file
/// Constants, rounded outward once.

namespace softlaw::reference {

Interval log2();   ///< \f$\log 2\f$.
Interval pi();     ///< \f$\pi\f$.
Interval euler();  ///< Euler's constant \f$\gamma = 0.577215…\f$.

}  // namespace softlaw::reference
