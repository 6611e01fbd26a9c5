// SPDX-License-Identifier: Apache-2.0
#include "command/drift_options.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "command/asked_subject.hpp"
#include "command/options.hpp"
#include "command/suggest.hpp"
#include "subjects/catalogue.hpp"

namespace softlaw::properties::drift {

const Option& jobs_option() {
  static const Option option{.name = "--jobs",
                             .takes = "NUMBER",
                             .help = "Number of processes; by default, one per processor",
                             .check = whole_number_up_to(64)};
  return option;
}

MeasureSettings given_settings(const Given& given) {
  return {given.has(jobs_option()) ? given.whole(jobs_option()) : 0,
          given.number(timeout_option())};
}

Machine machine_of(const Given& given) {
  const std::string& name = given.text(subject_option());
  // a file may have the name of a built-in subject, as ./softlaw in the source tree
  const bool is_built_in =
      named_fault(name) ||
      std::ranges::any_of(built_in_subjects(), [&](const auto& s) { return s->name() == name; });
  return Machine::here(is_built_in ? "" : name);
}

std::vector<const Block*> chosen_blocks(const Given& given) {
  const auto& names = given.all(function_option());
  for (const std::string& name : names) {
    if (find_function(name)) continue;
    std::vector<std::string> all;
    for (const FunctionItem* function : functions()) all.push_back(function->name);
    throw UsageError("no function '" + name + "'" + did_you_mean(name, all));
  }
  std::vector<const Block*> blocks;
  for (const Block& block : corpus()) {
    const bool chosen = names.empty() || std::ranges::count(names, block.function->name) > 0;
    if (chosen) blocks.push_back(&block);
  }
  return blocks;
}

Baseline read_baseline(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw UsageError("cannot read the baseline '" + path +
                     "': make it with softlaw drift --baseline FILE --approve --reason TEXT");
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  try {
    Baseline baseline = Baseline::read(text);
    if (baseline.log.empty()) throw std::invalid_argument("it has no approval");
    return baseline;
  } catch (const std::invalid_argument& error) {
    throw UsageError("the baseline '" + path + "': " + error.what());
  }
}

void write_baseline(const std::string& path, const Baseline& baseline) {
  const std::string part = path + "." + std::to_string(getpid()) + ".part";
  std::ofstream out(part, std::ios::binary);
  out << baseline.text();
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(part, path, error);
  if (out && !error) return;
  const std::string why = error ? error.message() : std::strerror(errno);
  std::filesystem::remove(part, error);
  throw std::runtime_error("cannot write the baseline '" + path + "': " + why);
}

const Record& nearest_record(const Baseline& baseline, const std::string& path,
                             const Machine& machine) {
  if (baseline.corpus != corpus_version) {
    throw UsageError("the baseline '" + path + "' is of corpus " + std::to_string(baseline.corpus) +
                     ", this build has corpus " + std::to_string(corpus_version) +
                     ": approve it again");
  }
  const Record* record = baseline.nearest(machine);
  if (!record) throw UsageError("the baseline '" + path + "' has the outputs of no machine");
  return *record;
}

std::string about_machine(const Record& record, const Machine& machine) {
  if (std::ranges::count(record.machines, machine) > 0) return "on " + machine.text() + '\n';
  const auto nearest = std::ranges::max_element(
      record.machines, {}, [&](const Machine& other) { return machine.likeness(other); });
  std::string text = "no approved machine is this one; compared with the nearest";
  const auto differs = [&](const char* what, const std::string& is, const std::string& was) {
    if (is != was) text += std::string("\n  ") + what + ": here " + is + ", approved " + was;
  };
  differs("processor", machine.processor, nearest->processor);
  differs("libm", machine.libm, nearest->libm);
  differs("compiler", machine.compiler, nearest->compiler);
  return text + '\n';
}

void require_comparable(const Drift& drift, const std::string& path) {
  if (!drift.compared.empty() || !drift.gone.empty()) return;
  throw UsageError(
      "nothing in '" + path + "' can be compared: " +
      (drift.refused.empty() ? "it has none of these functions" : drift.refused.front()));
}

}  // namespace softlaw::properties::drift
