// SPDX-License-Identifier: Apache-2.0
#include "reports/report.hpp"

#include <mpfr.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "pages/document.hpp"
#include "pages/page.hpp"

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

std::string short_number(double value) {
  if (std::isinf(value)) return "infinity";
  std::ostringstream out;
  out << std::setprecision(3) << value;
  return out.str();
}

/// As people know it.
const std::string& contract_name(const Run& run) {
  return run.contract_file.empty() ? run.contract : run.contract_file;
}

/// Six digits, so that a number just above 1 looks so.
std::string strain_text(double strain, const Run& run) {
  if (std::isinf(strain)) return ", which no contract allows";
  std::ostringstream out;
  out << ", at a strain of " << std::setprecision(6) << strain
      << " (1 is the most that the contract " << contract_name(run) << " allows)";
  return out.str();
}

/// 12 entries are read; a thousand are not.
std::string shortened(const std::string& text) {
  constexpr std::size_t limit = 400;
  return text.size() <= limit
             ? text
             : text.substr(0, limit) + " … (" + std::to_string(text.size()) + " characters)";
}

std::string one_paragraph(const std::string& text) {
  std::istringstream words(plain(text));
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

std::string counted(std::size_t count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

/// As it was asked for.
std::string subject_option(const std::string& subject) {
  const std::string command = "command:";
  if (!subject.starts_with(command)) return "--subject " + shell_quoted(subject);
  return "--subject-command " + shell_quoted(subject.substr(command.size()));
}

std::string quoted_if_needed(const std::string& text) {
  const bool plain = text.find_first_of(" ;|()'\"$&<>*?`\\") == std::string::npos;
  return plain ? text : shell_quoted(text);
}

std::string named_arguments(const Case& input, const std::vector<Parameter>& parameters) {
  std::string all = input.format.name;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    all += std::string(i == 0 ? ": " : ", ") + parameters[i].name + " = " +
           to_text(Arguments{input.arguments[i]}, input.format);
  }
  return shortened(all);
}

void row(std::ostream& out, const std::string& label, const std::string& text) {
  if (!text.empty()) out << "    " << padded(label, 10) << text << '\n';
}

/// The command that judges the smallest input of a broken law again.
std::string command_again(const Evidence& evidence, const Run& run) {
  std::string options =
      run.contract.empty() ? "" : " --contract " + quoted_if_needed(contract_name(run));
  if (evidence.verdict == Verdict::hung) {
    options += " --timeout " + short_number(run.timeout);
  }
  return called_as() + " verify " + subject_option(run.subject) + options + " --law " +
         evidence.id + " --input " + shell_quoted(to_input(evidence.counterexample->smallest));
}

struct Totals {
  std::size_t holds = 0, failed = 0, waived = 0, vacuous = 0, not_applicable = 0, cases = 0,
              effective = 0;
};

Totals count(const Run& run) {
  Totals totals;
  for (const Evidence& evidence : run.laws) {
    totals.cases += evidence.cases;
    totals.effective += evidence.effective;
    if (is_failure(evidence.verdict)) ++totals.failed;
    if (evidence.verdict == Verdict::holds) ++totals.holds;
    if (evidence.verdict == Verdict::waived) ++totals.waived;
    if (evidence.verdict == Verdict::vacuous) ++totals.vacuous;
    if (evidence.verdict == Verdict::not_applicable) ++totals.not_applicable;
  }
  return totals;
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
    const Waiver& waiver = *use.waiver;
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
    out << paint.yellow("not judged: " + function) << '\n';
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

std::string called_as() {
  const char* name = std::getenv("SOFTLAW_CALLED_AS");
  return name ? name : "softlaw";
}

std::string shell_quoted(const std::string& text) {
  std::string quoted = "'";
  for (char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

bool wants_colour(int file) {
  const char* refusal = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return isatty(file) && !(refusal && *refusal) && !(terminal && std::string(terminal) == "dumb");
}

void print_failure(std::ostream& out, const Evidence& evidence, const Run& run, bool colour) {
  const Paint paint(colour);
  const Law* law = find_law(evidence.id);
  const Page* page = find_page(evidence.id);
  out << '\n' << paint.red(to_string(evidence.verdict)) << "  " << paint.bold(evidence.id);
  if (page) out << "  " << page->title;
  out << '\n';
  if (page) {
    row(out, "statement", one_paragraph(page->part("statement")));
    row(out, "sources", one_paragraph(with_sources_named(page->part("sources"))));
  }
  row(out, "note", evidence.note);
  if (!evidence.counterexample || !law) return;
  const Counterexample& found = *evidence.counterexample;
  const auto& parameters = law->inputs.parameters;
  row(out, "first",
      named_arguments(found.first, parameters) + "  (" + found.first.input_class + ")");
  if (found.steps) {
    row(out, "smallest",
        named_arguments(found.smallest, parameters) + "  (" +
            counted(found.steps, "simplification") + ")");
  }
  std::set<std::string> shown;
  for (const Call& call : found.calls) {
    if (!shown.insert(call.function + "(" + call.arguments).second) continue;
    row(out, "returned", shortened(call.function + "(" + call.arguments + ") = " + call.results));
  }
  if (found.breach.relation != evidence.note) row(out, "needed", found.breach.relation);
  if (!found.breach.left.empty()) {
    row(out, "left", found.breach.left);
    row(out, "right", found.breach.right);
    if (found.breach.excess != "nan") {
      row(out, "exceeded",
          "by " + found.breach.excess +
              (run.contract.empty() ? "" : strain_text(found.strain, run)));
    }
  }
  row(out, "again", run.again ? run.again(evidence) : command_again(evidence, run));
}

namespace {

/// What two broken laws share that broke for one reason: misconduct, the end of the process, or the first
/// call at the smallest input.
std::string cause(const Evidence& evidence) {
  if (!evidence.counterexample) return evidence.id;
  const Counterexample& found = *evidence.counterexample;
  if (found.calls.empty()) return evidence.note;
  if (found.breach.left.empty()) return found.breach.relation;
  const Call& first = found.calls.front();
  return first.function + "(" + first.arguments + ") = " + first.results;
}

/// The laws that broke: one of each cause whole, the others by their names.
void print_failures(std::ostream& out, const Run& run, bool colour) {
  std::vector<std::pair<const Evidence*, std::vector<std::string>>> groups;
  for (const Evidence& evidence : run.laws) {
    if (!is_failure(evidence.verdict)) continue;
    const auto known = std::ranges::find_if(
        groups, [&](const auto& group) { return cause(*group.first) == cause(evidence); });
    if (known == groups.end()) {
      groups.push_back({&evidence, {}});
    } else {
      known->second.push_back(evidence.id);
    }
  }
  for (const auto& [evidence, others] : groups) {
    print_failure(out, *evidence, run, colour);
    std::string names;
    for (const std::string& id : others) names += (names.empty() ? "" : " ") + id;
    if (!others.empty()) row(out, "also", one_paragraph(names) + "  (for the same cause)");
  }
}

}  // namespace

void print_report(std::ostream& out, const Run& run, bool colour) {
  const Paint paint(colour);
  out << paint.bold("softlaw") << " judges " << paint.bold(run.subject_name)
      << (run.contract.empty() ? " (the statements themselves)"
                               : " (contract " + contract_name(run) + ")")
      << ", seed " << run.seed << "\n\n";
  print_table(out, run, paint);
  print_failures(out, run, colour);
  for (const Evidence& evidence : run.errata) {
    if (evidence.verdict != Verdict::holds) print_failure(out, evidence, run, colour);
  }
  print_summary(out, run, paint);
}

nlohmann::ordered_json waivers_json(const Run& run) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const WaiverUse& use : run.waivers) {
    all.push_back({{"line", use.waiver->line},
                   {"of", use.waiver->what},
                   {"class", use.waiver->input_class},
                   {"format", use.waiver->format},
                   {"reason", use.waiver->reason},
                   {"date", to_text(use.waiver->date)},
                   {"expires", to_text(use.waiver->expires)},
                   {"findings", use.findings},
                   {"complaint", use.complaint}});
  }
  return all;
}

nlohmann::ordered_json to_json(const Run& run) {
  nlohmann::ordered_json laws = nlohmann::ordered_json::array(), errata = laws;
  for (const Evidence& evidence : run.laws) laws.push_back(evidence);
  for (const Evidence& evidence : run.errata) errata.push_back(evidence);
  return {{"softlaw", SOFTLAW_VERSION},
          {"compiler", __VERSION__},
          {"mpfr", mpfr_get_version()},
          {"subject", run.subject_name},
          {"contract",
           run.contract.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(run.contract)},
          {"seed", run.seed},
          {"notice", run.notice},
          {"unjudged", run.unjudged},
          {"waivers", waivers_json(run)},
          {"laws", laws},
          {"errata", errata},
          {"seconds", run.seconds}};
}

}  // namespace softlaw::properties
