// SPDX-License-Identifier: Apache-2.0
// Once a target: see target.cpp.
#if defined(SOFTLAW_KERNELS_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SOFTLAW_KERNELS_INL_HPP
#undef SOFTLAW_KERNELS_INL_HPP
#else
#define SOFTLAW_KERNELS_INL_HPP
#endif

#include <algorithm>
#include <cmath>
#include <limits>

#include "exponential-inl.hpp"
#include "target.hpp"

HWY_BEFORE_NAMESPACE();
namespace softlaw::vector::HWY_NAMESPACE {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Calls step(vector, position, number of entries) over n entries.
template <class Step>
HWY_INLINE void for_each_vector(const double* x, std::size_t n, double other, const Step& step) {
  const std::size_t width = hn::Lanes(f64);
  std::size_t i = 0;
  for (; i + width <= n; i += width) step(load(x + i), i, width);
  if (i < n) step(load_first(x + i, n - i, other), i, n - i);
}

Maximum find_maximum(const double* x, std::size_t n) {
  V first = Set(-infinite), second = first;
  Mask not_ordered = hn::IsNaN(first);
  const auto take = [&](V v, V& largest) SOFTLAW_INLINE {
    not_ordered = hn::Or(not_ordered, hn::IsNaN(v));
    largest = hn::Max(largest, v);
  };
  const std::size_t width = hn::Lanes(f64);
  std::size_t i = 0;
  for (; i + 2 * width <= n; i += 2 * width) {
    take(load(x + i), first);
    take(load(x + i + width), second);
  }
  for_each_vector(x + i, n - i, -infinite,
                  [&](V v, std::size_t, std::size_t) SOFTLAW_INLINE { take(v, first); });
  return {hn::GetLane(hn::MaxOfLanes(f64, hn::Max(first, second))),
          !hn::AllFalse(f64, not_ordered)};
}

/// Adds pairs: the high parts exactly on a grid that holds `block` terms of at most 6; what that leaves
/// over on a second grid; what is left then, and the low parts, as they come.
class GridSum {
 public:
  static constexpr std::size_t block = 1024;
  HWY_INLINE GridSum() : coarse_(Set(start)), fine_(Set(fine_start)), low_(Set(0)) {}
  HWY_INLINE void add(Long, Pairs term) {
    const V rest = add_to(coarse_, term.high);
    low_ = low_ + (add_to(fine_, rest) + term.low);
  }
  HWY_INLINE void add(Short, Pairs term) { low_ = low_ + (add_to(coarse_, term.high) + term.low); }
  HWY_INLINE Pair total() const {
    const Pair high{sum_of_lanes(coarse_ - Set(start)), sum_of_lanes(low_)};
    return sum_of(high, {sum_of_lanes(fine_ - Set(fine_start)), 0});
  }

 private:
  // Grids of 2^-37 and 2^-79: 1024 rests of at most 2^-38 stay below 2^-28.
  static constexpr double start = 0x1.8p15;
  static constexpr double fine_start = 0x1.8p-27;

  /// What of x does not lie on the grid.
  static HWY_INLINE V add_to(V& grid, V x) {
    const V next = grid + x;
    const V rest = x - (next - grid);
    grid = next;
    return rest;
  }

  V coarse_;
  V fine_;
  V low_;
};

/// A sum of exponentials that the cut of the maximum made too large by a factor exp(left).
struct CutSum {
  Pair sum;
  double left = 0;
};

/// Calls use(difference) with the way to take exponents that suits the maximum.
template <class Use>
HWY_INLINE CutSum with_difference(const Exponents& exponents, const Use& use) {
  const double maximum = exponents.maximum;
  if (exponents.factor.high != 1) return {use(ScaledDifference(maximum, exponents.factor))};
  if (std::abs(maximum) >= largest_cut) return {use(FarDifference(maximum))};
  const double cut = (maximum + to_fine) - to_fine;
  return {use(CutDifference(cut)), maximum - cut};
}

/// Divides by the unit and by exp(left).
HWY_INLINE Pair finish(CutSum cut, double unit) {
  const double growth = 0.5 * cut.left * cut.left - cut.left;
  return divide(sum_of(cut.sum, {0, (cut.sum.high + cut.sum.low) * growth}), unit);
}

/// Calls each(difference(entries), entries, position, number) and adds its results.
template <class Kind, class Difference, class Each>
HWY_INLINE Pair sum_over(const double* x, std::size_t n, double other, const Difference& difference,
                         const Each& each) {
  Pair all;
  for (std::size_t start = 0; start < n; start += GridSum::block) {
    GridSum part;
    const std::size_t size = std::min(n - start, GridSum::block);
    for_each_vector(x + start, size, other,
                    [&](V v, std::size_t at, std::size_t count) SOFTLAW_INLINE {
                      part.add(Kind{}, each(difference(v), v, start + at, count));
                    });
    all = sum_of(all, part.total());
  }
  return all;
}

/// The sum without the largest entries, which are counted.
template <class Kind>
Total sum(const double* x, std::size_t n, const Exponents& exponents) {
  const V maximum = Set(exponents.maximum);
  auto count = hn::Zero(i64);
  const CutSum rest = with_difference(exponents, [&](const auto& difference) SOFTLAW_INLINE {
    return sum_over<Long>(
        x, n, -infinite, difference, [&](Cut cut, V v, std::size_t, std::size_t) SOFTLAW_INLINE {
          const Mask largest = v == maximum;
          count = hn::Sub(count, hn::BitCast(i64, hn::VecFromMask(f64, largest)));
          const Pairs e = exponential(Kind{}, cut);
          return Pairs{hn::IfThenZeroElse(largest, e.high), hn::IfThenZeroElse(largest, e.low)};
        });
  });
  return {finish(rest, Kind::unit),
          static_cast<std::size_t>(hn::GetLane(hn::SumOfLanes(i64, count)))};
}

Stored store_exponentials(const double* x, std::size_t n, const Exponents& exponents, double* high,
                          double* low) {
  V lowest = Set(0);
  const CutSum all = with_difference(exponents, [&](const auto& difference) SOFTLAW_INLINE {
    return sum_over<Long>(
        x, n, exponents.maximum, difference,
        [&](Cut cut, V, std::size_t at, std::size_t count) SOFTLAW_INLINE {
          lowest = hn::Min(lowest, cut.high);
          const Pairs e = exponential(Long{}, cut);
          store_first(e.high, high + at, count);
          store_first(e.low, low + at, count);
          if (count == hn::Lanes(f64)) return e;
          const Mask real = hn::FirstN(f64, count);
          return Pairs{hn::IfThenElseZero(real, e.high), hn::IfThenElseZero(real, e.low)};
        });
  });
  return {all.sum, finish(all, Long::unit),
          hn::GetLane(hn::MinOfLanes(f64, lowest)) <= tiny_exponent};
}

/// high + low rounded to one number, NaN where an error of `error` could change that.
struct Rounding {
  V failed;  // their number
  HWY_INLINE Rounding() : failed(Set(0)) {}
  HWY_INLINE V operator()(V high, V low, V error) {
    const V below = high + (low - error);
    const V above = high + (low + error);
    const Mask sure = below == above;
    failed = failed + hn::IfThenZeroElse(sure, Set(1));
    return hn::IfThenElse(sure, below, Set(std::numeric_limits<double>::quiet_NaN()));
  }
  HWY_INLINE std::size_t count() const { return static_cast<std::size_t>(sum_of_lanes(failed)); }
};

std::size_t multiply(const double* high, const double* low, std::size_t n, Pair inverse,
                     double error, double* out) {
  const V factor = Set(inverse.high);
  const V factor_low = Set(inverse.low);
  Rounding rounding;
  const std::size_t width = hn::Lanes(f64);
  for (std::size_t i = 0; i < n; i += width) {
    const std::size_t count = std::min(width, n - i);
    const V e = load_first(high + i, count, 1);
    const V e_low = load_first(low + i, count, 0);
    const Pairs product = two_product(e, factor);
    const V rest = mul_add(e, factor_low, mul_add(e_low, factor, product.low));
    const V value = rounding(product.high, rest, product.high * Set(error));
    store_first(hn::IfThenElseZero(e > Set(tiny_exponential), value), out + i, count);
  }
  return rounding.count();
}

std::size_t subtract(const double* x, std::size_t n, const Exponents& exponents, Pair log_total,
                     double error, double* out) {
  const ScaledDifference difference(exponents.maximum, exponents.factor);
  const bool is_scaled = exponents.factor.high != 1;
  const V total = Set(log_total.high);
  const V total_low = Set(log_total.low);
  Rounding rounding;
  for_each_vector(
      x, n, exponents.maximum, [&](V v, std::size_t at, std::size_t count) SOFTLAW_INLINE {
        const Pairs a = is_scaled ? difference.pair(v) : two_difference(v, difference.maximum);
        const Pairs sum = two_difference(a.high, total);
        const V slack = mul_add(hn::Abs(sum.high), Set(0x1p-100), Set(error));
        const Mask is_finite = a.high > Set(-infinite);
        const V value = rounding(hn::IfThenElseZero(is_finite, sum.high),
                                 hn::IfThenElseZero(is_finite, sum.low + (a.low - total_low)),
                                 hn::IfThenElseZero(is_finite, slack));
        store_first(hn::IfThenElse(is_finite, value, Set(-infinite)), out + at, count);
      });
  return rounding.count();
}

Pair exponential_of(double high, double low) {
  const V d = Set(high);
  const V cut = cut_fine(d);
  const Pairs e = exponential(Short{}, Cut{cut, (d - cut) + Set(low)});
  return {0.5 * hn::GetLane(e.high), 0.5 * hn::GetLane(e.low)};
}

}  // namespace softlaw::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
