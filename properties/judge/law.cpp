// SPDX-License-Identifier: Apache-2.0
#include "judge/law.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <deque>
#include <set>
#include <stdexcept>

#include "judge/agreement.hpp"
#include "value/registry.hpp"

namespace softlaw::properties {
namespace {

/// The declared laws and those of the functions.  It is first asked for when all static objects are
/// made: only then are all there.
class Catalogue {
 public:
  static const Catalogue& instance() {
    static const Catalogue catalogue;
    return catalogue;
  }
  std::span<const Law* const> all() const { return sorted_; }

 private:
  Catalogue() {
    const auto declared = Registry<Law>::instance().all();
    sorted_.assign(declared.begin(), declared.end());
    for (const FunctionItem* function : functions()) {
      add("agreement.", *function, function->agreement);
      add("special.", *function, function->special);
    }
    std::ranges::sort(sorted_, {}, &Law::id);
    const auto twice = std::ranges::adjacent_find(sorted_, {}, &Law::id);
    if (twice != sorted_.end()) throw std::logic_error("two laws have the id " + (*twice)->id);
  }

  void add(const char* family, const FunctionItem& function, const Judged& judged) {
    sorted_.push_back(
        &made_.emplace_back(Law{family + law_name(function), judged.inputs(), agrees(function),
                                judged.witness, judged.unresolved}));
  }

  std::deque<Law> made_;
  std::vector<const Law*> sorted_;
};

}  // namespace

const Law& law(Law definition) { return Registry<Law>::instance().add(std::move(definition)); }
std::span<const Law* const> laws() { return Catalogue::instance().all(); }
const Law* find_law(const std::string& id) {
  const auto place = std::ranges::lower_bound(laws(), id, {}, &Law::id);
  return place != laws().end() && (*place)->id == id ? *place : nullptr;
}

const Erratum& erratum(Erratum definition) {
  return Registry<Erratum>::instance().add(std::move(definition));
}
std::span<const Erratum* const> errata() { return Registry<Erratum>::instance().all(); }

const Retired& retired(Retired definition) {
  return Registry<Retired>::instance().add(std::move(definition));
}
std::span<const Retired* const> retired_ids() { return Registry<Retired>::instance().all(); }
const Retired* find_retired(const std::string& id) {
  return Registry<Retired>::instance().find(id);
}

std::vector<const Law*> match_laws(const std::string& pattern) {
  std::vector<const Law*> matching;
  for (const Law* law : laws()) {
    if (matches_pattern(law->id, pattern) || family(law->id) == pattern) matching.push_back(law);
  }
  if (const Retired* old = find_retired(pattern)) {
    for (const std::string& id : old->successors) matching.push_back(find_law(id));
  }
  return matching;
}

bool matches_pattern(const std::string& text, const std::string& pattern) {
  return fnmatch(pattern.c_str(), text.c_str(), 0) == 0;
}

std::string family(const std::string& id) { return id.substr(0, id.find('.')); }

std::vector<std::string> functions_used(const Law& law) {
  std::vector<Call> calls;
  const ReferenceEvaluator exact;
  exact.record(&calls);
  // a predicate may ask for more at one input than at another
  for (std::uint64_t seed = 0; seed < 3; ++seed) {
    Source source(seed);
    try {
      law.predicate(exact, law.inputs.generate(source, Format::binary64));
    } catch (const Inexact&) {
      continue;
    }
  }
  std::set<std::string> names;
  for (const Call& call : calls) names.insert(call.function);
  return {names.begin(), names.end()};
}

}  // namespace softlaw::properties
