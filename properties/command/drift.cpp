// SPDX-License-Identifier: Apache-2.0
#include "drift/drift.hpp"

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>

#include "command/drift_options.hpp"
#include "command/options.hpp"
#include "drift/print.hpp"

namespace softlaw::properties {
namespace {

using drift::Baseline;

const Option baseline_option{.name = "--baseline",
                             .takes = "FILE",
                             .help = "The outputs that were approved",
                             .required = true};
const Option allow_option{.name = "--allow",
                          .takes = "none|better",
                          .help =
                              "What may move: none, or better, which fails only for outputs that "
                              "moved away from the exact value, or are newly wrong or special",
                          .preset = "none",
                          .check = [](const std::string& text) -> std::string {
                            if (text == "none" || text == "better") return "";
                            return "expected none or better, got '" + text + "'";
                          }};
const Option approve_option{.name = "--approve",
                            .takes = "",
                            .help = "Write today's outputs to the baseline; needs --reason"};
const Option reason_option{
    .name = "--reason", .takes = "TEXT", .help = "Why they are approved, for the log of approvals"};

/// In UTC; SOURCE_DATE_EPOCH overrides it.
std::string today() {
  const char* fixed = std::getenv("SOURCE_DATE_EPOCH");
  const std::time_t now = fixed ? std::strtoll(fixed, nullptr, 10) : std::time(nullptr);
  std::tm date{};
  gmtime_r(&now, &date);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &date);
  return text;
}

bool is_in_ci() {
  const char* ci = std::getenv("CI");
  return ci && *ci && std::string(ci) != "false" && std::string(ci) != "0";
}

void check_approval(const Given& given) {
  if (!given.has(approve_option)) {
    if (given.has(reason_option)) throw UsageError("--reason goes with --approve");
    return;
  }
  const std::string& reason = given.text(reason_option);
  if (reason.find_first_not_of(" \t") == std::string::npos) {
    throw UsageError(
        "--approve needs a reason: --approve --reason \"why these outputs are right\"");
  }
  if (reason.find_first_of("\n\r") != std::string::npos) {
    throw UsageError("--reason must be one line");
  }
  if (is_in_ci()) {
    throw UsageError(
        "--approve does not run in CI (the variable CI is set): approve at home, and "
        "commit the baseline");
  }
  if (given.has(function_option())) {
    throw UsageError("--approve takes all functions: leave out --function");
  }
}

int approve(const Given& given, const Subject& subject) {
  const std::string& path = given.text(baseline_option);
  std::ifstream exists(path);
  Baseline baseline = exists ? drift::read_baseline(path) : Baseline{};
  std::vector<drift::Approved> blocks;
  for (const auto& measured :
       drift::measure(drift::chosen_blocks(given), &subject, drift::given_settings(given))) {
    if (measured.has_function) blocks.push_back(drift::approved(measured));
  }
  if (blocks.empty()) throw UsageError("the subject has no function of the corpus");
  const auto machine = drift::machine_of(given);
  baseline.subject = subject.name();
  baseline.approve(machine, std::move(blocks), {today(), given.text(reason_option)});
  drift::write_baseline(path, baseline);
  std::cout << "approved for " << machine.text() << " in " << path << '\n';
  return ExitCode::holds;
}

int verdict(const drift::Drift& found, bool allow_better) {
  const std::size_t counted = allow_better ? found.worse() : found.moved();
  if (counted > 0 || !found.gone.empty()) return ExitCode::drifted;
  return found.refused.empty() && found.added.empty() ? ExitCode::holds : ExitCode::vacuous;
}

int run_drift(const Given& given) {
  check_approval(given);
  const SubjectPointer subject = given_subject(given);
  if (given.has(approve_option)) return approve(given, *subject);

  const auto start = std::chrono::steady_clock::now();
  const std::string& path = given.text(baseline_option);
  const Baseline baseline = drift::read_baseline(path);
  const auto machine = drift::machine_of(given);
  const drift::Record& record = drift::nearest_record(baseline, path, machine);
  const auto measured =
      drift::measure(drift::chosen_blocks(given), subject.get(), drift::given_settings(given));
  drift::Drift found = drift::find_drift(measured, drift::approved_side(path, record),
                                         drift::measured_side(subject->name()));
  if (!given.has(function_option())) drift::add_unknown_functions(found, record);
  drift::require_comparable(found, path);
  std::cout << subject->name() << " against " << path << ", approved " << baseline.log.back().date
            << ": " << baseline.log.back().reason << '\n'
            << drift::about_machine(record, machine);
  if (baseline.subject != subject->name()) {
    std::cout << "the baseline is of the subject " << baseline.subject << '\n';
  }
  const std::string name = given.has(subject_option()) ? given.text(subject_option()) : "";
  drift::print(std::cout, found, name);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  const int code = verdict(found, given.text(allow_option) == "better");
  std::cout << (code == ExitCode::drifted   ? "drift"
                : code == ExitCode::vacuous ? "no drift in what both have"
                : found.moved() > 0         ? "no drift for the worse"
                                            : "no drift")
            << ", " << std::round(seconds.count() * 10) / 10 << " s\n";
  return code;
}

const Verb& drift_verb =
    verb({.id = "drift",
          .summary = "Compare the outputs of an implementation, bit for bit, with those approved",
          .options = {baseline_option, subject_option(), function_option(), allow_option,
                      approve_option, reason_option, drift::jobs_option(), timeout_option()},
          .exit_codes = "Exit codes: 0 no drift, 2 usage, 3 the run is unfit, 4 something that the "
                        "subject has is not in the baseline, 5 drift.",
          .run = run_drift});

}  // namespace
}  // namespace softlaw::properties
