// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <limits>
#include <map>
#include <set>

#include "command/options.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/pair/functions.hpp"
#include "families/softmax/functions.hpp"
#include "judge/gate.hpp"
#include "pages/claim.hpp"
#include "pages/markdown.hpp"
#include "pages/page.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

namespace fs = std::filesystem;

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
  return text + "\n" + witness_line(law, cases) + claims_line(law.id);
}

std::string erratum_text(const Erratum& erratum) {
  const Evidence evidence = judge(erratum);
  std::string text =
      "The gate runs what is printed as a predicate at `" + erratum.counterexample + "`: ";
  text += evidence.verdict == Verdict::holds ? "it is certainly false there.\n\n"
                                             : "it could not be refuted.\n\n";
  if (evidence.counterexample) {
    for (const Call& call : evidence.counterexample->calls) {
      text +=
          "- `" + call.function + "(" + cell(call.arguments) + ")` = " + cell(call.results) + "\n";
    }
    text += "\n";
    const Breach& breach = evidence.counterexample->breach;
    if (!breach.left.empty()) {
      text += "Left side " + breach.left + ", right side " + breach.right + ".\n\n";
    }
  }
  return text + "What is true instead is guarded by " + reference_to(erratum.corrected_by) + ".\n" +
         claims_line(erratum.id);
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

std::string weight(const Erratum& erratum) {
  const std::string& text = find_page(erratum.id)->part("weight");
  return text.substr(0, text.find_first_not_of("abcdefghijklmnopqrstuvwxyz"));
}

std::string errata_table(const std::string& of_weight) {
  std::string text = "| erratum | what is wrong | true instead | claims |\n|---|---|---|---|\n";
  for (const Erratum* erratum : errata()) {
    if (weight(*erratum) != of_weight) continue;
    std::string settled;
    for (const Claim* claim : claims_settled_by(erratum->id)) {
      settled += (settled.empty() ? "" : ", ") + claim_reference(claim->id);
    }
    text += "| \\ref " + erratum->id + " | " + find_page(erratum->id)->title + " | \\ref " +
            erratum->corrected_by + " | " + settled + " |\n";
  }
  return text;
}

std::string errata_page() {
  return "# Errata {#errata}\n\nWhat the sources print and what is false: each is run by the gate "
         "as a predicate and is certainly false at its counterexample. \\ref claims leads here "
         "from every statement of the sources.\n\n"
         "## Of substance {#errata_substance}\n\nWrong mathematics.\n\n" +
         errata_table("substance") +
         "\n## Of notation {#errata_notation}\n\nWrong as printed; another reading mends it, and "
         "the page of the erratum says which.\n\n" +
         errata_table("notation");
}

std::string faults_page() {
  std::map<std::string, std::string> caught_by;
  for (const Law* law : laws()) {
    caught_by[law->witness] += (caught_by[law->witness].empty() ? "\\ref " : ", \\ref ") + law->id;
  }
  std::string text =
      "# Faults {#faults}\n\nImplementations with one mistake each, of kinds that real ones have "
      "made: our library with that one function replaced. A law that none of them breaks would "
      "say nothing.\n\n| fault | the mistake | witness of |\n|---|---|---|\n";
  for (const Fault* fault : faults()) {
    text +=
        "| \\fault{" + fault->id + "} | " + fault->mistake + " | " + caught_by[fault->id] + " |\n";
  }
  return text;
}

/// What the conventions answer at some inputs that have no ordinary answer.
std::string special_values_table() {
  constexpr double inf = std::numeric_limits<double>::infinity();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<Vector> inputs{{},       {3},        {-inf},   {-inf, -inf}, {-inf, 3},  {inf},
                                   {inf, 3}, {inf, inf}, {nan, 3}, {nan, inf},   {nan, -inf}};
  const std::vector<const FunctionItem*> shown{&logsumexp, &softmin, &excess, &softmax,
                                               &log_softmax};
  const auto answer = [](const FunctionItem& function, const Arguments& arguments) {
    std::string text;
    for (const Interval& value : function.enclose(arguments)) {
      text += text.empty() ? "" : ", ";
      text += value.is_empty() ? "nan" : decimal(midpoint_double(value) + 0.0, Format::binary64);
    }
    return text.empty() ? "nothing" : text;
  };
  std::string text = "| x |", dashes = "|---|";
  for (const FunctionItem* function : shown) {
    text += " " + function->name + " |";
    dashes += "---|";
  }
  text += "\n" + dashes + "\n";
  for (const Vector& x : inputs) {
    text += "| (";
    for (double entry : x) {
      text += (text.back() == '(' ? "" : ", ") + decimal(entry, Format::binary64);
    }
    text += ") |";
    for (const FunctionItem* function : shown) text += " " + answer(*function, {x}) + " |";
    text += "\n";
  }
  text += "\n| t | softplus | logistic |\n|---|---|---|\n";
  for (double t : {-inf, inf, nan}) {
    text += "| " + hexadecimal(t) + " | " + answer(softplus, {t}) + " | " + answer(logistic, {t}) +
            " |\n";
  }
  return text;
}

const Option output_option{
    .name = "--output", .takes = "FOLDER", .help = "The folder to write to", .preset = "pages"};
const Option cases_option{.name = "--cases",
                          .takes = "NUMBER",
                          .help = "Cases of each law",
                          .preset = "100",
                          .check = whole_number_up_to(1'000'000)};

int make_pages(const Given& given) {
  const fs::path directory(given.text(output_option));
  const std::size_t cases = given.whole(cases_option);
  fs::create_directories(directory);
  GateSettings settings;
  settings.each.cases = cases;
  std::vector<Seen> seen;
  for (const SubjectPointer& subject : built_in_subjects()) {
    seen.push_back({subject->name() + " (" + subject->contract().text() + ")",
                    run_gate(laws(), Defendant::of(subject), settings)});
  }
  for (const Law* law : laws()) {
    write_page(directory / (law->id + ".md"), evidence_text(*law, seen, cases));
  }
  for (const Erratum* erratum : errata()) {
    write_page(directory / (erratum->id + ".md"), erratum_text(*erratum));
  }
  for (Seen& run : seen) run.subject = run.subject.substr(0, run.subject.find(' '));
  write_page(directory / "laws.md", laws_page(seen));
  write_page(directory / "errata.md", errata_page());
  write_claim_pages(directory);
  write_page(directory / "faults.md", faults_page());
  write_page(directory / "special_values_table.md", special_values_table());
  return ExitCode::holds;
}

const Verb& pages_verb =
    verb({.id = "pages",
          .summary = "Write the generated parts of the documentation: evidence, lists, faults",
          .options = {output_option, cases_option},
          .run = make_pages,
          .hidden = true});

}  // namespace
}  // namespace softlaw::properties
