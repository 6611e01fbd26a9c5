// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "weights.hpp"

namespace softlaw::reference {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Vector negated(const Vector& x) {
  Vector result;
  for (const Interval& entry : x) result.push_back(-entry);
  return result;
}

/// \f$m+\lambda^{-1}\log\sum_ie^{\lambda(x_i-m)}\f$ for points x_i, of which m is one.
Interval of_points(const Vector& x, const Interval& lambda) {
  const std::size_t top = top_of(x);
  if (x.size() == 1 || !x[top].is_bounded()) return x[top];
  const Weights w(multiplied(differences(x, top), lambda), top);
  return x[top] + w.log_total() / lambda;
}

Vector lower_ends(const Vector& x) {
  Vector ends;
  for (const Interval& entry : x) ends.push_back(entry.lower_point());
  return ends;
}

Vector upper_ends(const Vector& x) {
  Vector ends;
  for (const Interval& entry : x) ends.push_back(entry.upper_point());
  return ends;
}

}  // namespace

Interval logsumexp(const Vector& x) { return logsumexp(x, 1); }

Interval logsumexp(const Vector& x, const Interval& lambda) {
  if (possibly_less_equal(lambda, 0)) {
    if (possibly_less_equal(0, lambda)) return Interval::whole();
    return -logsumexp(negated(x), -lambda);
  }
  if (x.empty()) return -infinity;
  if (std::ranges::any_of(x, &Interval::is_empty)) return Interval::empty();
  if (std::ranges::all_of(x, &Interval::is_point)) return of_points(x, lambda);
  // It increases with every entry.
  return Interval::between(of_points(lower_ends(x), lambda), of_points(upper_ends(x), lambda));
}

Interval logaddexp(const Interval& a, const Interval& b) { return logsumexp({a, b}); }

Interval softmin(const Vector& x) { return -logsumexp(negated(x)); }

Interval softmin(const Vector& x, const Interval& lambda) { return logsumexp(x, -lambda); }

Interval excess(const Vector& x) {
  if (x.empty()) return Interval::empty();
  const std::size_t top = top_of(x);
  Vector d = differences(x, top);
  if (std::ranges::all_of(d, [](const Interval& e) { return certainly_less_equal(e, 0); })) {
    return Weights(std::move(d), top).log_total();
  }
  // Which entry is the maximum m is open: then the terms are at most 1, and one of them is 1.
  Interval maximum = x[top];
  for (const Interval& entry : x) maximum = max(maximum, entry);
  Interval sum;
  for (const Interval& entry : x) sum += exp(min(exact_difference(entry, maximum), 0));
  return log(max(sum, 1));
}

Interval softplus(const Interval& t) { return logsumexp({0, t}); }

Interval logistic(const Interval& t) { return 1 / (1 + exp(-t)); }

Interval log_logistic(const Interval& t) { return -softplus(-t); }

Interval logit(const Interval& p) {
  if (certainly_less(p, Interval(0.25))) return log(p) - log1p(-p);
  return log1p((2 * p - 1) / (1 - p));
}

Interval log1mexp(const Interval& x) {
  if (certainly_less(x, -1)) return log1p(-exp(x));
  return log(-expm1(x));
}

Interval logsubexp(const Interval& a, const Interval& b) { return a + log1mexp(b - a); }

Interval softplus_inverse(const Interval& y) {
  if (certainly_less(1, y)) return y + log1p(-exp(-y));
  return log(expm1(y));
}

}  // namespace softlaw::reference
