// SPDX-License-Identifier: Apache-2.0
#include "history/history.hpp"

#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "command/options.hpp"
#include "command/outputs.hpp"
#include "command/suggest.hpp"

namespace softlaw::properties {
namespace {

const Option action_argument{
    .name = "action",
    .takes = "ACTION",
    .help = "add, show, or check: is the newest run worse than the one before?",
    .required = true};
const Option files_argument{
    .name = "evidence", .takes = "EVIDENCE", .help = "Evidence of runs, for add", .repeated = true};
const Option file_option{.name = "--file",
                         .takes = "FILE",
                         .help = "The history, an SQLite file",
                         .preset = "softlaw-history.sqlite"};
const Option last_option{.name = "--last",
                         .takes = "NUMBER",
                         .help = "How many runs, the newest",
                         .preset = "20",
                         .check = whole_number_up_to(100'000)};
const Option name_option{
    .name = "--subject", .takes = "NAME", .help = "Only runs of the subject of that name"};
const Option svg_option{
    .name = "--svg", .takes = "FILE", .help = "Write the trends as an SVG page"};

int add(const Given& given, History& history) {
  if (given.all(files_argument).empty()) throw UsageError("history add needs a file of evidence");
  for (const std::string& file : given.all(files_argument)) {
    const Run run = read_evidence_file(file);
    if (run.interrupted || run.shard.count > 1) {
      throw UsageError("'" + file + "' is not a whole run: " +
                       (run.interrupted ? "it was interrupted" : "merge its shards first"));
    }
    const auto id = history.add(run);
    std::cout << file << ": " << (id ? "run " + std::to_string(*id) : "it is there already")
              << '\n';
  }
  return ExitCode::holds;
}

/// The laws that --law and --function choose, of those that the runs have.
std::vector<std::string> chosen_laws(const Given& given, const std::vector<PastRun>& runs) {
  std::set<std::string> seen;
  for (const PastRun& run : runs) {
    for (const PastLaw& law : run.laws) seen.insert(law.law);
  }
  if (!given.has(law_option()) && !given.has(function_option())) return {seen.begin(), seen.end()};
  std::vector<std::string> chosen;
  for (const Law* law : given_laws(given)) {
    if (seen.contains(law->id)) chosen.push_back(law->id);
  }
  return chosen;
}

nlohmann::ordered_json json_of(const PastLaw& law) {
  return {{"law", law.law},
          {"verdict", law.verdict},
          {"cases", law.cases},
          {"effective", law.effective},
          {"strain", law.strain},
          {"ulp", law.ulp ? nlohmann::ordered_json(*law.ulp) : nlohmann::ordered_json()},
          {"seconds", law.seconds}};
}

void print_json(const std::vector<PastRun>& runs, const std::vector<std::string>& laws) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const PastRun& run : runs) {
    nlohmann::ordered_json of_run = nlohmann::ordered_json::array();
    for (const std::string& law : laws) {
      if (const PastLaw* past = run.find(law)) of_run.push_back(json_of(*past));
    }
    all.push_back({{"run", run.id},
                   {"date", run.date},
                   {"commit", run.commit},
                   {"subject", run.subject},
                   {"contract", run.contract},
                   {"seed", run.seed},
                   {"cases", run.cases},
                   {"machine", run.machine},
                   {"compiler", run.compiler},
                   {"seconds", run.seconds},
                   {"laws", of_run}});
  }
  std::cout << all.dump(2) << '\n';
}

void print_runs(const std::vector<PastRun>& runs) {
  std::cout << "  run   date                  commit              subject           cases   laws  "
               "broken  strain   seconds\n";
  for (const PastRun& run : runs) {
    std::cout << "  " << std::left << std::setw(6) << run.id << std::setw(22) << run.date
              << std::setw(20) << run.commit << std::setw(18) << run.subject << std::setw(8)
              << run.cases << std::setw(6) << run.laws.size() << std::setw(8) << run.broken()
              << std::setw(9) << short_number(run.worst_strain()) << short_number(run.seconds)
              << '\n';
  }
}

void print_trends(const std::vector<PastRun>& runs, const std::vector<std::string>& laws) {
  for (const std::string& law : laws) {
    std::cout << law << '\n';
    for (const PastRun& run : runs) {
      const PastLaw* past = run.find(law);
      if (!past) continue;
      std::cout << "  " << std::left << std::setw(6) << run.id << std::setw(22) << run.date
                << std::setw(20) << run.commit << std::setw(16) << past->verdict << std::setw(10)
                << past->effective << std::setw(10) << short_number(past->strain)
                << (past->ulp ? short_number(*past->ulp) + " ulp" : "") << '\n';
    }
  }
}

int show(const Given& given, History& history) {
  const auto runs = history.last(given.whole(last_option), given.text(name_option));
  const auto laws = chosen_laws(given, runs);
  if (given.has(svg_option)) {
    OutputFile(given.text(svg_option), svg_option.name).write(trend_page(runs, laws));
  } else if (given.has(json_flag())) {
    print_json(runs, laws);
  } else if (given.has(law_option()) || given.has(function_option())) {
    print_trends(runs, laws);
  } else {
    print_runs(runs);
  }
  return ExitCode::holds;
}

int check(const Given& given, History& history) {
  const auto runs = history.last(given.whole(last_option), given.text(name_option));
  if (runs.empty())
    throw UsageError("the history has no run" +
                     (given.has(name_option) ? " of " + given.text(name_option) : ""));
  const PastRun& now = runs.back();
  const auto before = std::find_if(runs.rbegin() + 1, runs.rend(),
                                   [&](const PastRun& run) { return run.is_comparable(now); });
  std::cout << "run " << now.id << " of " << now.subject << ", " << now.date << ": "
            << counted(now.laws.size(), "law") << ", " << now.broken() << " broken\n";
  std::vector<Worse> found;
  if (before != runs.rend()) {
    found = worse(*before, now);
    std::cout << "against run " << before->id << ", " << before->date << ": "
              << counted(found.size(), "law") << " worse\n";
  } else {
    std::cout << "no earlier run has the same subject, contract, seed and cases\n";
  }
  for (const Worse& law : found) std::cout << "  " << law.now->law << ": " << law.how << '\n';
  if (now.broken() > 0) return ExitCode::law_broken;
  return found.empty() ? ExitCode::holds : ExitCode::drifted;
}

int history(const Given& given) {
  const std::string& action = given.text(action_argument);
  const bool known = action == "add" || action == "show" || action == "check";
  if (!known) {
    throw UsageError("no action '" + action + "' of history: there are add, show, check" +
                     did_you_mean(action, {"add", "show", "check"}));
  }
  if (action != "add" && !std::filesystem::exists(given.text(file_option))) {
    throw UsageError("there is no history '" + given.text(file_option) +
                     "': softlaw history add makes it");
  }
  History history(given.text(file_option));
  return action == "add"    ? add(given, history)
         : action == "show" ? show(given, history)
                            : check(given, history);
}

const Verb& history_verb = verb(
    {.id = "history",
     .summary = "Keep the evidence of runs, show trends, and check the newest run",
     .options = {action_argument, files_argument, file_option, last_option, name_option,
                 law_option(), function_option(), said(json_flag(), "As JSON"), svg_option},
     .exit_codes = "Exit codes: 0 done, 1 check: a law is broken in the newest run, 2 usage, 3 the "
                   "file cannot be read or written, 5 check: a law is worse than before.",
     .run = history});

}  // namespace
}  // namespace softlaw::properties
