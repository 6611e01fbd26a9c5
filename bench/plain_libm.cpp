// SPDX-License-Identifier: Apache-2.0
#include "loops.hpp"

const peers::Peer<double> peers::plain_libm = loops<double>("libm");
const peers::Peer<float> peers::plain_libm32 = loops<float>("libm");
