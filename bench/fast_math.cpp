// SPDX-License-Identifier: Apache-2.0
// Compiled with -ffast-math for this processor, so that GCC takes the exponentials from libmvec.
#include "loops.hpp"

const peers::Peer<double> peers::fast_math = loops<double>("libmvec");
const peers::Peer<float> peers::fast_math32 = loops<float>("libmvec");
