// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "command/asked_subject.hpp"
#include "command/drift_options.hpp"
#include "command/options.hpp"
#include "drift/evidence_difference.hpp"
#include "drift/print.hpp"

namespace softlaw::properties {
namespace {

using drift::Baseline;

const Option first_argument{.name = "before",
                            .takes = "BEFORE",
                            .help = "A subject, a baseline, or a file of evidence",
                            .required = true};
const Option second_argument{
    .name = "after", .takes = "AFTER", .help = "Another one", .required = true};

enum class Sort { subject, baseline, evidence };

/// Told by how the file begins; a shared object begins with neither.
Sort sort_of(const std::string& name) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(name, none)) return Sort::subject;
  std::ifstream in(name, std::ios::binary);
  std::string start(16, '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  if (start.starts_with("softlaw baseline")) return Sort::baseline;
  const auto first = start.find_first_not_of(" \t\r\n");
  return first != std::string::npos && start[first] == '{' ? Sort::evidence : Sort::subject;
}

nlohmann::ordered_json read_evidence_file(const std::string& path) {
  std::ifstream in(path);
  try {
    return nlohmann::ordered_json::parse(in);
  } catch (const nlohmann::json::exception& error) {
    throw UsageError("'" + path + "' is not evidence: " + error.what());
  }
}

int compare_evidence(const std::string& before, const std::string& after) {
  const auto was = read_evidence_file(before), is = read_evidence_file(after);
  try {
    const std::size_t count = drift::print_difference(std::cout, was, is);
    std::cout << count << (count == 1 ? " law differs\n" : " laws differ\n");
    return count > 0 ? ExitCode::drifted : ExitCode::holds;
  } catch (const nlohmann::json::exception& error) {
    throw UsageError("'" + before + "' or '" + after + "' is not evidence: " + error.what());
  }
}

/// One side: a subject to be asked, or a baseline that was read.
struct Party {
  std::string name;
  SubjectPointer subject;
  std::optional<Baseline> baseline;

  drift::Side side() const {
    if (subject) return drift::measured_side(name);
    return drift::approved_side(name,
                                drift::nearest_record(*baseline, name, drift::Machine::here("")));
  }
};

Party party(const std::string& name, double seconds) {
  if (sort_of(name) == Sort::baseline) return {name, nullptr, drift::read_baseline(name)};
  return {name, asked_subject(name, seconds), std::nullopt};
}

/// A side whose outputs were measured before those of the other.
drift::Side kept_side(const std::string& name, std::vector<drift::Measurement> measured) {
  return {name,
          [measured = std::move(measured)](
              const drift::Measurement& now) -> std::optional<std::vector<drift::Outputs>> {
            for (const drift::Measurement& each : measured) {
              if (each.block == now.block && each.has_function) return each.given;
            }
            return std::nullopt;
          }};
}

int run_compare(const Given& given) {
  const std::string &before = given.text(first_argument), &after = given.text(second_argument);
  const bool is_evidence = sort_of(before) == Sort::evidence;
  if (is_evidence != (sort_of(after) == Sort::evidence)) {
    throw UsageError("evidence is compared with evidence: '" + (is_evidence ? after : before) +
                     "' is none");
  }
  if (is_evidence) return compare_evidence(before, after);

  const double seconds = given.number(timeout_option());
  const Party first = party(before, seconds), second = party(after, seconds);
  const auto blocks = drift::chosen_blocks(given);
  const auto settings = drift::given_settings(given);
  drift::Side was = first.side(), is = second.side();
  if (first.subject && second.subject) {
    was = kept_side(before, drift::measure(blocks, first.subject.get(), settings));
  }
  const Subject* asked = second.subject ? second.subject.get() : first.subject.get();
  const drift::Drift found = drift::find_drift(drift::measure(blocks, asked, settings), was, is);
  drift::require_comparable(found, before);
  std::cout << before << " against " << after << '\n';
  drift::print(std::cout, found, second.subject ? after : first.subject ? before : "");
  const bool differs = found.moved() > 0 || !found.gone.empty() || !found.added.empty();
  return differs ? ExitCode::drifted : found.refused.empty() ? ExitCode::holds : ExitCode::vacuous;
}

const Verb& compare_verb =
    verb({.id = "compare",
          .summary = "Compare two implementations, two baselines or two files of evidence",
          .options = {first_argument, second_argument, function_option(), drift::jobs_option(),
                      timeout_option()},
          .exit_codes = "Exit codes: 0 equal, 2 usage, 3 the run is unfit, 4 a part cannot be "
                        "compared, 5 they differ.",
          .run = run_compare});

}  // namespace
}  // namespace softlaw::properties
