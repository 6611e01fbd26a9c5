// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

namespace softlaw::properties {

Inputs logits_and_labels();                     ///< o, y >= 0 of one length
Inputs logits_and_distribution();               ///< o, y >= 0 with sum 1 exactly
Inputs logits_and_positive_distribution();      ///< the same with y > 0
Inputs logits_and_label();                      ///< o, c an index
Inputs logits_and_label(std::size_t at_least);  ///< the same with two logits or more, say
Inputs logits_step_and_labels();                ///< o, h with o + h exact, y >= 0
Inputs two_logits_exact_sum();                  ///< o, l of one length with o + l exact

Inputs affine_map();           ///< x, w, b: one observation or more, of one feature or more
Inputs minibatch();            ///< x, w, b and labels y >= 0
Inputs hard_minibatch();       ///< the same with exact logits, and one label 1 in each row
Inputs coarse_minibatch();     ///< the same with exact logits, and any labels
Inputs minibatch_and_step();   ///< x, w, b, y, u: w + u and w + 2u exact, b as the last row of both
Inputs minibatch_and_gauge();  ///< x, w, b, y, c: w and b on one grid with one number a row

Inputs slope_and_offset();      ///< w not 0, b, of moderate size
Inputs points_and_classes();    ///< x small integers, not all alike, a class below 3 for each, z
Inputs features_and_classes();  ///< d, q >= 1, of products below 2^62

Inputs two_strengths();       ///< a, b > 0
Inputs scores_and_default();  ///< o, none
Inputs scores_and_rise();     ///< o, none, k an index, h > 0 with o_k + h exact

Inputs special_logits_and_labels();   ///< o with infinities or NaN, y >= 0 or NaN
Inputs special_logits_and_label();    ///< o with infinities or NaN, c an index
Inputs special_minibatch();           ///< x, w, b, y with infinities or NaN
Inputs special_affine_map();          ///< x, w, b with infinities or NaN
Inputs special_scores_and_default();  ///< o, none with infinities or NaN
Inputs special_strengths();           ///< a, b > 0 from end to end of the range, or NaN

}  // namespace softlaw::properties
