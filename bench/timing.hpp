// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <ctime>
#include <random>
#include <vector>

/// The parts that the benchmarks share.
namespace bench {

/// Processor time, so that a busy machine does not distort the ratio.
template <class Call>
double nanoseconds(const Call& call, std::size_t repetitions) {
  const std::clock_t start = std::clock();
  for (std::size_t k = 0; k < repetitions; ++k) {
    call();
    benchmark::ClobberMemory();
  }
  return static_cast<double>(std::clock() - start) * (1e9 / CLOCKS_PER_SEC);
}

/// Runs our function and a yardstick in turn, so that both see the same machine, and reports the time
/// of either in nanoseconds an entry, and their ratio.
template <class Ours, class Yardstick>
void compare(benchmark::State& state, std::size_t n, const char* yardstick_name, const Ours& ours,
             const Yardstick& yardstick) {
  const std::size_t repetitions = 100000 / n;
  double our_time = 0;
  double other_time = 0;
  for ([[maybe_unused]] auto _ : state) {
    our_time += nanoseconds(ours, repetitions);
    other_time += nanoseconds(yardstick, repetitions);
  }
  const double entries =
      static_cast<double>(state.iterations()) * static_cast<double>(repetitions * n);
  state.counters["softlaw_ns"] = our_time / entries;
  state.counters[yardstick_name] = other_time / entries;
  state.counters["ratio"] = our_time / other_time;
}

template <class R>
std::vector<R> normal_vector(std::size_t n, std::size_t seed) {
  std::mt19937_64 random(seed);
  std::normal_distribution<R> normal;
  std::vector<R> x(n);
  for (R& entry : x) entry = normal(random);
  return x;
}

}  // namespace bench
