// SPDX-License-Identifier: Apache-2.0
#include "judge/gate.hpp"
#include "pages/claim.hpp"
#include "pages/page.hpp"
#include "pages/site/parts.hpp"

namespace softlaw::properties {
namespace {

std::string erratum_text(const Erratum& erratum) {
  const Evidence evidence = judge(erratum);
  std::string text =
      "The gate runs the printed statement as a predicate at `" + erratum.counterexample + "`: ";
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
  return text + "The correct statement is checked by " + reference_to(erratum.corrected_by) +
         ".\n" + claims_line(erratum.id) + proof_paragraph(erratum.id);
}

std::string weight(const Erratum& erratum) {
  const std::string& text = find_page(erratum.id)->part("weight");
  return text.substr(0, text.find_first_not_of("abcdefghijklmnopqrstuvwxyz"));
}

std::string errata_table(const std::string& of_weight) {
  std::string text = "| erratum | error | correct statement | claims |\n|---|---|---|---|\n";
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
  return "# Errata {#errata}\n\nFalse statements of the sources. The gate runs each of them as a "
         "predicate, and at its counterexample it is certainly false. \\ref claims links every "
         "statement of the sources to its erratum or its laws.\n\n"
         "## Errors of substance {#errata_substance}\n\nThe mathematics is wrong.\n\n" +
         errata_table("substance") +
         "\n## Errors of notation {#errata_notation}\n\nWrong as printed, and right under another "
         "reading, which the page of the erratum gives.\n\n" +
         errata_table("notation");
}

}  // namespace

void write_errata_pages(const std::filesystem::path& folder) {
  for (const Erratum* erratum : errata()) {
    write_page(folder / (erratum->id + ".md"), erratum_text(*erratum));
  }
  write_page(folder / "errata.md", errata_page());
}

}  // namespace softlaw::properties
