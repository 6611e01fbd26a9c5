// SPDX-License-Identifier: Apache-2.0
#include "judge/certificate.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

#include "command/options.hpp"
#include "judge/gate.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

const Option cases_option{.name = "--cases",
                          .takes = "NUMBER",
                          .help = "Number of cases per law, to find where it is broken",
                          .preset = "400",
                          .check = whole_number_up_to(1'000'000'000)};
const Option input_option{.name = "--input",
                          .takes = "INPUT",
                          .help = "The input at which the law is broken, as a report prints it"};
const Option folder_option{.name = "--folder",
                           .takes = "FOLDER",
                           .help = "Write LAW.txt into this folder for each broken law"};
const Option faults_flag{
    .name = "--faults",
    .takes = "",
    .help = "In place of a subject, certify how each law's own fault breaks it",
    .excludes = "--subject"};

/// The input at which the law is broken: the one given, or the smallest that is found.
std::optional<Case> broken_input(const Given& given, const Law& law, const Defendant& defendant) {
  if (given.has(input_option)) {
    return read_input(given.text(input_option), law.inputs.parameters);
  }
  GateSettings settings;
  settings.each.seed = given.whole(seed_option());
  settings.each.cases = given.whole(cases_option);
  settings.seconds_for_a_case = given.number(timeout_option());
  settings.workers = 1;
  const Law* const one[] = {&law};
  const Evidence evidence = run_gate(one, defendant, settings).front();
  if (evidence.verdict != Verdict::broken) return std::nullopt;
  return evidence.counterexample->smallest;
}

void write(const std::string& folder, const std::string& id, const std::string& text) {
  const auto path = std::filesystem::path(folder) / (id + ".txt");
  std::ofstream file(path);
  file << text;
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

int certify(const Given& given) {
  const auto laws = given_laws(given);
  if (laws.size() > 1 && !given.has(folder_option)) {
    throw UsageError("--law names " + std::to_string(laws.size()) +
                     " laws: name one, or a folder for the certificates with --folder");
  }
  if (given.has(input_option) && laws.size() != 1) {
    throw UsageError("--input is for one law: name it with --law");
  }
  if (given.has(folder_option)) {
    std::filesystem::create_directories(given.text(folder_option));
  }
  const SubjectPointer subject = given.has(faults_flag) ? nullptr : given_subject(given);
  std::size_t stated = 0, lacking = 0;
  for (const Law* law : laws) {
    const SubjectPointer& judged = subject ? subject : find_fault(law->witness)->subject();
    const Defendant defendant = Defendant::of(judged, given_contract(given, *judged));
    const auto input = broken_input(given, *law, defendant);
    if (!input) continue;
    const Certificate made = certificate(*law, defendant, *input);
    made.text.empty() ? ++lacking : ++stated;
    if (made.text.empty()) {
      std::cerr << "no certificate for " << law->id << ": " << made.lacking << '\n';
    } else if (given.has(folder_option)) {
      write(given.text(folder_option), law->id, made.text);
    } else {
      std::cout << made.text;
    }
  }
  std::cerr << stated << (stated == 1 ? " certificate, " : " certificates, ") << lacking
            << " broken without one\n";
  if (lacking) return ExitCode::law_broken;
  return stated ? ExitCode::holds : ExitCode::vacuous;
}

const Verb& certificate_verb =
    verb({.id = "certificate",
          .summary = "State how a law is broken, for people to check without softlaw",
          .options = {subject_option(), contract_option(), law_option(), input_option,
                      folder_option, faults_flag, cases_option, seed_option(), timeout_option()},
          .exit_codes =
              "Exit codes: 0 every broken law has its certificate, 1 the breach of one is not an "
              "inequality of numbers, 2 usage, 3 the set-up fails, 4 no law is broken.",
          .run = certify});

}  // namespace
}  // namespace softlaw::properties
