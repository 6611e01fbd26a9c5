// SPDX-License-Identifier: Apache-2.0
#include "command/output_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "command/verb.hpp"

namespace softlaw::properties {
namespace {

/// Where a chain of symbolic links leads, whether or not there is a file.
std::string target_of(std::filesystem::path path) {
  constexpr int longest_chain = 40;  // as the kernel follows
  std::error_code none;
  for (int i = 0; i < longest_chain && std::filesystem::is_symlink(path, none); ++i) {
    path = path.parent_path() / std::filesystem::read_symlink(path, none);
  }
  return path.string();
}

}  // namespace

OutputFile::OutputFile(std::string path, std::string option) : option_(std::move(option)) {
  if (path.empty())
    throw UsageError(option_ + " needs the name of a file, or - for standard output");
  path_ = target_of(std::move(path));
  // a device or a pipe cannot be replaced
  const bool replace = !std::filesystem::exists(path_) || std::filesystem::is_regular_file(path_);
  part_ = replace ? path_ + "." + std::to_string(getpid()) + ".part" : path_;
  file_.open(part_);
  if (!file_) fail();
}

OutputFile::~OutputFile() {
  std::error_code ignored;
  if (part_ != path_) std::filesystem::remove(part_, ignored);
}

void OutputFile::write(const std::string& text) {
  file_ << text;
  file_.close();
  if (!file_) fail();
  if (part_ != path_) std::filesystem::rename(part_, path_);
  part_ = path_;
}

void OutputFile::fail() const {
  throw std::runtime_error("cannot write '" + path_ + "': " + std::strerror(errno) +
                           "; name another file with " + option_ + ", or - for standard output");
}

}  // namespace softlaw::properties
