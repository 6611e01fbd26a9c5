// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drift/corpus.hpp"
#include "drift/output.hpp"
#include "subjects/subject.hpp"

namespace softlaw::properties::drift {

/// The outputs of a block, input by input.
struct Measurement {
  const Block* block;
  bool has_function = true;    ///< false: the subject lacks it, and `given` is empty
  std::vector<Outputs> right;  ///< correctly rounded, by the reference
  std::vector<Outputs> given;  ///< what the subject returned
};

struct MeasureSettings {
  std::size_t workers = 0;           ///< processes; 0 for one a processor
  double seconds_for_an_input = 60;  ///< after which the subject counts as hung
};

/// Asks the subject for all outputs of these blocks, each twice, in parallel processes: an input at
/// which it crashes or hangs has no answer, and the rest goes on.  Without a subject only `right` is
/// computed.
std::vector<Measurement> measure(const std::vector<const Block*>& blocks, const Subject* subject,
                                 const MeasureSettings& settings);

/// The outputs of a block as tokens, equal neighbours counted: `0*12 1 0*3`.
std::string to_tokens(const std::vector<Outputs>& given, const std::vector<Outputs>& right,
                      const Format& format);
/// The way back.  Throws std::invalid_argument when they are not as many as the right ones.
std::vector<Outputs> from_tokens(const std::string& tokens, const std::vector<Outputs>& right,
                                 const Format& format);

}  // namespace softlaw::properties::drift
