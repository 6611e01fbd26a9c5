// SPDX-License-Identifier: Apache-2.0
// SARIF 2.1.0 (OASIS): what code scanning shows.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "reports/escape.hpp"
#include "reports/report.hpp"

namespace softlaw::properties {
namespace {

using Json = nlohmann::ordered_json;

Json message(const std::string& text) { return {{"text", clean(text)}}; }

/// A path as a URI: percent signs for all that is neither a letter, a digit nor one of a few marks.
std::string uri(const std::string& path) {
  constexpr const char* digits = "0123456789ABCDEF";
  std::string text = path.starts_with('/') ? "file://" : "";
  for (char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (byte < 0x80 && std::isalnum(byte)) || std::string("/-._~+").find(c) != std::string::npos;
    text += plain ? std::string{c} : std::string{'%', digits[byte >> 4], digits[byte & 15]};
  }
  return text;
}

Json location(const Place& place, const std::string& what) {
  return {{"physicalLocation",
           {{"artifactLocation", {{"uri", uri(place.file)}}},
            {"region", {{"startLine", std::max(place.line, 1)}}}}},
          {"message", message(what)}};
}

/// The place to show: the subject's code where it is known, and the law beside it.
Json locations(const Finding& finding, Json& related) {
  related = Json::array();
  const bool known = !finding.subject.file.empty();
  if (finding.law.file.empty()) return Json::array();
  const Json law = location(finding.law, "the law " + finding.evidence->id);
  if (!known) return Json::array({law});
  related.push_back(law);
  related.back()["id"] = 1;
  return Json::array({location(finding.subject, "the judged function")});
}

std::string told(const Finding& finding) {
  std::string text = finding.headline() + ".";
  for (const auto& [label, row] : finding.rows) text += "\n" + label + ": " + row;
  if (!finding.again.empty()) text += "\nagain: " + finding.again;
  for (const std::string& id : finding.also) text += "\nalso: " + id;
  return text;
}

Json result(const Finding& finding, std::size_t rule) {
  Json related;
  const Json places = locations(finding, related);
  Json all{{"ruleId", finding.evidence->id},
           {"ruleIndex", rule},
           {"level", "error"},
           {"message", message(told(finding))},
           {"locations", places},
           // the same law broken again is the same alert, however its input moves
           {"partialFingerprints", {{"softlaw/law/v1", finding.evidence->id}}},
           {"properties",
            {{"verdict", to_string(finding.evidence->verdict)},
             {"input", clean(finding.input)},
             {"again", clean(finding.again)}}}};
  if (!related.empty()) all["relatedLocations"] = related;
  return all;
}

Json rule(const Finding& finding) {
  Json all{
      {"id", finding.evidence->id},
      {"shortDescription", message(finding.title.empty() ? finding.evidence->id : finding.title)}};
  if (!finding.statement.empty()) all["fullDescription"] = message(finding.statement);
  all["help"] = message("softlaw explain " + finding.evidence->id + "\n" + finding.sources);
  all["defaultConfiguration"] = {{"level", "error"}};
  return all;
}

Json notifications(const Run& run) {
  Json all = Json::array();
  for (const std::string& function : run.unjudged) {
    all.push_back(
        {{"level", "warning"}, {"message", message("no effective case judged " + function)}});
  }
  if (!run.notice.empty()) all.push_back({{"level", "note"}, {"message", message(run.notice)}});
  return all;
}

void print(std::ostream& out, const Run& run) {
  Json rules = Json::array(), results = Json::array();
  for (const Finding& finding : findings(run)) {
    rules.push_back(rule(finding));
    results.push_back(result(finding, rules.size() - 1));
  }
  Json environment = Json::object();
  for (const auto& [name, value] : run.environment) environment[name] = clean(value);
  const Json driver{{"name", "softlaw"},
                    {"version", run.version},
                    {"semanticVersion", run.version},
                    {"rules", rules}};
  const Json invocation{{"executionSuccessful", !run.interrupted},
                        {"toolExecutionNotifications", notifications(run)}};
  const Json one{{"tool", {{"driver", driver}}},
                 {"invocations", Json::array({invocation})},
                 {"results", results},
                 {"columnKind", "unicodeCodePoints"},
                 {"properties",
                  {{"subject", clean(run.subject_name)},
                   {"contract", clean(run.contract)},
                   {"seed", run.seed},
                   {"cases", run.cases},
                   {"environment", environment}}}};
  const Json all{{"$schema",
                  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                  "sarif-schema-2.1.0.json"},
                 {"version", "2.1.0"},
                 {"runs", Json::array({one})}};
  out << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

const Report& sarif_report =
    report({.id = "sarif", .summary = "SARIF 2.1.0, for code scanning", .print = print});

}  // namespace
}  // namespace softlaw::properties
