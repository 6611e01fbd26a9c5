// SPDX-License-Identifier: Apache-2.0
#include <softlaw/coding.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

using Lengths = std::vector<std::uint32_t>;

TEST(KraftSum, OfNothingIsZero) { EXPECT_EQ(kraft_sum(Lengths{}), 0); }

TEST(KraftSum, IsANumberInItsBase) {
  const KraftSum sum = kraft_sum(Lengths{1, 3, 3, 5});
  EXPECT_EQ(sum.whole, 0U);
  EXPECT_EQ(sum.digits, (Lengths{1, 1, 0, 0, 1}));
  EXPECT_EQ(to_string(sum), "0.11001 (base 2)");
  EXPECT_EQ(to_string(kraft_sum(Lengths{1, 1, 2}, 12)), "0.21 (base 12)");
  EXPECT_EQ(to_string(kraft_sum(Lengths(11, 1), 12)), "0.(11) (base 12)");
}

TEST(KraftSum, CarriesExactly) {
  EXPECT_EQ(kraft_sum(Lengths{1, 2, 3, 3}), 1);
  EXPECT_EQ(kraft_sum(Lengths{0}), 1);
  EXPECT_EQ(kraft_sum(Lengths(1000, 3), 10), 1);
  EXPECT_EQ(kraft_sum(Lengths(27, 2), 3), 3);
  Lengths chain(2000);
  for (std::size_t i = 0; i < chain.size(); ++i) chain[i] = static_cast<std::uint32_t>(i + 1);
  EXPECT_TRUE(kraft_sum(chain) < 1);
  chain.push_back(2000);
  EXPECT_EQ(kraft_sum(chain), 1);
  chain.push_back(3000);
  EXPECT_TRUE(kraft_sum(chain) > 1);
  EXPECT_EQ(kraft_sum(chain).digits.size(), 3000U);
}

TEST(KraftSum, TellsOneFromItsNeighbours) {
  for (const std::uint32_t radix : {2U, 3U, 5U, 10U, 4294967295U}) {
    EXPECT_TRUE(kraft_sum(Lengths{1, 900}, radix) < 1);
    EXPECT_TRUE(kraft_sum(Lengths{0, 900}, radix) > 1);
    EXPECT_TRUE(kraft_sum(Lengths{0, 0}, radix) == 2);
  }
}

TEST(KraftSum, RefusesBadArguments) {
  EXPECT_EQ(message<std::invalid_argument>([] { (void)kraft_sum(Lengths{1}, 1); }),
            "softlaw::kraft_sum: radix must be at least 2, got 1");
  EXPECT_EQ(message<std::invalid_argument>([] {
              (void)kraft_sum(Lengths{1, 1048577});
            }),
            "softlaw::kraft_sum: lengths[1] must be at most 1048576, got 1048577");
}

}  // namespace
}  // namespace softlaw::test
