// SPDX-License-Identifier: Apache-2.0
#include <softlaw/information.hpp>

#include "kernel/binned_sum.hpp"
#include "kernel/check.hpp"
#include "kernel/exact_sum.hpp"
#include "kernel/relative_entropy.hpp"
#include "kernel/round.hpp"

namespace softlaw {
namespace {

using namespace kernel;

template <class R>
constexpr R unbounded = std::numeric_limits<R>::infinity();

template <class R>
R surprisal_of(R p) {
  require_weight("surprisal", "p", p);
  if (std::isnan(p)) return p;
  if (p == 0) return unbounded<R>;
  return round<R>(make_scaled(-log(make_scaled(static_cast<double>(p)))));
}

/// What both sums over two distributions share: checks, NaN, and p_i > 0 = q_i.
template <class R>
struct Pairs {
  std::span<const R> p, q;
  bool has_nan = false, is_infinite = false;

  Pairs(const char* function, std::span<const R> first, std::span<const R> second)
      : p(first), q(second) {
    require_size(function, "q", q.size(), p.size());
    require_weights(function, "p", p);
    require_weights(function, "q", q);
    has_nan = any_nan(p) || any_nan(q);
    for (std::size_t i = 0; i < p.size(); ++i) is_infinite |= p[i] > 0 && q[i] == 0;
  }

  bool is_regular() const { return !has_nan && !is_infinite; }
  R special() const { return has_nan ? std::numeric_limits<R>::quiet_NaN() : unbounded<R>; }
};

template <class R>
R cross_entropy_of(std::span<const R> p, std::span<const R> q) {
  const Pairs<R> pairs("cross_entropy", p, q);
  if (!pairs.is_regular()) return pairs.special();
  BinnedSum sum;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] == 0) continue;
    const Scaled weight = make_scaled(static_cast<double>(p[i]));
    const DoubleDouble logarithm = log(make_scaled(static_cast<double>(q[i])));
    sum.add(normalize(logarithm * -weight.mantissa.hi, weight.exponent));
  }
  return round<R>(sum.total());
}

/// Far terms are p log(p/q) as it stands. Close ones are p log(p/q) - p + q, to the second order in
/// the difference, and what that leaves out, the sum of p - q, is added without rounding.
template <class R>
R kl_divergence_of(std::span<const R> p, std::span<const R> q) {
  const Pairs<R> pairs("kl_divergence", p, q);
  if (!pairs.is_regular()) return pairs.special();
  BinnedSum sum;
  ExactSum first_order;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] == 0) continue;
    const auto a = static_cast<double>(p[i]), b = static_cast<double>(q[i]);
    const Scaled from = make_scaled(a), to = make_scaled(b), difference = to - from;
    if (!are_close(from, difference)) {
      sum.add(divergence(from, to));
    } else if (a != b) {
      sum.add(close_divergence(from, difference));
      first_order.add(a);
      first_order.subtract(b);
    }
  }
  return round<R>(sum.total() + first_order.total());
}

/// 1 / log 2 as a pair.
constexpr DoubleDouble bits_per_nat = DoubleDouble{1, 0} / log_two;

template <class R>
R times(R x, DoubleDouble factor) {
  if (!std::isfinite(x) || x == 0) return x;
  return round<R>(make_scaled(static_cast<double>(x)) * make_scaled(factor));
}

}  // namespace

double surprisal(double p) { return surprisal_of(p); }
float surprisal(float p) { return surprisal_of(p); }

double cross_entropy(std::span<const double> p, std::span<const double> q) {
  return cross_entropy_of(p, q);
}
float cross_entropy(std::span<const float> p, std::span<const float> q) {
  return cross_entropy_of(p, q);
}

double kl_divergence(std::span<const double> p, std::span<const double> q) {
  return kl_divergence_of(p, q);
}
float kl_divergence(std::span<const float> p, std::span<const float> q) {
  return kl_divergence_of(p, q);
}

double nats_to_bits(double nats) noexcept { return times(nats, bits_per_nat); }
float nats_to_bits(float nats) noexcept { return times(nats, bits_per_nat); }
double bits_to_nats(double bits) noexcept { return times(bits, log_two); }
float bits_to_nats(float bits) noexcept { return times(bits, log_two); }

}  // namespace softlaw
