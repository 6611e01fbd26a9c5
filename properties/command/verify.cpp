// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "command/asked_subject.hpp"
#include "command/checks.hpp"
#include "command/command.hpp"
#include "command/evidence_file.hpp"
#include "command/suggest.hpp"
#include "reports/report.hpp"

namespace softlaw::properties {
namespace {

constexpr std::size_t default_cases = 400;

struct Options {
  std::string subject = "softlaw";
  std::string contract;
  std::vector<std::string> laws;
  std::size_t cases = default_cases;
  std::uint64_t seed = 1;
  std::string budget;
  std::string json = "evidence.json";
  std::optional<std::string> input;
  std::size_t jobs = 0;
  double timeout = 60;
};

std::vector<const Law*> chosen_laws(const std::vector<std::string>& patterns) {
  if (patterns.empty()) return {laws().begin(), laws().end()};
  std::vector<const Law*> chosen;
  for (const std::string& pattern : patterns) {
    const auto matching = match_laws(pattern);
    if (matching.empty()) {
      std::vector<std::string> ids;
      for (const Law* law : laws()) ids.push_back(law->id);
      throw UsageError("no law matches '" + pattern + "'" +
                       did_you_mean(pattern, ids, ": softlaw list names them all"));
    }
    for (const Law* law : matching) {
      if (std::ranges::find(chosen, law) == chosen.end()) chosen.push_back(law);
    }
  }
  return chosen;
}

/// `30s`, `2m`, `1h`, or a number of seconds.
double read_budget(const std::string& text) {
  const auto unit_at = text.find_last_not_of("smh");
  const std::string number = unit_at == std::string::npos ? "" : text.substr(0, unit_at + 1);
  const std::string unit = text.substr(number.size());
  double seconds = 0;
  try {
    seconds = read_number(number) * (unit == "m" ? 60 : unit == "h" ? 3600 : 1);
  } catch (const std::invalid_argument&) {
    seconds = -1;  // said below
  }
  if (!(seconds > 0) || std::isinf(seconds) || unit.size() > 1) {
    throw UsageError("cannot read the budget '" + text + "': expected a time such as 30s or 5m");
  }
  return seconds;
}

constexpr int bits_of_reference = 256;

Defendant chosen_defendant(const Options& options) {
  if (options.subject == reference_subject) {
    if (!options.contract.empty()) {
      throw UsageError("the reference encloses the exact values: --contract does not apply to it");
    }
    return Defendant::reference(bits_of_reference);
  }
  const SubjectPointer subject = asked_subject(options.subject, options.timeout);
  try {
    if (options.contract.empty()) return Defendant::of(subject);
    return Defendant::of(subject, Contract::read(options.contract));
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

int exit_code(const Run& run) {
  bool effective = run.laws.empty(), broken = false;
  for (const Evidence& evidence : run.laws) {
    effective |= evidence.effective > 0;
    broken |= is_failure(evidence.verdict);
  }
  for (const Evidence& evidence : run.errata) broken |= is_failure(evidence.verdict);
  if (broken) return ExitCode::law_broken;
  return effective ? ExitCode::holds : ExitCode::vacuous;
}

void check(const Options& options, const std::vector<const Law*>& laws) {
  if (!options.input) return;
  if (laws.size() != 1) {
    throw UsageError("--input is judged by one law: name it with --law");
  }
  try {
    const Case input = read_input(*options.input, laws.front()->inputs.parameters);
    if (!laws.front()->inputs.hypothesis(input)) {
      throw std::invalid_argument("the law " + laws.front()->id +
                                  " does not speak of it; it needs " +
                                  laws.front()->inputs.hypothesis_text);
    }
  } catch (const std::invalid_argument& error) {
    throw UsageError("--input '" + *options.input + "': " + error.what());
  }
}

int verify(const Options& options) {
  const std::vector<const Law*> laws = chosen_laws(options.laws);
  check(options, laws);
  const Defendant defendant = chosen_defendant(options);
  GateSettings settings;
  settings.each.seed = options.seed;
  settings.each.cases = options.cases;
  settings.workers = options.jobs;
  settings.seconds_for_a_case = options.timeout;
  settings.each.input = options.input;
  if (!options.budget.empty()) {
    const std::size_t processes =
        std::min(laws.size(), options.jobs ? options.jobs : processor_count());
    settings.each.seconds = read_budget(options.budget) * static_cast<double>(processes) /
                            static_cast<double>(laws.size());
  }
  const bool json_only = options.json == "-";
  std::optional<EvidenceFile> file;
  if (!json_only) file.emplace(options.json);

  ProgressLine line;
  settings.progress = [&](const Progress& p, const Evidence* e) { line.show(p, e); };
  const bool exact = options.subject == reference_subject;
  Run run{options.subject,
          defendant.name,
          exact ? "" : defendant.contract.text(),
          options.seed,
          {},
          {},
          0,
          options.timeout};
  run.laws = run_gate(laws, defendant, settings);
  if (options.laws.empty()) {
    for (const Erratum* erratum : errata()) run.errata.push_back(judge(*erratum));
  }
  run.seconds = line.clock();
  line.clear();

  const std::string evidence = to_json(run).dump(2) + "\n";
  if (json_only) {
    std::cout << evidence;
  } else {
    print_report(std::cout, run, wants_colour(STDOUT_FILENO));
    file->write(evidence);
    std::cout << "evidence in " << options.json << '\n';
  }
  // one input given by hand shows what it shows
  const int code = exit_code(run);
  return options.input && code == ExitCode::vacuous ? ExitCode::holds : code;
}

}  // namespace

void add_verify(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("verify", "Judge an implementation by the laws");
  verb->add_option("--subject", options->subject,
                   "softlaw, exact, libm, the id of a fault, or a shared object "
                   "(softlaw_subject.h); reference "
                   "judges the statements themselves, on enclosures of 256 bits")
      ->capture_default_str();
  verb->add_option(
      "--contract", options->contract,
      "What it promises, such as 4ulp or 1ulp+0.5cond; by default what it says itself");
  verb->add_option("--law", options->laws,
                   "Only laws that match these ids, families or patterns (* ?)")
      ->delimiter(',');
  CLI::Option* cases = verb->add_option("--cases", options->cases, "Cases of each law")
                           ->check(whole_number_up_to(1'000'000'000))
                           ->capture_default_str();
  verb->add_option("--seed", options->seed, "Seed of the cases")
      ->check(whole_number)
      ->capture_default_str();
  verb->add_option("--budget", options->budget,
                   "Time for the whole run, such as 30s, 5m or 1h, instead of --cases")
      ->excludes(cases);
  verb->add_option("--json", options->json, "Where the evidence goes; - for standard output")
      ->capture_default_str();
  verb->add_option("--input", options->input,
                   "Judge this input alone, as a report prints it: FORMAT; ARGUMENT; ARGUMENT ...  "
                   "It may be one that is not effective: exit code 0 says no more than that the "
                   "law is not broken there");
  verb->add_option("--jobs", options->jobs, "Processes; by default one a processor")
      ->check(whole_number_up_to(64));
  verb->add_option(
          "--timeout", options->timeout,
          "Seconds that one case may take before the subject counts as hung, and that it may "
          "take to be loaded")
      ->check(seconds_from(1))
      ->capture_default_str();
  verb->footer(
      "Exit codes: 0 all laws hold, 1 a law is broken, 2 usage, 3 the run is unfit, 4 nothing "
      "effective ran (0 if it was an --input).");
  verb->callback([options, &exit_code] { exit_code = verify(*options); });
}

}  // namespace softlaw::properties
