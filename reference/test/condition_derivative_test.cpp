// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <softlaw/reference/condition.hpp>
#include <stdexcept>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

/// The closed forms of S1 in terms of the means of products, every sign a plus.
struct Magnitudes {
  Vector p, g, h, k;

  Interval mean(const Vector& a) const {
    return p[0] * abs(a[0]) + p[1] * abs(a[1]) + p[2] * abs(a[2]);
  }
  static Vector times(const Vector& a, const Vector& b) {
    return {a[0] * b[0], a[1] * b[1], a[2] * b[2]};
  }
  Interval first(std::size_t i) const { return p[i] * (abs(g[i]) + mean(g)); }
  Interval second(std::size_t i) const {
    return p[i] * (abs(g[i] * h[i]) + mean(g) * abs(h[i]) + mean(h) * abs(g[i]) +
                   mean(times(g, h)) + 2 * mean(g) * mean(h));
  }
  Interval third(std::size_t i) const {
    const Interval a = abs(g[i]), b = abs(h[i]), c = abs(k[i]);
    const Interval gh = mean(times(g, h)), gk = mean(times(g, k)), hk = mean(times(h, k));
    return p[i] *
           (a * b * c + mean(g) * b * c + mean(h) * a * c + mean(k) * a * b + hk * a + gk * b +
            gh * c + mean(times(times(g, h), k)) +
            2 * (mean(g) * mean(h) * c + mean(g) * mean(k) * b + mean(h) * mean(k) * a) +
            2 * (gh * mean(k) + gk * mean(h) + hk * mean(g)) + 6 * mean(g) * mean(h) * mean(k));
  }
};

const Vector x = {1, -2, 0.5};
const Vector depth = {0, 3, 0.5};
const Magnitudes m{softmax(x), {1, -2, 3}, {0.5, 4, -1}, {-1, -1, 2}};

/// The closed forms change by the scale times e when each weight grows by e times 1 + (m - x_i) + A of
/// itself.
TEST(ConditionOfDerivatives, IsTheChangeOfTheClosedFormWithTheWeights) {
  const Interval a = m.p[1] * 3 + m.p[2] * 0.5, e = Interval::power_of_two(-80);
  Magnitudes changed = m;
  for (std::size_t i = 0; i < 3; ++i) changed.p[i] = m.p[i] * (1 + e * (1 + depth[i] + a));
  const Vector first = condition::softmax_derivative(x, {m.g});
  const Vector second = condition::softmax_derivative(x, {m.g, m.h});
  const Vector third = condition::softmax_derivative(x, {m.g, m.h, m.k});
  const auto is = [&](const Interval& scale, const Interval& after, const Interval& before) {
    const Interval ratio = (after - before) / e / scale;
    return certainly_less(abs(ratio - 1), Interval::power_of_two(-60));
  };
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_TRUE(is(first[i], changed.first(i), m.first(i)));
    EXPECT_TRUE(is(second[i], changed.second(i), m.second(i)));
    EXPECT_TRUE(is(third[i], changed.third(i), m.third(i)));
    EXPECT_TRUE(meets(condition::logsumexp_hessian_vector(x, m.g)[i], first[i]));
    EXPECT_TRUE(meets(condition::softmax_derivative(x, {})[i], m.p[i] * (1 + depth[i] + a)));
    EXPECT_TRUE(certainly_less(width(third[i]), ldexp(third[i], -240)));
  }
}

TEST(ConditionOfDerivatives, BoundsTheDerivative) {
  test::Inputs inputs(20);
  for (int run = 0; run < 200; ++run) {
    const Vector y = test::intervals(inputs.vector());
    std::vector<Vector> directions;
    for (int order = 0; order <= 3; ++order) {
      const Vector value = softmax_derivative(y, directions);
      const Vector scale = condition::softmax_derivative(y, directions);
      for (std::size_t i = 0; i < y.size(); ++i) {
        EXPECT_TRUE(possibly_less_equal(abs(value[i]), scale[i]));
      }
      directions.push_back(test::intervals(inputs.vector_of_size(y.size())));
    }
  }
}

TEST(ConditionOfDerivatives, RefusesWrongShapes) {
  EXPECT_THROW(condition::softmax_derivative({1, 2}, {{1}}), std::invalid_argument);
  EXPECT_THROW(condition::logsumexp_hessian_vector({1, 2}, {1}), std::invalid_argument);
  EXPECT_TRUE(condition::softmax_derivative({}, {{}}).empty());
}

}  // namespace
}  // namespace softlaw::reference
