// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

/// Implementations by others, in a form that hides their headers and compiler options.
namespace peers {

/// A peer's functions; null where it has none. Rows of n >= 1 entries.
template <class R>
struct Peer {
  const char* name;
  R (*logsumexp)(const R* x, std::size_t n);
  void (*softmax)(const R* x, std::size_t n, R* out);
  void (*log_softmax)(const R* x, std::size_t n, R* out);
  R (*label_loss)(const R* x, std::size_t n, std::size_t label) = nullptr;
  void (*label_gradient)(const R* x, std::size_t n, std::size_t label, R* out) = nullptr;
  R (*entropy)(const R* p, std::size_t n) = nullptr;
  R (*divergence)(const R* p, const R* q, std::size_t n) = nullptr;
};

extern const Peer<double> plain_libm, fast_math;
extern const Peer<float> plain_libm32, fast_math32;
#ifdef SOFTLAW_BENCH_EIGEN
extern const Peer<double> eigen;
extern const Peer<float> eigen32;
#endif
#ifdef SOFTLAW_BENCH_XSIMD
extern const Peer<double> xsimd_loop;
extern const Peer<float> xsimd_loop32;
#endif

}  // namespace peers

/// Prints the table of softlaw's times and its ratios to the peers.
void compare_with_peers();
