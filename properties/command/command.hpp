// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

namespace softlaw::properties {

/// What the command returns to the shell.
enum ExitCode : int {
  holds = 0,
  law_broken = 1,
  usage = 2,
  unfit = 3,    ///< the run or the reference is not fit to judge
  vacuous = 4,  ///< nothing effective ran
};

/// Of the verbs that print what there is and judge nothing.
inline constexpr const char* exit_codes_of_a_page = "Exit codes: 0 printed, 2 usage.";

/// A mistake of whoever calls the command: one line, exit code 2.
struct UsageError : std::runtime_error {
  using runtime_error::runtime_error;
};

// Each adds its verb; when that verb is called, `exit_code` is set.
void add_verify(CLI::App& app, int& exit_code);
void add_list(CLI::App& app);
void add_explain(CLI::App& app);
void add_claims(CLI::App& app);
void add_eval(CLI::App& app);
void add_pages(CLI::App& app);

/// The arguments of `eval` with those numbers that begin with a minus sign, `-inf` among them, and
/// all that stands after `--`, so marked that they are not taken for options.
std::vector<std::string> protect_negative_numbers(std::vector<std::string> arguments);

}  // namespace softlaw::properties
