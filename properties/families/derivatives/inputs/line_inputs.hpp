// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

namespace softlaw::properties {

Inputs line();                       ///< x, h: finite, of one length
Inputs line_and_order(int highest);  ///< x, h, order from 0 to `highest`
Inputs halved_line();                ///< x, h small dyadics: x + h/2^j exact for j = 0 ... 4
/// x, directions: one to `most` of them, one behind the other, of at most 4 entries; sums of
/// directions are exact.
Inputs vector_and_any_directions(std::int64_t most);
/// The same of up to 9 entries, with infinities and NaN.
Inputs special_vector_and_any_directions(std::int64_t most);
/// x, h of up to 9 entries with infinities and NaN; order from 0 to `highest`.
Inputs special_line(std::int64_t highest);

}  // namespace softlaw::properties
