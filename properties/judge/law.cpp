// SPDX-License-Identifier: Apache-2.0
#include "judge/law.hpp"

#include <set>

#include "judge/registry.hpp"

namespace softlaw::properties {
namespace {

bool matches(const char* pattern, const char* text) {
  if (*pattern == '\0') return *text == '\0';
  if (*pattern == '*') return matches(pattern + 1, text) || (*text && matches(pattern, text + 1));
  return *text && (*pattern == '?' || *pattern == *text) && matches(pattern + 1, text + 1);
}

}  // namespace

const Law& law(Law definition) { return Registry<Law>::instance().add(std::move(definition)); }
std::span<const Law* const> laws() { return Registry<Law>::instance().all(); }
const Law* find_law(const std::string& id) { return Registry<Law>::instance().find(id); }

const Erratum& erratum(Erratum definition) {
  return Registry<Erratum>::instance().add(std::move(definition));
}
std::span<const Erratum* const> errata() { return Registry<Erratum>::instance().all(); }

std::vector<const Law*> match_laws(const std::string& pattern) {
  std::vector<const Law*> matching;
  for (const Law* law : laws()) {
    if (matches_pattern(law->id, pattern) || family(law->id) == pattern) matching.push_back(law);
  }
  return matching;
}

bool matches_pattern(const std::string& text, const std::string& pattern) {
  return matches(pattern.c_str(), text.c_str());
}

std::string family(const std::string& id) { return id.substr(0, id.find('.')); }

std::vector<std::string> functions_used(const Law& law) {
  std::vector<Call> calls;
  const ReferenceEvaluator exact;
  exact.record(&calls);
  Source source(0);
  law.predicate(exact, law.inputs.generate(source, Format::binary64));
  std::set<std::string> names;
  for (const Call& call : calls) names.insert(call.function);
  return {names.begin(), names.end()};
}

}  // namespace softlaw::properties
