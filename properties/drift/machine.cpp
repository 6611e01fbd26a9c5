// SPDX-License-Identifier: Apache-2.0
#include "drift/machine.hpp"

#include <gnu/libc-version.h>
#include <sys/utsname.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>

namespace softlaw::properties::drift {
namespace {

std::string processor_here() {
  utsname name{};
  std::string text = uname(&name) == 0 ? name.machine : "unknown";
#if defined(__x86_64__) || defined(__i386__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("sse4.2")) text += " sse4.2";
  if (__builtin_cpu_supports("avx")) text += " avx";
  if (__builtin_cpu_supports("avx2")) text += " avx2";
  if (__builtin_cpu_supports("fma")) text += " fma";
  if (__builtin_cpu_supports("avx512f")) text += " avx512f";
#endif
  return text;
}

std::string own_compiler() {
#if defined(__clang__)
  return "clang " + std::to_string(__clang_major__) + "." + std::to_string(__clang_minor__) + "." +
         std::to_string(__clang_patchlevel__);
#else
  return "GCC " __VERSION__;
#endif
}

/// Compilers sign their objects; the C library's start-up files, which GCC made, are in every one.
std::string compiler_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string all{std::istreambuf_iterator<char>(in), {}};
  std::smatch found;
  if (std::regex_search(all, found, std::regex(R"(clang version ([0-9.]+))"))) {
    return "clang " + found[1].str();
  }
  if (std::regex_search(all, found, std::regex(R"(GCC: \([^)]*\) ([0-9.]+))"))) {
    return "GCC " + found[1].str();
  }
  return "unknown compiler";
}

}  // namespace

Machine Machine::here(const std::string& file) {
  return {processor_here(), std::string("glibc ") + gnu_get_libc_version(),
          file.empty() ? own_compiler() : compiler_of(file)};
}

std::string Machine::text() const { return processor + "; " + libm + "; " + compiler; }

Machine Machine::read(const std::string& text) {
  const auto first = text.find("; "), second = text.rfind("; ");
  if (first == std::string::npos || first == second) {
    throw std::invalid_argument("cannot read the machine '" + text +
                                "': expected processor; C library; compiler");
  }
  return {text.substr(0, first), text.substr(first + 2, second - first - 2),
          text.substr(second + 2)};
}

int Machine::likeness(const Machine& other) const {
  return (processor == other.processor) + (libm == other.libm) + (compiler == other.compiler);
}

}  // namespace softlaw::properties::drift
