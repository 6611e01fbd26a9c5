// SPDX-License-Identifier: Apache-2.0
#include <softlaw/information.hpp>

#include "exact/logarithms.hpp"
#include "kernel/check.hpp"
#include "kernel/environment.hpp"
#include "kernel/exact_sum.hpp"
#include "kernel/relative_entropy.hpp"
#include "kernel/signed_sum.hpp"
#include "vector/first_tier.hpp"

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
  const Scaled value = make_scaled(-log(make_scaled(static_cast<double>(p))));
  if (const auto second = certain<R>(value, logarithm_error)) return *second;
  return exact::resolve<R>(
      [&](const exact::Precision& bits) { return -bits.logarithm(static_cast<double>(p)); });
}

/// The common part of both sums over two distributions: checks, NaN, and p_i > 0 = q_i.
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
  require_size("cross_entropy", "q", q.size(), p.size());
  if (R result; vector::cross_entropy(p, q, result)) return result;
  const Pairs<R> pairs("cross_entropy", p, q);
  if (!pairs.is_regular()) return pairs.special();
  SignedSum sum;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] == 0) continue;
    const Scaled weight = make_scaled(static_cast<double>(p[i]));
    const DoubleDouble logarithm = log(make_scaled(static_cast<double>(q[i])));
    sum.add(normalize(logarithm * -weight.mantissa.hi, weight.exponent));
  }
  if (const auto second = sum.certain_total<R>(logarithm_error)) return *second;
  exact::Logarithms exactly;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] > 0) exactly.add(-static_cast<double>(p[i]), static_cast<double>(q[i]));
  }
  return exactly.resolve<R>();
}

template <class R>
R exact_divergence(std::span<const R> p, std::span<const R> q) {
  exact::Logarithms exactly;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const auto weight = static_cast<double>(p[i]);
    if (weight == 0 || p[i] == q[i]) continue;
    exactly.add(weight, weight);
    exactly.add(-weight, static_cast<double>(q[i]));
  }
  return exactly.resolve<R>();
}

/// Far terms are p log(p/q) as it stands. Close ones are p log(p/q) - p + q, to the second order in
/// the difference, and what that leaves out, the sum of p - q, is added without rounding.
template <class R>
R kl_divergence_of(std::span<const R> p, std::span<const R> q) {
  require_size("kl_divergence", "q", q.size(), p.size());
  if (R result; vector::kl_divergence(p, q, result)) return result;
  const Pairs<R> pairs("kl_divergence", p, q);
  if (!pairs.is_regular()) return pairs.special();
  SignedSum sum;
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
  const Scaled difference = first_order.total();
  const Scaled error = times_power_of_two(sum.size(), logarithm_error) +
                       times_power_of_two(absolute(difference), -100);
  const auto second = certain<R>(sum.total() + difference, error);
  return second ? *second : exact_divergence(p, q);
}

/// 1 / log 2 as a pair.
constexpr DoubleDouble bits_per_nat = DoubleDouble{1, 0} / log_two;

/// x factor, or `exactly` of any precision.
template <class R, class Enclosure>
R times(R x, DoubleDouble factor, const Enclosure& exactly) {
  if (!std::isfinite(x) || x == 0) return x;
  constexpr int error = -95;
  const auto value = static_cast<double>(x);
  const auto second = certain<R>(make_scaled(value) * make_scaled(factor), error);
  if (second) return *second;
  return exact::resolve<R>([&](const exact::Precision& p) { return exactly(p, p.number(value)); });
}

template <class R>
R to_bits(R nats) {
  return times(nats, bits_per_nat, [](const exact::Precision& p, const exact::Interval& x) {
    return p.divide(x, p.log_two());
  });
}

template <class R>
R to_nats(R bits) {
  return times(bits, log_two, [](const exact::Precision& p, const exact::Interval& x) {
    return p.multiply(x, p.log_two());
  });
}

}  // namespace

double surprisal(double p) {
  return in_default_environment([&] { return surprisal_of(p); });
}
float surprisal(float p) {
  return in_default_environment([&] { return surprisal_of(p); });
}

double cross_entropy(std::span<const double> p, std::span<const double> q) {
  return in_default_environment([&] { return cross_entropy_of(p, q); });
}
float cross_entropy(std::span<const float> p, std::span<const float> q) {
  return in_default_environment([&] { return cross_entropy_of(p, q); });
}

double kl_divergence(std::span<const double> p, std::span<const double> q) {
  return in_default_environment([&] { return kl_divergence_of(p, q); });
}
float kl_divergence(std::span<const float> p, std::span<const float> q) {
  return in_default_environment([&] { return kl_divergence_of(p, q); });
}

double nats_to_bits(double nats) noexcept {
  return in_default_environment([&] { return to_bits(nats); });
}
float nats_to_bits(float nats) noexcept {
  return in_default_environment([&] { return to_bits(nats); });
}
double bits_to_nats(double bits) noexcept {
  return in_default_environment([&] { return to_nats(bits); });
}
float bits_to_nats(float bits) noexcept {
  return in_default_environment([&] { return to_nats(bits); });
}

}  // namespace softlaw
