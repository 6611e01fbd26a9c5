// SPDX-License-Identifier: Apache-2.0
// One page that needs nothing else: the findings with their inputs to copy, histograms, and the table.
#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>

#include "reports/escape.hpp"
#include "reports/html_page.hpp"
#include "reports/report.hpp"

namespace softlaw::properties {
namespace {

const char* style_of(Verdict verdict) {
  if (is_failure(verdict)) return "failed";
  return verdict == Verdict::holds ? "holds" : "other";
}

void print_copied(std::ostream& out, const std::string& label, const std::string& text) {
  if (text.empty()) return;
  out << "<div class=\"copy\"><pre title=\"" << label << "\">" << xml_escaped(text)
      << "</pre><button type=\"button\">Copy</button></div>\n";
}

void print_finding(std::ostream& out, const Finding& finding) {
  out << "<article><h3><span class=\"failed\">" << to_string(finding.evidence->verdict)
      << "</span> " << xml_escaped(finding.evidence->id) << ' ' << xml_escaped(finding.title)
      << "</h3>\n<p>" << xml_escaped(finding.statement) << "</p>\n<dl>";
  for (const auto& [label, text] : finding.rows) {
    out << "<dt>" << label << "</dt><dd>" << xml_escaped(text) << "</dd>\n";
  }
  for (const auto& [label, place] :
       {std::pair{"code", finding.subject}, std::pair{"law", finding.law}}) {
    if (place.file.empty()) continue;
    out << "<dt>" << label << "</dt><dd>" << xml_escaped(place.file) << ':' << place.line
        << "</dd>\n";
  }
  out << "</dl>\n";
  print_copied(out, "The smallest input", finding.input);
  print_copied(out, "The command that repeats it", finding.again);
  if (!finding.also.empty()) {
    out << "<p>For the same cause:";
    for (const std::string& id : finding.also) out << " <code>" << xml_escaped(id) << "</code>";
    out << "</p>\n";
  }
  if (!finding.sources.empty()) {
    out << "<p class=\"sum\">" << xml_escaped(finding.sources) << "</p>\n";
  }
  out << "</article>\n";
}

using Bar = std::pair<std::string, std::size_t>;

void print_histogram(std::ostream& out, const char* caption, const std::vector<Bar>& bars) {
  std::size_t most = 1;
  for (const auto& [label, count] : bars) most = std::max(most, count);
  out << "<figure><figcaption>" << caption << "</figcaption><div class=\"bars\">\n";
  for (const auto& [label, count] : bars) {
    out << "<span>" << xml_escaped(label) << "</span><i style=\"width:"
        << 100 * static_cast<double>(count) / static_cast<double>(most) << "%\"></i><b>" << count
        << "</b>\n";
  }
  out << "</div></figure>\n";
}

/// The laws that were judged, by the share of the contract that the worst case used.
std::vector<Bar> strains(const Run& run) {
  const std::array<double, 8> ends{0, 0.1, 0.25, 0.5, 0.75, 0.9, 1, infinity};
  std::vector<Bar> bars{{"0", 0},       {"to 0.1", 0}, {"to 0.25", 0}, {"to 0.5", 0},
                        {"to 0.75", 0}, {"to 0.9", 0}, {"to 1", 0},    {"broken", 0}};
  for (const Evidence& evidence : run.laws) {
    if (evidence.cases == 0) continue;
    const auto bin =
        is_failure(evidence.verdict)
            ? bars.size() - 1
            : static_cast<std::size_t>(std::ranges::lower_bound(ends, evidence.worst_strain) -
                                       ends.begin());
    ++bars[std::min(bin, bars.size() - 1)].second;
  }
  return bars;
}

/// The laws that know errors in ulp, by the largest.
std::vector<Bar> errors(const Run& run) {
  const std::array<double, 6> ends{0, 0.5, 0.51, 1, 4, infinity};
  std::vector<Bar> bars{{"0", 0},    {"to 0.5 ulp", 0}, {"to 0.51", 0},
                        {"to 1", 0}, {"to 4", 0},       {"more", 0}};
  for (const Evidence& evidence : run.laws) {
    if (!evidence.worst_ulp || std::isnan(*evidence.worst_ulp)) continue;
    const auto bin = std::ranges::lower_bound(ends, *evidence.worst_ulp) - ends.begin();
    ++bars[static_cast<std::size_t>(bin)].second;
  }
  return bars;
}

/// The cases by class of input, the largest classes first.
std::vector<Bar> classes(const Run& run) {
  constexpr std::size_t most_shown = 12;
  std::map<std::string, std::size_t> counts;
  for (const Evidence& evidence : run.laws) {
    for (const auto& [name, count] : evidence.classes) counts[name] += count;
  }
  std::vector<Bar> bars(counts.begin(), counts.end());
  std::ranges::stable_sort(bars, std::greater<>(), &Bar::second);
  if (bars.size() <= most_shown) return bars;
  std::size_t others = 0;
  for (std::size_t i = most_shown; i < bars.size(); ++i) others += bars[i].second;
  const std::string label = std::to_string(bars.size() - most_shown) + " others";
  bars.resize(most_shown);
  bars.emplace_back(label, others);
  return bars;
}

void print_table(std::ostream& out, const Run& run) {
  out << "<h2>Laws</h2>\n<input id=\"filter\" type=\"search\" placeholder=\"Filter\" hidden>\n"
         "<div class=\"scroll\"><table><thead><tr><th>law<th>verdict<th class=\"n\">cases"
         "<th class=\"n\">effective<th class=\"n\">strain<th class=\"n\">worst ulp<th>note"
         "</tr></thead>\n<tbody>\n";
  for (const Evidence& evidence : run.laws) {
    out << "<tr><td>" << xml_escaped(evidence.id) << "<td class=\"" << style_of(evidence.verdict)
        << "\">" << to_string(evidence.verdict) << "<td class=\"n\">" << evidence.cases
        << "<td class=\"n\">" << evidence.effective << "<td class=\"n\">"
        << short_number(evidence.worst_strain) << "<td class=\"n\">"
        << (evidence.worst_ulp ? short_number(*evidence.worst_ulp) : "") << "<td>"
        << xml_escaped(shortened(evidence.note)) << "</tr>\n";
  }
  out << "</tbody></table></div>\n";
}

void print_head(std::ostream& out, const Run& run) {
  const Totals totals = count(run);
  const std::string title = "softlaw judges " + run.subject_name;
  out << "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
      << xml_escaped(title) << "</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>"
      << html_style << "</style></head>\n<body>\n<h1>" << xml_escaped(title) << "</h1>\n<p>"
      << counted(run.laws.size(), "law") << ": <span class=\"holds\">" << totals.holds
      << " hold</span>, <span class=\"" << (totals.failed ? "failed" : "holds") << "\">"
      << totals.failed << " broken</span>, " << totals.vacuous << " vacuous, "
      << totals.not_applicable << " not applicable</p>\n<p class=\"sum\">"
      << counted(totals.cases, "case") << ", " << totals.effective << " effective, "
      << short_number(run.seconds) << " s; "
      << (run.contract.empty() ? "the statements themselves"
                               : "contract " + xml_escaped(run.contract))
      << "; seed " << run.seed << "</p>\n";
  for (const std::string& function : run.unjudged) {
    out << "<p class=\"other\">No effective case judged " << xml_escaped(function) << ".</p>\n";
  }
  if (!run.notice.empty()) out << "<p class=\"other\">" << xml_escaped(run.notice) << "</p>\n";
}

void print(std::ostream& out, const Run& run) {
  print_head(out, run);
  const std::vector<Finding> found = findings(run);
  if (!found.empty()) out << "<h2>Findings</h2>\n";
  for (const Finding& finding : found) print_finding(out, finding);
  out << "<h2>How close</h2>\n<div class=\"charts\">\n";
  print_histogram(out, "Laws by strain, the share of the contract used", strains(run));
  print_histogram(out, "Laws by their worst error", errors(run));
  print_histogram(out, "Cases by class of input", classes(run));
  out << "</div>\n";
  print_table(out, run);
  out << "<h2>Environment</h2>\n<dl>";
  for (const auto& [name, value] : run.environment) {
    out << "<dt>" << xml_escaped(name) << "</dt><dd>" << xml_escaped(value) << "</dd>\n";
  }
  out << "</dl>\n<script>" << html_script << "</script>\n</body></html>\n";
}

const Report& html_report =
    report({.id = "html", .summary = "one page that needs no other file", .print = print});

}  // namespace
}  // namespace softlaw::properties
