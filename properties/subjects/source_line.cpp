// SPDX-License-Identifier: Apache-2.0
#include "subjects/source_line.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <filesystem>
#include <vector>

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace softlaw::properties {
namespace {

/// The standard output of a program, whose errors are nobody's; empty if it cannot be started.
std::string output_of(std::vector<std::string> words) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = -1;
  const int failed =
      posix_spawnp(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t n = 0; !failed && (n = read(ends[0], buffer.data(), buffer.size())) > 0;) {
    text.append(buffer.data(), static_cast<std::size_t>(n));
  }
  close(ends[0]);
  if (!failed) waitpid(process, nullptr, 0);
  return text;
}

std::string hexadecimal_offset(const void* code, const void* base) {
  std::array<char, 20> digits{};
  const auto offset =
      reinterpret_cast<std::uintptr_t>(code) - reinterpret_cast<std::uintptr_t>(base);
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), offset, 16).ptr;
  return "0x" + std::string(digits.data(), end);
}

}  // namespace

std::string source_line(const void* code) {
  Dl_info object{};
  if (!code || dladdr(code, &object) == 0 || !object.dli_fname) return {};
  std::string line =
      output_of({"addr2line", "-e", object.dli_fname, hexadecimal_offset(code, object.dli_fbase)});
  line = line.substr(0, line.find_first_of("\n "));  // a discriminator may follow
  const std::size_t colon = line.rfind(':');
  if (colon == std::string::npos || line.starts_with("?") || line.ends_with("?") ||
      line.substr(colon + 1) == "0") {
    return {};
  }
  std::error_code none;
  const auto file = std::filesystem::path(line.substr(0, colon)).lexically_normal();
  const auto near = file.lexically_relative(std::filesystem::current_path(none));
  const bool inside = !near.empty() && *near.begin() != "..";
  return (inside ? near : file).string() + line.substr(colon);
}

}  // namespace softlaw::properties
