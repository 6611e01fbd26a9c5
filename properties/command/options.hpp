// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>

#include "command/verb.hpp"
#include "contracts/file.hpp"
#include "judge/law.hpp"
#include "subjects/subject.hpp"

// The options that several verbs share, each with its one parser and its one error.
namespace softlaw::properties {

const Option& subject_option();
/// The same as a command that answers for it.  Every verb that takes a subject takes this, too, and
/// finds it as the subject `command:COMMAND`.
const Option& subject_command_option();
inline constexpr std::string_view command_prefix = "command:";
const Option& contract_option();
const Option& law_option();
const Option& function_option();
const Option& format_option();
const Option& seed_option();
const Option& timeout_option();
const Option& budget_option();
const Option& json_flag();

/// The same option with another help.
inline Option said(Option option, std::string help) {
  option.help = std::move(help);
  return option;
}

/// The subject whose laws are the statements themselves.
inline constexpr const char* reference_subject = "reference";

/// The seconds of a time such as `30s`, `2m`, `1h`, or of a number of seconds.  Throws UsageError.
double read_budget(const std::string& text);

/// The subject that --subject names; a shared object is first loaded in a process of its own, within
/// --timeout.
SubjectPointer given_subject(const Given& given);
/// Its name or path: that of --subject, or else of the contract file.
std::string given_subject_name(const Given& given);
/// The file that --contract names, if it names one.
std::optional<ContractFile> given_contract_file(const Given& given);
/// The contract that --contract gives, or else the subject's own.
Contract given_contract(const Given& given, const Subject& subject);
/// The function of that name; throws UsageError.
const FunctionItem& named_function(const std::string& name);
/// The laws that --law matches; all without it.
std::vector<const Law*> given_laws(const Given& given);
Format given_format(const Given& given);

// Checks of the value of an option: the error, or nothing.

/// A whole number, in digits, from 1 to `most`.
std::function<std::string(const std::string&)> whole_number_up_to(std::uint64_t most);
/// Digits that make a whole number below 10^19.
std::string whole_number(const std::string& text);
/// A number of seconds above 0, or from `least`, to a day.
std::function<std::string(const std::string&)> seconds_from(double least);

/// Each item once, in the order of the patterns; UsageError for a pattern that matches nothing.
template <class Item>
std::vector<const Item*> matching_all(
    const std::vector<std::string>& patterns,
    const std::function<std::vector<const Item*>(const std::string&)>& match,
    const std::function<void(const std::string&)>& refuse) {
  std::vector<const Item*> chosen;
  for (const std::string& pattern : patterns) {
    const auto matching = match(pattern);
    if (matching.empty()) refuse(pattern);
    for (const Item* item : matching) {
      if (std::ranges::find(chosen, item) == chosen.end()) chosen.push_back(item);
    }
  }
  return chosen;
}

}  // namespace softlaw::properties
