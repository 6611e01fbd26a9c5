// SPDX-License-Identifier: Apache-2.0
// SLEEF's exp of 1.0 ulp, which chooses its instructions itself, in the textbook's loop.
#include <sleef.h>

#include <string>

#include "peer.hpp"

namespace {

struct Exp64 {
  using Real = double;
  static constexpr std::size_t lanes = 2;
  static void exp(const double* x, double* out) {
    _mm_storeu_pd(out, Sleef_expd2_u10(_mm_loadu_pd(x)));
  }
};
struct Exp32 {
  using Real = float;
  static constexpr std::size_t lanes = 4;
  static void exp(const float* x, float* out) {
    _mm_storeu_ps(out, Sleef_expf4_u10(_mm_loadu_ps(x)));
  }
};

const softlaw_binary64 binary64 = peer::loop_table<softlaw_binary64, Exp64>();
const softlaw_binary32 binary32 = peer::loop_table<softlaw_binary32, Exp32>();
const std::string name = "loop on SLEEF " + std::to_string(SLEEF_VERSION_MAJOR) + "." +
                         std::to_string(SLEEF_VERSION_MINOR) + "." +
                         std::to_string(SLEEF_VERSION_PATCHLEVEL);
const softlaw_subject sleef = peer::subject(name.c_str(), &binary64, &binary32);

}  // namespace

extern "C" const softlaw_subject* softlaw_subject_get(void) { return &sleef; }
