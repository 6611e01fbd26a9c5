// SPDX-License-Identifier: Apache-2.0
#include "weights.hpp"

#include <softlaw/reference/filter.hpp>
#include <stdexcept>
#include <string>
#include <utility>

namespace softlaw::reference {
namespace {

/// Is the upper end of a greater?
bool is_higher(const Interval& a, const Interval& b) {
  if (Filter::is_active()) return compare(a.balls().upper, b.balls().upper) > 0;
  return mpfr_greater_p(a.upper().get(), b.upper().get()) != 0;
}

bool is_one(const Interval& a) { return a.contains(1.0) && a.is_point(); }

}  // namespace

std::size_t top_of(const Vector& x) {
  std::size_t top = 0;
  for (std::size_t i = 1; i < x.size(); ++i) {
    if (is_higher(x[i], x[top])) top = i;
  }
  return top;
}

Vector differences(const Vector& x, std::size_t top) {
  Vector d;
  d.reserve(x.size());
  const Interval negated_top = -x[top];
  for (const Interval& entry : x) d.push_back(exact_sum(entry, negated_top));
  if (x[top].is_bounded() && !x[top].is_empty()) d[top] = 0;
  return d;
}

Vector multiplied(Vector x, const Interval& factor) {
  if (is_one(factor)) return x;
  for (Interval& entry : x) entry *= factor;
  return x;
}

Vector divided(Vector x, const Interval& divisor) {
  if (is_one(divisor)) return x;
  for (Interval& entry : x) entry /= divisor;
  return x;
}

Weights::Weights(Vector d, std::size_t top_index) : shift(std::move(d)), top(top_index) {
  weight.reserve(shift.size());
  for (const Interval& difference : shift) weight.push_back(exp(difference));
  for (std::size_t i = 0; i < weight.size(); ++i) {
    if (i != top) others += weight[i];
  }
  total = weight[top] + others;
}

Interval Weights::log_total() const { return log1p(expm1(shift[top]) + others); }

Vector sums_of_the_others(const Vector& terms) {
  Vector sums(terms.size());
  Interval before, after;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    sums[i] = before;
    before += terms[i];
  }
  for (std::size_t i = terms.size(); i-- > 0;) {
    sums[i] += after;
    after += terms[i];
  }
  return sums;
}

void require_size(const std::string& function, const std::string& argument, const Vector& values,
                  const Vector& x) {
  if (values.size() == x.size()) return;
  throw std::invalid_argument("softlaw::reference::" + function + ": " + argument + " has " +
                              std::to_string(values.size()) + " entries, x has " +
                              std::to_string(x.size()));
}

void require_same_size(const std::string& function, const Vector& x,
                       const std::vector<Vector>& directions) {
  for (std::size_t j = 0; j < directions.size(); ++j) {
    require_size(function, "directions[" + std::to_string(j) + "]", directions[j], x);
  }
}

}  // namespace softlaw::reference
