// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "judge/trial.hpp"

namespace softlaw::properties {

/// The conventions that the subject follows: of each the choice by which the fewest laws of special values
/// break, ours where that makes no difference.
Conventions find_conventions(const SubjectPointer& subject, const Contract& contract,
                             std::span<const Law* const> laws, std::uint64_t seed,
                             std::size_t cases);

}  // namespace softlaw::properties
