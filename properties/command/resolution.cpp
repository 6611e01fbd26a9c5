// SPDX-License-Identifier: Apache-2.0
#include "judge/resolution.hpp"

#include <atomic>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "command/options.hpp"
#include "process/child.hpp"
#include "subjects/catalogue.hpp"

namespace softlaw::properties {
namespace {

const Option cases_option{.name = "--cases",
                          .takes = "NUMBER",
                          .help = "Number of cases per law",
                          .preset = "400",
                          .check = whole_number_up_to(1'000'000)};

std::string ulps(const std::optional<double>& k) {
  return k ? decimal(*k, Format::binary64) : "none";
}

int print_resolutions(const Given& given) {
  const Defendant defendant = Defendant::of(built_in_subjects().front());
  const std::vector<std::string> asked =
      given.has(function_option()) ? given.all(function_option()) : std::vector<std::string>{};
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const Law* law : given_laws(given)) {
    for (const std::string& name : functions_used(*law)) {
      if (!asked.empty() && std::ranges::count(asked, name) == 0) continue;
      const auto k = resolution(*law, *find_function(name), defendant, given.whole(seed_option()),
                                given.whole(cases_option));
      if (given.has(json_flag())) {
        all.push_back({{"law", law->id}, {"function", name}, {"ulp", nullptr}});
        if (k) all.back()["ulp"] = *k;
      } else {
        std::cout << std::left << std::setw(42) << law->id << std::setw(28) << name << ulps(k)
                  << std::endl;
      }
    }
  }
  if (given.has(json_flag())) std::cout << all.dump(2) << '\n';
  return ExitCode::holds;
}

const Verb& resolution_verb =
    verb({.id = "resolution",
          .summary = "Measure how small an error each law sees",
          .options = {law_option(), function_option(), cases_option, seed_option(),
                      said(json_flag(),
                           "As JSON: the law, the function, and the least power of two of "
                           "ulp (of units, for integers) that the law sees; null if it "
                           "does not see 2^20")},
          .run = print_resolutions});

}  // namespace
}  // namespace softlaw::properties
