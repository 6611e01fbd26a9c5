// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <span>

#include "bernoulli.hpp"
#include "decay.hpp"
#include "log.hpp"

/// The sum of the weights of a lattice where many of them count.
namespace softlaw::kernel {

/// The coarse grid: where the lattice is dense, a trapezoidal sum of the same integral with a step
/// that is longer than d, and the corrections of Euler and Maclaurin for both steps at those ends of
/// the lattice that count.
///
/// In units of the step the energy is a y^2 + b y, zero at the peak y = 0 of the Gaussian on the
/// lattice's range.
class LatticeGrid {
 public:
  /// The step of the grid for moments up to `order`, one binary64 number.
  static Scaled step(const Lattice& lattice, const Scaled& alpha, std::size_t order) {
    const Scaled root = square_root(alpha);
    const Scaled peak = peak_of(lattice);
    const Scaled slope = scaled_by(alpha * (sign_of(peak) < 0 ? -peak : peak), 1);
    const Scaled scale = make_scaled(1 + static_cast<double>(order) / 8);
    const Scaled result = make_scaled(1.0) / ((make_scaled(5.0) * root + slope) * scale);
    return {{result.mantissa.hi, 0}, result.exponent};
  }

  LatticeGrid(const Lattice& lattice, const Scaled& alpha, std::size_t order)
      : peak_(peak_of(lattice)), unit_(step(lattice, alpha, order)), reach_(reach_of(order)) {
    set_unit(lattice, alpha);
    if (left_.near && right_.near) {
      const double parts = std::ceil((right_.place + -left_.place).hi);
      count_ = std::max(parts, 8 + static_cast<double>(order));  // short: nearly a polynomial
      unit_ = (lattice.first - lattice.last) / make_scaled(count_);
      set_unit(lattice, alpha);
    }
  }

  Scaled peak() const { return peak_; }
  Scaled unit() const { return unit_; }

  Scaled log_total() const { return make_scaled(log(total())); }

  Scaled total() const {
    Scaled sum;
    moments(0, {&sum, 1});
    return sum / density_;
  }

  Scaled mean_energy() const {
    Scaled sums[3];
    moments(0, sums);
    return (make_scaled(quadratic_) * sums[2] + make_scaled(linear_) * sums[1]) / sums[0];
  }

  /// The sums of weight (y - centre)^i for i = 0, 1, …, times the number of steps in d.
  void moments(double centre, std::span<Scaled> sums) const {
    for (Scaled& sum : sums) sum = {};
    each([&](DoubleDouble y, Scaled term) {
      const Scaled distance = make_scaled(y + -centre);
      for (Scaled& sum : sums) {
        sum = sum + term;
        term = term * distance;
      }
    });
    if (left_.near) correct(left_, centre, 1, sums);
    if (right_.near) correct(right_, centre, -1, sums);
  }

 private:
  struct End {
    DoubleDouble place;
    bool near = false;  ///< The weight there counts.
  };

  /// The deviation of the lattice's range next to zero.
  static Scaled peak_of(const Lattice& lattice) {
    if (sign_of(lattice.first) < 0) return lattice.first;
    if (sign_of(lattice.last) > 0) return lattice.last;
    return {};
  }

  /// The square root of a > 0 to binary64 precision.
  static Scaled square_root(const Scaled& a) {
    const int odd = a.exponent & 1;
    const double root = std::sqrt(a.mantissa.hi * (odd + 1));
    return normalize({root, 0}, (a.exponent - odd) / 2);
  }

  void set_unit(const Lattice& lattice, const Scaled& alpha) {
    quadratic_ = to_double_double(alpha * unit_ * unit_);
    linear_ = to_double_double(scaled_by(-(alpha * peak_ * unit_), 1));
    density_ = lattice.spacing / unit_;
    left_ = end((peak_ - lattice.first) / unit_);
    right_ = end((peak_ - lattice.last) / unit_);
  }

  End end(const Scaled& place) const {
    const DoubleDouble y = bounded(place);
    return {y, energy(y).hi < reach_};
  }

  DoubleDouble energy(DoubleDouble y) const { return y * (y * quadratic_ + linear_); }

  /// Visits y and weight of the nodes: from one end to the other, from the end that counts to where
  /// the weights do not, or from the peak both ways.
  template <class Visit>
  void each(const Visit& visit) const {
    if (left_.near) {
      walk(left_.place, 1, right_.near ? count_ : infinite, visit);
    } else if (right_.near) {
      walk(right_.place, -1, infinite, visit);
    } else {
      visit(DoubleDouble{}, make_scaled(1.0));
      walk({}, 1, infinite, visit);
      walk({}, -1, infinite, visit);
    }
  }

  /// The nodes start + i direction for i <= count. An end weighs (1 + density) / 2: half by either
  /// trapezoidal rule, and half of what the fine one leaves out is added. A start at the peak with
  /// both ends far off is not visited here.
  template <class Visit>
  void walk(DoubleDouble start, double direction, double count, const Visit& visit) const {
    const Scaled share = scaled_by(make_scaled(1.0) + density_, -1);
    for (double i = left_.near || right_.near ? 0 : 1; i <= count; ++i) {
      const DoubleDouble y = start + direction * i;
      const DoubleDouble e = energy(y);
      if (e.hi >= reach_ && y.hi * direction > 0) return;
      const Scaled weight = decay(e);
      visit(y, i == 0 || i == count ? weight * share : weight);
    }
  }

  /// Adds, for each i, sign times the sum of B_2r / (2r)! (1 - density^2r) times the derivative of
  /// order 2r - 1 of weight (y - centre)^i at an end, from the power series there.
  void correct(const End& end, double centre, double sign, std::span<Scaled> sums) const {
    std::array<Scaled, 2 * corrections> series;
    const Scaled weight = decay(energy(end.place));
    const Scaled slope = -make_scaled(end.place * quadratic_ * 2.0 + linear_);
    const Scaled twice = make_scaled(quadratic_ * -2.0);
    series[0] = weight;
    series[1] = slope * weight;
    for (std::size_t k = 2; k < series.size(); ++k) {
      const Scaled sum = slope * series[k - 1] + twice * series[k - 2];
      series[k] = sum / from_integer(k);
    }
    const Scaled distance = make_scaled(end.place + -centre);
    const Scaled square = density_ * density_;
    for (Scaled& sum : sums) {
      Scaled power = make_scaled(1.0);
      for (std::size_t r = 1; r <= corrections; ++r) {
        power = power * square;
        const Scaled factor =
            make_scaled(bernoulli_quotients[r - 1] * sign) * (make_scaled(1.0) - power);
        sum = sum + factor * series[2 * r - 1];
      }
      for (std::size_t k = series.size(); k-- > 1;) {
        series[k] = distance * series[k] + series[k - 1];
      }
      series[0] = distance * series[0];
    }
  }

  static constexpr double infinite = std::numeric_limits<double>::infinity();

  Scaled peak_;
  Scaled unit_;
  double reach_;
  DoubleDouble quadratic_;
  DoubleDouble linear_;
  Scaled density_;
  End left_;
  End right_;
  double count_ = infinite;
};

}  // namespace softlaw::kernel
