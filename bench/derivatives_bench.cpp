// SPDX-License-Identifier: Apache-2.0
#include "derivatives_bench.hpp"

#include <softlaw/softlaw.hpp>
#include <string>

#include "timing.hpp"

namespace {

/// A point, four directions, and room for a jet of order 20.
template <class R>
struct Data {
  explicit Data(std::size_t n) : x(bench::normal_vector<R>(n, 1)), out(21 * n) {
    for (std::size_t seed = 2; seed <= 5; ++seed) {
      directions.push_back(bench::normal_vector<R>(n, seed));
    }
  }
  std::vector<std::span<const R>> first(std::size_t order) const {
    return {directions.begin(), directions.begin() + static_cast<std::ptrdiff_t>(order)};
  }
  std::span<R> results(std::size_t rows) { return std::span<R>(out).first(rows * x.size()); }

  std::vector<R> x;
  std::vector<std::vector<R>> directions;
  std::vector<R> out;
};

template <class R>
void add(const std::string& type, std::size_t n) {
  const auto add_one = [&](const std::string& name, auto ours) {
    const auto run = [=](benchmark::State& state) {
      Data<R> data(n);
      std::vector<R> yardstick(n);
      bench::compare(
          state, n, "softmax_ns", [&] { ours(data); },
          [&] { softlaw::softmax(data.x, yardstick); });
    };
    benchmark::RegisterBenchmark((name + "/" + type + "/" + std::to_string(n)).c_str(), run);
  };
  for (std::size_t order = 1; order <= 4; ++order) {
    add_one("softmax_derivative_" + std::to_string(order), [=](Data<R>& data) {
      const auto directions = data.first(order);
      softlaw::softmax_derivative(data.x, directions, data.results(1));
    });
  }
  add_one("softmax_taylor_20", [](Data<R>& data) {
    softlaw::softmax_taylor(data.x, data.directions[0], 20, data.results(1));
  });
  add_one("softmax_jet_20", [](Data<R>& data) {
    softlaw::softmax_jet(data.x, data.directions[0], 20, data.results(21));
  });
  if (n < 20) return;
  add_one("logsumexp_cumulants_20", [](Data<R>& data) {
    softlaw::logsumexp_cumulants(data.x, data.directions[0], data.results(1).first(20));
  });
}

}  // namespace

void add_derivative_benchmarks(std::size_t n) {
  add<double>("binary64", n);
  add<float>("binary32", n);
}
