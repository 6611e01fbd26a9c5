// SPDX-License-Identifier: Apache-2.0
// The parts that the readers of laws and of claims share.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "pages/record.hpp"

namespace softlaw::literate {

using properties::Record;

/// The pages in the comments of a C++ source.
/// @throws std::runtime_error with file and line where one lacks a part that a page must have.
std::vector<Record> read_laws(const std::string& path);
/// A source and its claims, from a `.claims` file.
/// @throws std::runtime_error likewise.
std::vector<Record> read_claims(const std::string& path);
/// The theorems of a `.proofs` file, which the check of the proofs writes.
/// @throws std::runtime_error likewise.
std::vector<Record> read_proofs(const std::string& path);

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

inline std::runtime_error error(const std::string& file, int line, const std::string& what) {
  return std::runtime_error(file + ":" + std::to_string(line) + ": " + what);
}

inline std::runtime_error error(const Record& at, const std::string& what) {
  return error(at.file, at.line, what);
}

}  // namespace softlaw::literate
