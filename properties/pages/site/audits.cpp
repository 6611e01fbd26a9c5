// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <iomanip>
#include <sstream>

#include "audit/audit.hpp"
#include "pages/site/parts.hpp"

namespace softlaw::properties {
namespace {

std::string ulps(double value) {
  if (std::isinf(value)) return "any";
  std::ostringstream out;
  out << std::setprecision(3) << value;
  return out.str();
}

std::string attained(const AuditRow& row) {
  if (!row.held_by.empty()) return "yes: " + row.held_by;
  if (row.forced_by.empty()) return "open: " + cell(row.open);
  constexpr std::size_t limit = 60;
  return "no: " + cell(row.forced_by.substr(0, limit)) + (row.forced_by.size() > limit ? " …" : "");
}

std::string line(const AuditRow& row) {
  const std::string lengths =
      std::to_string(row.shortest) +
      (row.shortest == row.longest ? "" : "–" + std::to_string(row.longest));
  return "| " + row.function + " | " + row.format + " | " + lengths + " | " + attained(row) +
         " | " + (row.trivial.empty() ? "yes" : "no: " + row.trivial) + " | " +
         ulps(row.median_error) + " | " + ulps(row.largest_error) + " |\n";
}

std::string section(const NamedContract& named, std::size_t cases) {
  std::string text = "\n## " + named.id + " {#audit_" + anchor(named.id) + "}\n\n" + named.title +
                     ": `" + named.text +
                     "`.\n\n| function | format | entries | attainable | "
                     "meaningful | middle | widest |\n|---|---|---|---|---|---|---|\n";
  const Contract contract = Contract::read(named.id);
  for (const FunctionItem* function : audited_functions(contract)) {
    for (const Format& format : reference::formats()) {
      const Promise& promise = contract.promise(*function, format);
      if (is_silent(promise)) continue;
      for (const AuditRow& row : audit(*function, format, promise, {.seed = 1, .cases = cases})) {
        text += line(row);
      }
    }
  }
  return text;
}

}  // namespace

std::string audits_page(std::size_t cases) {
  std::string text =
      "# Contracts, audited {#audits}\n\nWhat the contracts that have a name are worth, as "
      "`softlaw "
      "audit` finds it at " +
      std::to_string(cases) +
      " inputs of each function's law of agreement, by the number of entries.\n\n"
      "- **Attainable**: an algorithm whose bound implies the contract, by its terms, and which "
      "held it at "
      "every one of these inputs; or else an input at which not even the nearest floats hold it. "
      "*Open* if it is neither.\n"
      "- **Meaningful**: no answer that computes nothing holds it: a constant, 1/n, -log n, the "
      "largest entry.\n"
      "- **Middle** and **widest**: the largest error that still passes, in ulp, at the input in "
      "the "
      "middle and at the one where it is largest. *Any*: every number passes.\n\n"
      "Of contracts that promise the same for all functions some functions are shown. \\ref "
      "presets has "
      "the sources of presets and derives them.\n";
  for (const NamedContract* named : named_contracts()) text += section(*named, cases);
  return text;
}

}  // namespace softlaw::properties
