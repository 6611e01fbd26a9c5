// SPDX-License-Identifier: Apache-2.0
#include "kernel/expm1.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

long double wide(DoubleDouble x) { return static_cast<long double>(x.hi) + x.lo; }
long double wide(const Scaled& x) { return std::scalbn(wide(x.mantissa), x.exponent); }

/// All sizes down to 2^-200, of both signs.
std::vector<double> arguments() {
  std::vector<double> result;
  const std::vector<double> x = test::numbers<double>(4000);
  for (std::size_t i = 0; i < x.size(); ++i) {
    result.push_back(std::scalbn(x[i], i % 2 == 0 ? 1 : -static_cast<int>(i % 200)));
  }
  return result;
}

TEST(Expm1, AgreesWithExtendedPrecision) {
  for (double d : arguments()) {
    if (std::abs(d) > 2 || d == 0) continue;
    EXPECT_LE(std::abs(wide(expm1({d, 0})) / std::expm1(static_cast<long double>(d)) - 1), 0x1p-61L)
        << d;
  }
}

/// expm1(a + b) = expm1(a) expm1(b) + expm1(a) + expm1(b): no term cancels when the signs are the same.
TEST(Expm1, ObeysTheFunctionalEquation) {
  const std::vector<double> x = arguments();
  for (std::size_t i = 0; i + 2 < x.size(); i += 2) {
    const double sign = i % 4 == 0 ? 1 : -1;
    const double a = sign * std::abs(x[i]) / 2;
    const double b = sign * std::abs(x[i + 2]) / 2;
    if (a == 0 || b == 0) continue;
    const DoubleDouble p = expm1({a, 0}), q = expm1({b, 0});
    const DoubleDouble ratio = (p * q + (p + q)) / expm1(two_sum(a, b));
    const double cancels = sign > 0 ? 1 : 8;
    EXPECT_LE(std::abs((ratio + -1.0).hi), cancels * 3 * 0x1p-69) << a << " " << b;
  }
}

TEST(Log1mexp, AgreesWithExtendedPrecision) {
  for (double d : arguments()) {
    d = -std::abs(d) * 8;
    if (d == 0) continue;
    const long double t = d;
    const long double exact = t > -0.7L ? std::log(-std::expm1(t)) : std::log1p(-std::exp(t));
    EXPECT_LE(std::abs(wide(log1mexp({d, 0})) / exact - 1), 0x1p-61L) << d;
  }
}

/// log(1 - exp 2d) = log(1 - exp d) + log(1 + exp d), across the places where the kernel changes roads.
TEST(Log1mexp, ObeysTheDoublingFormula) {
  for (double d : arguments()) {
    d = -std::abs(d) * 8;
    if (d == 0) continue;
    const Scaled e = exponential({d, 0});
    const Scaled sum = log1mexp({d, 0}) + log1p(normalize(e.mantissa, e.exponent));
    const Scaled whole = log1mexp({2 * d, 0});
    const double larger = std::abs(static_cast<double>(wide(log1mexp({d, 0}))));
    const Scaled difference = sum - whole;
    EXPECT_LE(std::abs(static_cast<double>(wide(difference))), larger * 3 * 0x1p-69) << d;
  }
}

}  // namespace
}  // namespace softlaw::kernel
