// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "function/item.hpp"

// The lines by which a process answers for a subject: docs/chapters/protocol.md describes them.
namespace softlaw::properties::protocol {

inline constexpr int version = 1;

/// The line without the mark and all that stands before it; nothing if it has none: it is no answer
/// then, but something that the process prints.
std::optional<std::string_view> marked(std::string_view line);

/// What a process says of itself before it is asked anything.
struct Description {
  std::string name, contract;
  std::map<std::string, std::set<std::string>> functions;  ///< of each format, by its name
  bool ready = false;                                      ///< it has said all

  /// Takes in a line, without its mark.  Throws std::invalid_argument that shows it when it cannot be
  /// read, or says something that this version does not know.
  void read(std::string_view line);

 private:
  void finish() const;
  bool has_version_ = false;
};

/// The line that asks for a function.  Throws Inexact when an argument is not a float of the format.
std::string question(std::uint64_t number, const FunctionItem& function, const Arguments& arguments,
                     const Format& format);

/// Thrown when a line does not answer the question that was asked.
struct NoAnswer : std::runtime_error {
  using runtime_error::runtime_error;
};

/// The answer in a line, without its mark.  Throws NoAnswer, and Failed where it says that the
/// function failed, or gives other than the due number of results, or some that cannot be read.
Answer read_answer(std::string_view line, std::uint64_t number, const FunctionItem& function,
                   const Arguments& arguments, const Format& format);

}  // namespace softlaw::properties::protocol
