// SPDX-License-Identifier: Apache-2.0
#include "command/evidence_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "command/verb.hpp"

namespace softlaw::properties {

EvidenceFile::EvidenceFile(std::string path) : path_(std::move(path)) {
  if (path_.empty()) throw UsageError("--json needs the name of a file, or - for standard output");
  // a device or a pipe cannot be replaced
  const bool replace = !std::filesystem::exists(path_) || std::filesystem::is_regular_file(path_);
  part_ = replace ? path_ + "." + std::to_string(getpid()) + ".part" : path_;
  file_.open(part_);
  if (!file_) fail();
}

EvidenceFile::~EvidenceFile() {
  std::error_code ignored;
  if (part_ != path_) std::filesystem::remove(part_, ignored);
}

void EvidenceFile::write(const std::string& text) {
  file_ << text;
  file_.close();
  if (!file_) fail();
  if (part_ != path_) std::filesystem::rename(part_, path_);
  part_ = path_;
}

void EvidenceFile::fail() const {
  throw std::runtime_error("cannot write '" + path_ + "': " + std::strerror(errno) +
                           "; name another file with --json, or - for standard output");
}

}  // namespace softlaw::properties
