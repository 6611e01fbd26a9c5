// SPDX-License-Identifier: Apache-2.0
// The manual page, from the verbs and their options as the help has them.
#include <iostream>

#include "command/verb.hpp"

namespace softlaw::properties {
namespace {

/// Text of roff: neither a backslash nor the start of a line has a meaning.
std::string roff(const std::string& text) {
  std::string all;
  for (char c : text) {
    if (c == '\\') {
      all += "\\e";
    } else if (c == '-') {
      all += "\\-";
    } else if ((c == '.' || c == '\'') && (all.empty() || all.back() == '\n')) {
      all += std::string("\\&") + c;
    } else {
      all += c;
    }
  }
  return all;
}

void print_option(const Option& option) {
  std::cout << ".TP\n";
  if (option.is_positional()) {
    std::cout << "\\fI" << roff(option.takes) << "\\fR" << (option.repeated ? " ..." : "") << '\n';
  } else {
    std::cout << "\\fB" << roff(option.name) << "\\fR"
              << (option.is_flag() ? "" : " \\fI" + roff(option.takes) + "\\fR") << '\n';
  }
  std::cout << roff(option.help) << (option.help.ends_with('.') ? "" : ".");
  if (!option.preset.empty()) std::cout << " Default: " << roff(option.preset) << '.';
  if (!option.excludes.empty()) std::cout << " Not with " << roff(option.excludes) << '.';
  std::cout << '\n';
}

void print_verb(const Verb& verb) {
  std::cout << ".SS softlaw " << roff(verb.id) << '\n' << roff(verb.summary) << ".\n";
  for (const Option& option : verb.options) print_option(option);
  std::cout << ".PP\n" << roff(verb.exit_codes) << '\n';
}

void print_page() {
  std::cout
      << ".TH SOFTLAW 1 \"\" \"softlaw " << SOFTLAW_VERSION << "\" \"User Commands\"\n"
      << ".SH NAME\nsoftlaw \\- judge implementations of the softmax family by its laws\n"
      << ".SH SYNOPSIS\n.B softlaw\n.I VERB\n[\\fIOPTION\\fR ...]\n"
      << ".SH DESCRIPTION\n"
         "softlaw checks a numeric kernel of the softmax family, its own or a shared object of "
         "yours, "
         "against mathematical laws. No tolerance is chosen: a returned number stands for the "
         "exact values that the contract of the implementation allows, and a law fails only if it "
         "is certainly broken.\n"
      << ".SH VERBS\n";
  for (const Verb* verb : verbs()) {
    if (!verb->hidden && verb->run) print_verb(*verb);
  }
  std::cout
      << ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nNo colours, if it is set.\n"
         ".TP\n.B CI\nNo database of recent failures, if it is set.\n"
         ".SH FILES\n.TP\n.I evidence.json\nThe evidence of the last run.\n"
         ".TP\n.I .softlaw/failures\nInputs at which laws broke, judged first by the next run.\n";
}

const Verb& man_verb = verb({.id = "man",
                             .summary = "Print the manual page: softlaw man | man -l -",
                             .options = {},
                             .run = [](const Given&) -> int {
                               print_page();
                               return ExitCode::holds;
                             }});

}  // namespace
}  // namespace softlaw::properties
