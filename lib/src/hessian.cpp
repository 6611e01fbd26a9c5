// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <softlaw/derivative.hpp>
#include <softlaw/hessian.hpp>

#include "kernel/check.hpp"
#include "kernel/round.hpp"
#include "kernel/shares.hpp"

namespace softlaw {
namespace {

using namespace kernel;

template <class R>
void write_hessian(const Shares<Exponents<R>>& p, std::span<R> out) {
  constexpr std::size_t tile = 64;  // probabilities kept, so that few exponentials are repeated
  const std::size_t n = p.size();
  std::array<Scaled, tile> column;
  for (std::size_t begin = 0; begin < n; begin += tile) {
    const std::size_t width = std::min(tile, n - begin);
    for (std::size_t j = 0; j < width; ++j) column[j] = p.probability(begin + j);
    for (std::size_t i = 0; i < n; ++i) {
      const Scaled row = p.probability(i);
      for (std::size_t j = 0; j < width; ++j) {
        const Scaled other = begin + j == i ? p.others(i) : -column[j];
        out[i * n + begin + j] = round<R>(row * other);
      }
    }
  }
}

template <class R>
void hessian(std::span<const R> x, std::span<R> out) {
  require_size("logsumexp_hessian", "out", out.size(), product_of(x.size(), x.size()));
  const Peak peak = find_peak(x);
  if (peak.is_finite()) {
    write_hessian(Shares<Exponents<R>>({x, peak}), out);
  } else {
    std::ranges::fill(out, std::numeric_limits<R>::quiet_NaN());
  }
}

template <class R>
void hessian_vector(std::span<const R> x, std::span<const R> v, std::span<R> out) {
  require_size("logsumexp_hessian_vector", "v", v.size(), x.size());
  require_size("logsumexp_hessian_vector", "out", out.size(), x.size());
  softmax_derivative(x, {v}, out);
}

}  // namespace

void logsumexp_hessian(std::span<const double> x, std::span<double> out) { hessian(x, out); }
void logsumexp_hessian(std::span<const float> x, std::span<float> out) { hessian(x, out); }

void logsumexp_hessian_vector(std::span<const double> x, std::span<const double> v,
                              std::span<double> out) {
  hessian_vector(x, v, out);
}
void logsumexp_hessian_vector(std::span<const float> x, std::span<const float> v,
                              std::span<float> out) {
  hessian_vector(x, v, out);
}

}  // namespace softlaw
