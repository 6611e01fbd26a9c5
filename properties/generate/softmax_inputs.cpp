// SPDX-License-Identifier: Apache-2.0
#include "softmax_inputs.hpp"

namespace softlaw::properties {

Inputs vector_and_temperature() {
  Inputs inputs = vector_and_scale();
  inputs.parameters.back().name = "temperature";
  inputs.hypothesis_text = "x finite, not empty, temperature > 0 finite";
  return inputs;
}

}  // namespace softlaw::properties
