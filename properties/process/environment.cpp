// SPDX-License-Identifier: Apache-2.0
#include "process/environment.hpp"

#include <limits>

namespace softlaw::properties {
namespace {

const char* name_of(int rounding) {
  switch (rounding) {
    case FE_UPWARD:
      return "upward";
    case FE_DOWNWARD:
      return "downward";
    case FE_TOWARDZERO:
      return "toward zero";
    default:
      return "to nearest";
  }
}

}  // namespace

/// Asked by doing it, which works on every processor.
bool flushes_to_zero() {
  const volatile double least_normal = std::numeric_limits<double>::min();
  const volatile double half = least_normal / 2;
  const volatile double subnormal = std::numeric_limits<double>::denorm_min();
  const volatile double lifted = subnormal * 0x1p1000;
  return half == 0 || lifted == 0;
}

std::string rounding_mode() { return name_of(std::fegetround()); }

EnvironmentGuard::EnvironmentGuard()
    : kept_(), rounding_(std::fegetround()), flushes_(flushes_to_zero()) {
  std::fegetenv(&kept_);
}

EnvironmentGuard::~EnvironmentGuard() { std::fesetenv(&kept_); }

std::string EnvironmentGuard::change() const {
  const int rounding = std::fegetround();
  if (rounding != rounding_) return std::string("rounds ") + name_of(rounding);
  const bool flushes = flushes_to_zero();
  if (flushes == flushes_) return "";
  return flushes ? "flushes subnormal numbers to zero" : "keeps subnormal numbers";
}

}  // namespace softlaw::properties
