// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace softlaw::properties {

/// The exit codes of the command.
enum ExitCode : int {
  holds = 0,
  law_broken = 1,
  usage = 2,
  unfit = 3,    ///< the run or the reference is not fit to judge
  vacuous = 4,  ///< something that was supplied was not judged
  drifted = 5,  ///< outputs differ from those approved, or between two sides
};

/// A usage error: one line, exit code 2.
struct UsageError : std::runtime_error {
  using runtime_error::runtime_error;
};

/// An option of a verb, or a positional argument: one item, which several verbs may share.
struct Option {
  std::string name;   ///< `--seed`, or `function` for a positional argument
  std::string takes;  ///< the name of its value in the help, such as `NUMBER`; empty for a flag
  std::string help;
  std::string preset = {};  ///< the value where it is not given, shown in the help
  /// The error that a value makes, without the option's name; empty if it is good.
  std::function<std::string(const std::string&)> check = {};
  bool repeated = false;      ///< takes several values, with commas or several times
  bool required = false;      ///< of positional arguments
  std::string excludes = {};  ///< another option that must not be given with it

  bool is_flag() const { return takes.empty(); }
  bool is_positional() const { return !name.starts_with('-'); }
};

/// The options of one call, by their names.
class Given {
 public:
  void put(const Option& option, std::vector<std::string> values);

  bool has(const Option& option) const;
  /// The value, or the preset.
  const std::string& text(const Option& option) const;
  const std::vector<std::string>& all(const Option& option) const;
  double number(const Option& option) const;
  std::uint64_t whole(const Option& option) const;

 private:
  struct Values {
    std::string name;
    std::vector<std::string> values;
  };
  const Values* find(const Option& option) const;

  std::vector<Values> given_;
};

/// A verb of the command: one item, in a file of its own, which registers it.
struct Verb {
  std::string id;       ///< as it is typed
  std::string summary;  ///< one line
  std::vector<Option> options;
  std::string exit_codes = "Exit codes: 0 printed, 2 usage.";
  /// Does it, and returns the exit code.  Empty for a verb that the wrapper has.
  std::function<int(const Given&)> run = {};
  bool takes_numbers = false;  ///< its positional arguments may begin with a minus sign
  bool hidden = false;         ///< the help does not list it
};

const Verb& verb(Verb definition);
/// All verbs, sorted by id.
std::span<const Verb* const> verbs();

}  // namespace softlaw::properties
