// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "function/item.hpp"

namespace softlaw::properties::drift {

/**
 * The inputs of a function in one format at which drift is measured.
 *
 * They are fixed: most stand in corpus/NAME.txt, drawn once from all classes of the function's item;
 * the probes, which show why results moved, are made by probes.cpp from exact arithmetic.  The inputs
 * of a class stand together.
 */
struct Block {
  const FunctionItem* function;
  Format format;
  std::vector<Case> inputs;
  std::uint64_t digest;  ///< of the inputs: two blocks with the same one may be compared

  /// `softmax binary64`.
  std::string name() const { return function->name + " " + format.name; }
};

/// Rises when the meaning of the corpus changes: added inputs change digests alone.
inline constexpr int corpus_version = 1;

/// Every function that has a file, in the order of softlaw_subject.h, in every format that it has.
const std::vector<Block>& corpus();

/// The text of corpus/NAME.txt, or null.
const char* corpus_text(const std::string& function);

/// A new text for a function: two inputs of each class of its item, all kinds of special values, and
/// long vectors, from a seed of its own.
std::string draw_corpus(const FunctionItem& function);

/// A digest of a text, the same on every machine: FNV-1a, mixed.
std::uint64_t digest(const std::string& text);
/// 16 hexadecimal digits.
std::string to_hex(std::uint64_t value);

}  // namespace softlaw::properties::drift
