// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <nlohmann/json.hpp>

#include "command.hpp"
#include "law/law.hpp"
#include "law/page.hpp"

namespace softlaw::properties {
namespace {

std::string part(const Page* page, const std::string& name) {
  return page ? plain(page->part(name)) : "";
}

void print_json() {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const Law* law : laws()) {
    const Page* page = find_page(law->id);
    all.push_back({{"id", law->id},
                   {"family", family(law->id)},
                   {"title", page ? page->title : ""},
                   {"statement", page ? page->part("statement") : ""},
                   {"hypotheses", law->inputs.hypothesis_text},
                   {"sources", part(page, "sources")},
                   {"functions", functions_used(*law)},
                   {"witness", law->witness}});
  }
  std::cout << all.dump(2) << '\n';
}

void print_text() {
  std::string current;
  for (const Law* law : laws()) {
    if (family(law->id) != current) {
      current = family(law->id);
      std::cout << (law == laws().front() ? "" : "\n") << current << '\n';
    }
    const Page* page = find_page(law->id);
    std::cout << "  " << law->id << std::string(law->id.size() < 38 ? 38 - law->id.size() : 1, ' ')
              << (page ? page->title : "") << '\n';
  }
  std::cout << '\n' << laws().size() << " laws, " << errata().size() << " errata\n";
}

}  // namespace

void add_list(CLI::App& app) {
  auto json = std::make_shared<bool>(false);
  CLI::App* verb = app.add_subcommand("list", "List all laws");
  verb->add_flag("--json", *json, "As JSON, with statements, sources and functions");
  verb->callback([json] { *json ? print_json() : print_text(); });
}

}  // namespace softlaw::properties
