// SPDX-License-Identifier: Apache-2.0
#include <cfenv>
#include <functional>
#include <softlaw/softlaw.hpp>

#include "hash_of_results.hpp"
#include "support.hpp"

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

namespace softlaw::test {
namespace {

constexpr int rounds = 40;

// The results are the correctly rounded ones, so that these numbers are those of every build.
TEST(Environment, TheBitsAreThoseOfEveryCompilerAndProcessor) {
  EXPECT_EQ(hash_of_results<double>(rounds_of_hash), hash_of_wide_results);
  EXPECT_EQ(hash_of_results<float>(rounds_of_hash), hash_of_narrow_results);
}

/// The results in an environment that `change` makes, which is found as it was left.
void expect_same_results(const std::function<void()>& change) {
  const std::uint64_t wide = hash_of_results<double>(rounds);
  const std::uint64_t narrow = hash_of_results<float>(rounds);
  std::fenv_t before;
  std::fegetenv(&before);
  // arguments and hashes belong to the test, and are computed as always
  std::vector<double> x = numbers<double>(100), out(100), expected(100);
  softmax(x, expected);
  const double sum = logsumexp(x);
  std::feclearexcept(FE_ALL_EXCEPT);
  change();
  const double changed_sum = logsumexp(x);
  softmax(x, out);
  const bool flags = std::fetestexcept(FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW) != 0;
  std::fesetenv(&before);
  EXPECT_EQ(changed_sum, sum);
  EXPECT_TRUE(same_bits(out, expected));
  EXPECT_FALSE(flags);
  EXPECT_EQ(hash_of_results<double>(rounds), wide);
  EXPECT_EQ(hash_of_results<float>(rounds), narrow);
}

TEST(Environment, TheRoundingModeChangesNothingAndStays) {
  for (const int mode : {FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO}) {
    expect_same_results([&] { std::fesetround(mode); });
    std::fesetround(mode);
    const double value = logaddexp(0.1, 0.3);
    const int after = std::fegetround();
    std::fesetround(FE_TONEAREST);
    EXPECT_EQ(after, mode);
    EXPECT_EQ(value, logaddexp(0.1, 0.3));
  }
}

TEST(Environment, NoFlagIsRaised) {
  std::feclearexcept(FE_ALL_EXCEPT);
  const std::vector<double> x{0, -infinity<double>, -1e300, 3};
  std::vector<double> out(4);
  softmax(x, out);
  softmax(x, 1e-3, out);
  log_softmax(x, out);
  EXPECT_GT(logsumexp(x), 3);
  EXPECT_EQ(std::fetestexcept(FE_ALL_EXCEPT & ~FE_INEXACT), 0);
}

#if defined(__SSE2__)
constexpr unsigned flush = 0x8040;  // results and arguments

TEST(Environment, FlushingToZeroChangesNothing) {
  expect_same_results([] { _mm_setcsr(_mm_getcsr() | flush); });
  const unsigned before = _mm_getcsr();
  _mm_setcsr(before | flush);
  const std::vector<double> x{0, -744};
  const double value = excess(x);
  std::vector<double> out(2);
  softmax(x, out);
  _mm_setcsr(before);
  EXPECT_EQ(value, 2 * std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(out[1], value);
}
#endif

}  // namespace
}  // namespace softlaw::test
