// SPDX-License-Identifier: Apache-2.0
// The pages of the claims of a source, with links to the laws and errata that settle them.
#include <cctype>

#include "judge/law.hpp"
#include "pages/claim.hpp"
#include "pages/document.hpp"
#include "pages/page.hpp"
#include "pages/site/parts.hpp"

namespace softlaw::properties {
namespace {

namespace fs = std::filesystem;

/// The text with the claims that it names made links.
std::string linked(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '-')) {
      ++end;
    }
    const std::string word = text.substr(at, end - at);
    if (word.empty()) {
      result += text[at++];
    } else {
      result += find_claim(word) ? claim_reference(word) : word;
      at = end;
    }
  }
  return result;
}

std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + reference_to(id);
  return text;
}

std::string outcome(const Claim& claim) {
  std::string text = joined(claim.errata);
  if (!claim.laws.empty()) text += (text.empty() ? "" : ", ") + joined(claim.laws);
  if (claim.is_outside()) text += (text.empty() ? "" : "; ") + std::string("outside the laws");
  return claim.open().empty() ? text : text + (text.empty() ? "" : "; ") + "not settled";
}

std::string titled(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) {
    text += "- " + reference_to(id) + ": " + find_page(id)->title + "\n";
  }
  return text;
}

std::string paragraph(const std::string& name, const std::string& text) {
  return text.empty() ? "" : "<b>" + name + ".</b> " + linked(text) + "\n\n";
}

/// Our own claims have a title in place of a verdict.
std::string verdict_or_title(const Claim& claim) {
  return claim.title.empty() ? claim.part("verdict") : claim.title;
}

std::string claim_text(const Claim& claim) {
  std::string text = "\\anchor claim-" + anchor(claim.id) + " <span class=\"claim\">" + claim.id +
                     "</span> <span class=\"verdict\">" + verdict_or_title(claim) + "</span>\n\n";
  text += paragraph("As printed", claim.part("printed"));
  text += paragraph("Hypotheses", claim.part("hypotheses"));
  text += paragraph("Statement", claim.part("statement"));
  text += paragraph(claim.is_false() ? "Correct statement" : "Hypothesis to add",
                    claim.part("correction"));
  text += paragraph("Counterexample", claim.part("counterexample"));
  text += paragraph("Outside the laws, because", claim.part("outside"));
  if (!claim.open().empty()) text += paragraph("Not settled", "So far " + claim.open() + ".");
  if (!claim.errata.empty() || !claim.laws.empty()) {
    text += "<b>Settled by</b>\n\n" + titled(claim.errata) + titled(claim.laws) + "\n";
  }
  return text;
}

std::string page_of(const Document& source) {
  std::string text = "# " + source.heading() + " {#claims_" + source.id + "}\n\n";
  text += source.is_printed()
              ? "The statements of \\ref " + source.id +
                    " in its order, each with our verdict and with the laws "
                    "that check it or the erratum that refutes it. \\ref claims counts them.\n\n"
              : source.part("about") + " \\ref claims counts them.\n\n";
  std::string place;
  int sections = 0;
  for (const Claim& claim : claims()) {
    if (claim.source != source.id) continue;
    if (claim.part("place") != place) {
      place = claim.part("place");
      text.append("## ").append(place).append(" {#claims_").append(source.id).append("_");
      text.append(std::to_string(++sections)).append("}\n\n");
    }
    text += claim_text(claim);
  }
  return text;
}

template <class Choice>
std::size_t count(Choice choice) {
  return static_cast<std::size_t>(std::ranges::count_if(claims(), choice));
}

bool is_printed(const Claim& claim) { return document_called(claim.source).is_printed(); }

/// A row for each verdict, a column for each source that is printed.
std::string counts() {
  std::string head = "| verdict |", dashes = "|---|";
  for (const Document& source : documents()) {
    if (!source.is_printed()) continue;
    head += " " + source.id + " |";
    dashes += "---|";
  }
  std::string text = head + " all |\n" + dashes + "---|\n";
  const auto row = [&](const std::string& name, auto chosen) {
    text += "| " + name + " |";
    for (const Document& source : documents()) {
      if (!source.is_printed()) continue;
      text += " " + std::to_string(count([&](const Claim& claim) {
                return claim.source == source.id && chosen(claim);
              })) +
              " |";
    }
    text += " " + std::to_string(count([&](const Claim& claim) {
              return is_printed(claim) && chosen(claim);
            })) +
            " |\n";
  };
  for (const std::string& verdict : claim_verdicts()) {
    row(verdict, [&](const Claim& claim) { return claim.part("verdict") == verdict; });
  }
  row("all", [](const Claim&) { return true; });
  row("settled by laws or errata",
      [](const Claim& claim) { return claim.open().empty() && !claim.is_outside(); });
  row("outside the laws", [](const Claim& claim) { return claim.is_outside(); });
  row("not settled", [](const Claim& claim) { return !claim.open().empty(); });
  return text + "\n";
}

std::string overview() {
  std::string text =
      "# The claims of the sources {#claims}\n\n"
      "Every statement of the \\ref bib_sources \"sources\", with its outcome: laws that state "
      "it precisely and check it, or an \\ref errata \"erratum\" that refutes it by a "
      "counterexample. Conversely, each law and each erratum names the claims that it settles."
      "\n\n" +
      counts();
  const auto beyond = [](const Claim& claim) { return !is_printed(claim); };
  text += std::to_string(count(beyond)) +
          " statements of the field go beyond the sources; of these " +
          std::to_string(count([&](const Claim& claim) {
            return beyond(claim) && claim.open().empty() && !claim.is_outside();
          })) +
          " are laws, " + std::to_string(count([&](const Claim& claim) {
            return beyond(claim) && claim.is_outside();
          })) +
          " are outside the laws.\n\n";
  for (const Document& source : documents()) text += "- \\subpage claims_" + source.id + "\n";
  for (const Document& source : documents()) {
    text += "\n## " + (source.is_printed() ? source.id : source.title) + " {#claims_matrix_" +
            source.id + "}\n\n| claim | " + (source.is_printed() ? "verdict" : "statement") +
            " | laws and errata |\n|---|---|---|\n";
    for (const Claim& claim : claims()) {
      if (claim.source != source.id) continue;
      text += "| " + claim_reference(claim.id) + " | " + verdict_or_title(claim) + " | " +
              outcome(claim) + " |\n";
    }
  }
  return text;
}

}  // namespace

std::string claims_line(const std::string& id) {
  std::string text;
  for (const Claim* claim : claims_settled_by(id)) {
    text += (text.empty() ? "Claims settled: " : ", ") + claim_reference(claim->id);
  }
  return text.empty() ? "" : "<p>" + text + ".</p>\n";
}

void write_claim_pages(const fs::path& folder) {
  write_page(folder / "claims.md", overview());
  for (const Document& source : documents()) {
    write_page(folder / ("claims_" + source.id + ".md"), page_of(source));
  }
}

}  // namespace softlaw::properties
