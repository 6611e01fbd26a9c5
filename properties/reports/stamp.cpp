// SPDX-License-Identifier: Apache-2.0
#include "reports/stamp.hpp"

#include <gnu/libc-version.h>
#include <mpfr.h>
#include <sys/utsname.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>

#include "process/environment.hpp"
#include "softlaw_commit.hpp"

namespace softlaw::properties {
namespace {

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

std::string system_name() {
  utsname names{};
  if (uname(&names) != 0) return "unknown";
  return std::string(names.sysname) + " " + names.release + " " + names.machine;
}

std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    const auto colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
  }
  return "unknown";
}

/// The instruction sets by which the library chooses its kernels.
std::string vector_targets() {
  std::string all;
#if defined(__x86_64__)
  const auto add = [&](bool has, const char* name) {
    if (has) all += (all.empty() ? "" : " ") + std::string(name);
  };
  add(__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
          __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw"),
      "avx512");
  add(__builtin_cpu_supports("avx2"), "avx2");
  add(__builtin_cpu_supports("fma"), "fma");
  add(__builtin_cpu_supports("sse4.2"), "sse4.2");
#elif defined(__aarch64__)
  all = "neon";
#endif
  return all.empty() ? "none" : all;
}

}  // namespace

Stamp environment_stamp() {
  return {{"commit", SOFTLAW_COMMIT},
          {"date", utc_now()},
          {"compiler", SOFTLAW_COMPILER},
          {"flags", SOFTLAW_FLAGS},
          {"libm", std::string("glibc ") + gnu_get_libc_version()},
          {"mpfr", mpfr_get_version()},
          {"system", system_name()},
          {"processor", processor()},
          {"vector targets", vector_targets()},
          {"rounding", rounding_mode()},
          {"subnormals", flushes_to_zero() ? "flushed to zero" : "kept"}};
}

const std::string& value_of(const Stamp& stamp, const std::string& name) {
  static const std::string nothing;
  const auto found = std::ranges::find(stamp, name, &Stamp::value_type::first);
  return found == stamp.end() ? nothing : found->second;
}

}  // namespace softlaw::properties
