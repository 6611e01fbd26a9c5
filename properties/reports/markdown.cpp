// SPDX-License-Identifier: Apache-2.0
// The summary of a job, as GitHub and GitLab show it: the counts, the findings, the laws folded away.
#include <iomanip>
#include <ostream>
#include <sstream>

#include "reports/escape.hpp"
#include "reports/report.hpp"

namespace softlaw::properties {
namespace {

void print_finding(std::ostream& out, const Finding& finding) {
  out << "\n### " << markdown_escaped(finding.headline()) << "\n\n";
  if (!finding.statement.empty()) out << markdown_escaped(finding.statement) << "\n\n";
  std::string rows;
  for (const auto& [label, text] : finding.rows) {
    rows += (rows.empty() ? "" : "\n") + label +
            std::string(10 - std::min<std::size_t>(9, label.size()), ' ') + text;
  }
  out << markdown_code(rows);
  if (!finding.again.empty()) out << "\nTo repeat it:\n\n" << markdown_code(finding.again);
  if (!finding.also.empty()) {
    out << "\nFor the same cause:";
    for (const std::string& id : finding.also) out << ' ' << markdown_escaped(id);
    out << '\n';
  }
}

void print_table(std::ostream& out, const Run& run) {
  out << "\n<details><summary>All laws</summary>\n\n"
         "| law | verdict | cases | effective | strain | worst ulp |\n"
         "|---|---|---:|---:|---:|---:|\n";
  for (const Evidence& evidence : run.laws) {
    out << "| " << markdown_escaped(evidence.id) << " | " << to_string(evidence.verdict) << " | "
        << evidence.cases << " | " << evidence.effective << " | "
        << short_number(evidence.worst_strain) << " | "
        << (evidence.worst_ulp ? short_number(*evidence.worst_ulp) : "") << " |\n";
  }
  out << "\n</details>\n";
}

void print(std::ostream& out, const Run& run) {
  const Totals totals = count(run);
  out << "## softlaw judges " << markdown_escaped(run.subject_name) << "\n\n"
      << (totals.failed ? "**" + std::to_string(totals.failed) + " of " : "All of ")
      << counted(run.laws.size(), "law") << (totals.failed ? " broken**. " : " that apply hold. ")
      << totals.holds << " hold, " << totals.vacuous << " vacuous, " << totals.not_applicable
      << " not applicable; " << counted(totals.cases, "case") << ", " << totals.effective
      << " effective";
  if (!run.contract.empty()) out << "; contract " << markdown_escaped(run.contract);
  out << "; seed " << run.seed << ".\n";
  for (const std::string& function : run.unjudged) {
    out << "\nNo effective case judged " << markdown_escaped(function) << ".\n";
  }
  if (!run.notice.empty()) out << "\n" << markdown_escaped(run.notice) << "\n";
  for (const Finding& finding : findings(run)) print_finding(out, finding);
  print_table(out, run);
}

const Report& markdown_report =
    report({.id = "markdown", .summary = "a summary for the page of a job", .print = print});

}  // namespace
}  // namespace softlaw::properties
