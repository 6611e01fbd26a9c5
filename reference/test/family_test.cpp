// SPDX-License-Identifier: Apache-2.0
#include "family.hpp"

#include <gtest/gtest.h>

namespace softlaw::reference {
namespace {

/// A finer grid contains the coarser one, and every operation respects inclusion: so the enclosure
/// at twice the precision lies inside.
TEST(Family, EnclosuresAreNestedAsThePrecisionDoubles) {
  test::Inputs inputs(21);
  for (int run = 0; run < 1000; ++run) {
    const test::Arguments arguments(inputs);
    for (const test::Function& function : test::family) {
      Vector wider;
      for (const int bits : {40, 80, 160, 320}) {
        const WorkingPrecision guard(bits);
        const Vector narrower = function.evaluate(arguments);
        for (std::size_t i = 0; i < wider.size(); ++i) {
          EXPECT_FALSE(narrower[i].is_empty());
          EXPECT_TRUE(wider[i].contains(narrower[i]))
              << function.name << " at " << bits << ": " << to_string(wider[i]) << " does not hold "
              << to_string(narrower[i]);
        }
        wider = narrower;
      }
    }
  }
}

TEST(Family, EnclosuresOfExtremeArgumentsAreNotEmptyAndBounded) {
  for (const double a : test::special_values) {
    for (const double b : test::special_values) {
      for (const double c : test::special_values) {
        const Vector x = {a, b, c};
        Vector all = {logsumexp(x), softmin(x, 0.5), excess(x)};
        for (const Interval& entry : softmax(x)) all.push_back(entry);
        for (const Interval& entry : log_softmax(x, 2)) all.push_back(entry);
        for (const Interval& entry : all) EXPECT_TRUE(entry.is_bounded() && !entry.is_empty());
      }
    }
  }
}

/// Wide arguments hold the function of each of their members.
TEST(Family, WideArgumentsAreEnclosedWhole) {
  test::Inputs inputs(22);
  for (int run = 0; run < 2000; ++run) {
    Vector wide, member;
    for (const double entry : inputs.vector(4)) {
      const double other = entry + inputs.uniform(-1, 1), t = inputs.uniform(0.01, 0.99);
      wide.push_back(Interval::hull(entry, other));
      member.push_back(intersection(entry + t * (Interval(other) - entry), wide.back()));
    }
    const std::vector<Vector> directions = {test::intervals(inputs.vector_of_size(wide.size())),
                                            test::intervals(inputs.vector_of_size(wide.size()))};
    const auto all = [&](const Vector& x) {
      Vector values = {logsumexp(x), logsumexp(x, -0.5), softmin(x), excess(x), softplus(x[0])};
      for (const Vector& entries :
           {softmax(x), softmax(x, 3), log_softmax(x), logsumexp_hessian(x),
            softmax_derivative(x, directions), softmax_derivative_by_series(x, directions)}) {
        values.insert(values.end(), entries.begin(), entries.end());
      }
      return values;
    };
    const Vector outer = all(wide), inner = all(member);
    for (std::size_t i = 0; i < outer.size(); ++i) {
      EXPECT_TRUE(meets(outer[i], inner[i])) << i;
      const Interval slack = ldexp(Interval::hull(-1, 1) * (1 + abs(inner[i])), -200);
      EXPECT_TRUE((outer[i] + slack).contains(inner[i])) << i;
    }
  }
}

}  // namespace
}  // namespace softlaw::reference
