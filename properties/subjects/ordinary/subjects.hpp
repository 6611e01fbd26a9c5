// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "subjects/subject.hpp"

namespace softlaw::properties {

/// The algorithms of the profiles as subjects, in every order of summation: `textbook` (in order),
/// `textbook/reversed`, `textbook/pairwise`, `textbook/4-lanes`, `/8-lanes`, `/16-lanes`, `/online`, and
/// likewise `careful` and `compensated`.  Each promises its profile.
std::vector<SubjectPointer> ordinary_subjects();

}  // namespace softlaw::properties
