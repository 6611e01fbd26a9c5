// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drift/corpus.hpp"

// The inputs of the corpus by their names, such as `softmax/binary64/17`.
namespace softlaw::properties::drift {

std::string input_name(const Block& block, std::size_t input);
/// Throws std::invalid_argument that says which there are.
const Case& named_input(const std::string& name);

/// The arguments as `eval` takes them behind `--`: a word each.
std::string eval_words(const Case& input);
/// The command that evaluates it: with its numbers, or its name where they are many.
std::string eval_command(const Block& block, std::size_t input, const std::string& subject);

}  // namespace softlaw::properties::drift
