// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <string>

namespace softlaw::properties {

/// A file that appears once all of it is written: until then the old one stays.  A symbolic link
/// stays one: its target is written.
class OutputFile {
 public:
  /// `option` asked for it.  Throws UsageError if the path is empty, std::runtime_error if nothing can
  /// be written there.
  OutputFile(std::string path, std::string option);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(const std::string& text);

 private:
  [[noreturn]] void fail() const;

  std::string path_, option_, part_;
  std::ofstream file_;
};

}  // namespace softlaw::properties
