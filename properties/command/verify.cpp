// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "command/journal.hpp"
#include "command/known_failures.hpp"
#include "command/options.hpp"
#include "command/outputs.hpp"
#include "command/progress_line.hpp"
#include "judge/unjudged.hpp"
#include "judge/waiver.hpp"
#include "subjects/source_line.hpp"

namespace softlaw::properties {
namespace {

/// How much a run covers: docs/chapters/ci.md shows it, measured.
struct Level {
  const char* name;
  std::size_t cases;
};
constexpr Level levels[]{{"smoke", 400}, {"ci", 3000}, {"nightly", 300'000}};

const Level* find_level(const std::string& name) {
  const auto found = std::ranges::find(levels, name, &Level::name);
  return found == std::end(levels) ? nullptr : &*found;
}

const Option cases_option{.name = "--cases",
                          .takes = "NUMBER",
                          .help = "Number of cases per law",
                          .preset = "400",
                          .check = whole_number_up_to(1'000'000'000)};
const Option level_option{
    .name = "--level",
    .takes = "LEVEL",
    .help =
        "smoke (400 cases per law, seconds), ci (3000, half a minute on 2 processors) or nightly "
        "(300000, an hour on 2 processors), instead of --cases",
    .check = [](const std::string& text) -> std::string {
      return find_level(text) ? "" : "expected smoke, ci or nightly, got '" + text + "'";
    },
    .excludes = "--cases"};
const Option shard_option{
    .name = "--shard",
    .takes = "I/N",
    .help =
        "Judge part I of N of every law's cases; softlaw merge joins the evidence of all parts"};
const Option resume_flag{
    .name = "--resume",
    .takes = "",
    .help =
        "Keep the evidence of each law in FILE.journal beside the evidence, and go "
        "on where a run with the same options was killed"};
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

volatile sig_atomic_t interruption = 0;

/// From now on Ctrl-C and a request to end let the run report what it has.
void report_when_interrupted() {
  struct sigaction action {};
  action.sa_handler = [](int) { interruption = 1; };
  for (int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
}

/// Whether nothing restricts the run.
bool is_whole(const Given& given) {
  return !given.has(law_option()) && !given.has(function_option()) && !given.has(input_option);
}

/// Where the functions stand that the findings call first, if the subject is a file.
std::map<std::string, std::string> lines_of_findings(const Run& run, const Defendant& defendant) {
  std::map<std::string, std::string> lines;
  if (!defendant.subject || !std::filesystem::exists(run.subject)) return lines;
  for (const Evidence& evidence : run.laws) {
    if (!evidence.counterexample || evidence.counterexample->calls.empty()) continue;
    const std::string& name = evidence.counterexample->calls.front().function;
    const FunctionItem* function = find_function(name);
    if (!function || lines.contains(name)) continue;
    const Format format = evidence.counterexample->smallest.format;
    lines[name] = source_line(defendant.subject->code(*function, format));
  }
  std::erase_if(lines, [](const auto& line) { return line.second.empty(); });
  return lines;
}

/// `2/8`.
Shard read_shard(const std::string& text) {
  constexpr std::size_t most = 10'000;
  const std::size_t slash = text.find('/');
  const std::string index = text.substr(0, slash);
  const std::string count = slash == std::string::npos ? "" : text.substr(slash + 1);
  const auto check = whole_number_up_to(most);
  if (!check(index).empty() || !check(count).empty() || std::stoull(index) > std::stoull(count)) {
    throw UsageError("cannot read the shard '" + text +
                     "': expected I/N such as 2/8, I from 1 to N");
  }
  return {std::stoull(index), std::stoull(count)};
}

std::size_t given_cases(const Given& given) {
  return given.has(level_option) ? find_level(given.text(level_option))->cases
                                 : given.whole(cases_option);
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
  settings.each.cases = given_cases(given);
  if (given.has(shard_option)) settings.each.shard = read_shard(given.text(shard_option));
  settings.each.input = given_input(given, laws);
  settings.workers = given.has(jobs_option) ? given.whole(jobs_option) : 0;
  settings.seconds_for_a_case = given.number(timeout_option());
  if (given.has(budget_option())) {
    if (given.has(level_option)) throw UsageError("--budget excludes --level");
    settings.each.cases = 0;
    const std::size_t processes =
        std::min(laws.size(), settings.workers ? settings.workers : processor_count());
    settings.each.seconds = read_budget(given.text(budget_option())) *
                            static_cast<double>(processes) / static_cast<double>(laws.size());
  }
  return settings;
}

/// All on which the evidence of a run depends.
nlohmann::ordered_json key_of(const Run& run, const std::vector<const Law*>& laws,
                              const GateSettings& settings, std::uint64_t waivers) {
  nlohmann::ordered_json ids = nlohmann::ordered_json::array();
  for (const Law* law : laws) ids.push_back(law->id);
  return {{"program", content_hash("/proc/self/exe")},
          {"subject", run.subject},
          {"file", content_hash(run.subject)},
          {"contract", run.contract},
          {"seed", run.seed},
          {"cases", run.cases},
          {"shard", {run.shard.index, run.shard.count}},
          {"timeout", run.timeout},
          {"known", settings.known},
          {"waivers", waivers},
          {"laws", ids}};
}

std::optional<Journal> given_journal(const Given& given, const Run& run,
                                     const std::vector<const Law*>& laws,
                                     const GateSettings& settings) {
  if (!given.has(resume_flag)) return std::nullopt;
  const std::string& evidence = given.text(evidence_option());
  if (evidence == "-") throw UsageError("--resume needs a file for --json");
  if (given.has(budget_option())) throw UsageError("--resume excludes --budget");
  const std::uint64_t waivers = content_hash(given.text(waivers_option));
  return Journal(evidence + ".journal", key_of(run, laws, settings, waivers));
}

/// The evidence of all laws, in their order: what the journal has, and the rest from the gate.
std::vector<Evidence> judge_all(const std::vector<const Law*>& laws, const Defendant& defendant,
                                GateSettings settings, std::optional<Journal>& journal,
                                ProgressLine& line) {
  std::vector<const Law*> left = laws;
  if (journal) {
    std::erase_if(left, [&](const Law* law) { return journal->judged().contains(law->id); });
  }
  settings.interrupted = [] { return interruption != 0; };
  settings.progress = [&](const Progress& progress, const Evidence* finished) {
    if (finished && journal) journal->add(*finished);
    line.show(progress);
  };
  std::vector<Evidence> found = run_gate(left, defendant, settings);
  if (journal) {
    for (const auto& [id, evidence] : journal->judged()) found.push_back(evidence);
    std::ranges::sort(found, {}, [&](const Evidence& evidence) {
      return std::ranges::find(laws, evidence.id, &Law::id) - laws.begin();
    });
  }
  return found;
}

void note_interruption(Run& run) {
  const auto left = std::ranges::count(run.laws, std::string(interrupted_note), &Evidence::note);
  run.interrupted = true;
  run.notice += (run.notice.empty() ? "" : "; ") + std::string("the run was interrupted, and ") +
                std::to_string(left) + " laws were not judged";
}

int verify(const Given& given) {
  const std::vector<const Law*> laws = given_laws(given);
  const Defendant defendant = given_defendant(given);
  GateSettings settings = given_settings(given, laws, defendant.contract.conventions());
  const std::vector<Waiver> waivers = given_waivers(given);
  settings.each.waiver = [&, day = today()](const std::string& law, const Case& input) {
    return find_waiver(waivers, law, input, day);
  };
  const bool one_input = settings.each.input.has_value();
  const bool in_parts = settings.each.shard.count > 1;
  const KnownFailures known(given, given_subject_name(given), one_input || in_parts);
  settings.known = known.by_law();
  Outputs outputs(given, {given_subject_name(given), given.text(contract_option()),
                          given.text(corpus_option()), given.text(waivers_option)});

  Run run;
  run.environment = environment_stamp();
  run.subject = given_subject_name(given);
  if (given_contract_file(given)) run.contract_file = given.text(contract_option());
  run.subject_name = defendant.name;
  if (defendant.subject) run.contract = defendant.contract.text();
  if (defendant.subject) run.notice = defendant.subject->notice();
  run.seed = settings.each.seed;
  run.cases = one_input ? 1 : settings.each.cases;
  run.shard = settings.each.shard;
  run.timeout = settings.seconds_for_a_case;
  run.whole = is_whole(given);
  run.supplied = supplied(defendant);

  std::optional<Journal> journal = given_journal(given, run, laws, settings);
  report_when_interrupted();
  ProgressLine line(given.has(budget_option())
                        ? std::optional(read_budget(given.text(budget_option())))
                        : std::nullopt);
  run.laws = judge_all(laws, defendant, settings, journal, line);
  if (run.whole && !interruption) {
    if (!in_parts) run.unjudged = unjudged(run.supplied, run.laws);
    if (const auto promised = given_contract_file(given)) {
      std::ranges::move(missing(defendant, *promised), std::back_inserter(run.unjudged));
    }
    if (run.shard.index == 1) {
      for (const Erratum* erratum : errata()) run.errata.push_back(judge(*erratum));
    }
  }
  if (!interruption && !one_input) run.waivers = uses_of(waivers, run.laws, today());
  run.lines = lines_of_findings(run, defendant);
  run.seconds = line.clock();
  line.clear();
  if (interruption) note_interruption(run);
  outputs.write(run);
  known.note(run);
  if (journal && !run.interrupted) journal->remove();

  const int code = exit_code(run);
  // a single input given by hand need not be effective
  const bool judged = run.laws.front().verdict != Verdict::not_applicable;
  return one_input && judged && code == ExitCode::vacuous ? ExitCode::holds : code;
}

const Verb& verify_verb = verb(
    {.id = "verify",
     .summary = "Judge an implementation by the laws",
     .options = {subject_option(), contract_option(), law_option(), function_option(), cases_option,
                 level_option, budget_option(), seed_option(), evidence_option(), report_option(),
                 input_option, corpus_option(), record_flag(), database_option(), shard_option,
                 resume_flag, jobs_option, timeout_option(), waivers_option},
     .exit_codes = "Exit codes: 0 all laws hold, 1 a law is broken or a waiver out of use, 2 "
                   "usage, 3 the run is unfit, "
                   "4 a supplied function was not judged (0 if it was an --input).",
     .run = verify});

}  // namespace
}  // namespace softlaw::properties
