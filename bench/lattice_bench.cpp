// SPDX-License-Identifier: Apache-2.0
#include "lattice_bench.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <limits>
#include <softlaw/lattice.hpp>
#include <string>

namespace {

/// The least processor time of a call, in nanoseconds, out of some rounds of `repetitions` calls of
/// each, in turn.
template <class... Calls>
std::array<double, sizeof...(Calls)> least_nanoseconds(int repetitions, const Calls&... calls) {
  std::array<double, sizeof...(Calls)> least;
  least.fill(std::numeric_limits<double>::infinity());
  for (int round = 0; round < 15; ++round) {
    std::size_t i = 0;
    const auto measure = [&](const auto& call) {
      const std::clock_t start = std::clock();
      for (int k = 0; k < repetitions; ++k) benchmark::DoNotOptimize(call());
      const auto ticks = static_cast<double>(std::clock() - start);
      least[i] = std::min(least[i], ticks * (1e9 / CLOCKS_PER_SEC) / repetitions);
      ++i;
    };
    (measure(calls), ...);
  }
  return least;
}

/// The sum as it is written, relative to the nearest point so that it does not underflow.
double direct(double n, double d, double alpha) {
  const double least = n - static_cast<double>(softlaw::lattice_nearest(n, d)) * d - d * d;
  const double last = std::floor(n / d);
  double sum = 0;
  for (double k = 0; k <= last; ++k) {
    const double delta = n - k * d - d * d;
    sum += std::exp(-alpha * (delta * delta - least * least));
  }
  return least * least - std::log(sum) / alpha;
}

double place(double quotient, double d) { return (quotient + 0.25) * d; }

/// One function at n/d = `quotient` and at 1000 in one run.
template <class Function>
void add(const char* name, const char* form, double d, double alpha, const Function& function) {
  for (const double quotient : {1e6, 1e9, 1e12}) {
    const std::string title =
        std::string(name) + "/" + form + "/" + std::to_string(static_cast<long long>(quotient));
    benchmark::RegisterBenchmark(title.c_str(), [=](benchmark::State& state) {
      std::array<double, 2> times{};
      for ([[maybe_unused]] auto _ : state) {
        times = least_nanoseconds(
            2000, [=] { return function(place(1000, d), d, alpha); },
            [=] { return function(place(quotient, d), d, alpha); });
      }
      state.counters["ns_at_1000"] = times[0];
      state.counters["softlaw_ns"] = times[1];
      state.counters["ratio"] = times[1] / times[0];
    })->Iterations(1);
  }
}

void add_direct(double quotient, double d, double alpha) {
  const std::string title = "lattice_direct/" + std::to_string(static_cast<long long>(quotient));
  benchmark::RegisterBenchmark(title.c_str(), [=](benchmark::State& state) {
    const double n = place(quotient, d);
    double sum_time = 0;
    std::array<double, 1> times{};
    for ([[maybe_unused]] auto _ : state) {
      times = least_nanoseconds(2000, [=] { return softlaw::lattice_softmin(n, d, alpha, 0.0); });
      const std::clock_t start = std::clock();
      benchmark::DoNotOptimize(direct(n, d, alpha));
      sum_time = static_cast<double>(std::clock() - start) * (1e9 / CLOCKS_PER_SEC);
    }
    state.counters["direct_ns"] = sum_time;
    state.counters["softlaw_ns"] = times[0];
    state.counters["faster"] = sum_time / times[0];
  })->Iterations(1);
}

}  // namespace

void add_lattice_benchmarks() {
  const auto value = [](double n, double d, double alpha) {
    return softlaw::lattice_softmin(n, d, alpha, 0.0);
  };
  const auto curvature = [](double n, double d, double alpha) {
    return softlaw::lattice_softmin_derivative(n, d, alpha, 2);
  };
  add("lattice_softmin", "window", 2, 0.25, value);
  add("lattice_softmin", "grid", 2, 1e-4, value);
  add("lattice_curvature", "window", 2, 0.25, curvature);
  add("lattice_curvature", "grid", 2, 1e-4, curvature);
  for (const double quotient : {1e3, 1e6, 1e9}) add_direct(quotient, 2, 0.25);
}
