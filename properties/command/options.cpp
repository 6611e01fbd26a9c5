// SPDX-License-Identifier: Apache-2.0
#include "command/options.hpp"

#include <algorithm>

#include "command/asked_subject.hpp"
#include "command/suggest.hpp"
#include "value/value.hpp"

namespace softlaw::properties {
namespace {

constexpr double day = 86400;

bool is_digits(const std::string& text) {
  return !text.empty() && text.size() <= 19 &&
         text.find_first_not_of("0123456789") == std::string::npos;
}

std::string format_names() {
  std::string names;
  for (const Format& format : reference::formats()) {
    names += (names.empty() ? "" : " or ") + std::string(format.name);
  }
  return names;
}

/// The error of a reader that throws std::invalid_argument.
template <class Read>
auto error_of(Read read) {
  return [read](const std::string& text) -> std::string {
    try {
      read(text);
      return "";
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
  };
}

void check_contract(const std::string& text) {
  if (names_contract_file(text)) {
    ContractFile::read_file(text);
  } else {
    Contract::read(text);
  }
}

}  // namespace

std::function<std::string(const std::string&)> whole_number_up_to(std::uint64_t most) {
  return [most](const std::string& text) -> std::string {
    const std::uint64_t value = is_digits(text) ? std::stoull(text) : 0;
    if (value >= 1 && value <= most) return "";
    return "expected a whole number from 1 to " + std::to_string(most) + ", got '" + text + "'";
  };
}

std::string whole_number(const std::string& text) {
  return is_digits(text) ? "" : "expected a whole number below 10^19, got '" + text + "'";
}

std::function<std::string(const std::string&)> seconds_from(double least) {
  return [least](const std::string& text) -> std::string {
    double value = -1;
    try {
      value = read_number(text);
    } catch (const std::invalid_argument&) {
      value = -1;  // said below
    }
    if (value > 0 && value >= least && value <= day) return "";
    const std::string low =
        least > 0 ? "from " + decimal(least, Format::binary64) : "above 0 and up";
    return "expected a number of seconds " + low + " to " + decimal(day, Format::binary64) +
           ", got '" + text + "'";
  };
}

const Option& subject_option() {
  static const Option option{
      .name = "--subject",
      .takes = "SUBJECT",
      .help =
          "softlaw, exact, libm, textbook, careful, compensated (or with an order of summation, as "
          "in textbook/pairwise), the id of a fault, or a shared object (softlaw_subject.h); "
          "reference judges the statements themselves, on enclosures of 256 bits",
      .preset = "softlaw"};
  return option;
}

const Option& subject_command_option() {
  static const Option option{
      .name = "--subject-command",
      .takes = "COMMAND",
      .help =
          "A command of the shell that answers for the subject, in any language, such as "
          "'python3 mine.py': see the chapter on the protocol",
      .excludes = subject_option().name};
  return option;
}

const Option& contract_option() {
  static const Option option{.name = "--contract",
                             .takes = "CONTRACT",
                             .help =
                                 "What the subject promises: a contract file (TOML), a profile "
                                 "(textbook, careful, compensated, faithful, correctly-rounded), a "
                                 "standard's preset (webnn, torch, ...), 4ulp, 1ulp+0.5cond, "
                                 "'(3n+3)ulp; softmax: 2ulp', ... (the page on contracts has the "
                                 "grammar); by default, what it states",
                             .check = error_of(check_contract)};
  return option;
}

const Option& law_option() {
  static const Option option{.name = "--law",
                             .takes = "PATTERN",
                             .help =
                                 "Only laws that match these ids, families or patterns (* ?); "
                                 "'!PATTERN' leaves out those that match",
                             .repeated = true};
  return option;
}

const Option& function_option() {
  static const Option option{.name = "--function",
                             .takes = "FUNCTION",
                             .help = "Only laws that ask for one of these functions",
                             .repeated = true};
  return option;
}

const Option& format_option() {
  static const Option option{.name = "--format",
                             .takes = "FORMAT",
                             .help = format_names(),
                             .preset = Format::binary64.name,
                             .check = error_of(read_format)};
  return option;
}

const Option& seed_option() {
  static const Option option{.name = "--seed",
                             .takes = "NUMBER",
                             .help = "Seed of the random cases",
                             .preset = "1",
                             .check = whole_number};
  return option;
}

const Option& timeout_option() {
  static const Option option{.name = "--timeout",
                             .takes = "SECONDS",
                             .help =
                                 "Time limit in seconds for loading the subject, and for each "
                                 "case; beyond it the subject counts as hung",
                             .preset = "60",
                             .check = seconds_from(0)};
  return option;
}

const Option& budget_option() {
  static const Option option{
      .name = "--budget",
      .takes = "TIME",
      .help = "Time for the whole run, such as 30s, 5m or 1h, instead of --cases",
      .excludes = "--cases"};
  return option;
}

const Option& json_flag() {
  static const Option option{.name = "--json", .takes = "", .help = "As JSON"};
  return option;
}

/// `30s`, `2m`, `1h`, or a number of seconds.
double read_budget(const std::string& text) {
  const auto unit_at = text.find_last_not_of("smh");
  const std::string number = unit_at == std::string::npos ? "" : text.substr(0, unit_at + 1);
  const std::string unit = text.substr(number.size());
  double seconds = 0;
  try {
    seconds = read_number(number) * (unit == "m" ? 60 : unit == "h" ? 3600 : 1);
  } catch (const std::invalid_argument&) {
    seconds = -1;  // said below
  }
  if (!(seconds > 0) || std::isinf(seconds) || unit.size() > 1) {
    throw UsageError("cannot read the budget '" + text + "': expected a time such as 30s or 5m");
  }
  return seconds;
}

std::optional<ContractFile> given_contract_file(const Given& given) {
  if (!given.has(contract_option())) return std::nullopt;
  const std::string& text = given.text(contract_option());
  if (!names_contract_file(text)) return std::nullopt;
  return ContractFile::read_file(text);
}

std::string given_subject_name(const Given& given) {
  if (given.has(subject_option())) return given.text(subject_option());
  const auto file = given_contract_file(given);
  return file && !file->subject.empty() ? file->subject : given.text(subject_option());
}

SubjectPointer given_subject(const Given& given) {
  return asked_subject(given_subject_name(given), given.number(timeout_option()));
}

Contract given_contract(const Given& given, const Subject& subject) {
  if (!given.has(contract_option())) return subject.contract();
  const auto file = given_contract_file(given);
  Contract contract = file ? file->contract : Contract::read(given.text(contract_option()));
  // another error that is allowed does not change the conventions of the subject
  if (contract.conventions().are_ours()) contract.declare(subject.contract().conventions());
  return contract;
}

namespace {

std::vector<const Law*> laws_matching(const std::vector<std::string>& patterns) {
  return matching_all<Law>(patterns, match_laws, [](const std::string& pattern) {
    std::vector<std::string> ids;
    for (const Law* law : laws()) ids.push_back(law->id);
    throw UsageError("no law matches '" + pattern + "'" +
                     did_you_mean(pattern, ids, ": softlaw list shows them all"));
  });
}

/// Those that match a pattern, or all, without those that match one with `!`.
std::vector<const Law*> laws_of_patterns(const Given& given) {
  std::vector<std::string> wanted, unwanted;
  for (const std::string& pattern : given.all(law_option())) {
    if (pattern.starts_with('!')) {
      unwanted.push_back(pattern.substr(1));
    } else {
      wanted.push_back(pattern);
    }
  }
  std::vector<const Law*> chosen{laws().begin(), laws().end()};
  if (!wanted.empty()) chosen = laws_matching(wanted);
  for (const Law* law : laws_matching(unwanted)) std::erase(chosen, law);
  if (chosen.empty()) throw UsageError("--law leaves out every law");
  return chosen;
}

}  // namespace

const FunctionItem& named_function(const std::string& name) {
  if (const FunctionItem* function = find_function(name)) return *function;
  std::vector<std::string> names;
  for (const FunctionItem* function : functions()) names.push_back(function->name);
  throw UsageError("no function '" + name + "'" +
                   did_you_mean(name, names, ": softlaw list --functions shows them all"));
}

std::vector<const Law*> given_laws(const Given& given) {
  std::vector<const Law*> chosen = laws_of_patterns(given);
  if (!given.has(function_option())) return chosen;
  std::vector<std::string> names = given.all(function_option());
  for (const std::string& name : names) named_function(name);
  std::erase_if(chosen, [&](const Law* law) {
    const std::vector<std::string> used = functions_used(*law);
    return std::ranges::find_first_of(used, names) == used.end();
  });
  if (chosen.empty()) throw UsageError("no law that matches --law asks for the --function");
  return chosen;
}

Format given_format(const Given& given) { return read_format(given.text(format_option())); }

}  // namespace softlaw::properties
