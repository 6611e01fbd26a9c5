// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <iterator>
#include <limits>

#include "inputs.hpp"

namespace softlaw::reference {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

bool same(const Interval& a, const Interval& b) { return a.contains(b) && b.contains(a); }

using Function = Interval (*)(const Interval&);

constexpr Function functions[] = {exp,
                                  expm1,
                                  log,
                                  log1p,
                                  erf,
                                  erfc,
                                  sqrt,
                                  sqr,
                                  abs,
                                  [](const Interval& a) { return pow(a, 3); },
                                  [](const Interval& a) { return pow(a, -2); },
                                  [](const Interval& a) { return pow(a, -3); },
                                  [](const Interval& a) { return -a; }};

TEST(Elementary, ContainsEveryValueAtMembers) {
  test::Intervals intervals(4);
  for (int run = 0; run < 5000; ++run) {
    const Interval a = intervals.next();
    const Interval p = intervals.member(a);
    for (std::size_t i = 0; i < std::size(functions); ++i) {
      const WorkingPrecision coarse(run % 2 == 0 ? 30 : 60);
      const Interval result = functions[i](a);
      const WorkingPrecision fine(300);
      if (a.is_empty()) {
        EXPECT_TRUE(result.is_empty());
      } else if (!p.contains(0.0) || a.is_point()) {
        EXPECT_TRUE(result.contains(functions[i](p)))
            << "function " << i << " on " << to_string(a) << " at " << to_string(p) << " gives "
            << to_string(result);
      }
    }
  }
}

/// Inverse pairs: each must return its argument, up to rounding.
TEST(Elementary, InverseFunctionsUndoEachOther) {
  test::Inputs inputs(5);
  for (int run = 0; run < 2000; ++run) {
    const double t = inputs.uniform(-50, 50);
    // At worst, expm1(-50) is within 2^-72 of -1, so that log1p magnifies 2^-256 to 2^-184.
    const Interval near =
        Interval::between(Interval(t) - ldexp(1, -180), Interval(t) + ldexp(1, -180));
    const Interval root = t < 0 ? -sqrt(sqr(t)) : sqrt(sqr(t));
    for (const Interval& back : {log(exp(t)), log1p(expm1(t)), root}) {
      EXPECT_TRUE(back.contains(t)) << t << " " << to_string(back);
      EXPECT_TRUE(near.contains(back)) << t << " " << to_string(back);
    }
  }
}

TEST(Elementary, PointsCostOneRounding) {
  for (const double t : {-3.0, 0.1, 1.0, 20.0}) {
    const Interval value = exp(t);
    Real next = value.lower();
    mpfr_nextabove(next.get());
    EXPECT_TRUE(mpfr_equal_p(next.get(), value.upper().get()));
  }
}

TEST(Elementary, SimpleValuesAreExact) {
  EXPECT_TRUE(same(exp(0), 1));
  EXPECT_TRUE(same(expm1(0), 0));
  EXPECT_TRUE(same(log(1), 0));
  EXPECT_TRUE(same(log1p(0), 0));
  EXPECT_TRUE(same(sqrt(2.25), 1.5));
  EXPECT_TRUE(same(sqr(-1.5), 2.25));
  EXPECT_TRUE(same(pow(-2, 3), -8));
  EXPECT_TRUE(same(pow(-2, -3), -0.125));
  EXPECT_TRUE(same(pow(7, 0), 1));
  EXPECT_TRUE(same(pow(Interval::between(-2, 1), 2), Interval::between(0, 4)));
  EXPECT_TRUE(same(pow(Interval::between(-2, 1), -2), Interval::between(0.25, infinity)));
}

TEST(Elementary, MeetsTheEndsOfItsDomain) {
  EXPECT_TRUE(same(exp(-infinity), 0));
  EXPECT_TRUE(same(exp(infinity), infinity));
  EXPECT_TRUE(same(log(0), -infinity));
  EXPECT_TRUE(same(log(Interval::between(-1, 1)), Interval::between(-infinity, 0)));
  EXPECT_TRUE(log(Interval::between(-2, -1)).is_empty());
  EXPECT_TRUE(log1p(-2).is_empty());
  EXPECT_TRUE(same(log1p(-1), -infinity));
  EXPECT_TRUE(same(sqrt(Interval::between(-1, 4)), Interval::between(0, 2)));
  EXPECT_TRUE(sqrt(-1).is_empty());
}

TEST(Elementary, UnderflowAndOverflowOfExpStaySound) {
  const Interval least = exp(-1e300), greatest = exp(1e300);
  EXPECT_TRUE(certainly_less_equal(0, least) && possibly_less(0, least));
  EXPECT_TRUE(certainly_less(least, Interval::power_of_two(-1000000)));
  EXPECT_TRUE(certainly_less(Interval::power_of_two(1000000), greatest));
  EXPECT_TRUE(greatest.contains(infinity));
}

}  // namespace
}  // namespace softlaw::reference
