// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/interval.hpp>

/// \file
/// Constants, rounded outward once.

namespace softlaw::reference {

Interval log2();  ///< \f$\log 2\f$.
Interval pi();    ///< \f$\pi\f$.

}  // namespace softlaw::reference
