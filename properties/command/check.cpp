// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "arrays/sample.hpp"
#include "arrays/saved_subject.hpp"
#include "command/options.hpp"
#include "command/output_file.hpp"
#include "contracts/contract.hpp"
#include "reports/terminal.hpp"

namespace softlaw::properties {
namespace {

const Option function_argument{.name = "function",
                               .takes = "FUNCTION",
                               .help = "As softlaw list --functions prints it",
                               .required = true};
const Option input_option{
    .name = "--input",
    .takes = "FILE",
    .help =
        "The .npy file of an argument, or one number for all calls; as many as the function has "
        "arguments, in their order",
    .repeated = true};
const Option output_option{
    .name = "--output", .takes = "FILE", .help = "The .npy file of the results"};
const Option axis_option{.name = "--axis",
                         .takes = "NUMBER",
                         .help = "The axis along which the vectors lie",
                         .preset = "-1"};
const Option check_format_option{
    .name = "--format",
    .takes = "FORMAT",
    .help = "The format of the numbers; by default, that of the results. 16-bit patterns need it"};
const Option promise_option = [] {
  Option option =
      said(contract_option(),
           "The promise of the results; by default, what the textbook's algorithm holds");
  option.preset = "textbook";
  return option;
}();
const Option calls_option{.name = "--calls",
                          .takes = "NUMBER",
                          .help =
                              "The most calls that are judged; of more, half are the farthest from "
                              "our library, half lie evenly among all",
                          .preset = "1000",
                          .check = whole_number_up_to(1'000'000'000)};
const Option time_option{
    .name = "--budget",
    .takes = "TIME",
    .help = "Time for the whole run, such as 30s, 5m or 1h: half of it to look over the calls",
    .preset = "1m"};
const Option call_option{.name = "--call",
                         .takes = "INDEX",
                         .help = "Judge this call alone, as a report counts them",
                         .check = whole_number};
const Option evidence_option{.name = "--json",
                             .takes = "FILE",
                             .help = "Write the evidence to this file; - for standard output"};

const FunctionItem& given_function(const Given& given) {
  return named_function(given.text(function_argument));
}

NpyFile read_file(const std::string& path) {
  if (path.empty()) throw UsageError("--output names the file of the results");
  return NpyFile(path);
}

std::vector<SavedArgument> given_inputs(const Given& given, const FunctionItem& function) {
  std::vector<SavedArgument> inputs;
  for (const std::string& text : given.all(input_option)) {
    const std::size_t i = inputs.size();
    const bool is_vector =
        i < function.parameters.size() && function.parameters[i].kind == Kind::vector;
    if (is_vector || std::filesystem::exists(text)) {
      inputs.emplace_back(read_file(text));
    } else {
      inputs.emplace_back(text);
    }
  }
  return inputs;
}

std::ptrdiff_t given_axis(const Given& given) {
  const std::string& text = given.text(axis_option);
  try {
    return std::stoi(text);
  } catch (const std::logic_error&) {
    throw UsageError("--axis must be a whole number, got '" + text + "'");
  }
}

SavedCalls given_calls(const Given& given) {
  const FunctionItem& function = given_function(given);
  std::optional<Format> format;
  if (given.has(check_format_option)) format = read_format(given.text(check_format_option));
  return {function, given_inputs(given, function), read_file(given.text(output_option)),
          given_axis(given), format};
}

/// The options that name the arrays and the promise, as they were given.
std::string repeated(const Given& given) {
  std::string all = " " + given.text(function_argument);
  for (const std::string& input : given.all(input_option)) all += " --input " + shell_quoted(input);
  for (const Option* option :
       {&output_option, &axis_option, &check_format_option, &promise_option}) {
    if (given.has(*option)) all += " " + option->name + " " + shell_quoted(given.text(*option));
  }
  return all;
}

std::vector<const Law*> laws_of_one_call(const Given& given, const SavedCalls& calls) {
  std::vector<const Law*> laws = given_laws(given);
  std::erase_if(laws, [&](const Law* law) {
    return !needs_one_call(*law, calls.function(), calls.format());
  });
  if (laws.empty()) {
    throw UsageError("no law of these needs but one call of " + calls.function().name);
  }
  return laws;
}

std::string told(const Sample& sample, const SavedCalls& calls) {
  const auto count = [](std::size_t n) { return std::to_string(n); };
  const std::string all = count(calls.count()) + (calls.count() == 1 ? " call" : " calls");
  std::string text = "judged " + count(sample.calls.size()) + " of " + all;
  if (sample.suspicious < sample.calls.size()) {
    text += ": the " + count(sample.suspicious) + " farthest from our library, and " +
            count(sample.calls.size() - sample.suspicious) + " that lie evenly among all";
  }
  if (sample.looked_over < calls.count()) {
    text += "; looked over " + count(sample.looked_over) + " in the time";
  }
  if (sample.illegal > 0) {
    text += "; passed over " + count(sample.illegal) + " with arguments outside the domain";
  }
  return text;
}

int exit_code(const Run& run) {
  std::size_t cases = 0;
  for (const Evidence& evidence : run.laws) {
    if (is_failure(evidence.verdict)) return ExitCode::law_broken;
    cases += evidence.cases;
  }
  return cases > 0 ? ExitCode::holds : ExitCode::vacuous;
}

int check(const Given& given) {
  std::optional<SavedCalls> read;
  try {
    read.emplace(given_calls(given));
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
  const SavedCalls& calls = *read;
  const double budget = read_budget(given.text(time_option));
  Sample sample;
  if (given.has(call_option)) {
    const std::uint64_t one = given.whole(call_option);
    if (one >= calls.count()) {
      throw UsageError("--call " + std::to_string(one) + ": there are " +
                       std::to_string(calls.count()) + " calls, from 0 on");
    }
    sample = {{one}, 1, calls.count(), 0};
  } else {
    sample = choose(calls, given.whole(calls_option), budget / 2);
  }
  const auto subject = std::make_shared<SavedSubject>(
      calls, calls.function().name + " in " + given.text(output_option),
      Contract::read(given.text(promise_option)));
  const Defendant defendant = Defendant::of(subject);

  const std::vector<const Law*> laws = laws_of_one_call(given, calls);
  GateSettings settings;
  settings.each.seconds = budget / 2 / static_cast<double>(laws.size()) *
                          static_cast<double>(std::min(laws.size(), processor_count()));
  settings.each.cases_from = [&](std::size_t index) -> std::optional<Case> {
    if (index >= sample.calls.size()) return std::nullopt;
    return subject->show(sample.calls[index]);
  };
  Run run;
  run.subject_name = subject->name();
  run.contract = defendant.contract.text();
  run.notice = told(sample, calls);
  run.again = [&](const Evidence& evidence) {
    return called_as() + " check" + repeated(given) + " --law " + evidence.id + " --call " +
           evidence.counterexample->first.input_class.substr(std::string("call ").size());
  };
  run.laws = run_gate(laws, defendant, settings);
  for (const Evidence& evidence : run.laws) run.seconds += evidence.seconds;

  const std::string& evidence_to = given.text(evidence_option);
  const std::string evidence = to_json(run).dump(2) + "\n";
  if (evidence_to == "-") {
    std::cout << evidence;
  } else {
    print_report(std::cout, run, wants_colour(STDOUT_FILENO));
    if (!evidence_to.empty()) OutputFile(evidence_to, "--json").write(evidence);
  }
  return exit_code(run);
}

const Verb& check_verb = verb(
    {.id = "check",
     .summary = "Judge results that are saved in arrays, without a run of their function",
     .options = {function_argument, input_option, output_option, axis_option, check_format_option,
                 promise_option, law_option(), calls_option, call_option, time_option,
                 evidence_option},
     .exit_codes = "Exit codes: 0 all laws hold, 1 a law is broken, 2 usage or a file that cannot "
                   "be read, 4 no call could be judged.",
     .run = check});

}  // namespace
}  // namespace softlaw::properties
