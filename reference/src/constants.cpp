// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/constants.hpp>

#include "directed.hpp"

namespace softlaw::reference {

Interval log2() { return enclose_point(WorkingPrecision::current(), mpfr_const_log2); }

Interval pi() { return enclose_point(WorkingPrecision::current(), mpfr_const_pi); }

Interval euler() { return enclose_point(WorkingPrecision::current(), mpfr_const_euler); }

}  // namespace softlaw::reference
