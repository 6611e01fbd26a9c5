// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "command/command.hpp"
#include "value/value.hpp"

namespace softlaw::properties {
namespace {

constexpr const char* footer =
    "Exit codes: 0 done, 1 a law is broken, 2 usage, 3 the run is unfit, 4 nothing effective ran.\n"
    "softlaw VERB --help says more.  The wrapper ./softlaw adds the verbs test, docs and bench.";

/// `help` and `help VERB` are `--help` and `VERB --help`; what is no verb is named.
void check_verb(const CLI::App& app, std::vector<std::string>& arguments) {
  if (!arguments.empty() && arguments.front() == "help") {
    arguments.erase(arguments.begin());
    arguments.emplace_back("--help");
  }
  std::string verbs;
  for (const CLI::App* verb : app.get_subcommands({})) {
    if (!arguments.empty() && arguments.front() == verb->get_name()) return;
    if (verb->get_group().empty()) continue;  // help does not list it
    verbs += (verbs.empty() ? "" : ", ") + verb->get_name();
  }
  if (arguments.empty()) throw UsageError("no verb: there are " + verbs + "; --help says more");
  if (!arguments.front().starts_with('-')) {
    throw UsageError("no verb '" + arguments.front() + "': there are " + verbs);
  }
}

int run(std::vector<std::string> arguments) {
  CLI::App app("The laws of the softmax family, checked.", "softlaw");
  app.require_subcommand(1);
  app.set_version_flag("--version", SOFTLAW_VERSION);
  int exit_code = ExitCode::holds;
  add_verify(app, exit_code);
  add_list(app);
  add_explain(app);
  add_claims(app);
  add_eval(app);
  add_pages(app);
  app.footer(footer);  // now, for what verbs are made of the app take over its footer
  try {
    check_verb(app, arguments);
    arguments = protect_negative_numbers(std::move(arguments));
    std::ranges::reverse(arguments);  // as CLI11 wants them
    app.parse(arguments);
    std::cout.flush();
    if (!std::cout) throw std::runtime_error("cannot write to standard output");
    return exit_code;
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    std::cerr << "softlaw: " << error.what() << '\n';
    return ExitCode::usage;
  } catch (const UsageError& error) {
    std::cerr << "softlaw: " << error.what() << '\n';
    return ExitCode::usage;
  }
}

}  // namespace

std::vector<std::string> protect_negative_numbers(std::vector<std::string> arguments) {
  const auto is_number_list = [](const std::string& text) {
    try {
      read_input(text, {{"x", Kind::vector}});
      return true;
    } catch (const std::invalid_argument&) {
      return false;
    }
  };
  if (arguments.empty() || arguments.front() != "eval") return arguments;
  const auto mark = std::ranges::find(arguments, "--");
  for (auto at = arguments.begin(); at != arguments.end(); ++at) {
    if (at->empty()) *at = " ";  // an empty vector, which CLI11 would drop
    // reading numbers passes over white space
    if (at->starts_with('-') && (at > mark || is_number_list(*at))) at->insert(0, " ");
  }
  if (mark != arguments.end()) arguments.erase(mark);
  return arguments;
}

}  // namespace softlaw::properties

int main(int argc, char** argv) {
  int code = softlaw::properties::ExitCode::unfit;
  try {
    code = softlaw::properties::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "softlaw: " << error.what() << '\n';
  }
  std::cout.flush();
  std::cerr.flush();
  std::_Exit(code);  // what a subject does when a process ends is no part of the answer
}
