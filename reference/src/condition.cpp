// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>

#include "scales.hpp"

namespace softlaw::reference::condition {

Arithmetic::Arithmetic(const Format& format, bool plain) noexcept
    : previous_format_(format_), previous_plain_(plain_) {
  format_ = format;
  plain_ = plain;
}

Arithmetic::~Arithmetic() {
  format_ = previous_format_;
  plain_ = previous_plain_;
}

Interval Arithmetic::underflow(const Interval& weight) {
  if (!format_) return 0;
  return min(Interval::power_of_two(format_->emin + 1), ldexp(weight, format_->precision));
}

Interval Arithmetic::relative_underflow(const Interval& weight) {
  if (!format_) return 0;
  const Interval least = Interval::power_of_two(format_->emin + 1);
  const Interval all = Interval::power_of_two(format_->precision);
  return certainly_less(weight, least) ? all : min(least / weight, all);
}

namespace {

Vector negated(const Vector& x) {
  Vector result;
  for (const Interval& entry : x) result.push_back(-entry);
  return result;
}

Interval term(const Interval& p) { return abs(reference::entropy({p})); }

}  // namespace

Interval logsumexp(const Vector& x) { return x.empty() ? 0 : Scales(x).entropy(); }

Interval logsumexp(const Vector& x, const Interval& lambda) {
  if (x.empty()) return 0;
  if (certainly_less(lambda, 0)) return condition::logsumexp(negated(x), -lambda);
  // the logarithm of a sum next to 1 is itself subject to underflow, and then divided
  return (Scales(x, 1 / lambda).entropy() + Arithmetic::underflow(1)) / lambda;
}

Interval logaddexp(const Interval& a, const Interval& b) { return condition::logsumexp({a, b}); }
Interval softmin(const Vector& x) { return condition::logsumexp(negated(x)); }
Interval softmin(const Vector& x, const Interval& lambda) {
  return condition::logsumexp(x, -lambda);
}
Interval excess(const Vector& x) { return condition::logsumexp(x); }
Interval softplus(const Interval& t) { return condition::logsumexp({0, t}); }

Vector softmax(const Vector& x) { return condition::softmax(x, 1); }

Vector softmax(const Vector& x, const Interval& temperature) {
  if (x.empty()) return {};
  const Scales scales(x, temperature);
  Vector result;
  for (std::size_t i = 0; i < x.size(); ++i) result.push_back(scales.p[i] * scales.relative(i));
  return result;
}

Vector log_softmax(const Vector& x) { return condition::log_softmax(x, 1); }

Vector log_softmax(const Vector& x, const Interval& temperature) {
  if (x.empty()) return {};
  const Scales scales(x, temperature);
  const Interval entropy = scales.entropy();
  Vector result;
  for (const Interval& depth : scales.depth) result.push_back(depth + entropy);
  return result;
}

Interval logistic(const Interval& t) { return condition::softmax({0, t})[1]; }
Interval log_logistic(const Interval& t) { return condition::softplus(-t); }
Interval logit(const Interval& p) {
  return abs(reference::logit(p)) + (Arithmetic::is_plain() ? 1 : 0);
}

Interval log1mexp(const Interval& x) {
  const Interval odds = certainly_less(x, -1) ? exp(x) / -expm1(x) : Interval(1);
  return min(odds, 1) + abs(reference::log1mexp(x));
}

Interval logsubexp(const Interval& a, const Interval& b) {
  const Interval gap = b - a;
  return abs(gap) * exp(gap) / -expm1(gap) + condition::log1mexp(gap);
}

Interval softplus_inverse(const Interval& y) { return condition::log1mexp(-y); }

Interval entropy(const Vector& p) {
  Interval sum;
  for (const Interval& entry : p) sum += term(entry);
  return sum;
}

Vector logsumexp_hessian(const Vector& x) {
  if (x.empty()) return {};
  const Scales scales(x);
  const Vector hessian = reference::logsumexp_hessian(x);
  const Vector of_the_others = sums_of_the_others(scales.errors());
  Vector result;
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = 0; j < x.size(); ++j) {
      if (i == j) {  // p_i times the sum of the others, each of which errs by its own depth
        if (Arithmetic::is_plain()) {  // p_i less its square
          result.push_back(scales.errors()[i] * (1 + 2 * scales.p[i]));
          continue;
        }
        result.push_back(scales.p[i] * of_the_others[i] +
                         scales.depth[i] * abs(hessian[i * x.size() + i]));
        continue;
      }
      const Interval factor = 1 + scales.depth[i] + scales.relative(j);
      result.push_back(abs(hessian[i * x.size() + j]) * factor);
    }
  }
  return result;
}

}  // namespace softlaw::reference::condition
