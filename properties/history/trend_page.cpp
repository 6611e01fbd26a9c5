// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "history/history.hpp"
#include "reports/escape.hpp"
#include "reports/finding.hpp"

namespace softlaw::properties {
namespace {

constexpr int row_height = 26, label_width = 300, chart_width = 480, width = 900, top = 60;

std::string at(const char* name, double value) {
  return std::string(" ") + name + "=\"" + short_number(value) + "\"";
}

std::string text_at(double x, double y, const std::string& text, const char* style = "") {
  return "<text" + at("x", x) + at("y", y) + style + ">" + xml_escaped(text) + "</text>\n";
}

/// One law: a dot for each run, as high as its strain, and the line that joins them.
std::string row_of(const std::string& law, const std::vector<PastRun>& runs, double y) {
  std::string points, dots;
  const double step = runs.size() > 1 ? chart_width / (static_cast<double>(runs.size()) - 1) : 0;
  std::string last;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const PastLaw* past = runs[i].find(law);
    if (!past || past->cases == 0) continue;
    const bool broken = past->verdict != "holds" && past->verdict != "vacuous";
    const double share = std::isfinite(past->strain) ? std::clamp(past->strain, 0.0, 1.0) : 1;
    const double x = label_width + step * static_cast<double>(i);
    const double dot = y + row_height - 5 - share * (row_height - 10);
    points += short_number(x) + "," + short_number(dot) + " ";
    last = past->verdict + ", strain " + short_number(past->strain) +
           (past->ulp ? ", " + short_number(*past->ulp) + " ulp" : "");
    dots += std::string("<circle class=\"") + (broken ? "bad" : "good") + "\"" + at("cx", x) +
            at("cy", dot) + " r=\"3\"><title>" +
            xml_escaped(runs[i].date + " " + runs[i].commit + ": " + last) + "</title></circle>\n";
  }
  return text_at(8, y + row_height - 8, law) + "<polyline points=\"" + points + "\"/>\n" + dots +
         text_at(label_width + chart_width + 12, y + row_height - 8, last, " class=\"soft\"");
}

}  // namespace

std::string trend_page(const std::vector<PastRun>& runs, const std::vector<std::string>& laws) {
  const double height = top + static_cast<double>(row_height * laws.size()) + 10;
  const std::string heading =
      counted(runs.size(), "run") +
      (runs.empty() ? "" : " from " + runs.front().date + " to " + runs.back().date);
  std::string page =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " +
      std::to_string(width) + " " + std::to_string(static_cast<int>(height)) + "\"" + " width=\"" +
      std::to_string(width) +
      "\">\n<title>History of strains</title>\n<style>"
      "svg{background:#fff;font:12px system-ui,sans-serif;fill:#1c2430}polyline{fill:none;"
      "stroke:#7a8da3}.good{fill:#1a7f37}.bad{fill:#b3261e}.soft{fill:#5a6675}"
      "@media(prefers-color-scheme:dark){svg{background:#12161b;fill:#e4e9ef}.good{fill:#57c26d}"
      ".bad{fill:#ff8a80}.soft{fill:#9aa7b5}}</style>\n" +
      text_at(8, 22, "softlaw: strain of each law, run after run", " font-size=\"16\"") +
      text_at(8, 42, heading, " class=\"soft\"");
  for (std::size_t i = 0; i < laws.size(); ++i) {
    page += row_of(laws[i], runs, top + static_cast<double>(row_height * i));
  }
  return page + "</svg>\n";
}

}  // namespace softlaw::properties
