// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>

#include "exp.hpp"
#include "grid_sum.hpp"
#include "round.hpp"
#include "sum.hpp"

/// The derivatives of order 1 to 3 in plain pairs, for inputs of an ordinary range.
namespace softlaw::kernel {

/// What is known of a direction: its range, a power of two `unit` that takes the range below 1, and a
/// centre within it.
struct Extent {
  double low = infinity;
  double high = -infinity;
  int exponent = 0;
  double unit = 1;
  double centre = 0;

  /// Whether the range is far from both ends of that of binary64.
  bool set(double lowest, double highest) {
    low = lowest;
    high = highest;
    const double range = high - low;
    if (range == 0) return true;
    if (!(range > 0x1p-300 && range < 0x1p300)) return false;
    exponent = exponent_of(range) + 1;
    unit = power_of_two(-exponent);
    return true;
  }

  double above_low(double h) const { return (h - low) * unit; }
  /// The mean of h, roughly, from that of above_low.
  void set_centre(double mean_above_low) {
    centre = std::clamp(low + mean_above_low * power_of_two(exponent), low, high);
  }
  bool is_ordinary(double mean_difference) const {
    return low == high || mean_difference >= 0x1p-13;
  }
  DoubleDouble operator()(double h) const {
    const DoubleDouble c = two_difference(h, centre);
    return {c.hi * unit, c.lo * unit};
  }
};

/// The derivative along the directions h_1, …, h_order (at most 3) by its closed form in the centred
/// directions.
///
/// Three passes: the means, roughly; the moments about these; the values. The last two evaluate the
/// exponentials. It applies where in each direction the mean of the differences' sizes is at least
/// 2^-12 of the range: then a moment may err by \f$n 2^{-127}\f$ of the largest product that is
/// possible. The means only have to be near: the differences to any centre are exact, and what is left
/// of the mean is taken off later. A centre within the range makes the derivative along a constant
/// exactly zero.
template <class R, std::size_t order>
class ClosedForm {
 public:
  using Directions = std::span<const std::span<const R>>;

  /// Empty if the range is not ordinary. The directions are finite.
  static std::optional<ClosedForm> of(std::span<const R> x, Directions directions,
                                      const Peak& peak) {
    ClosedForm form(x, directions, peak);
    if (x.size() > most_entries || !form.measure()) return std::nullopt;
    form.find_centres();
    if (!form.find_moments()) return std::nullopt;
    return form;
  }

  R operator()(std::size_t i) const {
    const Scaled e = weight(i);
    if (is_zero(e)) return 0;  // masked, perhaps: then its differences may be anything
    const DoubleDouble value = cut(cut(e.mantissa) * inverse_) * cut(factor(centred(i)));
    const int exponent = e.exponent + exponent_;
    if (std::abs(value.hi) >= 0x1p-100) return round<R>(value, exponent);
    return round<R>(normalize(value, exponent));
  }

 private:
  using Row = std::array<DoubleDouble, order>;
  static constexpr std::size_t subsets = std::size_t{1} << order;
  static constexpr std::size_t most_entries = std::size_t{1} << 20;

  ClosedForm(std::span<const R> x, Directions directions, const Peak& peak)
      : x_(x), directions_(directions), shift_{peak} {}

  double entry(std::size_t a, std::size_t i) const {
    return static_cast<double>(directions_[a][i]);
  }
  Scaled weight(std::size_t i) const {
    return exponential(shift_.pair(static_cast<double>(x_[i])));
  }
  /// Zero below 2^-1000: beside terms that are ordinary it does not count.
  DoubleDouble weight_pair(std::size_t i) const {
    const Scaled e = weight(i);
    const double unit = e.exponent < -1000 ? 0 : power_of_two(e.exponent);
    return {e.mantissa.hi * unit, e.mantissa.lo * unit};
  }
  Row from_centre(std::size_t i) const {
    Row row;
    for (std::size_t a = 0; a < order; ++a) row[a] = extent_[a](entry(a, i));
    return row;
  }
  Row centred(std::size_t i) const {
    Row row = from_centre(i);
    for (std::size_t a = 0; a < order; ++a) row[a] = loose_sum(row[a], -mean_[a]);
    return row;
  }

  /// The entries that are masked do not count.
  bool measure() {
    for (std::size_t a = 0; a < order; ++a) {
      double low = infinity;
      double high = -infinity;
      for (std::size_t i = 0; i < x_.size(); ++i) {
        const bool masked = x_[i] == -std::numeric_limits<R>::infinity();
        const double h = entry(a, i);
        low = std::min(low, masked ? infinity : h);
        high = std::max(high, masked ? -infinity : h);
      }
      if (!extent_[a].set(low, high)) return false;
      exponent_ += extent_[a].exponent;
    }
    return true;
  }

  /// Means by weights that err by 2^-9.
  void find_centres() {
    GridSums<1 + order, 1> sums;
    for (std::size_t i = 0; i < x_.size(); ++i) {
      const double w = rough_exponential(shift_.pair(static_cast<double>(x_[i])).hi);
      sums.add(0, {w, 0});
      for (std::size_t a = 0; a < order; ++a) {
        const double above = w == 0 ? 0 : w * extent_[a].above_low(entry(a, i));
        sums.add(1 + a, {above, 0});
      }
      sums.next();
    }
    const double total = sums.total(0).hi;
    for (std::size_t a = 0; a < order; ++a) extent_[a].set_centre(sums.total(1 + a).hi / total);
  }

  /// Whether the differences to the centres are large enough to rely on the moments.
  bool find_moments() {
    GridSums<order, 1> sizes;
    GridSums<subsets, 3> sums;
    for (std::size_t i = 0; i < x_.size(); ++i) {
      const DoubleDouble e = weight_pair(i);
      if (e.hi == 0) continue;
      const Row c = from_centre(i);
      const Cut w = cut(e);
      const Cut c1 = cut(c[0]);
      const DoubleDouble w1 = w * c1;
      sums.add(0, e);
      sums.add(1, w1);
      sizes.add(0, {std::abs(w1.hi), 0});
      if constexpr (order >= 2) {
        const Cut c2 = cut(c[1]);
        const DoubleDouble w12 = cut(w1) * c2;
        const DoubleDouble w2 = w * c2;
        sums.add(2, w2);
        sums.add(3, w12);
        sizes.add(1, {std::abs(w2.hi), 0});
        if constexpr (order == 3) {
          const Cut c3 = cut(c[2]);
          const DoubleDouble w3 = w * c3;
          sums.add(4, w3);
          sizes.add(2, {std::abs(w3.hi), 0});
          sums.add(5, cut(w3) * c1);
          sums.add(6, cut(w3) * c2);
          sums.add(7, cut(w12) * c3);
        }
      }
      sums.next();
      sizes.next();
    }
    const DoubleDouble total = sums.total(0);
    for (std::size_t a = 0; a < order; ++a) {
      if (!extent_[a].is_ordinary(sizes.total(a).hi / total.hi)) return false;
    }
    const DoubleDouble inverse = DoubleDouble{1, 0} / total;
    inverse_ = cut(inverse);
    std::array<DoubleDouble, subsets> m;
    for (std::size_t s = 1; s < subsets; ++s) m[s] = sums.total(s) * inverse;
    for (std::size_t a = 0; a < order; ++a) mean_[a] = m[std::size_t{1} << a];
    if constexpr (order >= 2) k12_ = m[3] + -(m[1] * m[2]);
    if constexpr (order == 3) {
      k13_ = cut(m[5] + -(m[1] * m[4]));
      k23_ = cut(m[6] + -(m[2] * m[4]));
      k123_ = m[7] + -(m[1] * m[6] + m[2] * m[5] + m[4] * m[3]) + m[1] * m[2] * m[4] * 2;
    }
    return true;
  }

  /// S1: the factor of p_i, with the covariances and the third joint cumulant.
  DoubleDouble factor(const Row& c) const {
    if constexpr (order == 1) return c[0];
    if constexpr (order == 2) return loose_sum(cut(c[0]) * cut(c[1]), -k12_);
    if constexpr (order == 3) {
      const Cut c1 = cut(c[0]), c2 = cut(c[1]), c3 = cut(c[2]);
      const DoubleDouble pairs = loose_sum(k13_ * c2, k23_ * c1);
      const DoubleDouble all = cut(loose_sum(c1 * c2, -k12_)) * c3;
      return loose_sum(all, -loose_sum(pairs, k123_));
    }
  }

  std::span<const R> x_;
  Directions directions_;
  Shift shift_;
  std::array<Extent, order> extent_{};
  int exponent_ = 0;
  Row mean_{};
  DoubleDouble k12_, k123_;
  Cut k13_, k23_, inverse_;
};

}  // namespace softlaw::kernel
