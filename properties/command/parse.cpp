// SPDX-License-Identifier: Apache-2.0
// The only file that knows CLI11: it reads the options that verbs describe, and prints the help.
#include "command/parse.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <list>
#include <map>

#include "command/options.hpp"
#include "command/suggest.hpp"
#include "command/verb.hpp"

namespace softlaw::properties {
namespace {

constexpr const char* exit_codes =
    "Exit codes: 0 done, 1 a law is broken, 2 usage, 3 the run is unfit, 4 something supplied was "
    "not judged, 5 results moved.\n"
    "softlaw VERB --help shows the options of a verb.";

/// Whether the wrapper ./softlaw calls, which has further verbs.
bool is_called_by_wrapper() { return std::getenv("SOFTLAW_CALLED_AS") != nullptr; }

bool is_listed(const Verb& verb) { return !verb.hidden && (verb.run || is_called_by_wrapper()); }

std::string listed_verbs() {
  std::string names;
  for (const Verb* verb : verbs()) {
    if (is_listed(*verb)) names += (names.empty() ? "" : ", ") + verb->id;
  }
  return names;
}

/// One verb as CLI11 has it, and the values that it reads.
class Parser {
 public:
  explicit Parser(const Verb& verb) : verb_(verb) {}

  void add_to(CLI::App& app) {
    app_ = app.add_subcommand(verb_.id, verb_.summary);
    app_->footer(verb_.exit_codes);
    if (verb_.hidden || !is_listed(verb_)) app_->group("");
    std::map<std::string, CLI::Option*> added;
    for (const Option& option : verb_.options) added[option.name] = add(option);
    for (const Option& option : verb_.options) {
      if (!option.excludes.empty()) added.at(option.name)->excludes(added.at(option.excludes));
    }
  }

  bool is_called() const { return app_->parsed(); }

  /// The values, with the positional arguments that CLI11 has not seen.
  Given given(const std::vector<std::string>& positional) const {
    Given all;
    for (const auto& [option, values] : values_) {
      if (!values.empty() || (option->is_flag() && app_->count(option->name) > 0)) {
        all.put(*option, values);
      }
    }
    if (all.has(subject_command_option())) {
      all.put(subject_option(), {std::string(command_prefix) + all.text(subject_command_option())});
    }
    auto next = positional.begin();
    for (const Option& option : verb_.options) {
      if (!verb_.takes_numbers || !option.is_positional() || next == positional.end()) continue;
      const auto end = option.repeated ? positional.end() : next + 1;
      all.put(option, {next, end});
      next = end;
    }
    return all;
  }

 private:
  CLI::Option* add(const Option& option) {
    if (option.is_flag()) {
      values_[&option];
      return app_->add_flag(option.name, option.help);
    }
    std::vector<std::string>& values = values_[&option];
    CLI::Option* added = app_->add_option(option.name, values, option.help);
    added->type_name(option.takes)->expected(option.repeated ? -1 : 1)->allow_extra_args(false);
    if (option.is_positional() && option.repeated) added->allow_extra_args(true);
    if (option.repeated && !option.is_positional()) added->delimiter(',')->expected(1)->take_all();
    if (option.required && !verb_.takes_numbers) added->required();
    if (!option.preset.empty()) added->default_str(option.preset);
    if (option.check) added->check(option.check);
    if (!option.repeated) added->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    return added;
  }

  const Verb& verb_;
  CLI::App* app_ = nullptr;
  std::map<const Option*, std::vector<std::string>> values_;
};

const Verb* find_verb(const std::string& id) {
  const auto found = std::ranges::find(verbs(), id, [](const Verb* verb) { return verb->id; });
  return found == verbs().end() ? nullptr : *found;
}

/// `help` and `help VERB` are `--help` and `VERB --help`; unknown verbs are reported.
void check_verb(std::vector<std::string>& arguments) {
  if (!arguments.empty() && arguments.front() == "help") {
    arguments.erase(arguments.begin());
    arguments.emplace_back("--help");
  }
  if (arguments.empty()) {
    throw UsageError("missing verb: there are " + listed_verbs() + "; see --help");
  }
  const std::string& id = arguments.front();
  if (id.starts_with('-')) return;
  const Verb* verb = find_verb(id);
  if (!verb) {
    std::vector<std::string> names;
    for (const Verb* each : verbs()) names.push_back(each->id);
    throw UsageError("no verb '" + id + "': there are " + listed_verbs() + did_you_mean(id, names));
  }
  const bool asks_for_help = std::ranges::count(arguments, "--help") > 0;
  if (!verb->run && !asks_for_help) {
    throw UsageError("only the wrapper has the verb '" + id + "': run ./softlaw " + id +
                     " in the source tree");
  }
}

/// Takes the positional arguments of a verb of numbers out of the others: CLI11 would take -1 for an
/// option and drop an empty vector.
std::vector<std::string> take_positional(const Verb& verb, std::vector<std::string>& arguments) {
  std::vector<std::string> options{arguments.front()}, positional;
  const auto option_named = [&](const std::string& text) -> const Option* {
    const auto found =
        std::ranges::find(verb.options, text.substr(0, text.find('=')), &Option::name);
    return found == verb.options.end() || found->is_positional() ? nullptr : &*found;
  };
  for (auto at = arguments.begin() + 1; at != arguments.end(); ++at) {
    const bool is_word = at->starts_with("--") || *at == "-h";
    if (*at == "--") {
      positional.insert(positional.end(), at + 1, arguments.end());
      break;
    }
    const Option* option = is_word ? option_named(*at) : nullptr;
    (is_word ? options : positional).push_back(*at);
    const bool has_value = option && !option->is_flag() && at->find('=') == std::string::npos;
    if (has_value && at + 1 != arguments.end()) options.push_back(*++at);
  }
  arguments = std::move(options);
  return positional;
}

void check_required(const Verb& verb, const Given& given) {
  for (const Option& option : verb.options) {
    if (option.required && !given.has(option)) throw UsageError(option.name + " is required");
  }
}

}  // namespace

int run_verb(std::vector<std::string> arguments) {
  CLI::App app("The laws of the softmax family, checked.", "softlaw");
  app.require_subcommand(1);
  app.set_version_flag("--version", SOFTLAW_VERSION);
  std::list<Parser> parsers;
  for (const Verb* verb : verbs()) parsers.emplace_back(*verb).add_to(app);
  app.footer(exit_codes);
  check_verb(arguments);
  const Verb* verb = find_verb(arguments.front());
  std::vector<std::string> positional;
  if (verb && verb->takes_numbers) positional = take_positional(*verb, arguments);
  try {
    std::ranges::reverse(arguments);  // as CLI11 wants them
    app.parse(arguments);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what());
  }
  const auto called = std::ranges::find_if(parsers, &Parser::is_called);
  const Given given = called->given(positional);
  check_required(*verb, given);
  return verb->run(given);
}

}  // namespace softlaw::properties
