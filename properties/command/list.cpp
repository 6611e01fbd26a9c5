// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <nlohmann/json.hpp>

#include "command/options.hpp"
#include "judge/law.hpp"
#include "pages/claim.hpp"
#include "pages/page.hpp"
#include "pages/proof.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

std::string part(const Page* page, const std::string& name) {
  return page ? plain(page->part(name)) : "";
}

std::vector<std::string> claim_ids(const std::string& law) {
  std::vector<std::string> ids;
  for (const Claim* claim : claims_settled_by(law)) ids.push_back(claim->id);
  return ids;
}

using Json = nlohmann::ordered_json;

/// What Coq has proved of that law or erratum, or null.
Json proof_of(const std::string& id) {
  const Proof* proof = find_proof(id);
  if (!proof) return nullptr;
  return {{"theorem", proof->theorem},
          {"file", proof->file},
          {"hypotheses", proof->tags},
          {"statement", proof->statement}};
}

Json json_of(const Law& law) {
  const Page* page = find_page(law.id);
  return {{"id", law.id},
          {"kind", "law"},
          {"family", family(law.id)},
          {"title", page ? page->title : ""},
          {"statement", page ? page->part("statement") : ""},
          {"plain_statement", part(page, "statement")},
          {"hypotheses", law.inputs.hypothesis_text},
          {"sources", part(page, "sources")},
          {"functions", functions_used(law)},
          {"claims", claim_ids(law.id)},
          {"witness", law.witness},
          {"proof", proof_of(law.id)}};
}

/// The printed and the correct statement.
Json json_of(const Erratum& erratum) {
  const Page* page = find_page(erratum.id);
  return {{"id", erratum.id},
          {"kind", "erratum"},
          {"family", family(erratum.id)},
          {"title", page ? page->title : ""},
          {"printed", page ? page->part("printed") : ""},
          {"plain_printed", part(page, "printed")},
          {"correction", page ? page->part("correction") : ""},
          {"plain_correction", part(page, "correction")},
          {"counterexample", erratum.counterexample},
          {"sources", part(page, "sources")},
          {"claims", claim_ids(erratum.id)},
          {"corrected_by", erratum.corrected_by},
          {"proof", proof_of(erratum.id)}};
}

void print_json() {
  Json all = Json::array();
  for (const Law* law : laws()) all.push_back(json_of(*law));
  for (const Erratum* erratum : errata()) all.push_back(json_of(*erratum));
  std::cout << all.dump(2) << '\n';
}

void print_row(const std::string& id, const std::string& text) {
  constexpr std::size_t width = 38;
  std::cout << "  " << id << std::string(id.size() < width ? width - id.size() : 1, ' ') << text
            << '\n';
}

void print_faults() {
  for (const Fault* fault : faults()) print_row(fault->id, fault->mistake);
  std::cout << '\n' << faults().size() << " faults; each is a subject: verify --subject ID\n";
}

void print_functions() {
  for (const FunctionItem* function : functions()) {
    print_row(function->name + "(" + signature(*function) + ")", function->meaning);
  }
  std::cout << '\n' << functions().size() << " functions\n";
}

void print_proofs() {
  std::size_t of_laws = 0;
  for (const Proof& proof : proofs()) {
    print_row(proof.proves, proof.summary());
    of_laws += find_law(proof.proves) != nullptr;
  }
  std::cout << '\n'
            << of_laws << " laws are proved by Coq and " << proofs().size() - of_laws
            << " errata refuted; ./softlaw prove checks them\n";
}

void print_text() {
  std::string current;
  for (const Law* law : laws()) {
    if (family(law->id) != current) {
      current = family(law->id);
      std::cout << (law == laws().front() ? "" : "\n") << current << '\n';
    }
    print_row(law->id, find_page(law->id)->title);
  }
  std::cout << "\nerrata of the sources\n";
  for (const Erratum* erratum : errata()) print_row(erratum->id, find_page(erratum->id)->title);
  std::cout << '\n'
            << laws().size() << " laws, " << errata().size() << " errata; " << faults().size()
            << " faults: softlaw list --faults\n";
}

const Option faults_flag{.name = "--faults",
                         .takes = "",
                         .help = "List the faulty implementations that laws catch",
                         .excludes = "--json"};
const Option functions_flag{.name = "--functions",
                            .takes = "",
                            .help = "List the functions with their arguments",
                            .excludes = "--json"};

const Option proved_flag{.name = "--proved",
                         .takes = "",
                         .help = "List the laws that Coq has proved, and the errata refuted",
                         .excludes = "--json"};

const Verb& list_verb = verb(
    {.id = "list",
     .summary = "List all laws and errata",
     .options =
         {said(json_flag(),
               "As JSON, with statements, sources, functions and settled claims; the field kind "
               "is law or erratum"),
          faults_flag, functions_flag, proved_flag},
     .run = [](const Given& given) -> int {
       given.has(faults_flag)      ? print_faults()
       : given.has(functions_flag) ? print_functions()
       : given.has(proved_flag)    ? print_proofs()
       : given.has(json_flag())    ? print_json()
                                   : print_text();
       return ExitCode::holds;
     }});

}  // namespace
}  // namespace softlaw::properties
