// SPDX-License-Identifier: Apache-2.0
#include "reports/terminal.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <sstream>

namespace softlaw::properties {
namespace {

class Paint {
 public:
  explicit Paint(bool colour) : colour_(colour) {}
  std::string green(const std::string& text) const { return in("32", text); }
  std::string red(const std::string& text) const { return in("1;31", text); }
  std::string yellow(const std::string& text) const { return in("33", text); }
  std::string bold(const std::string& text) const { return in("1", text); }
  std::string dim(const std::string& text) const { return in("2", text); }
  std::string verdict(Verdict verdict, const std::string& text) const {
    if (is_failure(verdict)) return red(text);
    return verdict == Verdict::holds ? green(text) : yellow(text);
  }

 private:
  std::string in(const char* code, const std::string& text) const {
    return colour_ ? std::string("\033[") + code + "m" + text + "\033[0m" : text;
  }
  bool colour_;
};

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(text.size() < width ? width - text.size() : 1, ' ');
}

/// One line, broken where the rows begin.
std::string folded(const std::string& text) {
  std::istringstream words(text);
  std::string line, all;
  for (std::string word; words >> word;) {
    if (line.size() + word.size() > 84) {
      all += line + "\n              ";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return all + line;
}

void row(std::ostream& out, const std::string& label, const std::string& text) {
  if (!text.empty()) out << "    " << padded(label, 10) << text << '\n';
}

void print_table(std::ostream& out, const Run& run, const Paint& paint) {
  out << paint.dim(padded("  law", 42) + padded("verdict", 16) + padded("cases", 8) +
                   padded("effective", 11) + padded("strain", 9) + "worst ulp")
      << '\n';
  for (const Evidence& evidence : run.laws) {
    out << "  " << padded(evidence.id, 40)
        << paint.verdict(evidence.verdict, padded(to_string(evidence.verdict), 16));
    if (evidence.verdict == Verdict::not_applicable) {
      out << evidence.note << '\n';
      continue;
    }
    out << padded(std::to_string(evidence.cases), 8)
        << padded(std::to_string(evidence.effective), 11)
        << padded(short_number(evidence.worst_strain), 9)
        << (evidence.worst_ulp ? short_number(*evidence.worst_ulp) : "")
        << (evidence.note.empty() ? "" : "   " + evidence.note) << '\n';
  }
}

/// Each waiver with its findings, so that none is forgotten.
void print_waivers(std::ostream& out, const Run& run, const Paint& paint) {
  for (const WaiverUse& use : run.waivers) {
    const Waiver& waiver = use.waiver;
    const std::string name = "line " + std::to_string(waiver.line) + ", " + waiver.what;
    if (!use.complaint.empty()) {
      out << paint.red("waiver:") << ' ' << name << ", " << use.complaint << '\n';
    } else {
      out << paint.yellow("waived:") << ' ' << counted(use.findings, "finding") << " by " << name
          << ", until " << to_text(waiver.expires) << ": " << waiver.reason << '\n';
    }
  }
}

void print_summary(std::ostream& out, const Run& run, const Paint& paint) {
  const Totals totals = count(run);
  out << '\n' << paint.bold(counted(run.laws.size(), "law") + ": ");
  out << paint.green(std::to_string(totals.holds) + " hold");
  if (totals.failed) out << ", " << paint.red(std::to_string(totals.failed) + " broken");
  if (totals.waived) out << ", " << paint.yellow(std::to_string(totals.waived) + " waived");
  if (totals.vacuous) out << ", " << paint.yellow(std::to_string(totals.vacuous) + " vacuous");
  if (totals.not_applicable) out << ", " << totals.not_applicable << " not applicable";
  out << ".  " << counted(totals.cases, "case") << ", " << totals.effective << " effective, "
      << std::fixed << std::setprecision(1) << run.seconds << " s\n"
      << std::defaultfloat;
  print_waivers(out, run, paint);
  for (const std::string& function : run.unjudged) {
    out << paint.yellow("no effective case judged " + function) << '\n';
  }
  if (!run.notice.empty()) out << paint.yellow("notice: " + run.notice) << '\n';
  if (!run.errata.empty()) {
    std::size_t settled = 0;
    for (const Evidence& evidence : run.errata) settled += evidence.verdict == Verdict::holds;
    out << run.errata.size() << " errata of the sources: " << settled
        << " certainly false at their counterexamples\n";
  }
}

}  // namespace

bool wants_colour(int file) {
  const char* refusal = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return isatty(file) && !(refusal && *refusal) && !(terminal && std::string(terminal) == "dumb");
}

void print_finding(std::ostream& out, const Finding& finding, bool colour) {
  const Paint paint(colour);
  out << '\n'
      << paint.red(to_string(finding.evidence->verdict)) << "  "
      << paint.bold(finding.evidence->id);
  if (!finding.title.empty()) out << "  " << finding.title;
  out << '\n';
  row(out, "statement", folded(finding.statement));
  row(out, "sources", folded(finding.sources));
  for (const auto& [label, text] : finding.rows) row(out, label, text);
  if (!finding.subject.file.empty()) {
    row(out, "code", finding.subject.file + ":" + std::to_string(finding.subject.line));
  }
  row(out, "again", finding.again);
  std::string names;
  for (const std::string& id : finding.also) names += (names.empty() ? "" : " ") + id;
  if (!names.empty()) row(out, "also", folded(names) + "  (for the same cause)");
}

void print_report(std::ostream& out, const Run& run, bool colour) {
  const Paint paint(colour);
  out << paint.bold("softlaw") << " judges " << paint.bold(run.subject_name)
      << (run.contract.empty() ? " (the statements themselves)"
                               : " (contract " + contract_name(run) + ")")
      << ", seed " << run.seed;
  if (run.shard.count > 1) {
    out << ", shard " << run.shard.index << " of " << run.shard.count;
  }
  out << "\n\n";
  print_table(out, run, paint);
  for (const Finding& finding : findings(run)) print_finding(out, finding, colour);
  print_summary(out, run, paint);
}

}  // namespace softlaw::properties
