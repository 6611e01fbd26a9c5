// SPDX-License-Identifier: Apache-2.0
#include "judge/joined.hpp"

#include <algorithm>

namespace softlaw::properties {
namespace {

using Counts = std::map<std::string, std::size_t>;

void add(Counts& to, const Counts& counts) {
  for (const auto& [name, count] : counts) to[name] += count;
}

/// As Trial notes the worst input: of errors in ulp the largest, else of strains; the first of equals.
bool is_worse(const Evidence& next, const Evidence& so_far) {
  if (!so_far.worst_input) return true;
  if (next.worst_ulp) return next.worst_ulp > so_far.worst_ulp;
  return !so_far.worst_ulp && next.worst_strain > so_far.worst_strain;
}

/// The note of a part without its count of unpromised facts, which is told of the sum.
std::string note_of(const Evidence& part) {
  const std::string facts = part.unpromised.text();
  if (facts.empty() || !part.note.ends_with(facts)) return part.note;
  const std::string note = part.note.substr(0, part.note.size() - facts.size());
  return note.ends_with("; ") ? note.substr(0, note.size() - 2) : note;
}

/// Both notes; one that is part of the other is not said twice.
std::string both(const std::string& note, const std::string& next) {
  if (note.empty() || next.find(note) != std::string::npos) return next;
  return next.empty() || note.find(next) != std::string::npos ? note : note + "; " + next;
}

void add(Evidence& sum, const Evidence& next) {
  if (next.worst_input && is_worse(next, sum)) sum.worst_input = next.worst_input;
  sum.worst_strain = std::max(sum.worst_strain, next.worst_strain);
  sum.worst_ulp = std::max(sum.worst_ulp, next.worst_ulp);
  sum.cases += next.cases;
  sum.effective += next.effective;
  sum.discards += next.discards;
  add(sum.formats, next.formats);
  add(sum.effective_formats, next.effective_formats);
  add(sum.classes, next.classes);
  for (const auto& [line, findings] : next.waived) sum.waived[line] += findings;
  if (sum.unpromised.seen_false == 0) sum.unpromised.first = next.unpromised.first;
  sum.unpromised.seen_false += next.unpromised.seen_false;
  if (!next.unpromised.facts.empty()) sum.unpromised.facts = next.unpromised.facts;
  sum.note = both(sum.note, note_of(next));
  const bool failed = is_failure(next.verdict);
  if (failed || !sum.counterexample) sum.counterexample = next.counterexample;
  if (failed || next.verdict == Verdict::waived) sum.verdict = next.verdict;
}

/// Whether the law ended its process: then a run keeps nothing but that.
bool has_ended(const Evidence& part) {
  const bool waived =
      part.verdict == Verdict::waived;  // the calls are those of a finding that was explained
  return part.verdict == Verdict::crashed || part.verdict == Verdict::hung ||
         (waived && part.counterexample && part.counterexample->calls.empty() &&
          part.effective == 0);
}

}  // namespace

Evidence joined(const std::vector<Evidence>& parts) {
  Evidence sum;
  double seconds = 0;
  for (const Evidence& part : parts) {
    sum.id = part.id;
    seconds += part.seconds;
    if (has_ended(part)) {
      sum = part;
      break;
    }
    add(sum, part);
    if (is_failure(part.verdict)) break;
  }
  sum.seconds = seconds;
  if (is_failure(sum.verdict) || has_ended(sum)) return sum;
  if (const std::string facts = sum.unpromised.text(); !facts.empty()) {
    sum.note += (sum.note.empty() ? "" : "; ") + facts;
  }
  if (sum.verdict == Verdict::waived || sum.effective > 0) return sum;
  const bool nothing = (sum.cases == 0 && !sum.note.empty()) || !sum.unpromised.facts.empty();
  sum.verdict = nothing ? Verdict::not_applicable : Verdict::vacuous;
  return sum;
}

}  // namespace softlaw::properties
