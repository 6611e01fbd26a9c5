// SPDX-License-Identifier: Apache-2.0
#include "vector/target.hpp"

#include <algorithm>
#include <softlaw/softlaw.hpp>

#include "kernel/exp.hpp"
#include "support.hpp"
#include "vector/constants.hpp"

namespace softlaw::test {
namespace {

using vector::Target;

/// Runs every target of this processor in turn, and puts the best back.
template <class Body>
void on_every_target(const Body& body) {
  for (const Target* const* target = vector::targets(); *target != nullptr; ++target) {
    SCOPED_TRACE((*target)->name);
    vector::use(**target);
    body(**target);
  }
  vector::use(*vector::targets()[0]);
}

std::vector<double> spread(std::size_t n, double width, std::uint64_t seed) {
  std::vector<double> x = numbers<double>(n, seed);
  for (double& entry : x) entry *= width;
  return x;
}

TEST(VectorTarget, ThereIsOne) { EXPECT_NE(vector::targets()[0], nullptr); }

TEST(VectorTarget, TheMaximumSeesEveryPositionAndEveryNaN) {
  on_every_target([](const Target& target) {
    for (const std::size_t n : lengths) {
      for (std::size_t i = 0; i < n; ++i) {
        std::vector<double> x(n, -infinity<double>);
        x[i] = -3;
        EXPECT_EQ(target.maximum(x.data(), n).value, -3);
        EXPECT_FALSE(target.maximum(x.data(), n).has_nan);
        x[i] = nan<double>;
        EXPECT_TRUE(target.maximum(x.data(), n).has_nan) << n << " " << i;
      }
    }
  });
}

/// |pair - exp(d)| / exp(d), exp(d) by the pair kernel, which errs by 2^-71.
double relative_error(vector::Pair pair, double entry, double maximum) {
  const kernel::DoubleDouble difference = kernel::two_difference(entry, maximum);
  const kernel::Scaled exact = kernel::exponential(difference);
  const kernel::Scaled near = kernel::normalize(exact.mantissa, exact.exponent);
  const kernel::Scaled off = kernel::make_scaled(kernel::fast_two_sum(pair.high, pair.low)) - near;
  return std::abs(kernel::to_double_double(off / near).hi);
}

TEST(VectorTarget, AnExponentialErrsByNoMoreThanItsBound) {
  on_every_target([](const Target& target) {
    for (std::uint64_t seed = 1; seed < 20000; ++seed) {
      std::vector<double> x = spread(2, std::scalbn(1.0, static_cast<int>(seed % 10) - 4), seed);
      std::ranges::sort(x, std::greater());
      if (seed % 3 == 0) x[0] += 0x1p25, x[1] += 0x1p25;
      if (x[0] == x[1] || x[1] - x[0] < -20) continue;
      const vector::Exponents exponents{x[0], {1, 0}};
      const auto of_short = target.short_sum(x.data(), 2, exponents);
      const auto of_long = target.long_sum(x.data(), 2, exponents);
      const double addition = 2 * vector::Short::addition_error / of_long.rest.high + 0x1p-71;
      EXPECT_EQ(of_short.count, 1U);
      ASSERT_LE(relative_error(of_short.rest, x[1], x[0]), vector::Short::error + addition) << seed;
      ASSERT_LE(relative_error(of_long.rest, x[1], x[0]), vector::Long::error + addition) << seed;
    }
  });
}

/// All bits that a function of the first tier returns, on rows of many kinds.
std::vector<double> results() {
  std::vector<double> all;
  for (const std::size_t n : lengths) {
    for (const double width : {0.001, 3.0, 40.0, 700.0}) {
      std::vector<double> x = spread(n, width, n);
      if (n > 4) x[n / 2] = -infinity<double>;
      all.insert(all.end(), {logsumexp(x), softmin(x), excess(x), logsumexp(x, 0.3)});
      for (const double temperature : {1.0, 0.7}) {
        std::vector<double> p(n);
        softmax(x, temperature, p);
        all.insert(all.end(), p.begin(), p.end());
        log_softmax(x, temperature, p);
        all.insert(all.end(), p.begin(), p.end());
      }
    }
  }
  return all;
}

TEST(VectorTarget, EveryTargetGivesTheSameBits) {
  const std::vector<double> expected = results();
  on_every_target([&](const Target&) { EXPECT_TRUE(same_bits(results(), expected)); });
}

TEST(VectorTarget, InPlaceIsAsGoodAsBeside) {
  for (const std::size_t n : lengths) {
    const std::vector<double> x = spread(n, 5, n);
    std::vector<double> beside(n), in_place = x;
    softmax(x, beside);
    softmax(in_place, in_place);
    EXPECT_TRUE(same_bits(in_place, beside));
    in_place = x;
    log_softmax(x, beside);
    log_softmax(in_place, in_place);
    EXPECT_TRUE(same_bits(in_place, beside));
  }
}

}  // namespace
}  // namespace softlaw::test
