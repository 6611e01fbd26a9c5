// SPDX-License-Identifier: Apache-2.0
#include "reports/merge.hpp"

#include <algorithm>

#include "judge/joined.hpp"
#include "judge/unjudged.hpp"

namespace softlaw::properties {
namespace {

std::string name_of(const Run& run) {
  return "shard " + std::to_string(run.shard.index) + "/" + std::to_string(run.shard.count);
}

std::vector<std::string> ids_of(const Run& run) {
  std::vector<std::string> ids;
  for (const Evidence& evidence : run.laws) ids.push_back(evidence.id);
  return ids;
}

/// What shards of one run have in common.
void check_same(const Run& first, const Run& other) {
  const auto demand = [&](bool same, const std::string& what) {
    if (!same) {
      throw std::invalid_argument(name_of(first) + " and " + name_of(other) + " differ in " + what);
    }
  };
  demand(first.version == other.version, "the version of softlaw");
  demand(first.subject_name == other.subject_name, "the subject");
  demand(first.contract == other.contract, "the contract");
  demand(first.seed == other.seed, "the seed");
  demand(first.cases == other.cases, "the number of cases");
  demand(first.shard.count == other.shard.count, "the number of shards");
  demand(first.whole == other.whole && ids_of(first) == ids_of(other), "the laws");
  demand(first.supplied == other.supplied, "the functions of the subject");
  demand(first.waivers.size() == other.waivers.size(), "the waivers");
  demand(value_of(first.environment, "commit") == value_of(other.environment, "commit"),
         "the commit of softlaw");
}

/// Each shard of the run once, in their order.
void check_all_there(const std::vector<Run>& shards) {
  for (std::size_t i = 0; i < shards.size(); ++i) {
    if (i > 0) check_same(shards.front(), shards[i]);
    if (shards[i].interrupted) {
      throw std::invalid_argument(name_of(shards[i]) + " was interrupted: run it again");
    }
  }
  const std::size_t count = shards.front().shard.count;
  for (std::size_t index = 1; index <= count; ++index) {
    const auto found =
        std::ranges::count_if(shards, [&](const Run& run) { return run.shard.index == index; });
    if (found == 1) continue;
    throw std::invalid_argument("shard " + std::to_string(index) + "/" + std::to_string(count) +
                                (found == 0 ? " is missing" : " is there twice"));
  }
}

/// The values on which machines differ, one beside the other; the date is that of the first shard.
void add(Stamp& to, const Stamp& other) {
  for (auto& [name, value] : to) {
    const std::string& next = value_of(other, name);
    if (name == "date") {
      value = std::min(value, next);
    } else if (value != next && value.find(next) == std::string::npos) {
      value += " | " + next;
    }
  }
}

/// A waiver that one shard does not need may be needed in another.
void add(std::vector<WaiverUse>& to, const std::vector<WaiverUse>& other) {
  for (std::size_t i = 0; i < std::min(to.size(), other.size()); ++i) {
    to[i].findings += other[i].findings;
    if (other[i].complaint.empty() || other[i].findings > 0) to[i].complaint = other[i].complaint;
  }
}

void add_notice(std::string& to, const std::string& notice) {
  if (to.find(notice) == std::string::npos) to += (to.empty() ? "" : "; ") + notice;
}

}  // namespace

Run merged(std::vector<Run> shards) {
  if (shards.empty()) throw std::invalid_argument("there is no evidence");
  std::ranges::stable_sort(shards, {}, [](const Run& run) { return run.shard.index; });
  check_all_there(shards);
  Run whole = shards.front();
  whole.shard = {};
  for (std::size_t i = 0; i < whole.laws.size(); ++i) {
    std::vector<Evidence> parts;
    for (const Run& shard : shards) parts.push_back(shard.laws[i]);
    whole.laws[i] = joined(parts);
  }
  for (std::size_t i = 1; i < shards.size(); ++i) {
    add(whole.environment, shards[i].environment);
    add(whole.waivers, shards[i].waivers);
    add_notice(whole.notice, shards[i].notice);
    whole.lines.insert(shards[i].lines.begin(), shards[i].lines.end());
    whole.seconds += shards[i].seconds;
  }
  if (whole.whole) whole.unjudged = unjudged(whole.supplied, whole.laws);
  // lines are told of findings alone, and a law broken in a later shard too is one finding
  std::erase_if(whole.lines, [&](const auto& line) {
    return std::ranges::none_of(whole.laws, [&](const Evidence& evidence) {
      return evidence.counterexample && !evidence.counterexample->calls.empty() &&
             evidence.counterexample->calls.front().function == line.first;
    });
  });
  return whole;
}

}  // namespace softlaw::properties
