// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <sstream>

#include "command/asked_subject.hpp"
#include "command/options.hpp"
#include "command/suggest.hpp"
#include "judge/law.hpp"
#include "pages/claim.hpp"
#include "pages/document.hpp"
#include "pages/page.hpp"
#include "pages/proof.hpp"

namespace softlaw::properties {
namespace {

void print_part(const std::string& name, const std::string& text) {
  std::cout << '\n' << name << '\n';
  std::string line;
  for (char c : plain(text) + "\n") {
    if (c != '\n') {
      line += c;
    } else {
      std::cout << (line.empty() ? "" : "  ") << line << '\n';
      line.clear();
    }
  }
}

/// As Coq prints it: neither LaTeX nor mark-up.
void print_proof(const Proof& proof) {
  std::cout << "\nproved by Coq\n  " << proof.summary() << "\n\n";
  std::istringstream statement(proof.statement);
  for (std::string line; std::getline(statement, line);) std::cout << "    " << line << '\n';
}

void explain_fault(const Fault& fault) {
  std::cout << fault.id << "  " << fault.mistake << "\n\nwitness of\n";
  for (const Law* law : laws()) {
    if (law->witness == fault.id) {
      std::cout << "  " << law->id << "  " << find_page(law->id)->title << '\n';
    }
  }
  std::cout << "\nto see it caught\n  softlaw verify --subject " << fault.id << '\n';
}

void print_titles(const std::string& heading, const std::vector<std::string>& ids) {
  if (!ids.empty() && !heading.empty()) std::cout << '\n' << heading << '\n';
  for (const std::string& id : ids) {
    const Page* page = find_page(id);
    std::cout << "  " << id << "  " << (page ? page->title : "") << '\n';
  }
}

void explain_claim(const Claim& claim) {
  std::cout << claim.id << "  " << (claim.title.empty() ? claim.part("verdict") : claim.title)
            << '\n';
  for (const auto& [name, text] : claim.parts) {
    if (name == "verdict") continue;
    const bool missing = name == "correction" && !claim.is_false();
    print_part(missing             ? "hypothesis to add"
               : name == "outside" ? "outside the laws, because"
                                   : name,
               name == "place" ? document_called(claim.source).heading() + "\n" + text : text);
  }
  print_titles("errata", claim.errata);
  print_titles("laws", claim.laws);
  if (!claim.open().empty()) print_part("not settled", claim.open());
  std::cout << "\nsource: docs/sources/" << claim.file << ':' << claim.line << '\n';
}

void explain_source(const Document& source) {
  std::cout << source.heading() << '\n';
  for (const auto& [name, text] : source.parts) {
    if (name != "ids") print_part(name, text);
  }
  std::cout << "\nits claims\n  softlaw claims " << source.id << '\n';
}

const char* kind_text(Kind kind) {
  switch (kind) {
    case Kind::scalar:
      return "a number";
    case Kind::vector:
      return "a vector of numbers";
    case Kind::integer:
      return "an integer";
    default:
      return "a vector of integers";
  }
}

std::string domain_text(const Domain& domain, Kind kind) {
  if (domain.must_be) return std::string(kind == Kind::vector ? ", each " : ", ") + domain.must_be;
  if (kind != Kind::integer && kind != Kind::integers) return "";
  const bool bounded = domain.most != Domain{}.most;
  return ", at least " + std::to_string(domain.least) +
         (bounded ? " and at most " + std::to_string(domain.most) : "");
}

void explain_function(const FunctionItem& function) {
  std::cout << function.name << '(' << signature(function) << ")  " << function.meaning
            << "\n\nparameters\n";
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const Parameter& parameter = function.parameters[i];
    std::cout << "  " << parameter.name << "  " << kind_text(parameter.kind)
              << (i < function.domains.size() ? domain_text(function.domains[i], parameter.kind)
                                              : "")
              << '\n';
  }
  std::cout << "\nreturns\n  "
            << (function.returns_integers ? "integers, which are right or wrong"
                                          : "numbers, which a contract encloses")
            << "\n\nfield of softlaw_subject.h\n  " << function.field.name << '\n';
  std::vector<std::string> ids;
  for (const Law* law : laws()) {
    if (std::ranges::count(functions_used(*law), function.name) > 0) ids.push_back(law->id);
  }
  print_titles("laws that ask for it", ids);
  std::cout << "\nto judge it\n  softlaw verify --function " << function.name << '\n';
}

void print_claims(const std::string& id) {
  const auto settled = claims_settled_by(id);
  if (!settled.empty()) std::cout << "\nclaims settled\n";
  for (const Claim* claim : settled) {
    std::cout << "  " << claim->id << "  "
              << (claim->title.empty() ? claim->part("place") + ": " + claim->part("verdict")
                                       : claim->title)
              << '\n';
  }
}

std::vector<std::string> all_ids() {
  std::vector<std::string> ids;
  for (const Law* law : laws()) ids.push_back(law->id);
  for (const Erratum* erratum : errata()) ids.push_back(erratum->id);
  for (const Document& source : documents()) ids.push_back(source.id);
  for (const Claim& claim : claims()) ids.push_back(claim.id);
  for (const Fault* fault : faults()) ids.push_back(fault->id);
  for (const FunctionItem* function : functions()) ids.push_back(function->name);
  return ids;
}

void explain(const std::string& id) {
  if (const Fault* fault = named_fault(id)) return explain_fault(*fault);
  if (const FunctionItem* function = find_function(id)) return explain_function(*function);
  if (const Claim* claim = find_claim(id)) return explain_claim(*claim);
  if (const Retired* old = find_retired(id)) {
    std::cout << old->id << " was split; it now selects\n";
    return print_titles("", old->successors);
  }
  const auto source = std::ranges::find(documents(), id, &Document::id);
  if (source != documents().end()) return explain_source(*source);
  const Page* page = find_page(id);
  if (!page) {
    throw UsageError("no law, erratum, claim, source, fault or function '" + id + "'" +
                     did_you_mean(id, all_ids()));
  }
  std::cout << page->id << "  " << page->title << '\n';
  for (const auto& [name, text] : page->parts) {
    if (name == "proved") continue;  // its tags stand in the proof
    print_part(name, name == "sources" ? with_sources_named(text) : text);
  }
  if (const Proof* proof = find_proof(id)) print_proof(*proof);
  if (const Law* law = find_law(id)) {
    std::string functions;
    for (const auto& function : functions_used(*law)) {
      functions += (functions.empty() ? "" : ", ") + function;
    }
    print_part("functions", functions);
    print_part("inputs of the check", law->inputs.hypothesis_text);
    print_part("the fault " + law->witness, find_fault(law->witness)->mistake);
  }
  print_claims(id);
  std::cout << "\nsource: properties/" << page->file << ':' << page->line << '\n';
}

const Option id_argument{.name = "law",
                         .takes = "ID",
                         .help = "A law, an erratum, a claim, a source, a fault or a function",
                         .required = true};

const Verb& explain_verb =
    verb({.id = "explain",
          .summary = "Explain a law: its statement, its sources and its derivation; or a function",
          .options = {id_argument},
          .run = [](const Given& given) -> int {
            explain(given.text(id_argument));
            return ExitCode::holds;
          }});

}  // namespace
}  // namespace softlaw::properties
