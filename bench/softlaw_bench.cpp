// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <array>
#include <cstddef>
#include <softlaw/softlaw.hpp>
#include <string>

#include "derivatives_bench.hpp"
#include "lattice_bench.hpp"
#include "libm.hpp"
#include "peers.hpp"
#include "timing.hpp"

namespace {

using bench::normal_vector;

template <class Ours, class Theirs>
void compare(benchmark::State& state, std::size_t n, const Ours& ours, const Theirs& theirs) {
  bench::compare(state, n, "libm_ns", ours, theirs);
}

template <class R>
void add_benchmarks(const std::string& type, std::size_t n) {
  const auto add = [&](const std::string& name, auto ours, auto theirs) {
    const std::string title = name + "/" + type + "/" + std::to_string(n);
    const auto run = [=](benchmark::State& state) {
      const std::vector<R> values = normal_vector<R>(n, n);
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
    std::vector<R> p = normal_vector<R>(n, n);
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
  if (count == 2 && std::string(arguments[1]) == "peers") {
    compare_with_peers();
    return 0;
  }
  for (const std::size_t n : std::array<std::size_t, 3>{10, 1000, 100000}) {
    add_benchmarks<double>("binary64", n);
    add_benchmarks<float>("binary32", n);
    add_entropy<double>("binary64", n);
    add_entropy<float>("binary32", n);
    add_derivative_benchmarks(n);
  }
  add_lattice_benchmarks();
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
