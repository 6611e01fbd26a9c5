// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numbers>
#include <softlaw/taylor.hpp>

#include "kernel/check.hpp"
#include "kernel/line.hpp"

namespace softlaw {
namespace {

using namespace kernel;

/// softmax(x + t h) = p e^{tc} / E e^{tc}: the series of both factors, once the range allows any.
template <class R>
struct Line {
  Line(std::span<const R> x, std::span<const R> direction, const Peak& peak, std::size_t order)
      : p(x, peak),
        h(direction),
        centre(p.centre(h)),
        inverse_factorial(inverse_factorials(order)),
        inverse_mean(reciprocal(moment_series(p, h, centre, inverse_factorial))) {}

  Scaled difference(std::size_t i) const { return from_centre(h[i], centre); }

  SoftmaxWeights<R> p;
  std::span<const R> h;
  double centre;
  Coefficients inverse_factorial;
  Coefficients inverse_mean;
};

template <class R>
bool has_series(const Peak& peak, std::span<const R> h) {
  return peak.is_finite() && all_finite(h);
}

template <class R>
void write_jet(const Line<R>& line, std::size_t order, std::span<R> out) {
  const std::size_t n = line.p.size();
  Coefficients exponential_series(order + 1);
  for (std::size_t i = 0; i < n; ++i) {
    const Scaled p = line.p(i);
    const Scaled c = line.difference(i);
    Scaled power = p;
    for (std::size_t k = 0; k <= order; ++k) {
      exponential_series[k] = power * line.inverse_factorial[k];
      power = power * c;
    }
    for (std::size_t k = 0; k <= order; ++k) {
      Scaled sum;
      for (std::size_t j = 0; j <= k; ++j) {
        sum = sum + exponential_series[j] * line.inverse_mean[k - j];
      }
      out[k * n + i] = round<R>(sum);
    }
  }
}

/// The sum of the coefficients up to the order is a polynomial in c; Horner's rule.
template <class R>
void write_taylor(const Line<R>& line, std::size_t order, std::span<R> out) {
  Coefficients polynomial(order + 1);
  Scaled partial;
  for (std::size_t k = 0; k <= order; ++k) {
    partial = partial + line.inverse_mean[k];
    polynomial[order - k] = partial * line.inverse_factorial[order - k];
  }
  for (std::size_t i = 0; i < line.p.size(); ++i) {
    const Scaled p = line.p(i);
    const Scaled c = line.difference(i);
    Scaled sum = polynomial[order];
    for (std::size_t k = order; k-- > 0;) sum = sum * c + polynomial[k];
    out[i] = round<R>(p * sum);
  }
}

template <class R>
void jet(std::span<const R> x, std::span<const R> h, std::size_t order, std::span<R> out) {
  require_size("softmax_jet", "h", h.size(), x.size());
  require_size("softmax_jet", "out", out.size(), product_of(std::max(order, order + 1), x.size()));
  const Peak peak = find_peak(x);
  if (has_series(peak, h)) {
    write_jet(Line<R>(x, h, peak, order), order, out);
  } else {
    std::ranges::fill(out, std::numeric_limits<R>::quiet_NaN());
  }
}

template <class R>
void taylor(std::span<const R> x, std::span<const R> h, std::size_t order, std::span<R> out) {
  require_size("softmax_taylor", "h", h.size(), x.size());
  require_size("softmax_taylor", "out", out.size(), x.size());
  const Peak peak = find_peak(x);
  if (has_series(peak, h)) {
    write_taylor(Line<R>(x, h, peak, order), order, out);
  } else {
    std::ranges::fill(out, std::numeric_limits<R>::quiet_NaN());
  }
}

double above(double x) { return std::nextafter(x, infinity); }

/// From the least entry to the greatest, rounded up.
template <class R>
double range_of(std::span<const R> h) {
  const auto [least, most] = std::ranges::minmax(h);
  const DoubleDouble range = two_difference(static_cast<double>(most), static_cast<double>(least));
  return range.lo > 0 ? above(range.hi) : range.hi;
}

/// The bound is constant (range / unit)^q, as softmax_taylor_remainder() says; q is the order plus one.
struct Bound {
  double constant;
  double unit;
};
Bound bound_for(std::size_t q) {
  switch (q) {
    case 1:
      return {0.5, 1};
    case 2:
      return {0.25, 1};
    case 3:
      return {0.1, 1};
    case 4:
      return {0.0402, 1};
    default:
      break;
  }
  // sin y >= y - y^3/6 at y = pi/(2(q + 1)), and the unit pi q/(q + 1)
  const auto size = static_cast<double>(q);
  const double y = std::numbers::pi / (2 * (size + 1));
  return {1 / (y - y * y * y / 6), std::numbers::pi * size / (size + 1)};
}

template <class R>
double remainder(std::span<const R> h, std::size_t order) {
  if (h.empty() || !all_finite(h)) return std::numeric_limits<double>::quiet_NaN();
  const double range = range_of(h);
  if (range == 0) return 0;
  const Bound bound = bound_for(order + 1);
  // Six roundings in the factor, at most 16 in the constant, and one in each product.
  const double factor = range / bound.unit * (1 + 0x1p-50);
  double result = bound.constant * (1 + 0x1p-48);
  for (std::size_t k = 0; k <= order; ++k) result = above(result * factor);
  return result;
}

}  // namespace

void softmax_jet(std::span<const double> x, std::span<const double> h, std::size_t order,
                 std::span<double> out) {
  jet(x, h, order, out);
}
void softmax_jet(std::span<const float> x, std::span<const float> h, std::size_t order,
                 std::span<float> out) {
  jet(x, h, order, out);
}

void softmax_taylor(std::span<const double> x, std::span<const double> h, std::size_t order,
                    std::span<double> out) {
  taylor(x, h, order, out);
}
void softmax_taylor(std::span<const float> x, std::span<const float> h, std::size_t order,
                    std::span<float> out) {
  taylor(x, h, order, out);
}

double softmax_taylor_remainder(std::span<const double> h, std::size_t order) {
  return remainder(h, order);
}
double softmax_taylor_remainder(std::span<const float> h, std::size_t order) {
  return remainder(h, order);
}

}  // namespace softlaw
