// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

namespace softlaw::properties {

/// What an option takes: a whole number, in digits, from 1 to `most`.
CLI::Validator whole_number_up_to(std::uint64_t most);
/// A number of seconds above 0, or from `least`, to a day.
CLI::Validator seconds_from(double least);
/// Digits that make a whole number below 10^19.
std::string whole_number(const std::string& text);

}  // namespace softlaw::properties
