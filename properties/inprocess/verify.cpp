// SPDX-License-Identifier: Apache-2.0
// The laws as a library: the settings, the evidence and the judgement of softlaw/laws.hpp.
#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>

#include "inprocess/subject.hpp"
#include "judge/applicable.hpp"
#include "judge/gate.hpp"
#include "judge/unjudged.hpp"
#include "reports/stamp.hpp"
#include "reports/terminal.hpp"

namespace softlaw::laws {
namespace {

namespace gate = softlaw::properties;

const gate::Law& law_of(const std::string& id) {
  if (const gate::Law* law = gate::find_law(id)) return *law;
  throw std::invalid_argument("there is no law '" + id + "': softlaw list names them");
}

gate::GateSettings gate_settings(const Settings& settings) {
  gate::GateSettings gate;
  gate.each.seed = settings.seed;
  gate.each.cases = settings.cases;
  if (!settings.input.empty()) gate.each.input = settings.input;
  gate.workers = settings.processes;
  gate.seconds_for_a_case = settings.seconds_for_a_case;
  return gate;
}

/// Throws std::invalid_argument unless the input satisfies the hypotheses of each of the laws.
void check_input(const std::vector<const gate::Law*>& laws, const std::string& input) {
  if (input.empty()) return;
  for (const gate::Law* law : laws) {
    if (!law->inputs.hypothesis(gate::read_input(input, law->inputs.parameters))) {
      throw std::invalid_argument("the input does not satisfy the hypotheses of " + law->id + ": " +
                                  law->inputs.hypothesis_text);
    }
  }
}

std::vector<gate::Evidence> run(const std::vector<const gate::Law*>& laws,
                                const gate::Defendant& defendant, const Settings& settings) {
  check_input(laws, settings.input);
  if (laws.empty()) return {};
  const gate::GateSettings asked = gate_settings(settings);
  if (settings.isolated) return gate::run_gate(laws, defendant, asked);
  std::vector<gate::Evidence> evidence;
  for (const gate::Law* law : laws) evidence.push_back(gate::judge(*law, defendant, asked.each));
  return evidence;
}

gate::Run run_of(const gate::Defendant& defendant, const Settings& settings) {
  gate::Run run;
  run.subject_name = defendant.name;
  run.contract = defendant.contract.text();
  run.seed = settings.seed;
  run.cases = settings.cases;
  run.timeout = settings.seconds_for_a_case;
  run.environment = gate::environment_stamp();
  run.supplied = gate::supplied(defendant);
  run.again = [again = settings.again](const gate::Evidence& evidence) {
    const std::string input = gate::to_input(evidence.counterexample->smallest);
    return again ? again(evidence.id, input)
                 : "softlaw::laws::judge(subject, \"" + evidence.id + "\", {.input = \"" + input +
                       "\"})";
  };
  return run;
}

Evidence told(const gate::Evidence& evidence, const gate::Run& run) {
  Evidence told;
  told.law = evidence.id;
  told.verdict = static_cast<Verdict>(evidence.verdict);
  told.cases = evidence.cases;
  told.effective = evidence.effective;
  told.strain = evidence.worst_strain;
  told.ulp = evidence.worst_ulp;
  told.note = evidence.note;
  if (told.failed()) {
    if (evidence.counterexample) told.input = gate::to_input(evidence.counterexample->smallest);
    std::ostringstream report;
    gate::print_finding(report, gate::finding_of(evidence, run), false);
    told.report = report.str();
  }
  return told;
}

std::uint64_t whole_number(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  if (!text) return otherwise;
  char* end = nullptr;
  errno = 0;
  const std::uint64_t value = std::strtoull(text, &end, 10);
  if (errno != 0 || end == text || *end != '\0' || *text == '-') {
    throw std::invalid_argument(std::string(variable) + "='" + text + "' is not a whole number");
  }
  return value;
}

}  // namespace

static_assert(static_cast<int>(Verdict::hung) == static_cast<int>(gate::Verdict::hung));

std::string to_string(Verdict verdict) {
  return gate::to_string(static_cast<gate::Verdict>(verdict));
}

Settings from_environment(Settings settings) {
  settings.cases = whole_number("SOFTLAW_CASES", settings.cases);
  settings.seed = whole_number("SOFTLAW_SEED", settings.seed);
  if (const char* input = std::getenv("SOFTLAW_INPUT")) settings.input = input;
  if (const char* here = std::getenv("SOFTLAW_IN_PROCESS")) {
    settings.isolated = *here == '\0' || std::string(here) == "0";
  }
  return settings;
}

std::vector<std::string> applicable_laws(const Subject& subject, const std::string& pattern) {
  std::vector<std::string> ids;
  for (const gate::Law* law : gate::match_laws(pattern)) {
    if (gate::is_applicable(*law, *subject.implementation())) ids.push_back(law->id);
  }
  return ids;
}

Evidence judge(const Subject& subject, const std::string& law, const Settings& settings) {
  const gate::Defendant defendant = gate::Defendant::of(subject.implementation());
  return told(run({&law_of(law)}, defendant, settings).front(), run_of(defendant, settings));
}

Judgement verify(const Subject& subject, const Settings& settings) {
  const gate::Defendant defendant = gate::Defendant::of(subject.implementation());
  std::vector<const gate::Law*> laws;
  for (const std::string& id : applicable_laws(subject, settings.laws)) {
    laws.push_back(&law_of(id));
  }
  gate::Run all = run_of(defendant, settings);
  all.laws = run(laws, defendant, settings);
  for (const gate::Evidence& evidence : all.laws) all.seconds += evidence.seconds;
  if (settings.laws == "*" && settings.input.empty()) {
    all.whole = true;
    all.unjudged = gate::unjudged(all.supplied, all.laws);
  }
  std::ostringstream report;
  gate::print_report(report, all, false);
  Judgement made{{}, all.unjudged, report.str(), gate::to_json(all).dump(2) + "\n"};
  for (const gate::Evidence& evidence : all.laws) made.laws.push_back(told(evidence, all));
  return made;
}

bool Judgement::green() const {
  return !laws.empty() && unjudged.empty() && std::ranges::none_of(laws, &Evidence::failed);
}

}  // namespace softlaw::laws
