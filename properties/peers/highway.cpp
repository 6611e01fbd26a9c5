// SPDX-License-Identifier: Apache-2.0
// Highway's exp for the processor that the compiler is told, in the textbook's loop.
#define HWY_COMPILE_ONLY_STATIC
#include <hwy/base.h>
#include <hwy/contrib/math/math-inl.h>
#include <hwy/highway.h>

#include <string>

#include "peer.hpp"

namespace {

namespace hn = hwy::HWY_NAMESPACE;

template <class R>
struct Exp {
  using Real = R;
  static constexpr hn::ScalableTag<R> tag{};
  static constexpr std::size_t lanes = hn::MaxLanes(tag);
  static void exp(const R* x, R* out) { hn::StoreU(hn::Exp(tag, hn::LoadU(tag, x)), tag, out); }
};

const softlaw_binary64 binary64 = peer::loop_table<softlaw_binary64, Exp<double>>();
const softlaw_binary32 binary32 = peer::loop_table<softlaw_binary32, Exp<float>>();
const std::string name = "loop on Highway " + std::to_string(HWY_MAJOR) + "." +
                         std::to_string(HWY_MINOR) + "." + std::to_string(HWY_PATCH);
const softlaw_subject highway = peer::subject(name.c_str(), &binary64, &binary32);

}  // namespace

extern "C" const softlaw_subject* softlaw_subject_get(void) { return &highway; }
