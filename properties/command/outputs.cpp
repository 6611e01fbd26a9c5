// SPDX-License-Identifier: Apache-2.0
#include "command/outputs.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "command/suggest.hpp"
#include "reports/terminal.hpp"

namespace softlaw::properties {
namespace {

constexpr const char* standard_output = "-";

std::vector<std::string> report_ids() {
  std::vector<std::string> ids;
  for (const Report* report : reports()) ids.push_back(report->id);
  return ids;
}

const Report& named_report(const std::string& id) {
  const auto found =
      std::ranges::find(reports(), id, [](const Report* report) { return report->id; });
  if (found != reports().end()) return **found;
  std::string names;
  for (const std::string& name : report_ids()) names += (names.empty() ? "" : ", ") + name;
  throw UsageError("--report: no form '" + id + "': there are " + names +
                   did_you_mean(id, report_ids()));
}

bool is_same_file(const std::string& a, const std::string& b) {
  const auto place = [](const std::string& path) {
    std::error_code none;
    return std::filesystem::weakly_canonical(std::filesystem::absolute(path, none), none);
  };
  return !a.empty() && !b.empty() && place(a) == place(b);
}

std::string help_of_reports() {
  std::string text = "Report in further forms, each FORM=FILE (- for standard output): ";
  for (const Report* report : reports()) {
    text += (report == reports().front() ? "" : "; ") + report->id + ", " + report->summary;
  }
  return text;
}

}  // namespace

const Option& evidence_option() {
  static const Option option{.name = "--json",
                             .takes = "FILE",
                             .help = "The file for the evidence; - for standard output",
                             .preset = "evidence.json"};
  return option;
}

const Option& report_option() {
  static const Option option{
      .name = "--report", .takes = "FORM=FILE", .help = help_of_reports(), .repeated = true};
  return option;
}

Outputs::Outputs(const Given& given, const std::vector<std::string>& inputs) {
  add(named_report("json"), given.text(evidence_option()), evidence_option().name);
  add_reports(given.all(report_option()));
  refuse_inputs(inputs);
  for (Told& told : told_) {  // opened once all of them are known to be good
    if (!told.path.empty() && told.path != standard_output) {
      const bool evidence = &told == &told_.front();
      told.file = std::make_unique<OutputFile>(
          told.path, evidence ? evidence_option().name : report_option().name);
    }
  }
}

void Outputs::add_reports(const std::vector<std::string>& asked) {
  for (const std::string& text : asked) {
    const std::size_t equals = text.find('=');
    const Report& report = named_report(text.substr(0, equals));
    if (equals != std::string::npos) {
      add(report, text.substr(equals + 1), report_option().name);
    } else if (report.to_log) {
      told_.push_back({&report, "", nullptr});
    } else {
      throw UsageError("--report " + report.id + " needs a file: --report " + report.id + "=FILE");
    }
  }
}

void Outputs::add(const Report& report, const std::string& path, const std::string& option) {
  if (path.empty())
    throw UsageError(option + " needs the name of a file, or - for standard output");
  for (const Told& other : told_) {
    if (other.path == path || (path != standard_output && is_same_file(other.path, path))) {
      throw UsageError(option + ": two reports would go to '" + path + "'");
    }
  }
  told_.push_back({&report, path, nullptr});
}

void Outputs::refuse_inputs(const std::vector<std::string>& inputs) const {
  for (const Told& told : told_) {
    for (const std::string& input : inputs) {
      std::error_code none;
      if (!told.path.empty() && std::filesystem::equivalent(told.path, input, none)) {
        throw UsageError(told.path + " would be overwritten: it is read, too");
      }
    }
  }
}

void Outputs::write(const Run& run) {
  const bool taken = std::ranges::count(told_, standard_output, &Told::path) > 0;
  if (!taken) print_report(std::cout, run, wants_colour(STDOUT_FILENO));
  for (Told& told : told_) {
    if (!told.file) continue;
    std::ostringstream text;
    told.report->print(text, run);
    told.file->write(text.str());
    if (!taken) {
      const std::string what = told.report->id == "json" ? "evidence" : told.report->id;
      std::cout << what << " in " << told.path << '\n';
    }
  }
  for (const Told& told : told_) {
    if (told.path == standard_output || (told.path.empty() && !taken)) {
      told.report->print(std::cout, run);
    } else if (told.path.empty()) {
      told.report->print(std::cerr, run);
    }
  }
}

Run read_evidence_file(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw UsageError("cannot read '" + file + "'");
  try {
    return read_run(nlohmann::ordered_json::parse(in));
  } catch (const nlohmann::ordered_json::exception&) {
    throw UsageError("'" + file + "' is not evidence: it is not JSON");
  } catch (const std::invalid_argument& error) {
    throw UsageError("'" + file + "': " + error.what());
  }
}

int exit_code(const Run& run) {
  if (run.interrupted) return ExitCode::unfit;
  const auto breaks = [](const Evidence& evidence) { return is_failure(evidence.verdict); };
  if (std::ranges::any_of(run.laws, breaks) || std::ranges::any_of(run.errata, breaks)) {
    return ExitCode::law_broken;
  }
  if (run.shard.count > 1) return ExitCode::holds;  // the merged evidence tells
  const auto complains = [](const WaiverUse& use) { return !use.complaint.empty(); };
  if (std::ranges::any_of(run.waivers, complains)) return ExitCode::law_broken;
  const bool effective = std::ranges::any_of(
      run.laws, [](const Evidence& evidence) { return evidence.effective > 0; });
  return effective && run.unjudged.empty() ? ExitCode::holds : ExitCode::vacuous;
}

}  // namespace softlaw::properties
