// SPDX-License-Identifier: Apache-2.0
#include "kernel/natural.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

TEST(Natural, ProductsAreUndoneByDivision) {
  for (const std::uint32_t factor : {1U, 2U, 10U, 0x80000000U, 0xffffffffU}) {
    Natural number(1);
    for (int k = 0; k < 200; ++k) number.multiply_add(factor, factor - 1);
    for (int k = 0; k < 200; ++k) EXPECT_EQ(number.divide(factor), factor - 1);
    EXPECT_EQ(number, Natural(1));
  }
}

TEST(Natural, PowersAreRepeatedProducts) {
  for (const std::uint32_t base : {0U, 1U, 3U, 65536U, 0xffffffffU}) {
    Natural product(1);
    for (std::size_t k = 0; k < 70; ++k) {
      EXPECT_EQ(power(base, k), product) << base << " " << k;
      product.multiply_add(base, 0);
    }
  }
}

TEST(Natural, IsOrderedBySize) {
  EXPECT_LT(power(3, 306), power(2, 485));
  EXPECT_GT(power(3, 306), power(2, 484));
  EXPECT_LT(power(2, 32), power(2, 33));
  Natural more = power(2, 64);
  more.multiply_add(1, 1);
  EXPECT_GT(more, power(2, 64));
  EXPECT_EQ(power(4, 50), power(2, 100));
  EXPECT_EQ(Natural(0), power(0, 1));
}

}  // namespace
}  // namespace softlaw::kernel
