// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "command/options.hpp"
#include "command/suggest.hpp"
#include "pages/claim.hpp"
#include "pages/document.hpp"
#include "pages/page.hpp"

namespace softlaw::properties {
namespace {

const Option patterns_argument{.name = "claims",
                               .takes = "PATTERN",
                               .help = "Ids, patterns with * and ?, or sources",
                               .repeated = true};
const Option unsettled_flag{
    .name = "--unsettled", .takes = "", .help = "Only claims that no law or erratum settles"};

/// The sources, then the ids.
std::vector<std::string> all_names() {
  std::vector<std::string> names;
  for (const Document& source : documents()) names.push_back(source.id);
  for (const Claim& claim : claims()) names.push_back(claim.id);
  return names;
}

std::vector<const Claim*> chosen_claims(const Given& given) {
  std::vector<const Claim*> chosen;
  if (given.has(patterns_argument)) {
    chosen = matching_all<Claim>(
        given.all(patterns_argument), match_claims, [](const std::string& pattern) {
          throw UsageError("no claim matches '" + pattern + "'" +
                           did_you_mean(pattern, all_names(), ": softlaw claims shows them all"));
        });
  } else {
    for (const Claim& claim : claims()) chosen.push_back(&claim);
  }
  if (given.has(unsettled_flag))
    std::erase_if(chosen, [](auto* claim) { return claim->open().empty(); });
  return chosen;
}

void print_json(const std::vector<const Claim*>& chosen) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const Claim* claim : chosen) {
    nlohmann::ordered_json item{{"id", claim->id}, {"source", claim->source}};
    if (!claim->title.empty()) item["title"] = claim->title;
    for (const auto& [name, text] : claim->parts) item[name] = text;
    for (const char* name : {"printed", "statement", "correction"}) {
      if (!claim->part(name).empty()) {
        item[std::string("plain_") + name] = plain(claim->part(name));
      }
    }
    item["laws"] = claim->laws;
    item["errata"] = claim->errata;
    item["settled"] = claim->open().empty() && !claim->is_outside();
    all.push_back(std::move(item));
  }
  std::cout << all.dump(2) << '\n';
}

/// The laws and errata that settle a claim, on one line.
std::string outcome(const Claim& claim) {
  std::string text;
  for (const auto& ids : {claim.errata, claim.laws}) {
    for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
  }
  if (claim.is_outside())
    return text + (text.empty() ? "" : "; ") + "outside: " + plain(claim.part("outside"));
  return claim.open().empty() ? text : "unsettled: " + claim.open();
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(text.size() < width ? width - text.size() : 1, ' ');
}

void print_rows(const std::vector<const Claim*>& chosen) {
  std::string source, place;
  for (const Claim* claim : chosen) {
    if (claim->source != source) {
      source = claim->source;
      place.clear();
      std::cout << (claim == chosen.front() ? "" : "\n") << document_called(source).heading()
                << '\n';
    }
    if (claim->part("place") != place) {
      place = claim->part("place");
      std::cout << "  " << place << '\n';
    }
    const std::string what = claim->title.empty() ? claim->part("verdict") : plain(claim->title);
    std::cout << "    " << padded(claim->id, 28) << padded(what, 26) << outcome(*claim) << '\n';
  }
}

bool is_open(const Claim& claim) { return !claim.open().empty(); }
bool is_outside(const Claim& claim) { return claim.is_outside(); }
bool is_any(const Claim&) { return true; }

bool is_printed(const Claim& claim) { return document_called(claim.source).is_printed(); }

bool is_beyond(const Claim& claim) { return !is_printed(claim); }

/// How many claims there are of each verdict and source, and how many no law settles.
void print_summary() {
  using Which = std::function<bool(const Claim&)>;
  std::vector<std::pair<std::string, Which>> columns;
  for (const Document& source : documents()) {
    if (!source.is_printed()) continue;
    columns.emplace_back(source.id, [&](const Claim& claim) { return claim.source == source.id; });
  }
  columns.emplace_back("all", is_printed);
  const auto count = [](const Which& column, const Which& which) {
    return std::ranges::count_if(claims(),
                                 [&](const Claim& claim) { return column(claim) && which(claim); });
  };
  std::cout << '\n' << padded("", 26);
  for (const auto& [name, column] : columns) std::cout << std::setw(6) << name;
  const auto row = [&](const std::string& name, const Which& which) {
    std::cout << '\n' << padded(name, 26);
    for (const auto& [id, column] : columns) std::cout << std::setw(6) << count(column, which);
  };
  for (const std::string& verdict : claim_verdicts()) {
    row(verdict, [&](const Claim& claim) { return claim.part("verdict") == verdict; });
  }
  row("all", is_any);
  row("outside the laws", is_outside);
  row("not settled", is_open);
  std::cout << "\n\n"
            << count(is_beyond, is_any) << " statements go beyond the sources, "
            << count(is_beyond, is_outside) << " of them outside the laws, "
            << count(is_beyond, is_open) << " not settled.\n";
}

/// The same of those chosen, on one line.
void print_totals(const std::vector<const Claim*>& chosen) {
  const auto count = [&](const auto& which) { return std::ranges::count_if(chosen, which); };
  std::cout << '\n' << chosen.size() << (chosen.size() == 1 ? " claim: " : " claims: ");
  for (const std::string& verdict : claim_verdicts()) {
    const auto n = count([&](auto* claim) { return claim->part("verdict") == verdict; });
    if (n > 0) std::cout << n << ' ' << verdict << ", ";
  }
  const auto beyond = count([](auto* claim) { return is_beyond(*claim); });
  if (beyond > 0) std::cout << beyond << " beyond the sources, ";
  const auto outside = count([](auto* claim) { return is_outside(*claim); });
  const auto open = count([](auto* claim) { return is_open(*claim); });
  std::cout << std::ssize(chosen) - outside - open << " settled, ";
  if (outside > 0) std::cout << outside << " outside the laws, ";
  std::cout << open << " not settled\n";
}

int list_claims(const Given& given) {
  const auto chosen = chosen_claims(given);
  if (given.has(json_flag())) {
    print_json(chosen);
    return ExitCode::holds;
  }
  print_rows(chosen);
  given.has(patterns_argument) ? print_totals(chosen) : print_summary();
  return ExitCode::holds;
}

const Verb& claims_verb = verb(
    {.id = "claims",
     .summary =
         "List the claims of the sources, their verdicts, and the laws or errata that settle them",
     .options = {patterns_argument, unsettled_flag,
                 said(json_flag(), "As JSON, with statements and corrections")},
     .run = list_claims});

}  // namespace
}  // namespace softlaw::properties
