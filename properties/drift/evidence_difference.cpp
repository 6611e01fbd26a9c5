// SPDX-License-Identifier: Apache-2.0
#include "drift/evidence_difference.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

namespace softlaw::properties::drift {
namespace {

using Json = nlohmann::ordered_json;

/// The records of a list by their ids.
std::map<std::string, Json> by_id(const Json& evidence, const char* list) {
  std::map<std::string, Json> all;
  for (const Json& each : evidence.at(list)) all[each.at("id")] = each;
  return all;
}

std::string text_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

/// What is different between the records of one law, a line each.
std::string difference(const Json& before, const Json& after) {
  std::string text;
  for (const char* field : {"verdict", "cases", "worst_ulp", "worst_strain"}) {
    const Json was = before.value(field, Json()), is = after.value(field, Json());
    if (was != is)
      text += std::string("    ") + field + "  " + text_of(was) + " -> " + text_of(is) + '\n';
  }
  const auto smallest = [](const Json& law) {
    const Json found = law.value("counterexample", Json());
    return found.is_object() ? found.at("smallest") : Json();
  };
  const Json was = smallest(before), is = smallest(after);
  if (was != is) text += "    smallest counterexample  " + was.dump() + " -> " + is.dump() + '\n';
  return text;
}

}  // namespace

std::size_t print_difference(std::ostream& out, const Json& before, const Json& after) {
  std::size_t count = 0;
  const auto say = [&](const std::string& id, const std::string& what) {
    out << "  " << id << '\n' << what;
    ++count;
  };
  for (const char* list : {"laws", "errata"}) {
    const auto was = by_id(before, list), is = by_id(after, list);
    for (const auto& [id, record] : was) {
      const auto there = is.find(id);
      if (there == is.end()) {
        say(id, "    only in the first\n");
      } else if (const std::string text = difference(record, there->second); !text.empty()) {
        say(id, text);
      }
    }
    for (const auto& [id, record] : is) {
      if (!was.contains(id)) say(id, "    only in the second\n");
    }
  }
  return count;
}

}  // namespace softlaw::properties::drift
