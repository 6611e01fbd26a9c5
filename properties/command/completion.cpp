// SPDX-License-Identifier: Apache-2.0
// Completion for shells, from the verbs and their options as the help has them.
#include <algorithm>
#include <iostream>
#include <map>

#include "command/options.hpp"
#include "reports/report.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

using Names = std::vector<std::string>;

/// The ids of items that have one.
template <class Items>
Names ids_of(const Items& items) {
  Names ids;
  for (const auto* item : items) ids.push_back(item->id);
  return ids;
}

Names function_names() {
  Names names;
  for (const FunctionItem* function : functions()) names.push_back(function->name);
  return names;
}

Names subject_names() {
  Names names = ids_of(faults());
  for (const SubjectPointer& subject : built_in_subjects()) names.push_back(subject->name());
  names.emplace_back(reference_subject);
  return names;
}

Names law_names() {
  Names names = ids_of(laws());
  for (const Law* law : laws()) names.push_back(family(law->id));
  return names;
}

/// Everything that `explain` explains, but for claims.
Names explained_names() {
  Names names = law_names();
  for (const Names& more : {ids_of(errata()), ids_of(faults()), function_names()}) {
    names.insert(names.end(), more.begin(), more.end());
  }
  return names;
}

Names format_names() {
  Names names;
  for (const Format& format : reference::formats()) names.emplace_back(format.name);
  return names;
}

Names report_names() {
  Names names;
  for (const Report* report : reports()) names.push_back(report->id + (report->to_log ? "" : "="));
  return names;
}

/// What may stand for a value that an option or an argument takes; nothing is known of numbers.
const std::map<std::string, std::function<Names()>>& kinds() {
  static const std::map<std::string, std::function<Names()>> all{
      {"PATTERN", law_names},
      {"FUNCTION", function_names},
      {"SUBJECT", subject_names},
      {"FORMAT", format_names},
      {"FORM=FILE", report_names},
      {"ID", explained_names},
      {"LEVEL",
       [] {
         return Names{"smoke", "ci", "nightly"};
       }},
      {"CONTRACT",
       [] {
         return Names{"correctly-rounded", "0.5ulp", "1ulp", "4ulp"};
       }},
      {"ACTION",
       [] {
         return Names{"add", "show", "check"};
       }},
      {"SHELL", [] {
         return Names{"bash", "zsh"};
       }}};
  return all;
}

bool is_file(const std::string& takes) {
  return takes == "FILE" || takes == "EVIDENCE" || takes == "SUBJECT" || takes == "BASELINE";
}

/// In single quotes of a shell.
std::string quoted(std::string text) {
  for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos; at += 4) {
    text.replace(at, 1, "'\\''");
  }
  return "'" + text + "'";
}

std::string joined(const Names& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : " ") + name;
  return all;
}

Names shown_verbs() {
  Names names;
  for (const Verb* verb : verbs()) {
    if (!verb->hidden) names.push_back(verb->id);
  }
  return names;
}

/// The option that takes a value and, of each verb, the words and the kinds of its arguments.
void print_bash() {
  std::cout << "# softlaw completion for bash\n"
               "_softlaw() {\n"
               "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} "
               "verb=${COMP_WORDS[1]} kind='' words=''\n"
               "  COMPREPLY=()\n"
               "  if [ \"$COMP_CWORD\" = 1 ]; then\n"
               "    mapfile -t COMPREPLY < <(compgen -W "
            << quoted(joined(shown_verbs()) + " help --help --version")
            << " -- \"$cur\")\n    return\n  fi\n  case $verb in\n";
  for (const Verb* verb : verbs()) {
    if (verb->hidden) continue;
    std::string options, kinds_of_options, positional;
    for (const Option& option : verb->options) {
      if (option.is_positional()) {
        if (positional.empty()) positional = option.takes;
      } else {
        options += option.name + " ";
        if (!option.is_flag()) {
          kinds_of_options += "        " + option.name + ") kind=" + quoted(option.takes) + " ;;\n";
        }
      }
    }
    std::cout << "    " << verb->id << ")\n      words=" << quoted(options + "--help")
              << "\n      kind=" << quoted(positional) << "\n      case $prev in\n"
              << kinds_of_options << "      esac ;;\n";
  }
  std::cout << "  esac\n"
               "  case $cur in\n"
               "    -*) mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\"); return ;;\n"
               "  esac\n"
               "  case $kind in\n"
               "    FILE | EVIDENCE | SUBJECT | BASELINE) mapfile -t COMPREPLY < <(compgen -f -- "
               "\"$cur\") ;;\n"
               "  esac\n"
               "  if [ -n \"$kind\" ]; then\n"
               "    mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY < <(compgen -W "
               "\"$(\"${COMP_WORDS[0]}\" complete \"$kind\" 2>/dev/null)\" -- \"$cur\")\n"
               "  fi\n"
               "}\n"
               "complete -o nosort -F _softlaw softlaw ./softlaw\n";
}

/// A text within the brackets of an option's description.
std::string zsh_text(const std::string& text) {
  std::string all;
  for (char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') all += '\\';
    all += c;
  }
  return all;
}

std::string zsh_action(const Option& option) {
  const std::string kind = zsh_text(option.takes);
  if (kinds().contains(option.takes)) {
    return ":" + kind + ":_softlaw_names " + option.takes;
  }
  return ":" + kind + ":" + (is_file(option.takes) ? "_files" : " ");
}

void print_zsh() {
  std::cout << "#compdef softlaw\n# softlaw completion for zsh\n"
               "_softlaw_names() {\n"
               "  local -a names\n"
               "  names=(${(f)\"$(${(Q)_softlaw_command} complete $1 2>/dev/null)\"})\n"
               "  compadd -a names\n"
               "  [[ $1 == SUBJECT ]] && _files\n"
               "}\n"
               "_softlaw() {\n"
               "  local curcontext=$curcontext state _softlaw_command=$words[1]\n"
               "  local -a verbs\n  verbs=(\n";
  for (const Verb* verb : verbs()) {
    if (!verb->hidden) {
      std::cout << "    " << quoted(verb->id + ":" + zsh_text(verb->summary)) << '\n';
    }
  }
  std::cout << "  )\n"
               "  _arguments -C '1:verb:->verb' '*::argument:->arguments' && return\n"
               "  case $state in\n"
               "    verb) _describe verb verbs ;;\n"
               "    arguments)\n"
               "      case $words[1] in\n";
  for (const Verb* verb : verbs()) {
    if (verb->hidden) continue;
    std::cout << "        " << verb->id << ") _arguments";
    for (const Option& option : verb->options) {
      const std::string many = option.repeated ? "*" : "";
      const std::string value = option.is_flag() ? "" : zsh_action(option);
      std::cout << " \\\n          "
                << quoted(option.is_positional()
                              ? (option.repeated ? "*" : "") + value
                              : many + option.name + "[" + zsh_text(option.help) + "]" + value);
    }
    std::cout << " ;;\n";
  }
  std::cout << "      esac ;;\n"
               "  esac\n"
               "}\n"
               "if [ \"$funcstack[1]\" = _softlaw ]; then _softlaw \"$@\"; else compdef _softlaw "
               "softlaw; fi\n";
}

const Option shell_argument{
    .name = "shell",
    .takes = "SHELL",
    .help = "bash or zsh",
    .check = [](const std::string& text) -> std::string {
      return text == "bash" || text == "zsh" ? "" : "expected bash or zsh, got '" + text + "'";
    },
    .required = true};
const Option kind_argument{
    .name = "kind", .takes = "KIND", .help = "The name of a value in the help", .required = true};

const Verb& completion_verb =
    verb({.id = "completion",
          .summary = "Print the completion for a shell: eval \"$(softlaw completion bash)\"",
          .options = {shell_argument},
          .run = [](const Given& given) -> int {
            given.text(shell_argument) == "bash" ? print_bash() : print_zsh();
            return ExitCode::holds;
          }});

/// Asked by the completions.
const Verb& complete_verb =
    verb({.id = "complete",
          .summary = "Print the names that complete a value",
          .options = {kind_argument},
          .run = [](const Given& given) -> int {
            const auto kind = kinds().find(given.text(kind_argument));
            if (kind == kinds().end()) return ExitCode::holds;
            Names names = kind->second();
            std::ranges::sort(names);
            names.erase(std::unique(names.begin(), names.end()), names.end());
            for (const std::string& name : names) std::cout << name << '\n';
            return ExitCode::holds;
          },
          .hidden = true});

}  // namespace
}  // namespace softlaw::properties
