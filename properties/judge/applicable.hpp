// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "judge/law.hpp"

namespace softlaw::properties {

/// Whether the subject has all functions that a law asks for, in one of its formats: seen by running the
/// law on the reference a few times, which calls nothing of the subject.
bool is_applicable(const Law& law, const Subject& subject);

}  // namespace softlaw::properties
