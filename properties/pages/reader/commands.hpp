// SPDX-License-Identifier: Apache-2.0
// What the readers of texts share: lines that begin with a command, and what they write.
#pragma once

#include <stdexcept>
#include <string>

namespace softlaw::literate {

inline std::string trim(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

/// `\name{argument} rest` or `\name rest`; an empty name if the line begins with no command.
struct Command {
  std::string name, argument, rest;
};

inline Command read_command(const std::string& line) {
  if (line.empty() || line.front() != '\\') return {};
  const auto end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 1);
  Command command{line.substr(1, end == std::string::npos ? end : end - 1), "", ""};
  if (end == std::string::npos) return command;
  std::size_t rest = end;
  if (line[end] == '{') {
    const auto close = line.find('}', end);
    if (close == std::string::npos) return {};
    command.argument = line.substr(end + 1, close - end - 1);
    rest = close + 1;
  }
  command.rest = trim(line.substr(rest));
  return command;
}

/// A raw string literal; its delimiter occurs in no text.
inline std::string literal(const std::string& text) { return "R\"~page~(" + text + ")~page~\""; }

/// Where something was read: the name of the file without its folders.
struct Place {
  std::string file;
  int line;

  std::runtime_error error(const std::string& what) const {
    return std::runtime_error(file + ":" + std::to_string(line) + ": " + what);
  }
};

inline std::string without_folders(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

}  // namespace softlaw::literate
