// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/derivative.hpp>
#include <stdexcept>

#include "support.hpp"

namespace softlaw::test {
namespace {

/// The closed forms of S1, in extended precision.
class ClosedForm {
 public:
  template <class R>
  ClosedForm(const std::vector<R>& x, const std::vector<std::vector<R>>& directions)
      : p_(x.size()) {
    long double sum = 0;
    for (const R entry : x) sum += std::exp(static_cast<long double>(entry));
    for (std::size_t i = 0; i < x.size(); ++i) {
      p_[i] = std::exp(static_cast<long double>(x[i])) / sum;
    }
    for (const auto& h : directions) h_.emplace_back(h.begin(), h.end());
  }

  long double operator()(std::size_t i) const {
    if (h_.size() == 1) return p_[i] * (at(0, i) - mean({0}));
    if (h_.size() == 2) return second(i);
    return third(i);
  }

 private:
  long double at(std::size_t a, std::size_t i) const { return h_[a][i]; }

  long double mean(std::initializer_list<std::size_t> subset) const {
    long double sum = 0;
    for (std::size_t i = 0; i < p_.size(); ++i) {
      long double term = p_[i];
      for (const std::size_t a : subset) term *= at(a, i);
      sum += term;
    }
    return sum;
  }

  long double second(std::size_t i) const {
    return p_[i] * (at(0, i) * at(1, i) - mean({1}) * at(0, i) - mean({0}) * at(1, i) -
                    mean({0, 1}) + 2 * mean({0}) * mean({1}));
  }

  long double third(std::size_t i) const {
    const long double a = at(0, i);
    const long double b = at(1, i);
    const long double c = at(2, i);
    const long double x = mean({0});
    const long double y = mean({1});
    const long double z = mean({2});
    return p_[i] * (a * b * c + 2 * (y * z * a + x * z * b + x * y * c) -
                    (z * a * b + y * a * c + x * b * c) -
                    (mean({1, 2}) * a + mean({0, 2}) * b + mean({0, 1}) * c) - mean({0, 1, 2}) +
                    2 * (mean({1, 2}) * x + mean({0, 2}) * y + mean({0, 1}) * z) - 6 * x * y * z);
  }

  std::vector<long double> p_;
  std::vector<std::vector<long double>> h_;
};

template <class R>
class Derivative : public ::testing::Test {
 protected:
  using Vector = std::vector<R>;
  static Vector along(const Vector& x, const std::vector<Vector>& directions) {
    const std::vector<std::span<const R>> views(directions.begin(), directions.end());
    Vector out(x.size());
    softmax_derivative(x, views, out);
    return out;
  }
};
TYPED_TEST_SUITE(Derivative, Formats);

TYPED_TEST(Derivative, OfTwoEqualEntries) {
  using R = TypeParam;
  // softmax(t, -t) = (1 + tanh t) / 2, whose derivatives at 0 are 1/2, 0 and -1.
  const std::vector<R> x{0, 0};
  const std::vector<R> h{1, -1};
  EXPECT_TRUE(same_bits(this->along(x, {h}), {R(0.5), R(-0.5)}));
  EXPECT_TRUE(same_bits(this->along(x, {h, h}), {0, 0}));
  EXPECT_TRUE(same_bits(this->along(x, {h, h, h}), {-1, 1}));
  EXPECT_TRUE(same_bits(this->along(x, {h, h, h, h}), {0, 0}));
  EXPECT_TRUE(same_bits(this->along(x, {h, h, h, h, h}), {8, -8}));
}

TYPED_TEST(Derivative, AgreesWithTheClosedForms) {
  using R = TypeParam;
  const long double allowed = std::numeric_limits<R>::digits == 53 ? 1e-18L : 1e-7L;
  for (const std::size_t n : lengths) {
    const std::vector<R> x = numbers<R>(n, 3);
    std::vector<std::vector<R>> directions;
    for (std::uint64_t order = 1; order <= 3; ++order) {
      directions.push_back(numbers<R>(n, 10 + order));
      const ClosedForm exact(x, directions);
      const std::vector<R> derivative = this->along(x, directions);
      for (std::size_t i = 0; i < n; ++i) {
        // Half an ulp of a number below 1/4, and the error of the extended closed form.
        const long double error = std::abs(static_cast<long double>(derivative[i]) - exact(i));
        const long double half_ulp = std::numeric_limits<R>::epsilon() / 8.0L;
        ASSERT_LE(error, half_ulp * std::max(1.0L, 16 * std::abs(exact(i))) + allowed)
            << n << " " << i << " " << order;
      }
    }
  }
}

TYPED_TEST(Derivative, VanishesAlongAConstant) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    const std::vector<R> x = numbers<R>(n, 5);
    const std::vector<R> constant(n, R(0.1));
    const std::vector<R> other = numbers<R>(n, 6);
    const std::vector<R> zero(n, R(0));
    EXPECT_TRUE(same_bits(this->along(x, {constant}), zero));
    EXPECT_TRUE(same_bits(this->along(x, {other, constant}), zero));
    EXPECT_TRUE(same_bits(this->along(x, {other, constant, other}), zero));
    EXPECT_TRUE(same_bits(this->along(x, {other, other, constant, other}), zero));
  }
}

TYPED_TEST(Derivative, IsSymmetric) {
  using R = TypeParam;
  const std::vector<R> x = numbers<R>(20);
  const std::vector<R> a = numbers<R>(20, 2);
  const std::vector<R> b = numbers<R>(20, 3);
  const std::vector<R> c = numbers<R>(20, 4);
  EXPECT_TRUE(same_bits(this->along(x, {a, b}), this->along(x, {b, a})));
  EXPECT_TRUE(same_bits(this->along(x, {a, b, c}), this->along(x, {c, a, b})));
  EXPECT_TRUE(same_bits(this->along(x, {a, b, c, a}), this->along(x, {a, a, b, c})));
}

TYPED_TEST(Derivative, NoOrderOfTheEntriesChangesABit) {
  using R = TypeParam;
  const std::size_t n = 1500;  // more than a block of the sums
  std::vector<std::vector<R>> v;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) v.push_back(numbers<R>(n, seed));
  std::vector<R> expected = this->along(v[0], {v[1], v[2], v[3]});
  const auto turn = [](auto& each) { std::rotate(each.begin(), each.begin() + 700, each.end()); };
  std::ranges::for_each(v, turn);
  turn(expected);
  EXPECT_TRUE(same_bits(this->along(v[0], {v[1], v[2], v[3]}), expected));
}

TYPED_TEST(Derivative, OfOrderFourIsTheDerivativeOfOrderThree) {
  using R = TypeParam;
  const std::vector<R> h{1, -2, R(0.5)};
  const std::vector<R> x{R(0.25), -1, 0};
  const std::vector<R> fourth = this->along(x, {h, h, h, h});
  const R step = std::numeric_limits<R>::digits == 53 ? R(0x1p-17) : R(0x1p-7);
  std::vector<R> before(3), after(3);
  for (std::size_t i = 0; i < 3; ++i) {
    before[i] = x[i] - step * h[i];
    after[i] = x[i] + step * h[i];
  }
  before = this->along(before, {h, h, h});
  after = this->along(after, {h, h, h});
  for (std::size_t i = 0; i < 3; ++i) {
    // A symmetric difference errs by about step² times the sixth derivative, here below 50.
    EXPECT_NEAR(fourth[i], (after[i] - before[i]) / (2 * step), 50 * step * step);
  }
}

TYPED_TEST(Derivative, SpecialValues) {
  using R = TypeParam;
  const std::vector<R> h{1, 2, 3};
  const std::vector<R> x{0, -infinity<R>, 1};
  EXPECT_EQ(bits(this->along(x, {h, h})[1]), bits(R(0)));
  EXPECT_FALSE(std::isnan(this->along(x, {h, h})[0]));
  EXPECT_TRUE(all_nan(this->along({0, nan<R>, 1}, {h})));
  EXPECT_TRUE(all_nan(this->along({0, infinity<R>, 1}, {h})));
  for (std::size_t i = 0; i < 3; ++i) {
    for (const R bad : {nan<R>, infinity<R>, -infinity<R>}) {
      std::vector<R> v = h;
      v[i] = bad;
      EXPECT_TRUE(all_nan(this->along(x, {h, v})));
    }
  }
}

TYPED_TEST(Derivative, HugeDirectionsKeepTheRange) {
  using R = TypeParam;
  const R huge = std::numeric_limits<R>::max();
  const std::vector<R> x{0, 0};
  EXPECT_TRUE(same_bits(this->along(x, {{huge, -huge}}), {huge / 2, -huge / 2}));
  EXPECT_TRUE(same_bits(this->along(x, {{huge, -huge}, {0, 0}}), {0, 0}));
  const R tiny = 1 / huge;
  EXPECT_NEAR(static_cast<double>(this->along(x, {{huge, -huge}, {1, -1}, {tiny, -tiny}})[0]), -1,
              1e-6);
}

TEST(DerivativeOfDoubles, ScalesThroughTheSubnormalNumbers) {
  // The mean of the first direction is lost in rounding; scaling both directions brings it back.
  const double tiny = std::numeric_limits<double>::denorm_min();
  const std::vector<double> x{0, 1, 0.5};
  const std::vector<double> a{tiny, 0, -tiny};
  const std::vector<double> scaled_a{tiny * 0x1p700, 0, tiny * -0x1p700};
  for (const double b : numbers<double>(50)) {
    const std::vector<double> second{b * 0x1p1000, 0x1p999, -0x1p998};
    const std::vector<double> scaled_second{b * 0x1p300, 0x1p299, -0x1p298};
    std::vector<double> out(3);
    std::vector<double> expected(3);
    softmax_derivative(x, {a, second}, out);
    softmax_derivative(x, {scaled_a, scaled_second}, expected);
    EXPECT_TRUE(same_bits(out, expected)) << b;
  }
}

TYPED_TEST(Derivative, MayWorkInPlace) {
  using R = TypeParam;
  for (const std::size_t n : lengths) {
    const std::vector<R> x = numbers<R>(n);
    const std::vector<R> a = numbers<R>(n, 2);
    const std::vector<R> b = numbers<R>(n, 3);
    const std::vector<R> expected = this->along(x, {a, b});
    std::vector<R> y = x;
    softmax_derivative(y, {a, b}, y);
    EXPECT_TRUE(same_bits(y, expected));
    std::vector<R> c = b;
    softmax_derivative(x, {a, c}, c);
    EXPECT_TRUE(same_bits(c, expected));
  }
}

TYPED_TEST(Derivative, RefusesBadShapes) {
  using R = TypeParam;
  const std::vector<R> x(3);
  const std::vector<R> h(2);
  std::vector<R> out(3);
  const auto fails = [&](const std::vector<std::span<const R>>& directions, std::vector<R>& y) {
    return message<std::invalid_argument>([&] { softmax_derivative(x, directions, y); });
  };
  EXPECT_EQ(fails({}, out),
            "softlaw::softmax_derivative: directions must have size 1 to 20, got 0");
  EXPECT_EQ(fails(std::vector<std::span<const R>>(21, x), out),
            "softlaw::softmax_derivative: directions must have size 1 to 20, got 21");
  EXPECT_EQ(fails({x, h}, out),
            "softlaw::softmax_derivative: directions[1] must have size 3, got 2");
  std::vector<R> small(1);
  EXPECT_EQ(fails({x}, small), "softlaw::softmax_derivative: out must have size 3, got 1");
}

}  // namespace
}  // namespace softlaw::test
