// SPDX-License-Identifier: Apache-2.0
#include "judge/evidence.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>

namespace softlaw::properties {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 8> names{"holds", "broken",  "not applicable", "vacuous",
                                                "flaky", "crashed", "hung",           "waived"};

const std::vector<Parameter>& parameters_of(const std::string& id) {
  if (const Law* law = find_law(id)) return law->inputs.parameters;
  for (const Erratum* erratum : errata()) {
    if (erratum->id == id) return erratum->parameters;
  }
  throw std::invalid_argument("no law or erratum '" + id + "'");
}

/// JSON has no infinity: it is written as a text.
Json number_json(double value) {
  if (std::isfinite(value)) return value;
  return hexadecimal(value);
}

double read_number_json(const Json& json) {
  return json.is_string() ? read_number(json.get<std::string>()) : json.get<double>();
}

/// A count in evidence that may come from elsewhere.
std::size_t read_count(const Json& json) {
  if (json.is_number_unsigned()) return json.get<std::size_t>();
  throw std::invalid_argument("'" + json.dump() + "' is not a count");
}

std::map<std::string, std::size_t> read_counts(const Json& json) {
  std::map<std::string, std::size_t> counts;
  for (const auto& [key, count] : json.items()) counts[key] = read_count(count);
  return counts;
}

Verdict read_verdict(const std::string& text) {
  const auto name = std::ranges::find(names, text);
  if (name == names.end()) throw std::invalid_argument("there is no verdict '" + text + "'");
  return static_cast<Verdict>(name - names.begin());
}

std::size_t read_line_number(const std::string& text) {
  std::size_t line = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), line);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw std::invalid_argument("'" + text + "' is not the number of a line");
  }
  return line;
}

Json case_json(const Case& input) {
  return {{"input", to_input(input)},
          {"decimal", to_text(input.arguments, input.format)},
          {"class", input.input_class}};
}

Case read_case(const Json& json, const std::vector<Parameter>& parameters) {
  Case input = read_input(json.at("input").get<std::string>(), parameters);
  input.input_class = json.at("class").get<std::string>();
  return input;
}

Json counterexample_json(const Counterexample& found) {
  Json calls = Json::array();
  for (const Call& call : found.calls) {
    calls.push_back(
        {{"function", call.function}, {"arguments", call.arguments}, {"returned", call.results}});
  }
  return {{"smallest", case_json(found.smallest)},
          {"first", case_json(found.first)},
          {"shrinks", found.steps},
          {"calls", calls},
          {"relation", found.breach.relation},
          {"left", found.breach.left},
          {"right", found.breach.right},
          {"exceeded_by", found.breach.excess},
          {"strain", number_json(found.strain)}};
}

/// The lines of waivers are keys, and so texts.
Json waived_json(const Evidence& evidence) {
  Json all = Json::object();
  for (const auto& [line, findings] : evidence.waived) all[std::to_string(line)] = findings;
  return all;
}

Counterexample read_counterexample(const Json& json, const std::vector<Parameter>& parameters) {
  // one by one: GCC 12 destroys members twice when the initializer of a later one throws (GCC bug 66139)
  Counterexample found;
  found.first = read_case(json.at("first"), parameters);
  found.smallest = read_case(json.at("smallest"), parameters);
  found.steps = read_count(json.at("shrinks"));
  json.at("relation").get_to(found.breach.relation);
  json.at("left").get_to(found.breach.left);
  json.at("right").get_to(found.breach.right);
  json.at("exceeded_by").get_to(found.breach.excess);
  found.strain = read_number_json(json.at("strain"));
  for (const Json& call : json.at("calls")) {
    Call read;
    call.at("function").get_to(read.function);
    call.at("arguments").get_to(read.arguments);
    call.at("returned").get_to(read.results);
    found.calls.push_back(std::move(read));
  }
  return found;
}

}  // namespace

std::string Unpromised::text() const {
  if (facts.empty()) return "";
  return "not promised: " + facts + ", " +
         (seen_false == 0 ? "and kept"
                          : "and not kept in " + std::to_string(seen_false) + " cases, first at '" +
                                first + "'");
}

std::string to_string(Verdict verdict) {
  return std::string(names[static_cast<std::size_t>(verdict)]);
}

bool is_failure(Verdict verdict) {
  return verdict == Verdict::broken || verdict == Verdict::flaky || verdict == Verdict::crashed ||
         verdict == Verdict::hung;
}

void to_json(Json& json, const Evidence& evidence) {
  json = {{"id", evidence.id},
          {"verdict", to_string(evidence.verdict)},
          {"cases", evidence.cases},
          {"effective", evidence.effective},
          {"discards", evidence.discards},
          {"worst_strain", number_json(evidence.worst_strain)},
          {"worst_ulp", nullptr},
          {"worst_input", nullptr},
          {"counterexample", nullptr},
          {"formats", evidence.formats},
          {"effective_formats", evidence.effective_formats},
          {"classes", evidence.classes},
          {"waived", waived_json(evidence)},
          {"unpromised",
           {{"facts", evidence.unpromised.facts},
            {"seen_false", evidence.unpromised.seen_false},
            {"first", evidence.unpromised.first}}},
          {"note", evidence.note},
          {"seconds", evidence.seconds}};
  if (evidence.worst_ulp) json["worst_ulp"] = number_json(*evidence.worst_ulp);
  if (evidence.worst_input) json["worst_input"] = case_json(*evidence.worst_input);
  if (evidence.counterexample) {
    json["counterexample"] = counterexample_json(*evidence.counterexample);
  }
}

Evidence read_evidence(const Json& json) {
  Evidence evidence;
  json.at("id").get_to(evidence.id);
  const auto& parameters = parameters_of(evidence.id);
  evidence.verdict = read_verdict(json.at("verdict"));
  evidence.cases = read_count(json.at("cases"));
  evidence.effective = read_count(json.at("effective"));
  evidence.discards = read_count(json.at("discards"));
  evidence.formats = read_counts(json.at("formats"));
  evidence.effective_formats = read_counts(json.at("effective_formats"));
  evidence.classes = read_counts(json.at("classes"));
  for (const auto& [line, findings] : json.at("waived").items()) {
    evidence.waived[read_line_number(line)] = read_count(findings);
  }
  const Json& unpromised = json.at("unpromised");
  evidence.unpromised = {unpromised.at("facts"), unpromised.at("seen_false"),
                         unpromised.at("first")};
  json.at("note").get_to(evidence.note);
  json.at("seconds").get_to(evidence.seconds);
  evidence.worst_strain = read_number_json(json.at("worst_strain"));
  if (!json.at("worst_ulp").is_null()) evidence.worst_ulp = read_number_json(json.at("worst_ulp"));
  if (!json.at("worst_input").is_null()) {
    evidence.worst_input = read_case(json.at("worst_input"), parameters);
  }
  if (!json.at("counterexample").is_null()) {
    evidence.counterexample = read_counterexample(json.at("counterexample"), parameters);
  }
  return evidence;
}

}  // namespace softlaw::properties
