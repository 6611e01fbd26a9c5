// SPDX-License-Identifier: Apache-2.0
// Compiles the kernels once a target (HWY_FOREACH_TARGET includes this file again) and chooses.
// Of Highway only headers are used, so that nothing is to be linked: not its choice, either.
#define HWY_DISABLED_TARGETS \
  (HWY_SSSE3 | HWY_AVX3_DL | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "vector/target.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "information-inl.hpp"

HWY_BEFORE_NAMESPACE();
namespace softlaw::vector::HWY_NAMESPACE {

const Target kernels{.name = hwy::TargetName(HWY_TARGET),
                     .maximum = find_maximum,
                     .short_sum = sum<Short>,
                     .long_sum = sum<Long>,
                     .store = store_exponentials,
                     .multiply = multiply,
                     .subtract = subtract,
                     .residual = residual,
                     .logarithms = weighted_logarithms,
                     .ratios = weighted_ratios,
                     .gaps = weighted_gaps<double>,
                     .stored_gaps = stored_gaps,
                     .exponential = exponential_of,
                     .log1p = log1p_of,
                     .maximum32 = find_maximum32,
                     .sum32 = sum32,
                     .store32 = store_exponentials32,
                     .multiply32 = multiply32,
                     .subtract32 = subtract32,
                     .residual32 = residual32,
                     .logarithms32 = weighted_logarithms32,
                     .ratios32 = weighted_ratios32,
                     .gaps32 = weighted_gaps<float>,
                     .stored_gaps32 = stored_gaps32};

}  // namespace softlaw::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

#include <array>
#include <atomic>

namespace softlaw::vector {
namespace {

/// Has the processor what the compiler was told of this target?
bool is_supported([[maybe_unused]] std::int64_t target) {
#if HWY_ARCH_X86
  const auto has_avx2 = [] {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
           __builtin_cpu_supports("bmi2");
  };
  if (target == HWY_AVX3) {
    return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512cd");
  }
  if (target == HWY_AVX2) return has_avx2();
  if (target == HWY_SSE4) {
    return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul");
  }
#endif
  return true;
}

struct List {
  std::array<const Target*, 8> targets{};
  List() {
    std::size_t n = 0;
    const auto add = [&](std::int64_t target, const Target& kernels) {
      if (is_supported(target)) targets[n++] = &kernels;
    };
#if HWY_TARGETS & HWY_AVX3
    add(HWY_AVX3, N_AVX3::kernels);
#endif
#if HWY_TARGETS & HWY_AVX2
    add(HWY_AVX2, N_AVX2::kernels);
#endif
#if HWY_TARGETS & HWY_SSE4
    add(HWY_SSE4, N_SSE4::kernels);
#endif
#if HWY_TARGETS & HWY_NEON
    add(HWY_NEON, N_NEON::kernels);
#endif
#if HWY_TARGETS & HWY_EMU128
    add(HWY_EMU128, N_EMU128::kernels);
#endif
#if HWY_TARGETS & HWY_SCALAR
    add(HWY_SCALAR, N_SCALAR::kernels);
#endif
  }
};

std::atomic<const Target*> chosen{nullptr};

}  // namespace

const Target* const* targets() {
  static const List list;
  return list.targets.data();
}

const Target& target() {
  const Target* now = chosen.load(std::memory_order_relaxed);
  if (now == nullptr) {
    now = targets()[0];
    chosen.store(now, std::memory_order_relaxed);
  }
  return *now;
}

void use(const Target& other) { chosen.store(&other, std::memory_order_relaxed); }

}  // namespace softlaw::vector
#endif
