// SPDX-License-Identifier: Apache-2.0
#include "vector/target.hpp"

#include <algorithm>
#include <softlaw/softlaw.hpp>

#include "kernel/exp.hpp"
#include "kernel/precise.hpp"
#include "support.hpp"
#include "vector/constants.hpp"
#include "vector/log_table.hpp"

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

/// |sum - log x| for the sum of one logarithm with weight 1; precise_log() errs by 2^-92.
double absolute_error(vector::Pair sum, double x) {
  int exponent = 0;
  const double significand = 2 * std::frexp(x, &exponent);
  const kernel::DoubleDouble exact =
      kernel::precise_log({significand, 0}) + kernel::log_two * static_cast<double>(exponent - 1);
  const kernel::DoubleDouble off = kernel::fast_two_sum(sum.high, sum.low) + -exact;
  return std::abs(off.hi);
}

TEST(VectorTarget, ALogarithmErrsByNoMoreThanItsBound) {
  std::vector<double> arguments{1, std::nextafter(1.0, 0.0), std::nextafter(1.0, 2.0), 0x1p-900,
                                0x1p900};
  // Around the ends of the parts of the table, and at random.
  for (std::uint64_t i = 0; i <= vector::LogParts::size; ++i) {
    const double end = std::bit_cast<double>(vector::LogParts::first + (i << 45));
    for (const double x : {std::nextafter(end, 0.0), end}) {
      arguments.insert(arguments.end(), {x, 2 * x, x * 0x1p-60, x * 0x1p800});
    }
  }
  for (const double x : spread(100000, 1, 1)) arguments.push_back(std::exp(20 * x));
  on_every_target([&](const Target& target) {
    const double one = 1;
    for (const double x : arguments) {
      const auto found = target.logarithms(&one, &x, 1);
      ASSERT_TRUE(found.is_regular);
      ASSERT_EQ(found.weights.high, 1);
      ASSERT_LE(absolute_error(found.sum, x), vector::log_error) << x;
    }
  });
}

TEST(VectorTarget, TheLogarithmOfOneAndANumberErrsByNoMoreThanItsBound) {
  on_every_target([](const Target& target) {
    for (std::uint64_t seed = 1; seed < 20000; ++seed) {
      const std::vector<double> at = spread(2, 1, seed);
      const double t = std::exp2(12 * at[0]);
      const kernel::DoubleDouble pair = kernel::fast_two_sum(t, t * 0x1p-54 * at[1]);
      const vector::Pair log = target.log1p(pair.hi, pair.lo);
      const kernel::DoubleDouble exact = kernel::precise_log(pair + 1.0);
      const double off = std::abs((kernel::fast_two_sum(log.high, log.low) + -exact).hi);
      if (t < 0x1p-9) {
        ASSERT_LE(off, 0x1p-69 * exact.hi + 0x1p-91) << t;
      } else {
        ASSERT_LE(off, vector::log_error) << t;
      }
    }
  });
}

TEST(VectorTarget, OnlyOrdinaryWeightsAreSummed) {
  on_every_target([](const Target& target) {
    for (const std::size_t n : lengths) {
      for (std::size_t i = 0; i < n; ++i) {
        for (const double bad : {-1.0, nan<double>, infinity<double>, 0x1p-1000}) {
          std::vector<double> p(n, 0.5), q(n, 0.5);
          p[i] = bad;
          EXPECT_FALSE(target.logarithms(p.data(), q.data(), n).is_regular) << n << " " << i;
          EXPECT_FALSE(target.ratios(p.data(), q.data(), n).is_regular) << n << " " << i;
          EXPECT_FALSE(target.gaps(q.data(), p.data(), n, 1).is_regular) << n << " " << i;
          EXPECT_FALSE(target.logarithms(q.data(), p.data(), n).is_regular) << n << " " << i;
          q[i] = 0;  // where the weight is 0, any weight may stand
          const bool is_weight = bad > 0 && bad < 1;
          EXPECT_EQ(target.logarithms(q.data(), p.data(), n).is_regular, is_weight)
              << n << " " << i;
          EXPECT_EQ(target.ratios(q.data(), p.data(), n).is_regular, is_weight) << n << " " << i;
          p[i] = 0;
          EXPECT_TRUE(target.logarithms(q.data(), p.data(), n).is_regular) << n << " " << i;
        }
      }
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
      std::vector<double> p(n), q(n);
      softmax(x, 2.0, p);
      softmax(spread(n, 2, n + 1), q);
      all.insert(all.end(),
                 {entropy(p), cross_entropy(p, q), kl_divergence(p, q), softmax_entropy(x),
                  cross_entropy_label(x, n / 3), cross_entropy_logits(x, p)});
      cross_entropy_label_gradient(x, n / 3, q);
      all.insert(all.end(), q.begin(), q.end());
      cross_entropy_logits_gradient(x, p, q);
      all.insert(all.end(), q.begin(), q.end());
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
    in_place = x;
    cross_entropy_label_gradient(x, n / 2, beside);
    cross_entropy_label_gradient(in_place, n / 2, in_place);
    EXPECT_TRUE(same_bits(in_place, beside));
    std::vector<double> y(n);
    softmax(spread(n, 1, n + 1), y);
    in_place = x;
    cross_entropy_logits_gradient(x, y, beside);
    cross_entropy_logits_gradient(in_place, y, in_place);
    EXPECT_TRUE(same_bits(in_place, beside));
    cross_entropy_logits_gradient(x, y, y);
    EXPECT_TRUE(same_bits(y, beside));
  }
}

}  // namespace
}  // namespace softlaw::test
