// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "command/evidence_file.hpp"
#include "command/options.hpp"
#include "judge/unjudged.hpp"
#include "judge/waiver.hpp"
#include "reports/report.hpp"

namespace softlaw::properties {
namespace {

const Option cases_option{.name = "--cases",
                          .takes = "NUMBER",
                          .help = "Number of cases per law",
                          .preset = "400",
                          .check = whole_number_up_to(1'000'000'000)};
const Option evidence_option{.name = "--json",
                             .takes = "FILE",
                             .help = "The file for the evidence; - for standard output",
                             .preset = "evidence.json"};
const Option input_option{
    .name = "--input",
    .takes = "INPUT",
    .help =
        "Judge this input only, in the form that a report prints: FORMAT; ARGUMENT; ARGUMENT ...  "
        "Exit code 0 means that the law is not broken there, effective or not"};
const Option waivers_option{
    .name = "--waivers",
    .takes = "FILE",
    .help =
        "Known failures that do not fail the run (TOML, see the chapter on waivers); one that has "
        "expired or that nothing needs does"};
const Option jobs_option{.name = "--jobs",
                         .takes = "NUMBER",
                         .help = "Number of processes; by default, one per processor",
                         .check = whole_number_up_to(64)};

constexpr int bits_of_reference = 256;

/// Those that a contract file names, if it names any.
void keep_formats(Defendant& defendant, const std::vector<std::string>& names) {
  if (names.empty()) return;
  std::erase_if(defendant.formats,
                [&](const Format& format) { return std::ranges::count(names, format.name) == 0; });
  if (defendant.formats.empty()) {
    throw UsageError("the subject '" + defendant.name +
                     "' has nothing in the formats of the contract file");
  }
}

/// What a contract file promises and the subject does not have.
std::vector<std::string> missing(const Defendant& defendant, const ContractFile& file) {
  std::vector<std::string> found;
  for (const std::string& name : file.formats) {
    if (std::ranges::count(defendant.formats, name, &Format::name) == 0) {
      found.push_back("anything in " + name + ", which the subject lacks");
    }
  }
  for (const std::string& name : file.functions) {
    for (const Format& format : defendant.formats) {
      if (defendant.subject->has(*find_function(name), format)) continue;
      found.push_back(name + " in " + format.name + ", which the subject lacks");
    }
  }
  return found;
}

Defendant given_defendant(const Given& given) {
  if (given_subject_name(given) == reference_subject) {
    if (given.has(contract_option())) {
      throw UsageError("the reference encloses the exact values: --contract does not apply to it");
    }
    return Defendant::reference(bits_of_reference);
  }
  const SubjectPointer subject = given_subject(given);
  try {
    Defendant defendant = Defendant::of(subject, given_contract(given, *subject));
    if (const auto file = given_contract_file(given)) keep_formats(defendant, file->formats);
    return defendant;
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

/// On a terminal one line that is written over; elsewhere a line now and then.
class ProgressLine {
 public:
  void show(const Progress& progress, const Evidence* finished) {
    const double seconds = clock();
    if (seconds - last_ < (terminal_ ? 0.1 : 10) && !finished) return;
    if (!terminal_ && seconds - last_ < 10) return;
    last_ = seconds;
    std::cerr << (terminal_ ? "\r\033[K" : "") << progress.laws_done << '/' << progress.laws
              << " laws, " << progress.cases << " cases, " << progress.broken << " broken, "
              << static_cast<int>(seconds) << " s" << (terminal_ ? "" : "\n") << std::flush;
  }
  void clear() const {
    if (terminal_) std::cerr << "\r\033[K" << std::flush;
  }
  double clock() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  bool terminal_ = isatty(STDERR_FILENO);
  double last_ = 0;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

volatile sig_atomic_t interruption = 0;

/// From now on Ctrl-C and a request to end let the run report what it has.
void report_when_interrupted() {
  struct sigaction action {};
  action.sa_handler = [](int) { interruption = 1; };
  for (int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
}

int exit_code(const Run& run) {
  bool effective = run.laws.empty(), broken = false;
  for (const Evidence& evidence : run.laws) {
    effective |= evidence.effective > 0;
    broken |= is_failure(evidence.verdict);
  }
  for (const Evidence& evidence : run.errata) broken |= is_failure(evidence.verdict);
  for (const WaiverUse& use : run.waivers) broken |= !use.complaint.empty();
  if (broken) return ExitCode::law_broken;
  return effective && run.unjudged.empty() ? ExitCode::holds : ExitCode::vacuous;
}

/// Whether nothing restricts the run.
bool is_whole(const Given& given) {
  return !given.has(law_option()) && !given.has(function_option()) && !given.has(input_option);
}

/// Those of the file that --waivers names.
std::vector<Waiver> given_waivers(const Given& given) {
  if (!given.has(waivers_option)) return {};
  try {
    return read_waivers(Toml::read_file(given.text(waivers_option)));
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

/// The input given by --input, if any: it satisfies the hypotheses of the one law.
std::optional<std::string> given_input(const Given& given, const std::vector<const Law*>& laws) {
  if (!given.has(input_option)) return std::nullopt;
  if (laws.size() != 1) throw UsageError("--input is judged by one law: name it with --law");
  const std::string& text = given.text(input_option);
  try {
    const Case input = read_input(text, laws.front()->inputs.parameters);
    if (!laws.front()->inputs.hypothesis(input)) {
      throw std::invalid_argument("it does not satisfy the hypotheses of the law " +
                                  laws.front()->id + ": " + laws.front()->inputs.hypothesis_text);
    }
  } catch (const std::invalid_argument& error) {
    throw UsageError("--input '" + text + "': " + error.what());
  }
  return text;
}

GateSettings given_settings(const Given& given, const std::vector<const Law*>& laws,
                            const Conventions& conventions) {
  const UnderConventions of_hypotheses(conventions);
  GateSettings settings;
  settings.each.seed = given.whole(seed_option());
  settings.each.cases = given.whole(cases_option);
  settings.each.input = given_input(given, laws);
  settings.workers = given.has(jobs_option) ? given.whole(jobs_option) : 0;
  settings.seconds_for_a_case = given.number(timeout_option());
  if (given.has(budget_option())) {
    const std::size_t processes =
        std::min(laws.size(), settings.workers ? settings.workers : processor_count());
    settings.each.seconds = read_budget(given.text(budget_option())) *
                            static_cast<double>(processes) / static_cast<double>(laws.size());
  }
  return settings;
}

int verify(const Given& given) {
  const std::vector<const Law*> laws = given_laws(given);
  const Defendant defendant = given_defendant(given);
  GateSettings settings = given_settings(given, laws, defendant.contract.conventions());
  const std::vector<Waiver> waivers = given_waivers(given);
  settings.each.waiver = [&, day = today()](const std::string& law, const Case& input) {
    return find_waiver(waivers, law, input, day);
  };
  const std::string& evidence_to = given.text(evidence_option);
  std::optional<EvidenceFile> file;
  std::error_code none;
  for (const std::string& read : {given_subject_name(given), given.text(contract_option())}) {
    if (std::filesystem::equivalent(evidence_to, read, none)) {
      throw UsageError("--json " + evidence_to + " would overwrite " + read);
    }
  }
  if (evidence_to != "-") file.emplace(evidence_to);

  report_when_interrupted();
  settings.interrupted = [] { return interruption != 0; };
  ProgressLine line;
  settings.progress = [&](const Progress& p, const Evidence* e) { line.show(p, e); };
  Run run;
  run.subject = given_subject_name(given);
  run.subject_name = defendant.name;
  if (defendant.subject) {
    run.contract = defendant.contract.text();
    run.notice = defendant.subject->notice();
  }
  run.seed = settings.each.seed;
  run.timeout = settings.seconds_for_a_case;
  if (given_contract_file(given)) run.contract_file = given.text(contract_option());
  run.laws = run_gate(laws, defendant, settings);
  if (is_whole(given) && !interruption) {
    run.unjudged = unjudged(defendant, run.laws);
    if (const auto promised = given_contract_file(given)) {
      std::ranges::move(missing(defendant, *promised), std::back_inserter(run.unjudged));
    }
    for (const Erratum* erratum : errata()) run.errata.push_back(judge(*erratum));
  }
  if (!interruption && !settings.each.input) run.waivers = uses_of(waivers, run.laws, today());
  run.seconds = line.clock();
  line.clear();

  if (interruption) {
    const auto left = std::ranges::count(run.laws, std::string(interrupted_note), &Evidence::note);
    run.notice += (run.notice.empty() ? "" : "; ") + std::string("the run was interrupted, and ") +
                  std::to_string(left) + " laws were not judged";
  }
  const std::string evidence = to_json(run).dump(2) + "\n";
  if (file) {
    print_report(std::cout, run, wants_colour(STDOUT_FILENO));
    file->write(evidence);
    std::cout << "evidence in " << evidence_to << '\n';
  } else {
    std::cout << evidence;
  }
  if (interruption) return ExitCode::unfit;
  // a single input given by hand need not be effective
  const int code = exit_code(run);
  const bool judged = run.laws.front().verdict != Verdict::not_applicable;
  return settings.each.input && judged && code == ExitCode::vacuous ? ExitCode::holds : code;
}

const Verb& verify_verb =
    verb({.id = "verify",
          .summary = "Judge an implementation by the laws",
          .options = {subject_option(), contract_option(), law_option(), function_option(),
                      cases_option, seed_option(), budget_option(), evidence_option, input_option,
                      jobs_option, timeout_option(), waivers_option},
          .exit_codes = "Exit codes: 0 all laws hold, 1 a law is broken or a waiver out of use, 2 "
                        "usage, 3 the run is unfit, "
                        "4 a supplied function was not judged (0 if it was an --input).",
          .run = verify});

}  // namespace
}  // namespace softlaw::properties
