// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contracts/contract.hpp"
#include "value/toml.hpp"

namespace softlaw::properties {

/// A contract that people commit, in TOML: see docs/chapters/contract_files.md.
struct ContractFile {
  std::string subject;                 ///< as --subject takes it; or empty
  std::vector<std::string> formats;    ///< that are judged; all if empty
  std::vector<std::string> functions;  ///< that the subject must supply
  Contract contract;

  /// Throws std::invalid_argument with file, line, key and what is allowed.
  static ContractFile read(const Toml& file);
  /// The same from the disk; a subject with a slash is found from the folder of the file.
  static ContractFile read_file(const std::string& path);
  /// As read() takes it; `comments` are lines that go first.
  std::string text(const std::vector<std::string>& comments = {}) const;
};

/// Whether --contract names a file, and not a contract by its name or its promises.
bool names_contract_file(const std::string& text);

}  // namespace softlaw::properties
