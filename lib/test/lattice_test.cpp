// SPDX-License-Identifier: Apache-2.0
#include <softlaw/lattice.hpp>

#include "support.hpp"

namespace softlaw::test {
namespace {

template <class R>
class LatticeSoftmin : public ::testing::Test {};
TYPED_TEST_SUITE(LatticeSoftmin, Formats);

/// The printed sum in extended precision, relative to the least squared distance.
long double direct(long double n, long double d, long double alpha, long double epsilon) {
  const auto last = static_cast<int>(std::floor(n / d));
  long double least = std::numeric_limits<long double>::infinity();
  const auto square = [&](int k) { return (n - k * d - d * d) * (n - k * d - d * d); };
  for (int k = 0; k <= last; ++k) least = std::min(least, square(k));
  long double sum = 0;
  for (int k = 0; k <= last; ++k) sum += std::exp(-alpha * (square(k) - least));
  return epsilon + least - std::log(sum) / alpha;
}

TYPED_TEST(LatticeSoftmin, IsTheSumThatIsPrinted) {
  using R = TypeParam;
  for (const R d : {R(0.25), R(1), R(1.5), R(3)}) {
    for (const R alpha : {R(0.0625), R(0.5), R(7)}) {
      for (int step = 0; step < 60; ++step) {
        const R n = R(step) * R(0.375);
        const long double exact = direct(n, d, alpha, 1);
        const long double size = 1 + std::abs(exact) + 4 / static_cast<long double>(alpha);
        EXPECT_LE(std::abs(lattice_softmin(n, d, alpha, R(1)) - exact),
                  size * std::numeric_limits<R>::epsilon())
            << n << ' ' << d << ' ' << alpha;
      }
    }
  }
}

TYPED_TEST(LatticeSoftmin, IsAParabolaForOnePoint) {
  using R = TypeParam;
  EXPECT_EQ(lattice_softmin(R(0.5), R(2), R(3), R(1)), R(13.25));
  EXPECT_EQ(lattice_softmin(R(-0.0), R(2), R(3), R(1)), R(17));
  EXPECT_EQ(lattice_softmin(R(5), R(10), R(7), R(1)), R(9026));
  EXPECT_EQ(lattice_softmin_derivative(R(0.5), R(2), R(3), 1), R(-7));
  EXPECT_EQ(lattice_softmin_derivative(R(0.5), R(2), R(3), 2), R(2));
  EXPECT_EQ(lattice_softmin_derivative(R(0.5), R(2), R(3), 7), R(0));
  EXPECT_EQ(lattice_softmin_alpha(R(0.5), R(2), R(3)), R(0));
  EXPECT_EQ(lattice_softmin_mixed(R(0.5), R(2), R(3)), R(0));
  EXPECT_EQ(lattice_effective_terms(R(0.5), R(2), R(3)), R(1));
}

TEST(LatticeSoftminValues, HaveTheDigitsOfALongComputation) {
  EXPECT_DOUBLE_EQ(lattice_softmin(1., 1., 0.1, 1.), -5.443966600735708948300991);
  EXPECT_DOUBLE_EQ(lattice_effective_terms(4., 2., 7.), 1.000000000020051760310314);
  EXPECT_DOUBLE_EQ(lattice_jump(1, 1.0, 7.0), -0.0001302094933963206702432134);
  EXPECT_DOUBLE_EQ(lattice_jump(5, 2.0, 0.01), -17.44376846789462516829697);
  EXPECT_DOUBLE_EQ(lattice_jump(3, 2.0, 7.0), -3.26527668102215842088e-50);
  EXPECT_DOUBLE_EQ(lattice_jump(4, 1.0, 1.0), -0.2353600680630440475627555);
}

/// With d below a half the point that enters is the nearest.
TEST(LatticeJump, IsLargeWhereTheNewPointIsTheNearest) {
  // alpha d^2 = 2^20: the sum before is one weight, and the jump (d - d^2)^2 - d^4 = d^2 (1 - 2d).
  EXPECT_EQ(lattice_jump(3, 0.25, 0x1p24), -0.03125);
  EXPECT_EQ(lattice_jump(std::uint64_t{1} << 63, 0.25, 0x1p24), -0.03125);
}

TYPED_TEST(LatticeSoftmin, SpecialValues) {
  using R = TypeParam;
  const R one = 1;
  EXPECT_EQ(lattice_softmin(-one, one, one, one), infinity<R>);
  EXPECT_EQ(lattice_softmin(-infinity<R>, one, one, -infinity<R>), infinity<R>);
  EXPECT_EQ(lattice_softmin(one, one, one, -infinity<R>), -infinity<R>);
  EXPECT_EQ(lattice_softmin(one, one, one, infinity<R>), infinity<R>);
  EXPECT_TRUE(std::isnan(lattice_softmin(infinity<R>, one, one, one)));
  EXPECT_TRUE(std::isnan(lattice_softmin(nan<R>, one, one, one)));
  EXPECT_TRUE(std::isnan(lattice_softmin(-one, one, one, nan<R>)));
  for (const R n : {-one, infinity<R>, -infinity<R>, nan<R>}) {
    EXPECT_TRUE(std::isnan(lattice_softmin_derivative(n, one, one, 1)));
    EXPECT_TRUE(std::isnan(lattice_softmin_alpha(n, one, one)));
    EXPECT_TRUE(std::isnan(lattice_softmin_mixed(n, one, one)));
    EXPECT_TRUE(std::isnan(lattice_effective_terms(n, one, one)));
  }
}

TYPED_TEST(LatticeSoftmin, RefusesWhatIsNotPositiveAndFinite) {
  using R = TypeParam;
  const R one = 1;
  for (const R bad : {R(0), R(-2), infinity<R>, nan<R>}) {
    EXPECT_THROW(static_cast<void>(lattice_softmin(one, bad, one, one)), std::domain_error);
    EXPECT_THROW(static_cast<void>(lattice_softmin(one, one, bad, one)), std::domain_error);
    EXPECT_THROW(static_cast<void>(lattice_softmin_derivative(one, bad, one, 1)),
                 std::domain_error);
    EXPECT_THROW(static_cast<void>(lattice_jump(1, one, bad)), std::domain_error);
    EXPECT_THROW(static_cast<void>(lattice_last(one, bad)), std::domain_error);
  }
  EXPECT_THROW(static_cast<void>(lattice_nearest(-one, one)), std::domain_error);
  EXPECT_THROW(static_cast<void>(lattice_last(infinity<R>, one)), std::domain_error);
  EXPECT_THROW(static_cast<void>(lattice_jump(0, one, one)), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(lattice_softmin_derivative(one, one, one, 0)),
               std::invalid_argument);
  try {
    static_cast<void>(lattice_softmin(one, R(-2), one, one));
    FAIL();
  } catch (const std::domain_error& error) {
    EXPECT_STREQ(error.what(), "softlaw::lattice_softmin: d must be positive and finite, got -2");
  }
}

TYPED_TEST(LatticeSoftmin, IndicesAreExact) {
  using R = TypeParam;
  EXPECT_EQ(lattice_last(R(1), R(0.1)), 9U);  // 0.1 is a little more than a tenth
  EXPECT_EQ(lattice_last(R(-0.0), R(1)), 0U);
  EXPECT_EQ(lattice_nearest(R(3), R(3)), 0U);
  EXPECT_EQ(lattice_nearest(R(0.09375), R(0.125)), 0U);
  EXPECT_EQ(lattice_nearest(R(11), R(2)), 3U);  // between 10 and 12
  EXPECT_EQ(lattice_last(std::numeric_limits<R>::max(), R(1)), UINT64_MAX);
}

/// Far out only the remainder of n by d matters: in f and in all derivatives.
TEST(LatticeSoftminValues, DoNotChangeAFullPeriodFurtherOut) {
  for (const double alpha : {1e-6, 1e-2, 1.0, 30.0}) {
    const double near = 3e6 + 1.25;
    const double far = 3e12 + 1.25;
    EXPECT_EQ(lattice_softmin(near, 3, alpha, 1), lattice_softmin(far, 3, alpha, 1)) << alpha;
    for (std::size_t order = 1; order <= 4; ++order) {
      EXPECT_EQ(lattice_softmin_derivative(near, 3, alpha, order),
                lattice_softmin_derivative(far, 3, alpha, order))
          << alpha << ' ' << order;
    }
  }
}

}  // namespace
}  // namespace softlaw::test
