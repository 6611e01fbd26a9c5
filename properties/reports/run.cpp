// SPDX-License-Identifier: Apache-2.0
#include "reports/run.hpp"

#include <nlohmann/json.hpp>

namespace softlaw::properties {
namespace {

using Json = nlohmann::ordered_json;

constexpr int format_of_file = 2;

Json list_json(const std::vector<Evidence>& all) {
  Json list = Json::array();
  for (const Evidence& evidence : all) list.push_back(evidence);
  return list;
}

std::vector<Evidence> read_list(const Json& json) {
  std::vector<Evidence> all;
  for (const Json& each : json) all.push_back(read_evidence(each));
  return all;
}

Json waivers_json(const std::vector<WaiverUse>& waivers) {
  Json all = Json::array();
  for (const WaiverUse& use : waivers) {
    all.push_back({{"line", use.waiver.line},
                   {"of", use.waiver.what},
                   {"class", use.waiver.input_class},
                   {"format", use.waiver.format},
                   {"reason", use.waiver.reason},
                   {"date", to_text(use.waiver.date)},
                   {"expires", to_text(use.waiver.expires)},
                   {"findings", use.findings},
                   {"complaint", use.complaint}});
  }
  return all;
}

std::vector<WaiverUse> read_waivers(const Json& json) {
  std::vector<WaiverUse> all;
  for (const Json& each : json) {
    WaiverUse& use = all.emplace_back();
    each.at("line").get_to(use.waiver.line);
    each.at("of").get_to(use.waiver.what);
    each.at("class").get_to(use.waiver.input_class);
    each.at("format").get_to(use.waiver.format);
    each.at("reason").get_to(use.waiver.reason);
    use.waiver.date = read_date(each.at("date"));
    use.waiver.expires = read_date(each.at("expires"));
    each.at("findings").get_to(use.findings);
    each.at("complaint").get_to(use.complaint);
  }
  return all;
}

Run read_fields(const Json& json) {
  Run run;
  json.at("softlaw").get_to(run.version);
  for (const auto& [name, value] : json.at("environment").items()) {
    run.environment.emplace_back(name, value.get<std::string>());
  }
  json.at("asked").get_to(run.subject);
  json.at("subject").get_to(run.subject_name);
  if (!json.at("contract").is_null()) json.at("contract").get_to(run.contract);
  json.at("seed").get_to(run.seed);
  json.at("cases").get_to(run.cases);
  json.at("shard").at("index").get_to(run.shard.index);
  json.at("shard").at("count").get_to(run.shard.count);
  json.at("whole").get_to(run.whole);
  json.at("interrupted").get_to(run.interrupted);
  json.at("timeout").get_to(run.timeout);
  json.at("notice").get_to(run.notice);
  json.at("supplied").get_to(run.supplied);
  json.at("unjudged").get_to(run.unjudged);
  run.waivers = read_waivers(json.at("waivers"));
  json.at("lines").get_to(run.lines);
  run.laws = read_list(json.at("laws"));
  run.errata = read_list(json.at("errata"));
  json.at("seconds").get_to(run.seconds);
  return run;
}

}  // namespace

Totals count(const Run& run) {
  Totals totals;
  for (const Evidence& evidence : run.laws) {
    totals.cases += evidence.cases;
    totals.effective += evidence.effective;
    if (is_failure(evidence.verdict)) ++totals.failed;
    if (evidence.verdict == Verdict::holds) ++totals.holds;
    if (evidence.verdict == Verdict::waived) ++totals.waived;
    if (evidence.verdict == Verdict::vacuous) ++totals.vacuous;
    if (evidence.verdict == Verdict::not_applicable) ++totals.not_applicable;
  }
  return totals;
}

Json to_json(const Run& run) {
  Json environment = Json::object();
  for (const auto& [name, value] : run.environment) environment[name] = value;
  return {{"format", format_of_file},
          {"softlaw", run.version},
          {"environment", environment},
          {"asked", run.subject},
          {"subject", run.subject_name},
          {"contract", run.contract.empty() ? Json() : Json(run.contract)},
          {"seed", run.seed},
          {"cases", run.cases},
          {"shard", {{"index", run.shard.index}, {"count", run.shard.count}}},
          {"whole", run.whole},
          {"interrupted", run.interrupted},
          {"timeout", run.timeout},
          {"notice", run.notice},
          {"supplied", run.supplied},
          {"unjudged", run.unjudged},
          {"waivers", waivers_json(run.waivers)},
          {"lines", run.lines},
          {"laws", list_json(run.laws)},
          {"errata", list_json(run.errata)},
          {"seconds", run.seconds}};
}

Run read_run(const Json& json) {
  if (!json.is_object() || json.value("format", 0) != format_of_file) {
    throw std::invalid_argument("it is not evidence of this version's format, " +
                                std::to_string(format_of_file));
  }
  try {
    return read_fields(json);
  } catch (const Json::exception& error) {
    throw std::invalid_argument(error.what());
  }
}

}  // namespace softlaw::properties
