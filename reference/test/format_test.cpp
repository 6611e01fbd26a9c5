// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <softlaw/reference/format.hpp>

namespace softlaw::reference {
namespace {

/// A format that nothing else knows: a row is enough.
constexpr Format tiny{"tiny", 5, -6, 7};

bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

TEST(Format, IsFoundByItsName) {
  EXPECT_EQ(*find_format("binary32"), Format::binary32);
  EXPECT_EQ(find_format("binary16x"), nullptr);
  EXPECT_EQ(formats().front(), Format::binary64);
}

TEST(Format, HasTheEndsOfItsType) {
  EXPECT_EQ(Format::binary64.max_finite(), std::numeric_limits<double>::max());
  EXPECT_EQ(Format::binary64.min_subnormal(), std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(Format::binary32.max_finite(), std::numeric_limits<float>::max());
  EXPECT_EQ(Format::binary32.min_subnormal(), std::numeric_limits<float>::denorm_min());
  EXPECT_EQ(tiny.max_finite(), 248);
  EXPECT_EQ(tiny.min_subnormal(), 0x1p-10);
}

TEST(Format, RoundsAndStepsAsTheProcessorDoes) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 200000; ++i) {
    const auto value = std::bit_cast<double>(random());
    const auto single = static_cast<float>(value);
    if (std::isnan(value)) continue;
    ASSERT_TRUE(same_bits(Format::binary64.round(value), value)) << value;
    ASSERT_TRUE(same_bits(Format::binary32.round(value), static_cast<double>(single))) << value;
    ASSERT_EQ(Format::binary32.contains(value), static_cast<double>(single) == value);
    const auto bits = static_cast<std::uint32_t>(random());
    const auto x = std::bit_cast<float>(bits);
    if (std::isnan(x)) continue;
    const double wide = static_cast<double>(x);
    ASSERT_TRUE(
        same_bits(Format::binary32.above(wide), static_cast<double>(std::nextafter(x, HUGE_VALF))))
        << wide;
    ASSERT_TRUE(same_bits(Format::binary64.below(value), std::nextafter(value, -HUGE_VAL)))
        << value;
  }
}

TEST(Format, StepsThroughEveryNumberOfASmallOne) {
  int count = 0;
  for (double value = -HUGE_VAL; value != HUGE_VAL; value = tiny.above(value)) {
    ASSERT_TRUE(tiny.contains(value)) << value;
    ASSERT_EQ(tiny.below(tiny.above(value)), value) << value;
    ++count;
  }
  // two infinities less the one at which it ends, 14 binades of 16, 15 subnormals, a zero
  EXPECT_EQ(count, 1 + 2 * (14 * 16 + 15) + 1);
}

TEST(Format, RoundsHalvesToEven) {
  for (double value = 0; value < tiny.max_finite(); value = tiny.above(value)) {
    const double next = tiny.above(value), half = (value + next) / 2;
    const double even = tiny.round(half);
    EXPECT_TRUE(even == value || even == next);
    EXPECT_EQ(std::fmod(even, 2 * (next - value)), 0) << half;
    EXPECT_EQ(tiny.round(std::nextafter(half, 0)), value);
    EXPECT_EQ(tiny.round(std::nextafter(half, HUGE_VAL)), next);
  }
  EXPECT_EQ(tiny.round(252), HUGE_VAL);
  EXPECT_EQ(tiny.round(251.99), 248);
  EXPECT_TRUE(std::signbit(tiny.round(-0x1p-11)));
  EXPECT_TRUE(std::isnan(tiny.round(std::nan(""))));
}

}  // namespace
}  // namespace softlaw::reference
