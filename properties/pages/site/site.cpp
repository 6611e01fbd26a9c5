// SPDX-License-Identifier: Apache-2.0
#include "pages/site/site.hpp"

#include <map>

#include "judge/law.hpp"
#include "pages/document.hpp"
#include "pages/page.hpp"
#include "pages/site/parts.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

std::string faults_page() {
  std::map<std::string, std::string> caught_by;
  for (const Law* law : laws()) {
    caught_by[law->witness] += (caught_by[law->witness].empty() ? "\\ref " : ", \\ref ") + law->id;
  }
  std::string text =
      "# Faults {#faults}\n\nImplementations with one mistake each, of kinds that occur in real "
      "code: our library with that one function replaced. A law that no fault breaks would say "
      "nothing.\n\n| fault | the mistake | witness of |\n|---|---|---|\n";
  for (const Fault* fault : faults()) {
    text +=
        "| \\fault{" + fault->id + "} | " + fault->mistake + " | " + caught_by[fault->id] + " |\n";
  }
  return text;
}

std::string sources_page() {
  std::string text =
      "# The sources {#bib_sources}\n\nThe laws start from these documents. They are cited by "
      "section, `S3 §3.1`, or by exercise, `S2, exercise 5.1`. Where one of them is wrong as "
      "printed, an entry of the \\ref errata says how and shows the counterexample. \\ref claims "
      "goes through them statement by statement.\n\n";
  for (const Document& source : documents()) {
    if (!source.is_printed()) continue;
    text += "\\source{" + source.id + "} " + source.part("author") + ", *" + source.title + "*, " +
            source.part("date") + ", " + source.part("where") + ". " + source.part("about") +
            " Licence: " + source.part("licence") + ".\n\n";
  }
  return text;
}

}  // namespace

void write_site(const std::filesystem::path& folder, std::size_t cases) {
  std::filesystem::create_directories(folder);
  write_law_pages(folder, cases);
  write_errata_pages(folder);
  write_claim_pages(folder);
  write_page(folder / "faults.md", faults_page());
  write_page(folder / "sources.md", sources_page());
  write_page(folder / "audits.md", audits_page(std::min<std::size_t>(cases, 60)));
  write_page(folder / "special_values_table.md", special_values_table());
}

}  // namespace softlaw::properties
