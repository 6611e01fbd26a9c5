// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace softlaw::properties::drift {

/// A file of the folder corpus.
struct CorpusText {
  std::string_view function;
  const char* text;
};

/// All of them: the build makes their definition (corpus.cmake).
extern const std::span<const CorpusText> corpus_texts;

}  // namespace softlaw::properties::drift
