// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

// Sums of floats in the orders that implementations use.
namespace softlaw::properties {

enum class Order { in_order, reversed, pairwise, lanes4, lanes8, lanes16, online };

inline constexpr std::array<std::pair<Order, const char*>, 7> orders{{{Order::in_order, "in-order"},
                                                                      {Order::reversed, "reversed"},
                                                                      {Order::pairwise, "pairwise"},
                                                                      {Order::lanes4, "4-lanes"},
                                                                      {Order::lanes8, "8-lanes"},
                                                                      {Order::lanes16, "16-lanes"},
                                                                      {Order::online, "online"}}};

/// The order of the sums of this thread, for as long as it lives.
class OrderOfSums {
 public:
  explicit OrderOfSums(Order order) : previous_(current_) { current_ = order; }
  ~OrderOfSums() { current_ = previous_; }
  OrderOfSums(const OrderOfSums&) = delete;
  OrderOfSums& operator=(const OrderOfSums&) = delete;
  static Order current() { return current_; }

 private:
  Order previous_;
  static inline thread_local Order current_ = Order::in_order;
};

/// One addition after the other, each rounded.
template <class Real>
struct Plain {
  Real value = 0;
  void add(Real term) { value += term; }
  void add(const Plain& other) { value += other.value; }
  Real total() const { return value; }
};

/// The roundings of the additions are added up beside the sum (Neumaier 1974).
template <class Real>
struct Compensated {
  Real value = 0, lost = 0;
  void add(Real term) {
    const Real sum = value + term;
    // without this, an infinity would make the rounding NaN
    if (std::isfinite(sum)) {
      lost += std::abs(value) >= std::abs(term) ? (value - sum) + term : (term - sum) + value;
    }
    value = sum;
  }
  void add(const Compensated& other) {
    add(other.value);
    lost += other.lost;
  }
  Real total() const { return value + lost; }
};

template <class Sum, class Real>
Sum sum_pairwise(const Real* terms, std::size_t n) {
  Sum sum;
  if (n <= 2) {
    for (std::size_t i = 0; i < n; ++i) sum.add(terms[i]);
    return sum;
  }
  sum = sum_pairwise<Sum>(terms, n / 2);
  sum.add(sum_pairwise<Sum>(terms + n / 2, n - n / 2));
  return sum;
}

template <class Sum, class Real>
Sum sum_in_lanes(const Real* terms, std::size_t n, std::size_t lanes) {
  std::array<Sum, 16> partial{};
  for (std::size_t i = 0; i < n; ++i) partial[i % lanes].add(terms[i]);
  Sum sum = partial[0];
  for (std::size_t k = 1; k < lanes; ++k) sum.add(partial[k]);
  return sum;
}

/// The sum of the terms in the current order.
template <class Sum, class Real>
Real total(const std::vector<Real>& terms) {
  const Real* t = terms.data();
  const std::size_t n = terms.size();
  Sum sum;
  switch (OrderOfSums::current()) {
    case Order::reversed:
      for (std::size_t i = n; i-- > 0;) sum.add(t[i]);
      return sum.total();
    case Order::pairwise:
      return sum_pairwise<Sum>(t, n).total();
    case Order::lanes4:
      return sum_in_lanes<Sum>(t, n, 4).total();
    case Order::lanes8:
      return sum_in_lanes<Sum>(t, n, 8).total();
    case Order::lanes16:
      return sum_in_lanes<Sum>(t, n, 16).total();
    default:
      for (Real term : terms) sum.add(term);
      return sum.total();
  }
}

}  // namespace softlaw::properties
