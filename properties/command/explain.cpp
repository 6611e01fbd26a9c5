// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "command.hpp"
#include "faults/fault.hpp"
#include "law/law.hpp"
#include "law/page.hpp"

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

void explain_fault(const Fault& fault) {
  std::cout << fault.id << "  " << fault.mistake << "\n\nwitness of\n";
  for (const Law* law : laws()) {
    if (law->witness == fault.id) {
      std::cout << "  " << law->id << "  " << find_page(law->id)->title << '\n';
    }
  }
  std::cout << "\nsee it caught\n  softlaw verify --subject " << fault.id << '\n';
}

void explain(const std::string& id) {
  if (const Fault* fault = find_fault(id)) return explain_fault(*fault);
  const Page* page = find_page(id);
  if (!page) {
    std::string near;
    for (const Law* law : match_laws("*" + id + "*")) near += (near.empty() ? "" : ", ") + law->id;
    throw UsageError("no law '" + id + "'" + (near.empty() ? "" : "; did you mean " + near + "?"));
  }
  std::cout << page->id << "  " << page->title << '\n';
  for (const auto& [name, text] : page->parts) {
    print_part(name, name == "sources" ? with_sources_named(text) : text);
  }
  if (const Law* law = find_law(id)) {
    std::string functions;
    for (const auto& function : functions_used(*law)) {
      functions += (functions.empty() ? "" : ", ") + function;
    }
    print_part("functions", functions);
    print_part("inputs of the check", law->inputs.hypothesis_text);
    print_part("the fault " + law->witness, find_fault(law->witness)->mistake);
  }
  std::cout << "\nsource: properties/laws/" << page->file << ':' << page->line << '\n';
}

}  // namespace

void add_explain(CLI::App& app) {
  auto id = std::make_shared<std::string>();
  CLI::App* verb = app.add_subcommand("explain", "Say what a law states, where it comes from, why");
  verb->add_option("law", *id, "The id of a law, an erratum or a fault")->required();
  verb->callback([id] { explain(*id); });
}

}  // namespace softlaw::properties
