// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <softlaw/derivative.hpp>
#include <softlaw/hessian.hpp>

#include "kernel/check.hpp"
#include "kernel/round.hpp"
#include "kernel/sum.hpp"

namespace softlaw {
namespace {

using namespace kernel;

/// The softmax of x, entry by entry, before its rounding.
template <class R>
class Probabilities {
 public:
  Probabilities(std::span<const R> x, const Peak& peak)
      : shift_{peak},
        sum_(sum_exponentials(x, shift_)),
        inverse_(make_scaled(1.0) / sum_.total()) {}

  Scaled operator()(R x) const { return weight(x) * inverse_; }

  /// 1 - p as the share of the others: the peak's others were summed apart, and beside any other
  /// entry the peak remains, so nothing cancels.
  Scaled others(R x) const {
    const bool at_peak = static_cast<double>(x) == shift_.peak.value;
    return (at_peak ? sum_.above_one() : sum_.total() - weight(x)) * inverse_;
  }

 private:
  Scaled weight(R x) const { return exponential(shift_.pair(static_cast<double>(x))); }

  Shift shift_;
  Sum sum_;
  Scaled inverse_;
};

template <class R>
void write_hessian(std::span<const R> x, const Probabilities<R>& p, std::span<R> out) {
  constexpr std::size_t tile = 64;  // probabilities kept, so that few exponentials are repeated
  const std::size_t n = x.size();
  std::array<Scaled, tile> column;
  for (std::size_t begin = 0; begin < n; begin += tile) {
    const std::size_t width = std::min(tile, n - begin);
    std::ranges::transform(x.subspan(begin, width), column.begin(), p);
    for (std::size_t i = 0; i < n; ++i) {
      const Scaled row = p(x[i]);
      for (std::size_t j = 0; j < width; ++j) {
        const Scaled other = begin + j == i ? p.others(x[i]) : -column[j];
        out[i * n + begin + j] = round<R>(row * other);
      }
    }
  }
}

template <class R>
void hessian(std::span<const R> x, std::span<R> out) {
  require_size("logsumexp_hessian", "out", out.size(), x.size() * x.size());
  const Peak peak = find_peak(x);
  if (peak.is_finite()) {
    write_hessian(x, Probabilities<R>(x, peak), out);
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
