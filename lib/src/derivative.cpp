// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <softlaw/derivative.hpp>

#include "kernel/check.hpp"
#include "kernel/round.hpp"
#include "kernel/sum.hpp"

namespace softlaw {
namespace {

using namespace kernel;

template <class R>
using Directions = std::span<const std::span<const R>>;

/// A subset of the directions, as a bit mask below 8.
using Subset = std::size_t;
constexpr std::size_t most_directions = 3;
constexpr std::size_t subsets = 1U << most_directions;
using BySubset = std::array<Scaled, subsets>;
using Row = std::array<Scaled, most_directions>;

/// The weighted sums over the entries that the derivative needs, in two passes: the means of the
/// directions, and the moments about the rounded means. The differences to these are exact, which
/// makes the derivative along a constant exactly zero.
template <class R>
class Moments {
 public:
  Moments(std::span<const R> x, Directions<R> directions, const Shift& shift)
      : x_(x), directions_(directions), shift_(shift) {
    const Scaled inverse = make_scaled(1.0) / sum_exponentials(x, shift).total();
    inverse_ = inverse;
    std::array<BinnedSum, most_directions> means;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const Scaled p = probability(i);
      for (std::size_t a = 0; a < order(); ++a) means[a].add(p * make_scaled(entry(a, i)));
    }
    for (std::size_t a = 0; a < order(); ++a) centres_[a] = round<double>(means[a].total());
    std::array<BinnedSum, subsets> sums;
    for (std::size_t i = 0; i < x.size(); ++i) add(probability(i), from_centre(i), sums);
    std::ranges::transform(sums, moments_.begin(), &BinnedSum::total);
  }

  std::size_t order() const { return directions_.size(); }

  Scaled probability(std::size_t i) const {
    return exponential(shift_.pair(static_cast<double>(x_[i]))) * inverse_;
  }

  /// c_a at entry i: the difference to the centre less its mean.
  Row centred(std::size_t i) const {
    Row row = from_centre(i);
    for (std::size_t a = 0; a < order(); ++a) row[a] = row[a] - moments_[Subset{1} << a];
    return row;
  }

  /// The mean of the product of c_a and c_b.
  Scaled cumulant(std::size_t a, std::size_t b) const { return pair(a, b) - mean(a) * mean(b); }

  /// The mean of the product of all three.
  Scaled cumulant() const {
    const Scaled product = mean(0) * mean(1) * mean(2);
    return moments_[7] - mean(0) * pair(1, 2) - mean(1) * pair(0, 2) - mean(2) * pair(0, 1) +
           product + product;
  }

 private:
  double entry(std::size_t a, std::size_t i) const {
    return static_cast<double>(directions_[a][i]);
  }
  Scaled mean(std::size_t a) const { return moments_[Subset{1} << a]; }
  Scaled pair(std::size_t a, std::size_t b) const {
    return moments_[(Subset{1} << a) | (Subset{1} << b)];
  }

  Row from_centre(std::size_t i) const {
    Row row{};
    for (std::size_t a = 0; a < order(); ++a) {
      row[a] = make_scaled(entry(a, i)) - make_scaled(centres_[a]);
    }
    return row;
  }

  /// Adds p times the product over every subset of the row.
  void add(const Scaled& p, const Row& row, std::array<BinnedSum, subsets>& sums) const {
    BySubset products{p};
    for (std::size_t a = 0; a < order(); ++a) {
      const Subset bit = Subset{1} << a;
      for (Subset s = 0; s < bit; ++s) products[s | bit] = products[s] * row[a];
    }
    for (Subset s = 1; s < Subset{1} << order(); ++s) sums[s].add(products[s]);
  }

  std::span<const R> x_;
  Directions<R> directions_;
  Shift shift_;
  Scaled inverse_;
  std::array<double, most_directions> centres_{};
  BySubset moments_{};
};

/// The factor of p_i in the derivative: 1 for order 0, made of cumulants.
template <class R>
class Factor {
 public:
  explicit Factor(const Moments<R>& m) : order_(m.order()) {
    if (order_ >= 2) k01_ = m.cumulant(0, 1);
    if (order_ < 3) return;
    k02_ = m.cumulant(0, 2);
    k12_ = m.cumulant(1, 2);
    k012_ = m.cumulant();
  }

  Scaled operator()(const Row& c) const {
    if (order_ == 1) return c[0];
    if (order_ == 2) return c[0] * c[1] - k01_;
    return c[0] * c[1] * c[2] - k01_ * c[2] - k02_ * c[1] - k12_ * c[0] - k012_;
  }

 private:
  std::size_t order_;
  Scaled k01_, k02_, k12_, k012_;
};

template <class R>
void require_shapes(std::span<const R> x, Directions<R> directions, std::span<R> out) {
  constexpr const char* name = "softmax_derivative";
  require_size(name, "out", out.size(), x.size());
  if (directions.empty() || directions.size() > most_directions) {
    throw std::invalid_argument(std::string("softlaw::") + name + ": directions has size " +
                                to_text(directions.size()) + ", wanted 1 to 3");
  }
  for (std::size_t a = 0; a < directions.size(); ++a) {
    const std::string argument = "directions[" + to_text(a) + "]";
    require_size(name, argument.c_str(), directions[a].size(), x.size());
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
  const Moments<R> moments(x, directions, Shift{peak});
  const Factor<R> factor(moments);
  for (std::size_t i = 0; i < x.size(); ++i) {
    out[i] = round<R>(moments.probability(i) * factor(moments.centred(i)));
  }
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
