// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <poll.h>
#include <signal.h>

#include <cerrno>
#include <fstream>
#include <string>

namespace softlaw::properties {

/// Whether a process still runs.  One that has ended and that its parent has not waited for does not: a
/// container's first process may leave all its orphans so.
inline bool is_alive(pid_t process) {
  if (kill(process, 0) != 0 && errno == ESRCH) return false;
  std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
  std::string text;
  std::getline(stat, text);
  const auto name_end = text.rfind(") ");
  return name_end == std::string::npos || text[name_end + 2] != 'Z';
}

inline bool ends_soon(pid_t process) {
  for (int i = 0; i < 500 && is_alive(process); ++i) poll(nullptr, 0, 10);
  return !is_alive(process);
}

}  // namespace softlaw::properties
