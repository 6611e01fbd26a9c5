// SPDX-License-Identifier: Apache-2.0
#include "kernel/shares.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

double value(const Scaled& a) { return to_double_double(a).hi; }

Shares<Exponents<double>> shares_of(std::span<const double> x) {
  return Shares<Exponents<double>>({x, find_peak(x)});
}

TEST(Shares, OfTwoEqualEntriesAreHalves) {
  const std::vector<double> x{3, 3};
  const auto p = shares_of(x);
  EXPECT_EQ(value(p.probability(0)), 0.5);
  EXPECT_EQ(value(p.others(1)), 0.5);
  EXPECT_EQ(value(p.surprisal(0)), std::log(2.0));
}

TEST(Shares, TheOthersOfAPeakAreNotWhatIsLeftOfOne) {
  const std::vector<double> x{100, 0};
  const auto p = shares_of(x);
  EXPECT_EQ(value(p.probability(0)), 1);
  EXPECT_EQ(value(p.others(0)), value(p.probability(1)));
  EXPECT_NEAR(value(p.others(0)) / std::exp(-100.0), 1, 0x1p-50);
  EXPECT_EQ(value(p.others(1)), 1);
}

TEST(Shares, OfStoredExponentsAreTheSame) {
  const std::vector<double> x{1, -2.5, 0.75};
  const auto p = shares_of(x);
  StoredExponents exponents;
  for (const double entry : x) exponents.values.push_back(make_scaled(entry - 1));
  const Shares<StoredExponents> q(std::move(exponents));
  for (std::size_t i = 0; i < x.size(); ++i) {
    EXPECT_EQ(value(p.probability(i)), value(q.probability(i))) << i;
    EXPECT_EQ(value(p.others(i)), value(q.others(i))) << i;
    EXPECT_EQ(value(p.surprisal(i)), value(q.surprisal(i))) << i;
  }
}

}  // namespace
}  // namespace softlaw::kernel
