// SPDX-License-Identifier: Apache-2.0
#include "reports/finding.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iomanip>
#include <set>
#include <sstream>

#include "pages/document.hpp"
#include "pages/page.hpp"

namespace softlaw::properties {
namespace {

/// Six digits, so that a number just above 1 looks so.
std::string strain_text(double strain, const Run& run) {
  if (std::isinf(strain)) return ", which no contract allows";
  std::ostringstream out;
  out << ", at a strain of " << std::setprecision(6) << strain
      << " (1 is the most that the contract " << contract_name(run) << " allows)";
  return out.str();
}

/// The words of a text, with one space between them.
std::string one_line(const std::string& text) {
  std::istringstream words(plain(text));
  std::string line;
  for (std::string word; words >> word;) line += (line.empty() ? "" : " ") + word;
  return line;
}

/// As it was asked for.
std::string subject_option_of(const std::string& subject) {
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

std::string command_again(const Evidence& evidence, const Run& run) {
  std::string options =
      run.contract.empty() ? "" : " --contract " + quoted_if_needed(contract_name(run));
  if (evidence.verdict == Verdict::hung) options += " --timeout " + short_number(run.timeout);
  return called_as() + " verify " + subject_option_of(run.subject) + options + " --law " +
         evidence.id + " --input " + shell_quoted(to_input(evidence.counterexample->smallest));
}

/// `src/softmax.c:12`, read from the end: a path may hold a colon.
Place read_place(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  return colon == std::string::npos ? Place{}
                                    : Place{text.substr(0, colon), std::atoi(&text[colon + 1])};
}

class Teller {
 public:
  Teller(const Evidence& evidence, const Run& run) : evidence_(evidence), run_(run) {}

  Finding tell() {
    finding_.evidence = &evidence_;
    if (const Page* page = find_page(evidence_.id)) {
      finding_.title = page->title;
      finding_.statement = one_line(page->part("statement"));
      finding_.sources = one_line(with_sources_named(page->part("sources")));
      finding_.law = {"properties/" + page->file, page->line};
    }
    row("note", evidence_.note);
    const Law* law = find_law(evidence_.id);
    if (evidence_.counterexample && law) tell(*evidence_.counterexample, law->inputs.parameters);
    return std::move(finding_);
  }

 private:
  void tell(const Counterexample& found, const std::vector<Parameter>& parameters) {
    row("first", named_arguments(found.first, parameters) + "  (" + found.first.input_class + ")");
    if (found.steps) {
      row("smallest", named_arguments(found.smallest, parameters) + "  (" +
                          counted(found.steps, "simplification") + ")");
    }
    tell_calls(found.calls);
    if (found.breach.relation != evidence_.note) row("needed", found.breach.relation);
    if (!found.breach.left.empty()) {
      row("left", shortened(found.breach.left));
      row("right", shortened(found.breach.right));
      const bool measured = !found.breach.excess.empty() && found.breach.excess != "nan";
      if (measured) {
        row("exceeded", "by " + found.breach.excess +
                            (run_.contract.empty() ? "" : strain_text(found.strain, run_)));
      }
    }
    finding_.input = to_input(found.smallest);
    finding_.again = run_.again ? run_.again(evidence_) : command_again(evidence_, run_);
  }

  void tell_calls(const std::vector<Call>& calls) {
    std::set<std::string> shown;
    for (const Call& call : calls) {
      if (!shown.insert(call.function + "(" + call.arguments).second) continue;
      row("returned", shortened(call.function + "(" + call.arguments + ") = " + call.results));
      const auto line = run_.lines.find(call.function);
      if (finding_.subject.file.empty() && line != run_.lines.end()) {
        finding_.subject = read_place(line->second);
      }
    }
  }

  void row(const std::string& label, const std::string& text) {
    if (!text.empty()) finding_.rows.emplace_back(label, text);
  }

  const Evidence& evidence_;
  const Run& run_;
  Finding finding_;
};

/// What two broken laws share that broke for one reason: misconduct, the end of the process, or the first
/// call at the smallest input.
std::string cause(const Evidence& evidence) {
  if (!evidence.counterexample || evidence.verdict == Verdict::flaky) return evidence.id;
  const Counterexample& found = *evidence.counterexample;
  if (found.calls.empty()) return evidence.note;
  if (found.breach.left.empty()) return found.breach.relation;
  const Call& first = found.calls.front();
  return first.function + "(" + first.arguments + ") = " + first.results;
}

}  // namespace

const std::string& contract_name(const Run& run) {
  return run.contract_file.empty() ? run.contract : run.contract_file;
}

std::string called_as() {
  const char* name = std::getenv("SOFTLAW_CALLED_AS");
  return name ? name : "softlaw";
}

std::string shell_quoted(const std::string& text) {
  std::string quoted = "'";
  for (char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string Finding::headline() const {
  std::string text = evidence->id + " is " + to_string(evidence->verdict);
  if (!title.empty()) text += ": " + title;
  return text;
}

Finding finding_of(const Evidence& evidence, const Run& run) {
  return Teller(evidence, run).tell();
}

std::vector<Finding> findings(const Run& run) {
  std::vector<Finding> all;
  for (const Evidence& evidence : run.laws) {
    if (!is_failure(evidence.verdict)) continue;
    const auto known = std::ranges::find_if(
        all, [&](const Finding& finding) { return cause(*finding.evidence) == cause(evidence); });
    if (known == all.end()) {
      all.push_back(finding_of(evidence, run));
    } else {
      known->also.push_back(evidence.id);
    }
  }
  for (const Evidence& evidence : run.errata) {
    if (evidence.verdict != Verdict::holds) all.push_back(finding_of(evidence, run));
  }
  return all;
}

std::string shortened(const std::string& text) {
  constexpr std::size_t limit = 400;
  if (text.size() <= limit) return text;
  std::size_t end = limit;
  while ((text[end] & '\xc0') == '\x80') --end;  // not within a character of UTF-8
  return text.substr(0, end) + " … (" + std::to_string(text.size()) + " characters)";
}

std::string short_number(double value) {
  if (std::isinf(value)) return "infinity";
  std::ostringstream out;
  out << std::setprecision(3) << value;
  return out.str();
}

std::string counted(std::size_t count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

}  // namespace softlaw::properties
