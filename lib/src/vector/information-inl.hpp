// SPDX-License-Identifier: Apache-2.0
// Once a target: see target.cpp.
#if defined(SOFTLAW_INFORMATION_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SOFTLAW_INFORMATION_INL_HPP
#undef SOFTLAW_INFORMATION_INL_HPP
#else
#define SOFTLAW_INFORMATION_INL_HPP
#endif

#include "kernels32-inl.hpp"
#include "logarithm-inl.hpp"

/// Sums of products: entropies, divergences, soft labels.
HWY_BEFORE_NAMESPACE();
namespace softlaw::vector::HWY_NAMESPACE {

/// Adds pairs; the errors of the high parts are kept, and rounded together with the low ones.
class PairSum {
 public:
  /// So many entries a block, whose sums are added as pairs.
  static constexpr std::size_t block = 1024;
  HWY_INLINE PairSum() : high_(Set(0)), low_(Set(0)) {}
  HWY_INLINE void add(Pairs term) {
    const Pairs sum = two_sum(high_, term.high);
    high_ = sum.high;
    low_ = low_ + (sum.low + term.low);
  }
  HWY_INLINE Pair total() const { return reduce(high_, low_); }

 private:
  V high_;
  V low_;
};

/// Adds numbers, for a bound.
class RoughSum {
 public:
  HWY_INLINE RoughSum() : sum_(Set(0)) {}
  HWY_INLINE void add(Pairs term) { sum_ = sum_ + term.high; }
  HWY_INLINE Pair total() const { return {sum_of_lanes(sum_), 0}; }

 private:
  V sum_;
};

/// a (b.high + b.low) but for a rounding of the low part.
HWY_INLINE Pairs times(V a, Pairs b) {
  const Pairs product = two_product(a, b.high);
  return {product.high, mul_add(a, b.low, product.low)};
}

/// Sums what each(position, number, sum, weights, regular) adds, over n entries, by blocks.
template <class Weights, class Each>
HWY_INLINE WeightedSum sum_products(std::size_t n, const Each& each) {
  const std::size_t width = hn::Lanes(f64);
  WeightedSum all;
  Mask regular = Set(0) == Set(0);
  for (std::size_t start = 0; start < n; start += PairSum::block) {
    PairSum part;
    Weights weights;
    const std::size_t end = std::min(n, start + PairSum::block);
    for (std::size_t i = start; i < end; i += width) {
      each(i, std::min(width, end - i), part, weights, regular);
    }
    all.sum = sum_of(all.sum, part.total());
    all.weights = sum_of(all.weights, weights.total());
  }
  all.is_regular = hn::AllTrue(f64, regular);
  return all;
}

/// Numbers whose products with logarithms are exact as pairs.
HWY_INLINE Mask is_ordinary(V p) { return hn::And(p >= Set(0x1p-900), p <= Set(0x1p900)); }

/// Entry i of two rows. Where the weight is 0, both stand for 1, but a NaN or a negative entry is noticed.
struct Weighted {
  V weight;
  V nonzero;
  V entry;
  V given;
  template <class R>
  HWY_INLINE Weighted(const R* weights, const R* entries, std::size_t i, std::size_t count)
      : weight(load_first(weights + i, count, R(0))) {
    const Mask counts = hn::Not(weight == Set(0));  // NaN counts
    given = load_first(entries + i, count, R(1));
    nonzero = hn::IfThenElse(counts, weight, Set(1));
    entry = hn::IfThenElse(counts, given, Set(1));
  }
  HWY_INLINE Mask is_regular() const {
    const Mask is_weight = hn::And(given >= Set(0), given <= Set(0x1p900));
    return hn::And(is_weight, hn::And(is_ordinary(nonzero), is_ordinary(entry)));
  }
};

/// sum p_i log q_i and sum p_i, over p_i > 0.
WeightedSum weighted_logarithms(const double* p, const double* q, std::size_t n) {
  return sum_products<RoughSum>(n, [&](std::size_t i, std::size_t count, PairSum& sum,
                                       RoughSum& weights, Mask& regular) SOFTLAW_INLINE {
    const Weighted at(p, q, i, count);
    regular = hn::And(regular, at.is_regular());
    sum.add(times(at.weight, logarithm(at.entry)));
    weights.add({at.weight, Set(0)});
  });
}

/// sum p_i (log p_i - log q_i) and sum p_i, over p_i > 0.
WeightedSum weighted_ratios(const double* p, const double* q, std::size_t n) {
  return sum_products<RoughSum>(n, [&](std::size_t i, std::size_t count, PairSum& sum,
                                       RoughSum& weights, Mask& regular) SOFTLAW_INLINE {
    const Weighted at(p, q, i, count);
    regular = hn::And(regular, at.is_regular());
    const Pairs a = logarithm(at.nonzero);
    const Pairs b = logarithm(at.entry);
    const Pairs difference = two_difference(a.high, b.high);
    sum.add(times(at.weight, {difference.high, difference.low + (a.low - b.low)}));
    weights.add({at.weight, Set(0)});
  });
}

/// The same sums for binary32, in binary64 without low parts: they err by 2^-45 of sum w_i |f_i| and 2^-50 of
/// sum w_i.
template <class Each>
HWY_INLINE WeightedSum sum_products32(std::size_t n, const Each& each) {
  constexpr std::size_t block = 256;
  const std::size_t width = hn::Lanes(f64);
  WeightedSum all;
  Mask regular = Set(0) == Set(0);
  for (std::size_t start = 0; start < n; start += block) {
    V sum = Set(0), weights = Set(0);
    const std::size_t end = std::min(n, start + block);
    for (std::size_t i = start; i < end; i += width) {
      each(i, std::min(width, end - i), sum, weights, regular);
    }
    all.sum = sum_of(all.sum, {sum_of_lanes(sum), 0});
    all.weights = sum_of(all.weights, {sum_of_lanes(weights), 0});
  }
  all.is_regular = hn::AllTrue(f64, regular);
  return all;
}

WeightedSum weighted_logarithms32(const float* p, const float* q, std::size_t n) {
  return sum_products32(
      n, [&](std::size_t i, std::size_t count, V& sum, V& weights, Mask& regular) SOFTLAW_INLINE {
        const Weighted at(p, q, i, count);
        regular = hn::And(regular, at.is_regular());
        sum = mul_add(at.weight, logarithm32(at.entry), sum);
        weights = weights + at.weight;
      });
}

WeightedSum weighted_ratios32(const float* p, const float* q, std::size_t n) {
  return sum_products32(
      n, [&](std::size_t i, std::size_t count, V& sum, V& weights, Mask& regular) SOFTLAW_INLINE {
        const Weighted at(p, q, i, count);
        regular = hn::And(regular, at.is_regular());
        sum = mul_add(at.weight, logarithm32(at.nonzero / at.entry), sum);
        weights = weights + at.weight;
      });
}

/// sum y_i (maximum - x_i) and sum y_i, over y_i > 0.
template <class R>
WeightedSum weighted_gaps(const R* x, const R* y, std::size_t n, double maximum) {
  const V top = Set(maximum);
  return sum_products<PairSum>(n, [&](std::size_t i, std::size_t count, PairSum& sum,
                                      PairSum& weights, Mask& regular) SOFTLAW_INLINE {
    const V weight = load_first(y + i, count, R(0));
    const V entry = load_first(x + i, count, R(0));
    const Mask counts = hn::Not(weight == Set(0));  // NaN counts
    const Pairs gap = two_difference(top, hn::IfThenElse(counts, entry, top));
    const Mask is_small = gap.high <= Set(0x1p100);
    regular = hn::And(regular, is_small);
    regular = hn::And(regular, is_ordinary(hn::IfThenElse(counts, weight, Set(1))));
    sum.add(times(weight, gap));
    weights.add({weight, Set(0)});
  });
}

/// sum e_i (maximum - x_i) of stored exponentials, those that were raised left out.
WeightedSum stored_gaps(const double* high, const double* low, const double* x, std::size_t n,
                        double maximum) {
  const V top = Set(maximum);
  return sum_products<RoughSum>(
      n, [&](std::size_t i, std::size_t count, PairSum& sum, RoughSum&, Mask&) SOFTLAW_INLINE {
        const V e = load_first(high + i, count, 0);
        const V e_low = load_first(low + i, count, 0);
        const Mask counts = e > Set(tiny_exponential);
        const V entry = hn::IfThenElse(counts, load_first(x + i, count, maximum), top);
        const Pairs gap = two_difference(top, entry);
        const Pairs product = two_product(e, gap.high);
        sum.add({product.high, mul_add(e, gap.low, mul_add(e_low, gap.high, product.low))});
      });
}

double stored_gaps32(const double* values, const float* x, std::size_t n, double maximum) {
  const V top = Set(maximum);
  return sum_over32(x, n, static_cast<float>(maximum),
                    [&](V v, std::size_t at, std::size_t count) SOFTLAW_INLINE {
                      const V e = load_first(values + at, count, 0);
                      const Mask counts = e > Set(binary32::tiny_exponential);
                      return e * hn::IfThenElseZero(counts, top - v);
                    });
}

/// out_i = e_i factor - y_i, rounded, and 0 for what was raised; counts what could not be rounded safely.
std::size_t residual(const double* high, const double* low, const double* y, std::size_t n,
                     Pair factor, double error, double* out) {
  const V by = Set(factor.high);
  const V by_low = Set(factor.low);
  Rounding rounding;
  const std::size_t width = hn::Lanes(f64);
  for (std::size_t i = 0; i < n; i += width) {
    const std::size_t count = std::min(width, n - i);
    const V e = load_first(high + i, count, 1);
    const V e_low = load_first(low + i, count, 0);
    const Pairs product = two_product(e, by);
    const Pairs difference = two_difference(product.high, load_first(y + i, count, 0));
    const V rest = mul_add(e, by_low, mul_add(e_low, by, product.low));
    const V slack = mul_add(hn::Abs(difference.high), Set(0x1p-100), product.high * Set(error));
    const V value = rounding(difference.high, difference.low + rest, slack);
    store_first(hn::IfThenElseZero(e > Set(tiny_exponential), value), out + i, count);
  }
  return rounding.count();
}

bool residual32(const double* values, const float* y, std::size_t n, double factor, float* out) {
  const std::size_t width = hn::Lanes(f64);
  Rounding32 rounding;
  for (std::size_t i = 0; i < n; i += width) {
    const std::size_t count = std::min(width, n - i);
    const V share = load_first(values + i, count, 0) * Set(factor);
    const V difference = share - load_first(y + i, count, 0.0F);
    const V slack = mul_add(hn::Abs(difference), Set(0x1p-50), share * Set(binary32::share_error));
    rounding(difference, slack, out + i, count);
  }
  return rounding.any();
}

}  // namespace softlaw::vector::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
