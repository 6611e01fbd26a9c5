// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cfenv>
#include <string>

namespace softlaw::properties {

/// Whether subnormal numbers become zero now.
bool flushes_to_zero();
/// The rounding mode now, such as `to nearest`.
std::string rounding_mode();

/// The floating-point environment at its construction, which comes back at its destruction: a subject
/// that changes the rounding mode or flushes subnormal numbers to zero must not change the judge's
/// arithmetic.
class EnvironmentGuard {
 public:
  EnvironmentGuard();
  ~EnvironmentGuard();
  EnvironmentGuard(const EnvironmentGuard&) = delete;
  EnvironmentGuard& operator=(const EnvironmentGuard&) = delete;

  /// What is different now, such as `flushes subnormal numbers to zero`; empty if nothing is.  Exception
  /// flags do not count.
  std::string change() const;

 private:
  std::fenv_t kept_;
  int rounding_;
  bool flushes_;
};

}  // namespace softlaw::properties
