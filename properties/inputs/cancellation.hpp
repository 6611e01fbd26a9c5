// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/vectors.hpp"

namespace softlaw::properties {

/**
 * A vector whose logsumexp is next to 0: the hardest place, where all leading digits cancel.
 *
 * Built by the inverse function: log-softmax of anything has logsumexp 0, and its rounding leaves
 * about 2^-precision.  The difference of \f$\sum e^{x_i}\f$ from 1 then becomes, through its
 * logarithm, a further entry; each of up to three such entries doubles the digits that cancel.
 */
Vector draw_cancellation(Source& source, const Landscape& landscape);

}  // namespace softlaw::properties
