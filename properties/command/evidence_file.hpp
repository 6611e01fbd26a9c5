// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <string>

namespace softlaw::properties {

/// A file that appears once all of it is written: until then the old one stays.
class EvidenceFile {
 public:
  /// Throws UsageError if the path is empty, std::runtime_error if nothing can be written there.
  explicit EvidenceFile(std::string path);
  ~EvidenceFile();
  EvidenceFile(const EvidenceFile&) = delete;
  EvidenceFile& operator=(const EvidenceFile&) = delete;

  void write(const std::string& text);

 private:
  [[noreturn]] void fail() const;

  std::string path_, part_;
  std::ofstream file_;
};

}  // namespace softlaw::properties
