// SPDX-License-Identifier: Apache-2.0
// Lines that GitHub Actions takes out of a log and shows at the changed files.
#include <ostream>

#include "reports/escape.hpp"
#include "reports/report.hpp"

namespace softlaw::properties {
namespace {

void annotate(std::ostream& out, const char* kind, const Place& place, const std::string& title,
              const std::string& message) {
  out << "::" << kind << ' ';
  if (!place.file.empty()) {
    out << "file=" << github_escaped(place.file, true) << ",line=" << place.line << ',';
  }
  out << "title=" << github_escaped(title, true) << "::" << github_escaped(message) << '\n';
}

void print(std::ostream& out, const Run& run) {
  for (const Finding& finding : findings(run)) {
    std::string message = finding.statement;
    for (const auto& [label, text] : finding.rows) {
      message += (message.empty() ? "" : "\n") + label + ": " + text;
    }
    if (!finding.again.empty()) message += "\nagain: " + finding.again;
    for (const std::string& id : finding.also) message += "\nalso: " + id;
    annotate(out, "error", finding.subject.file.empty() ? finding.law : finding.subject,
             finding.headline(), message);
  }
  for (const std::string& function : run.unjudged) {
    annotate(out, "warning", {}, "Not judged: " + function,
             "No effective case judged " + function + ", which the subject supplies.");
  }
  if (!run.notice.empty()) annotate(out, "notice", {}, "softlaw", run.notice);
}

const Report& github_report = report({.id = "github",
                                      .summary = "annotations of GitHub Actions, in the log",
                                      .print = print,
                                      .to_log = true});

}  // namespace
}  // namespace softlaw::properties
