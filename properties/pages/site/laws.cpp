// SPDX-License-Identifier: Apache-2.0
#include <iomanip>
#include <set>
#include <sstream>

#include "judge/gate.hpp"
#include "judge/resolution.hpp"
#include "pages/page.hpp"
#include "pages/site/parts.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

std::string number(double value) {
  std::ostringstream out;
  out << std::setprecision(3) << value;
  return out.str();
}

struct Seen {
  std::string subject;
  std::vector<Evidence> evidence;
};

/// The smallest input at which the law's witness breaks.
std::string witness_line(const Law& law, std::size_t cases) {
  const Fault& witness = *find_fault(law.witness);
  Settings settings;
  settings.cases = cases;
  const Evidence evidence = judge(law, Defendant::of(witness.subject()), settings);
  std::string line = "The witness \\ref fault-" + witness.id + " \"" + witness.id + "\" ";
  if (!evidence.counterexample) return line + "is not caught within these cases.\n";
  const Case& smallest = evidence.counterexample->smallest;
  return line + "breaks it first at `" + cell(to_input(smallest)) + "`.\n";
}

/// How small an error of each function the law sees.
std::string resolution_line(const Law& law, std::size_t cases) {
  static const Defendant ours = Defendant::of(built_in_subjects().front());
  std::string line = "Resolution, the least error that it sees in these cases: ", separator;
  for (const std::string& name : functions_used(law)) {
    const FunctionItem& function = *find_function(name);
    const auto k = resolution(law, function, ours, Settings().seed, cases);
    const std::string unit = function.returns_integers ? "" : " ulp";
    line += separator + (k ? number(*k) + unit : "none") + " in `" + name + "`";
    separator = ", ";
  }
  if (!law.unresolved.empty()) line += "; " + law.unresolved;
  return line + ".\n\n";
}

std::string evidence_text(const Law& law, const std::vector<Seen>& seen, std::size_t cases) {
  std::string text =
      "| subject | verdict | cases | effective | strain | worst ulp | at "
      "|\n|---|---|---|---|---|---|---|\n";
  for (const Seen& run : seen) {
    const auto found = std::ranges::find(run.evidence, law.id, &Evidence::id);
    text += "| " + run.subject + " | " + to_string(found->verdict) + " | " +
            std::to_string(found->cases) + " | " + std::to_string(found->effective) + " | " +
            number(found->worst_strain) + " | " +
            (found->worst_ulp ? number(*found->worst_ulp) : "") + " | " +
            (found->worst_input && found->worst_strain > 0
                 ? "`" + cell(to_input(*found->worst_input)) + "`"
                 : "") +
            " |\n";
  }
  return text + "\n" + resolution_line(law, cases) + witness_line(law, cases) +
         claims_line(law.id) + proof_paragraph(law.id);
}

std::string laws_page(const std::vector<Seen>& seen) {
  std::string text = "# The laws {#laws}\n\n" + std::to_string(laws().size()) +
                     " laws, by family. Verdicts are those of the run that made these pages.\n\n";
  std::set<std::string> families;
  for (const Law* law : laws()) families.insert(family(law->id));
  for (const std::string& name : families) text += "- \\subpage law_" + name + "\n";

  std::string dashes = "|---|---|---|";
  text += "\n| law | states that | functions |";
  for (const Seen& run : seen) {
    text += " " + run.subject + " |";
    dashes += "---|";
  }
  text += "\n" + dashes + "\n";
  for (const Law* law : laws()) {
    std::string functions;
    for (const auto& function : functions_used(*law)) {
      functions += (functions.empty() ? "" : ", ") + function;
    }
    text += "| \\ref " + law->id + " | " + find_page(law->id)->title + " | " + functions + " |";
    for (const Seen& run : seen) {
      const auto found = std::ranges::find(run.evidence, law->id, &Evidence::id);
      text += " " + to_string(found->verdict) + " |";
    }
    text += "\n";
  }
  return text;
}

}  // namespace

/// Markdown would take these for its own.
std::string cell(std::string text) {
  for (const char special : {'|', '<'}) {
    for (auto at = text.find(special); at != std::string::npos; at = text.find(special, at + 2)) {
      text.insert(at, "\\");
    }
  }
  constexpr std::size_t limit = 72;
  if (text.size() <= limit) return text;
  const auto last = text.find_last_of(",;", limit);
  return text.substr(0, last == std::string::npos ? limit : last + 1) + "…";
}

void write_law_pages(const std::filesystem::path& folder, std::size_t cases) {
  GateSettings settings;
  settings.each.cases = cases;
  std::vector<Seen> seen;
  for (const SubjectPointer& subject : built_in_subjects()) {
    seen.push_back({subject->name() + " (" + subject->contract().text() + ")",
                    run_gate(laws(), Defendant::of(subject), settings)});
  }
  for (const Law* law : laws()) {
    write_page(folder / (law->id + ".md"), evidence_text(*law, seen, cases));
  }
  for (Seen& run : seen) run.subject = run.subject.substr(0, run.subject.find(' '));
  write_page(folder / "laws.md", laws_page(seen));
}

}  // namespace softlaw::properties
