// SPDX-License-Identifier: Apache-2.0
#pragma once

#if defined(__SSE2__)
#include <xmmintrin.h>
#else
#include <cfenv>
#endif

/// The floating-point environment that the kernels need, whatever the caller's is.
namespace softlaw::kernel {

/// To nearest, subnormal numbers as they are, no traps; afterwards what was before, flags included but
/// that of an inexact result. Where nothing is to be changed, nothing is written: that takes long.
class DefaultEnvironment {
 public:
  DefaultEnvironment(const DefaultEnvironment&) = delete;
  DefaultEnvironment& operator=(const DefaultEnvironment&) = delete;
#if defined(__SSE2__)
  DefaultEnvironment() : before_(_mm_getcsr()) {
    if ((before_ & ~flags) != all_masked) _mm_setcsr(all_masked);
  }
  ~DefaultEnvironment() {
    if ((_mm_getcsr() | inexact) != (before_ | inexact)) _mm_setcsr(before_);
  }

 private:
  static constexpr unsigned all_masked = 0x1f80;
  static constexpr unsigned flags = 0x3f;
  static constexpr unsigned inexact = 0x20;
  unsigned before_;
#else
  DefaultEnvironment() {
    std::fegetenv(&before_);
    std::fesetenv(FE_DFL_ENV);
  }
  ~DefaultEnvironment() { std::fesetenv(&before_); }

 private:
  std::fenv_t before_;
#endif
};

/// Not inlined, so that no operation of the call moves before or behind the change of environment.
template <class Call>
[[gnu::noinline]] auto apart(const Call& call) {
  return call();
}

/// call() in the default environment.
template <class Call>
auto in_default_environment(const Call& call) {
  const DefaultEnvironment environment;
  return apart(call);
}

}  // namespace softlaw::kernel
