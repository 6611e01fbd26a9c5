// SPDX-License-Identifier: Apache-2.0
#include "audit/audit.hpp"

#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "command/options.hpp"

namespace softlaw::properties {
namespace {

const Option contract_argument{.name = "contract",
                               .takes = "CONTRACT",
                               .help = "As --contract of verify takes it: promises, a name, a file",
                               .required = true};
const Option cases_option{.name = "--cases",
                          .takes = "NUMBER",
                          .help = "Number of cases of each function and format",
                          .preset = "200",
                          .check = whole_number_up_to(1'000'000)};
const Option all_formats_option{
    .name = "--format", .takes = "FORMAT", .help = "Only this format", .check = [](auto& text) {
      return std::string(reference::find_format(text) ? "" : "no format '" + text + "'");
    }};

Contract asked_contract(const std::string& text) {
  try {
    return names_contract_file(text) ? ContractFile::read_file(text).contract
                                     : Contract::read(text);
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

std::vector<const FunctionItem*> asked_functions(const Given& given, const Contract& contract) {
  if (!given.has(function_option())) return audited_functions(contract);
  std::vector<const FunctionItem*> found;
  for (const std::string& name : given.all(function_option())) {
    const FunctionItem* function = find_function(name);
    if (!function || function->returns_integers) {
      throw UsageError("no function '" + name +
                       "' of real results: softlaw list --functions shows them all");
    }
    found.push_back(function);
  }
  return found;
}

std::string ulps(double value) {
  if (std::isinf(value)) return "any";
  std::ostringstream out;
  out << std::setprecision(3) << value;
  return out.str();
}

std::string lengths(const AuditRow& row) {
  return row.shortest == row.longest
             ? std::to_string(row.shortest)
             : std::to_string(row.shortest) + "-" + std::to_string(row.longest);
}

std::string shortened(const std::string& text) {
  constexpr std::size_t limit = 120;
  return text.size() <= limit ? text : text.substr(0, limit) + " …";
}

std::string attained(const AuditRow& row) {
  if (!row.held_by.empty()) return "attainable: " + row.held_by;
  if (!row.forced_by.empty()) return "unattainable: " + shortened(row.forced_by);
  return "open: " + shortened(row.open);
}

void print_row(const AuditRow& row) {
  std::cout << std::left << "  " << std::setw(16) << row.function << std::setw(10) << row.format
            << std::setw(10) << lengths(row) << std::setw(34)
            << (row.trivial.empty() ? "meaningful" : "vacuous: " + row.trivial) << std::setw(10)
            << ulps(row.median_error) << std::setw(10) << ulps(row.largest_error) << attained(row)
            << std::endl;
}

nlohmann::ordered_json json_of(const AuditRow& row) {
  return {{"function", row.function},
          {"format", row.format},
          {"shortest", row.shortest},
          {"longest", row.longest},
          {"cases", row.cases},
          {"held_by", row.held_by},
          {"forced_by", row.forced_by},
          {"open", row.open},
          {"trivial", row.trivial},
          {"median_error", ulps(row.median_error)},
          {"largest_error", ulps(row.largest_error)}};
}

/// The functions and formats of which the contract says something.
std::vector<std::pair<const FunctionItem*, Format>> asked(const Given& given,
                                                          const Contract& contract) {
  std::vector<std::pair<const FunctionItem*, Format>> all;
  for (const FunctionItem* function : asked_functions(given, contract)) {
    for (const Format& format : reference::formats()) {
      if (given.has(all_formats_option) && given.text(all_formats_option) != format.name) continue;
      if (!is_silent(contract.promise(*function, format))) all.emplace_back(function, format);
    }
  }
  if (all.empty()) throw UsageError("the contract promises nothing of these functions");
  return all;
}

int print_audit(const Given& given) {
  const Contract contract = asked_contract(given.text(contract_argument));
  const AuditSettings settings{given.whole(seed_option()), given.whole(cases_option)};
  const auto questions = asked(given, contract);
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  bool unsound = false;
  if (!given.has(json_flag())) {
    std::cout
        << "softlaw audits " << contract.text() << "\n\n"
        << "  function        format    length    answers                           middle    "
           "widest ulp that passes\n";
  }
  for (const auto& [function, format] : questions) {
    for (const AuditRow& row :
         audit(*function, format, contract.promise(*function, format), settings)) {
      unsound |= !row.trivial.empty() || !row.forced_by.empty();
      given.has(json_flag()) ? all.push_back(json_of(row)) : print_row(row);
    }
  }
  if (given.has(json_flag())) std::cout << all.dump(2) << '\n';
  return unsound ? ExitCode::law_broken : ExitCode::holds;
}

const Verb& audit_verb =
    verb({.id = "audit",
          .summary = "Tell whether a contract can be held, and whether it means anything",
          .options = {contract_argument, function_option(), all_formats_option, cases_option,
                      seed_option(), json_flag()},
          .exit_codes =
              "Exit codes: 0 it can be held or that is open, and means something, 1 it cannot, "
              "or an answer that computes nothing passes, 2 usage.",
          .run = print_audit});

}  // namespace
}  // namespace softlaw::properties
