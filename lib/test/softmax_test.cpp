// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/softmax.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

template <class R>
class Softmax : public ::testing::Test {
 protected:
  using Vector = std::vector<R>;
  static Vector probabilities(const Vector& x) {
    Vector out(x.size());
    softmax(x, out);
    return out;
  }
  static Vector probabilities(const Vector& x, R temperature) {
    Vector out(x.size());
    softmax(x, temperature, out);
    return out;
  }
  static Vector logarithms(const Vector& x) {
    Vector out(x.size());
    log_softmax(x, out);
    return out;
  }
  static Vector logarithms(const Vector& x, R temperature) {
    Vector out(x.size());
    log_softmax(x, temperature, out);
    return out;
  }
};
TYPED_TEST_SUITE(Softmax, Formats);

TYPED_TEST(Softmax, OfNothingIsNothing) {
  EXPECT_TRUE(this->probabilities({}).empty());
  EXPECT_TRUE(this->logarithms({}).empty());
}

TYPED_TEST(Softmax, OfOneFiniteEntryIsOne) {
  using R = TypeParam;
  using Limits = std::numeric_limits<R>;
  for (const R x : {R(0), R(-3.5), Limits::max(), Limits::lowest(), Limits::denorm_min()}) {
    EXPECT_EQ(this->probabilities({x})[0], R(1));
    EXPECT_EQ(bits(this->logarithms({x})[0]), bits(R(0)));
    EXPECT_EQ(this->probabilities({x}, R(0.1))[0], R(1));
    EXPECT_EQ(bits(this->logarithms({x}, R(0.1))[0]), bits(R(0)));
  }
}

TYPED_TEST(Softmax, ANaNOrPlusInfinityAnywhereSpoilsAll) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    for (std::size_t i = 0; i < n; ++i) {
      for (const R bad : {nan<R>, infinity<R>}) {
        std::vector<R> x = numbers<R>(n);
        x[i] = bad;
        EXPECT_TRUE(all_nan(this->probabilities(x)));
        EXPECT_TRUE(all_nan(this->logarithms(x)));
        EXPECT_TRUE(all_nan(this->probabilities(x, infinity<R>)));
      }
    }
    const std::vector<R> nothing(n, -infinity<R>);
    EXPECT_TRUE(all_nan(this->probabilities(nothing)));
    EXPECT_TRUE(all_nan(this->logarithms(nothing, R(2))));
  }
}

TYPED_TEST(Softmax, MinusInfinityIsAMask) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    const std::vector<R> plain = numbers<R>(n);
    for (const std::size_t position : {std::size_t{0}, n / 2, n}) {
      const auto at = static_cast<std::ptrdiff_t>(position);
      for (const R temperature : {R(1), R(3), infinity<R>}) {
        std::vector<R> x = plain;
        std::vector<R> p = this->probabilities(plain, temperature);
        std::vector<R> l = this->logarithms(plain, temperature);
        x.insert(x.begin() + at, -infinity<R>);
        p.insert(p.begin() + at, R(0));
        l.insert(l.begin() + at, -infinity<R>);
        EXPECT_TRUE(same_bits(this->probabilities(x, temperature), p));
        EXPECT_TRUE(same_bits(this->logarithms(x, temperature), l));
      }
    }
  }
}

TYPED_TEST(Softmax, EqualEntriesShareEqually) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    const std::vector<R> x(n, R(-12.5));
    const R share = R(1) / static_cast<R>(n);
    EXPECT_TRUE(same_bits(this->probabilities(x), std::vector<R>(n, share)));
    EXPECT_TRUE(same_bits(this->probabilities(x, R(0.3)), std::vector<R>(n, share)));
    const long double log = std::log(static_cast<long double>(n));
    EXPECT_LE(ulps(this->logarithms(x)[0], -log), 0.5001L);
  }
}

TYPED_TEST(Softmax, AgreesWithExtendedPrecision) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    std::vector<R> x = numbers<R>(n);
    for (R& entry : x) entry *= 8;
    long double sum = 0;
    for (const R entry : x) sum += std::exp(static_cast<long double>(entry));
    const std::vector<R> p = this->probabilities(x);
    const std::vector<R> l = this->logarithms(x);
    for (std::size_t i = 0; i < n; ++i) {
      const long double entry = x[i];
      EXPECT_LE(ulps(p[i], std::exp(entry) / sum), 0.51L);
      const long double log = n == 1 ? 0 : entry - std::log(sum);
      EXPECT_LE(ulps(l[i], log), 0.52L) << n << " " << i;
    }
  }
}

TYPED_TEST(Softmax, MayWorkInPlace) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    std::vector<R> x = numbers<R>(n);
    const std::vector<R> p = this->probabilities(x, R(0.5));
    const std::vector<R> l = this->logarithms(x, R(0.5));
    std::vector<R> y = x;
    softmax(y, R(0.5), y);
    EXPECT_TRUE(same_bits(y, p));
    log_softmax(x, R(0.5), x);
    EXPECT_TRUE(same_bits(x, l));
  }
}

TYPED_TEST(Softmax, TemperatureDividesTheArgument) {
  using R = TypeParam;
  const std::vector<R> x = numbers<R>(40);
  std::vector<R> halves = x;
  for (R& entry : halves) entry /= 2;
  EXPECT_TRUE(same_bits(this->probabilities(x, R(2)), this->probabilities(halves)));
  EXPECT_TRUE(same_bits(this->logarithms(x, R(2)), this->logarithms(halves)));
}

TYPED_TEST(Softmax, AHighTemperatureBringsHugeDifferencesBack) {
  using R = TypeParam;
  const R huge = std::numeric_limits<R>::max();
  // (max - -max) / max = 2, though the difference overflows.
  const std::vector<R> x{huge, -huge};
  const long double odds = std::exp(-2.0L);
  EXPECT_LE(ulps(this->probabilities(x, huge)[1], odds / (1 + odds)), 0.51L);
  EXPECT_LE(ulps(this->logarithms(x, huge)[1], -2 - std::log1p(odds)), 0.51L);
  EXPECT_EQ(this->logarithms(x)[1], -infinity<R>);
  EXPECT_EQ(this->probabilities(x)[1], R(0));
  // A subnormal difference at a subnormal temperature.
  const R tiny = std::numeric_limits<R>::denorm_min();
  EXPECT_LE(ulps(this->probabilities({0, -2 * tiny}, tiny)[1], odds / (1 + odds)), 0.51L);
}

TYPED_TEST(Softmax, RefusesBadArguments) {
  using R = TypeParam;
  const std::vector<R> x(3);
  std::vector<R> out(2);
  EXPECT_EQ(message<std::invalid_argument>([&] { softmax(x, out); }),
            "softlaw::softmax: out must have size 3, got 2");
  EXPECT_EQ(message<std::invalid_argument>([&] { log_softmax(x, R(2), out); }),
            "softlaw::log_softmax: out must have size 3, got 2");
  EXPECT_EQ(message<std::domain_error>([&] { softmax(x, R(-0.5), out); }),
            "softlaw::softmax: temperature must be a positive number, got -0.5");
  EXPECT_EQ(message<std::domain_error>([&] { log_softmax(x, nan<R>, out); }),
            "softlaw::log_softmax: temperature must be a positive number, got nan");
  EXPECT_EQ(message<std::domain_error>([&] { softmax(x, R(0), out); }),
            "softlaw::softmax: temperature must be a positive number, got 0");
}

TYPED_TEST(Softmax, RowsStandAlone) {
  using R = TypeParam;
  constexpr std::size_t rows = 5;
  constexpr std::size_t columns = 7;
  constexpr std::size_t stride = 9;
  std::vector<R> x = numbers<R>(rows * stride);
  x[2 * stride + 1] = nan<R>;
  std::vector<R> p(rows * columns);
  std::vector<R> l = x;
  softmax_rows({x.data(), rows, columns, stride}, R(0.7), {p.data(), rows, columns, columns});
  log_softmax_rows({l.data(), rows, columns, stride}, R(0.7), {l.data(), rows, columns, stride});
  for (std::size_t i = 0; i < rows; ++i) {
    const auto row = [&](const std::vector<R>& m, std::size_t leading, std::size_t width) {
      const auto begin = m.begin() + static_cast<std::ptrdiff_t>(i * leading);
      return std::vector<R>(begin, begin + static_cast<std::ptrdiff_t>(width));
    };
    const std::vector<R> entries = row(x, stride, columns);
    EXPECT_TRUE(same_bits(row(p, columns, columns), this->probabilities(entries, R(0.7))));
    EXPECT_TRUE(same_bits(row(l, stride, columns), this->logarithms(entries, R(0.7))));
    EXPECT_EQ(l[i * stride + columns], x[i * stride + columns]) << "the gap was written to";
  }
}

TYPED_TEST(Softmax, RowsRefuseShapesThatDoNotFit) {
  using R = TypeParam;
  std::vector<R> a(12);
  const MatrixView<const R> x{a.data(), 3, 4, 4};
  const auto fails = [&](MatrixView<const R> in, MatrixView<R> out) {
    return message<std::invalid_argument>([&] { softmax_rows(in, R(1), out); });
  };
  EXPECT_EQ(fails(x, {a.data(), 2, 4, 4}),
            "softlaw::softmax_rows: out.rows must have size 3, got 2");
  EXPECT_EQ(fails(x, {a.data(), 3, 3, 4}),
            "softlaw::softmax_rows: out.columns must have size 4, got 3");
  EXPECT_EQ(fails({a.data(), 3, 4, 3}, {a.data(), 3, 4, 4}),
            "softlaw::softmax_rows: x.leading_dimension must be at least its 4 columns, got 3");
  EXPECT_EQ(fails(x, {a.data(), 3, 4, 2}),
            "softlaw::softmax_rows: out.leading_dimension must be at least its 4 columns, got 2");
}

TYPED_TEST(Softmax, ADifferenceNextToTheLargestNumberDoesNotOverflow) {
  using R = TypeParam;
  // The difference is finite; the step back from it to the larger number is not.
  const R largest = std::numeric_limits<R>::max();
  const R x = R(0x1.f683678d96ed6p-2) / 2 * largest;
  EXPECT_EQ(this->logarithms({x, largest})[0], x - largest);
  EXPECT_EQ(this->logarithms({-largest, -x})[0], x - largest);
}

}  // namespace
}  // namespace softlaw::test
