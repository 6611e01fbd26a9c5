// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <iterator>
#include <limits>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

using Operation = Interval (*)(const Interval&, const Interval&);

constexpr Operation operations[] = {
    [](const Interval& a, const Interval& b) { return a + b; },
    [](const Interval& a, const Interval& b) { return a - b; },
    [](const Interval& a, const Interval& b) { return a * b; },
    [](const Interval& a, const Interval& b) { return a / b; },
    exact_sum,
    exact_difference,
    [](const Interval& a, const Interval& b) { return min(a, b); },
    [](const Interval& a, const Interval& b) { return max(a, b); },
};

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

constexpr std::size_t division = 3;

Interval lower_end(const Interval& a) { return Interval(a.lower(), a.lower()); }
Interval upper_end(const Interval& a) { return Interval(a.upper(), a.upper()); }

/// A finer grid holds every point of a coarser one, so that an outward rounding to it lies inside.
TEST(Arithmetic, ContainsEveryResultOnMembers) {
  test::Intervals intervals(1);
  for (int run = 0; run < 20000; ++run) {
    const Interval a = intervals.next(), b = intervals.next();
    const Interval p = intervals.member(a), q = intervals.member(b);
    for (std::size_t i = 0; i < std::size(operations); ++i) {
      const WorkingPrecision coarse(run % 2 == 0 ? 30 : 60);
      const Interval result = operations[i](a, b);
      const WorkingPrecision fine(600);
      if (a.is_empty() || b.is_empty()) {
        EXPECT_TRUE(result.is_empty());
      } else if (i != division || !q.contains(0.0)) {
        EXPECT_TRUE(result.contains(operations[i](p, q)))
            << "operation " << i << " on " << to_string(a) << " and " << to_string(b) << " at "
            << to_string(p) << " and " << to_string(q) << " gives " << to_string(result);
      }
    }
  }
}

TEST(Arithmetic, IsAsSharpAsTheEndsAllow) {
  test::Intervals intervals(2);
  for (int run = 0; run < 5000; ++run) {
    const Interval a = intervals.next(), b = intervals.next();
    for (std::size_t i = 0; i < std::size(operations); ++i) {
      const WorkingPrecision coarse(60);
      const Interval loose = operations[i](a, b);
      const WorkingPrecision fine(600);
      const Interval tight = operations[i](a, b);
      EXPECT_TRUE(loose.contains(tight));
      if (!tight.is_bounded() || tight.is_empty()) continue;
      const Interval slack = ldexp(upper_end(abs(tight)), -58);
      EXPECT_TRUE(certainly_less_equal(lower_end(tight) - lower_end(loose), slack)) << i;
      EXPECT_TRUE(certainly_less_equal(upper_end(loose) - upper_end(tight), slack)) << i;
    }
  }
}

TEST(Arithmetic, IsExactWhereTheResultFits) {
  EXPECT_TRUE(same(Interval(0.5) + 0.25, 0.75));
  EXPECT_TRUE(same(Interval(3) * -7, -21));
  EXPECT_TRUE(same(Interval(21) / -7, -3));
  EXPECT_FALSE((Interval(1) / 3).is_point());
  Interval a = 5;
  a += 1, a *= 4, a -= 3, a /= 7;
  EXPECT_TRUE(same(a, 3));
}

TEST(Arithmetic, GivesUpOnUndefinedResultsOnly) {
  const Interval positive = Interval::between(1, infinity);
  EXPECT_TRUE(same(Interval(infinity) - infinity, Interval::whole()));
  EXPECT_TRUE(same(Interval(infinity) * 0, Interval::whole()));
  EXPECT_TRUE(same(Interval(infinity) / infinity, Interval::whole()));
  EXPECT_TRUE(same(Interval(infinity) / positive, Interval::whole()));
  EXPECT_TRUE(same(Interval(infinity) + 1, infinity));
  EXPECT_TRUE(same(Interval(1) / infinity, 0));
  EXPECT_TRUE(same(positive * 0, 0));
  EXPECT_TRUE((Interval::whole() * 0).contains(0.0));
  EXPECT_TRUE(same(Interval::whole() * Interval::between(0, 1), Interval::whole()));
  EXPECT_TRUE(same(Interval::whole() / positive, Interval::whole()));
  EXPECT_TRUE(same(Interval::between(0, 1) * positive, Interval::between(0, infinity)));
  EXPECT_TRUE(same(positive / positive, Interval::between(0, infinity)));
}

TEST(Arithmetic, DividesByZeroIntoHalfLines) {
  const Interval to_two = Interval::between(0, 2), from_minus_two = Interval::between(-2, 0);
  EXPECT_TRUE(same(Interval(4) / to_two, Interval::between(2, infinity)));
  EXPECT_TRUE(same(Interval(-4) / to_two, Interval::between(-infinity, -2)));
  EXPECT_TRUE(same(Interval(4) / from_minus_two, Interval::between(-infinity, -2)));
  EXPECT_TRUE(same(Interval(-4) / from_minus_two, Interval::between(2, infinity)));
  EXPECT_TRUE(same(Interval(4) / Interval::between(-1, 1), Interval::whole()));
  EXPECT_TRUE(same(Interval::between(0, 1) / to_two, Interval::whole()));
  EXPECT_TRUE(same(Interval(1) / 0, Interval::whole()));
}

TEST(Arithmetic, ExactSumsOfDoublesAreExact) {
  test::Inputs inputs(3);
  for (int run = 0; run < 5000; ++run) {
    const double a = run % 3 == 0 ? inputs.special() : inputs.bits();
    const double b = inputs.bits();
    const Interval sum = exact_sum(a, b);
    ASSERT_TRUE(sum.is_point());
    EXPECT_TRUE(same(exact_difference(sum, b), a));
  }
}

TEST(Arithmetic, ExactSumsRoundOutwardBeyondTheirLimit) {
  const Interval sum = exact_sum(1, Interval::power_of_two(-20000));
  EXPECT_FALSE(sum.is_point());
  EXPECT_TRUE(certainly_less_equal(1, sum));
  EXPECT_TRUE(possibly_less(1, sum));
  EXPECT_TRUE(possibly_less(exact_sum(1, -Interval::power_of_two(-20000)), 1));
}

TEST(Arithmetic, LdexpIsExact) {
  const WorkingPrecision coarse(2);
  EXPECT_TRUE(same(ldexp(0.7, 3), 0.7 * 8));
  EXPECT_TRUE(same(ldexp(Interval::between(-1, infinity), -1), Interval::between(-0.5, infinity)));
  EXPECT_TRUE(ldexp(Interval::empty(), 2).is_empty());
}

TEST(Arithmetic, OverflowAndUnderflowStaySound) {
  const Interval huge = Interval::power_of_two(1L << 29),
                 tiny = Interval::power_of_two(-(1L << 29));
  EXPECT_TRUE((huge * huge * huge).contains(infinity));
  EXPECT_TRUE(certainly_less(huge, huge * huge * huge));
  EXPECT_TRUE(certainly_less_equal(0, tiny * tiny * tiny));
  EXPECT_TRUE(possibly_less(0, tiny * tiny * tiny));
  EXPECT_TRUE(possibly_less(-tiny * tiny * tiny, 0));
}

}  // namespace
}  // namespace softlaw::reference
