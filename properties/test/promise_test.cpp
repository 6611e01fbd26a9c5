// SPDX-License-Identifier: Apache-2.0
#include "contracts/promise.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "contracts/contract.hpp"
#include "contracts/steps.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "function/exact_values.hpp"

namespace softlaw::properties {
namespace {

Interval allowed(const char* contract, double returned, const Vector& x,
                 const Format& format = Format::binary64) {
  ExactValues exact;
  return Promise::read(contract).allow({returned}, logsumexp, {x}, format, exact).front();
}

TEST(Promise, ReadsWhatItWrites) {
  for (const char* text :
       {"0.5ulp",
        "4ulp",
        "1ulp+0.00390625cond",
        "1000000ulp",
        "correctly-rounded",
        "faithful",
        "(n+3)ulp",
        "3nulp+2cond",
        "(2|x|+3)ulp",
        "(3n+2|x|+1)plain",
        "max(4ulp, 1e-08abs)",
        "1e-05rel+1e-08abs",
        "3u",
        "(n+2)back",
        "4steps",
        "(3n+3)steps",
        "0.001tv",
        "4ulp ftz",
        "2ulp+1cond in binary32",
        "4ulp with in-range, ordered",
        "max(faithful, 2ulp) ftz in binary64 with in-range, ordered, ties, sums, above, below"}) {
    EXPECT_EQ(Promise::read(text).text(), text);
  }
}

TEST(Promise, ReadsSpellingsOfOneMeaning) {
  EXPECT_EQ(Promise::read("(3+n)ulp"), Promise::read("(n+3)ulp"));
  EXPECT_EQ(Promise::read(" 1ulp + 2cond  with ties,ordered"),
            Promise::read("1ulp+2cond with ordered, ties"));
  EXPECT_EQ(Promise::read("1e-5rel").factor(Unit::relative), 1e-5);
}

TEST(Promise, RefusesWhatIsNone) {
  for (const char* text : {"",
                           "4",
                           "ulp",
                           "-1ulp",
                           "0.4ulp",
                           "4ulps",
                           "4ulp+",
                           "4ulp+1",
                           "nanulp",
                           "infulp",
                           "1e999ulp",
                           "1ulp+1cond+1cond",
                           "max(4ulp",
                           "max()",
                           "(n+3ulp",
                           "4ulp in binary33",
                           "4ulp with",
                           "4ulp fast",
                           "4ulp with speed",
                           "4steps+1ulp",
                           "faithful+1cond",
                           "()ulp",
                           "n",
                           "|x|"}) {
    EXPECT_THROW(Promise::read(text), std::invalid_argument) << text;
  }
}

TEST(Promise, TermsGrowWithTheArguments) {
  const Promise promise = Promise::read("(2n+0.5|x|+1)ulp");
  EXPECT_EQ(promise.factor(Unit::ulp, extent_of({Vector{1, -8, -infinity}})), 2 * 3 + 4 + 1);
  const Interval wide = allowed("nulp", 3, {1, 1, 1, 3});
  EXPECT_TRUE(wide.contains(3 + 4 * 0x1p-51));
  EXPECT_FALSE(wide.contains(3 + 5 * 0x1p-51));
}

TEST(Promise, FaithfulIsTheNextFloatOnEitherSide) {
  const Interval around = allowed("faithful", 1, {1});
  EXPECT_TRUE(around.contains(1 + 0x1p-52));
  EXPECT_TRUE(around.contains(1 - 0x1p-53));
  EXPECT_FALSE(around.contains(1 + 0x1p-51));
  const Format& format = Format::binary64;
  EXPECT_TRUE(possibly_faithful(1, 1, format));
  EXPECT_FALSE(possibly_faithful(1, 1 + 0x1p-52, format));
  EXPECT_TRUE(possibly_faithful(1, Interval(1) + Interval(0x1p-53), format));
  EXPECT_TRUE(possibly_faithful(0, 0x1p-1074 * Interval::ratio(1, 3), format));
  EXPECT_FALSE(possibly_faithful(infinity, format.max_finite(), format));
}

TEST(Promise, StepsCountFloatsHoweverFarTheyAreApart) {
  for (const Format& format : reference::formats()) {
    for (const double value : {0.0, format.min_subnormal(), 1.0, format.max_finite(), infinity}) {
      const std::int64_t there = ordinal(value, format);
      EXPECT_EQ(with_ordinal(there, format), value);
      EXPECT_EQ(with_ordinal(-there, format), -value);
      if (value != infinity) {
        EXPECT_EQ(with_ordinal(there + 1, format), format.above(value));
      }
    }
  }
  const Interval around = within_steps(1, 1, Format::binary64);  // up to 1 + 3u, down to 1 - 1.5u
  EXPECT_TRUE(meets(around, Interval(1) + Interval(3 * 0x1p-53)));
  EXPECT_FALSE(meets(around, Interval(1) + Interval(3.01 * 0x1p-53)));
  EXPECT_TRUE(around.contains(1 - 0x1p-53));
  EXPECT_FALSE(around.contains(1 - 0x1p-52));
  EXPECT_TRUE(within_steps(infinity, 0, Format::binary32).contains(infinity));
  EXPECT_FALSE(within_steps(infinity, 0, Format::binary32).contains(0x1p127));
  EXPECT_TRUE(within_steps(-infinity, 1, Format::binary32).contains(-0x1.fffffep127));
}

TEST(Promise, TheLargestOfSeveralBoundsCounts) {
  EXPECT_TRUE(allowed("max(1ulp, 1e-8abs)", 1, {1}).contains(1 + 9e-9));
  EXPECT_FALSE(allowed("max(1ulp, 1e-8abs)", 1, {1}).contains(1 + 2e-8));
  EXPECT_TRUE(allowed("max(1ulp, 1e-8abs)", 0x1p80, {1}).contains(0x1p80 + 0x1p28));
  EXPECT_TRUE(allowed("1e-3rel+1e-3abs", 1, {1}).contains(1.0019));
  EXPECT_FALSE(allowed("1e-3rel+1e-3abs", 1, {1}).contains(1.0021));
}

/// The definition, tried at random: v is in the set if and only if the error is within the bound.
TEST(Promise, TheSetIsThatOfTheDefinition) {
  std::mt19937 engine(7);
  std::uniform_real_distribution<double> exponent(-3, 3), part(-1, 1);
  const Format& format = Format::binary32;
  for (int i = 0; i < 20000; ++i) {
    const double y = format.round(std::copysign(std::exp2(exponent(engine)), part(engine)));
    const double ulps = 3, relative = 0x1p-22, absolute = 0x1p-23;
    const double v = y + 24 * part(engine) * 0x1p-23 * std::fabs(y);
    const double error = std::fabs(y - v);
    const double bound =
        ulps * std::ldexp(1.0, std::ilogb(v) - 23) + relative * std::fabs(v) + absolute;
    const Interval all =
        allowed("3ulp+0.0000002384185791015625rel+0.00000011920928955078125abs", y, {1}, format);
    if (error <= bound) {
      EXPECT_TRUE(all.contains(v)) << y << ' ' << v;
    }
    // the set is closed under the values in between, so a hole below a power of two is filled
    const bool near_power =
        std::ilogb(y) != std::ilogb(v) || std::ilogb(y) != std::ilogb(2 * v - y);
    if (error > bound && !near_power) {
      EXPECT_FALSE(all.contains(v)) << y << ' ' << v;
    }
  }
}

/// Against the function at moved arguments: no further, and as far.
TEST(Promise, BackwardErrorIsWhatMovedArgumentsGive) {
  const Format& format = Format::binary32;
  ExactValues exact;
  const double step = 0x1p-20;  // 16 u
  for (const Vector& x : {Vector{0, 0.5}, Vector{-1, 0.25, 0.75}}) {
    for (const FunctionItem* function :
         {static_cast<const FunctionItem*>(&logsumexp), static_cast<const FunctionItem*>(&softmax),
          static_cast<const FunctionItem*>(&log_softmax)}) {
      for (std::size_t i = 0; i < (function == &logsumexp ? 1 : x.size()); ++i) {
        Vector moved = x;
        for (std::size_t j = 0; j < x.size(); ++j) {
          moved[j] += function == &logsumexp || i == j ? step : -step;
        }
        const Interval there = exact_values(*function, {moved})[i];
        const Interval here = exact_values(*function, {x})[i];
        std::vector<double> returned(function == &logsumexp ? 1 : x.size(), 0.5);
        returned[i] = midpoint_double(there);
        const auto holds = [&](const char* contract) {
          return meets(Promise::read(contract).allow(returned, *function, {x}, format, exact)[i],
                       here);
        };
        EXPECT_TRUE(holds("16.001back")) << function->name;
        EXPECT_FALSE(holds("15.99back")) << function->name;
      }
    }
  }
}

TEST(Promise, FlushedResultsAndArgumentsMayBeZero) {
  const double normal = 0x1p-126;
  EXPECT_FALSE(allowed("1ulp", 0, {1}, Format::binary32).contains(normal / 2));
  EXPECT_TRUE(allowed("1ulp ftz", 0, {1}, Format::binary32).contains(normal / 2));
  EXPECT_FALSE(allowed("1ulp ftz", 0, {1}, Format::binary32).contains(normal * 2));
  // log-sum-exp of one subnormal number is that number; of what it is taken for, 0
  const double tiny = 0x1p-130;
  EXPECT_FALSE(allowed("0.5ulp", 0, {tiny}, Format::binary32).contains(tiny));
  EXPECT_TRUE(allowed("0.5ulp ftz", 0, {tiny}, Format::binary32).contains(tiny));
}

TEST(Promise, SumsInAWiderFormatErrByItsRoundoff) {
  const Vector x{1, 1};
  const double y = 1.5, at = y + 0x1p-25;
  EXPECT_TRUE(allowed("0.01ulp+8cond", y, x, Format::binary32).contains(at));
  EXPECT_FALSE(allowed("0.01ulp+8cond in binary64", y, x, Format::binary32).contains(at));
}

TEST(Promise, SomeFactsFollowFromTheRounding) {
  EXPECT_TRUE(Promise::read("correctly-rounded").has(Fact::ordered));
  EXPECT_TRUE(Promise::read("faithful").has(Fact::in_range));
  EXPECT_FALSE(Promise::read("faithful").has(Fact::ordered));
  EXPECT_FALSE(Promise::read("0.5ulp").has(Fact::in_range));
  EXPECT_TRUE(Promise::read("64ulp with in-range").has(Fact::in_range));
}

TEST(Promise, CarriesANameOfAContractAndWhatDiffersFromIt) {
  const Contract named = Contract::read("textbook");
  EXPECT_EQ(named.text(), "textbook");
  const Contract changed =
      Contract::read("textbook; softmax: 2ulp; binary32.softmax: 3ulp; binary32: 9ulp");
  EXPECT_EQ(Contract::read(changed.text()), changed);
  EXPECT_EQ(changed.promise(softmax, Format::binary64).text(), "2ulp");
  EXPECT_EQ(changed.promise(softmax, Format::binary32).text(), "3ulp");
  EXPECT_EQ(changed.promise(logsumexp, Format::binary32).text(), "9ulp");
  EXPECT_EQ(changed.promise(logsumexp, Format::binary64),
            named.promise(logsumexp, Format::binary64));
  for (const char* text : {"4ulp; softmax", "4ulp; nothing: 2ulp", "4ulp; binary33.softmax: 2ulp",
                           "nobody", "4ulp;", "4ulp; softmax: 2"}) {
    EXPECT_THROW(Contract::read(text), std::invalid_argument) << text;
  }
}

TEST(Promise, EveryNamedContractReads) {
  for (const NamedContract* named : named_contracts()) {
    const Contract contract = Contract::read(named->id);
    EXPECT_EQ(contract.text(), named->id);
    EXPECT_EQ(Contract::read(named->text), contract);
  }
}

}  // namespace
}  // namespace softlaw::properties
