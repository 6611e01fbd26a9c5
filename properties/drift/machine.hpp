// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace softlaw::properties::drift {

/// What decides the bits of a result beside its source: an environment of a baseline.
struct Machine {
  std::string processor;  ///< architecture and the features that change arithmetic
  std::string libm;       ///< the C library
  std::string compiler;   ///< of the subject

  /// Of this process; the compiler of a shared object is read from the file, that of a built-in subject,
  /// which has none, is this program's.
  static Machine here(const std::string& file);
  /// `x86-64 avx avx2 fma; glibc 2.36; GCC 12.2.0`, and back; throws std::invalid_argument.
  std::string text() const;
  static Machine read(const std::string& text);

  /// How many of the three are the same.
  int likeness(const Machine& other) const;
  friend bool operator==(const Machine&, const Machine&) = default;
};

}  // namespace softlaw::properties::drift
