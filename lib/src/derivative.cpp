// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/derivative.hpp>

#include "kernel/check.hpp"
#include "kernel/closed_form.hpp"
#include "kernel/multilinear.hpp"

namespace softlaw {
namespace {

using namespace kernel;

template <class R>
using Directions = std::span<const std::span<const R>>;

constexpr std::size_t most_directions = 20;

template <class R>
void require_shapes(std::span<const R> x, Directions<R> directions, std::span<R> out) {
  constexpr const char* name = "softmax_derivative";
  require_size(name, "out", out.size(), x.size());
  require_directions(name, x, directions, most_directions);
}

/// By the closed form of that order, if the range permits.
template <std::size_t order, class R>
bool by_closed_form(std::span<const R> x, Directions<R> directions, const Peak& peak,
                    std::span<R> out) {
  const auto value = ClosedForm<R, order>::of(x, directions, peak);
  if (!value) return false;
  for (std::size_t i = 0; i < x.size(); ++i) out[i] = (*value)(i);
  return true;
}

template <class R>
bool by_closed_form(std::span<const R> x, Directions<R> directions, const Peak& peak,
                    std::span<R> out) {
  switch (directions.size()) {
    case 1:
      return by_closed_form<1>(x, directions, peak, out);
    case 2:
      return by_closed_form<2>(x, directions, peak, out);
    case 3:
      return by_closed_form<3>(x, directions, peak, out);
    default:
      return false;
  }
}

/// The coefficient of t_1 … t_m in p_i e^{t c_i} / E e^{t c}: any order, any range.
template <class R>
void by_series(std::span<const R> x, Directions<R> directions, const Peak& peak, std::span<R> out) {
  const SoftmaxWeights<R> p(x, peak);
  const Centred<R> c(p, directions);
  const Subset all = c.subsets() - 1;
  BySubset<Scaled> inverse(c.subsets()), products(c.subsets());
  reciprocal(c.moments(p), inverse);
  for (std::size_t i = 0; i < x.size(); ++i) {
    c.products(i, products);
    Scaled factor;
    for (Subset s = 0; s <= all; ++s) factor = factor + products[s] * inverse[all ^ s];
    out[i] = round<R>(p(i) * factor);
  }
}

template <class R>
void derivative(std::span<const R> x, Directions<R> directions, std::span<R> out) {
  require_shapes(x, directions, out);
  const Peak peak = find_peak(x);
  if (!peak.is_finite() || !std::ranges::all_of(directions, all_finite<R>)) {
    std::ranges::fill(out, std::numeric_limits<R>::quiet_NaN());
    return;
  }
  if (!by_closed_form(x, directions, peak, out)) by_series(x, directions, peak, out);
}

}  // namespace

void softmax_derivative(std::span<const double> x,
                        std::span<const std::span<const double>> directions,
                        std::span<double> out) {
  derivative(x, directions, out);
}
void softmax_derivative(std::span<const float> x,
                        std::span<const std::span<const float>> directions, std::span<float> out) {
  derivative(x, directions, out);
}

}  // namespace softlaw
