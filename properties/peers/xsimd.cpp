// SPDX-License-Identifier: Apache-2.0
// xsimd's exp for the processor that the compiler is told, in the textbook's loop.
#include <string>
#include <xsimd/xsimd.hpp>

#include "peer.hpp"

namespace {

template <class R>
struct Exp {
  using Real = R;
  using Batch = xsimd::batch<R>;
  static constexpr std::size_t lanes = Batch::size;
  static void exp(const R* x, R* out) { xsimd::exp(Batch::load_unaligned(x)).store_unaligned(out); }
};

const softlaw_binary64 binary64 = peer::loop_table<softlaw_binary64, Exp<double>>();
const softlaw_binary32 binary32 = peer::loop_table<softlaw_binary32, Exp<float>>();
const std::string name = "loop on xsimd " + std::to_string(XSIMD_VERSION_MAJOR) + "." +
                         std::to_string(XSIMD_VERSION_MINOR) + "." +
                         std::to_string(XSIMD_VERSION_PATCH);
const softlaw_subject xsimd_loop = peer::subject(name.c_str(), &binary64, &binary32);

}  // namespace

extern "C" const softlaw_subject* softlaw_subject_get(void) { return &xsimd_loop; }
