// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <array>
#include <cstddef>
#include <ctime>
#include <random>
#include <softlaw/softlaw.hpp>
#include <string>
#include <vector>

#include "libm.hpp"

/// Each benchmark runs our function and the plain loop in turn, so that both see the same machine,
/// and reports the time of either in nanoseconds an entry, and their ratio.
namespace {

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

template <class Ours, class Theirs>
void compare(benchmark::State& state, std::size_t n, const Ours& ours, const Theirs& theirs) {
  const std::size_t repetitions = 100000 / n;
  double our_time = 0;
  double their_time = 0;
  for ([[maybe_unused]] auto _ : state) {
    our_time += nanoseconds(ours, repetitions);
    their_time += nanoseconds(theirs, repetitions);
  }
  const double entries =
      static_cast<double>(state.iterations()) * static_cast<double>(repetitions * n);
  state.counters["softlaw_ns"] = our_time / entries;
  state.counters["libm_ns"] = their_time / entries;
  state.counters["ratio"] = our_time / their_time;
}

template <class R>
std::vector<R> normal_vector(std::size_t n) {
  std::mt19937_64 random(n);
  std::normal_distribution<R> normal;
  std::vector<R> x(n);
  for (R& entry : x) entry = normal(random);
  return x;
}

template <class R>
void add_benchmarks(const std::string& type, std::size_t n) {
  const auto add = [&](const std::string& name, auto ours, auto theirs) {
    const std::string title = name + "/" + type + "/" + std::to_string(n);
    const auto run = [=](benchmark::State& state) {
      const std::vector<R> values = normal_vector<R>(n);
      std::vector<R> out(n);
      const std::span<const R> x = values;
      const std::span<R> y = out;
      compare(
          state, n, [=] { ours(x, y); }, [=] { theirs(x, y); });
    };
    benchmark::RegisterBenchmark(title.c_str(), run);
  };
  using In = std::span<const R>;
  using Out = std::span<R>;
  add(
      "logsumexp", [](In x, Out y) { y[0] = softlaw::logsumexp(x); },
      [](In x, Out y) { y[0] = libm::logsumexp(x); });
  add(
      "softmax", [](In x, Out y) { softlaw::softmax(x, y); },
      [](In x, Out y) { libm::softmax(x, y); });
  add(
      "log_softmax", [](In x, Out y) { softlaw::log_softmax(x, y); },
      [](In x, Out y) { libm::log_softmax(x, y); });
}

/// The entropy wants probabilities.
template <class R>
void add_entropy(const std::string& type, std::size_t n) {
  const std::string title = "entropy/" + type + "/" + std::to_string(n);
  const auto run = [=](benchmark::State& state) {
    std::vector<R> p = normal_vector<R>(n);
    softlaw::softmax(p, p);
    R sink = 0;
    compare(
        state, n, [&] { benchmark::DoNotOptimize(sink = softlaw::entropy(p)); },
        [&] { benchmark::DoNotOptimize(sink = libm::entropy(p)); });
  };
  benchmark::RegisterBenchmark(title.c_str(), run);
}

}  // namespace

int main(int count, char** arguments) {
  for (const std::size_t n : std::array<std::size_t, 3>{10, 1000, 100000}) {
    add_benchmarks<double>("binary64", n);
    add_benchmarks<float>("binary32", n);
    add_entropy<double>("binary64", n);
    add_entropy<float>("binary32", n);
  }
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
