// SPDX-License-Identifier: Apache-2.0
#include <cfenv>
#include <functional>
#include <softlaw/softlaw.hpp>

#include "support.hpp"

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

namespace softlaw::test {
namespace {

/// FNV-1a over the bits of results.
class Hash {
 public:
  template <class R>
  void add(R value) {
    for (std::uint64_t rest = bits(value), k = 0; k < sizeof(R); ++k, rest >>= 8) {
      state_ = (state_ ^ (rest & 0xff)) * 0x100000001b3;
    }
  }
  template <class R>
  void add(const std::vector<R>& values) {
    for (const R value : values) add(value);
  }
  std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325;
};

/// Results of every correctly rounded function on rows of several lengths and widths.
template <class R>
std::uint64_t hash_of_results(int rounds) {
  Hash hash;
  for (int round = 0; round < rounds; ++round) {
    const std::size_t n = lengths[static_cast<std::size_t>(round) % lengths.size()];
    std::vector<R> x = numbers<R>(n, static_cast<std::uint64_t>(round) + 7);
    std::vector<R> p(n), y(n);
    const R width = std::scalbn(R(1), round % 9 - 1);
    for (std::size_t i = 0; i < n; ++i) {
      p[i] = std::abs(x[i]);
      x[i] *= width;
    }
    hash.add(logsumexp(x));
    hash.add(softmin(x));
    hash.add(logsumexp(x, R(0.75)));
    hash.add(excess(x));
    softmax(x, y);
    hash.add(y);
    softmax(x, R(3), y);
    hash.add(y);
    log_softmax(x, y);
    hash.add(y);
    hash.add(cross_entropy_logits(x, p));
    cross_entropy_logits_gradient(x, p, y);
    hash.add(y);
    hash.add(cross_entropy_label(x, n / 2));
    hash.add(softmax_entropy(x));
    hash.add(entropy(p));
    for (std::size_t i = 0; i < n; ++i) {
      const R t = x[i] * 20;
      for (const R value : {softplus(t), logistic(t), log_logistic(t), logaddexp(t, x[0]),
                            preference(t, x[0]), logit(p[i]), surprisal(p[i])}) {
        hash.add(value);
      }
    }
  }
  return hash.value();
}

constexpr int rounds = 40;

// The results are the correctly rounded ones, so that these numbers are those of every build.
TEST(Environment, TheBitsAreThoseOfEveryCompilerAndProcessor) {
  EXPECT_EQ(hash_of_results<double>(10 * rounds), 13769351836014236786U);
  EXPECT_EQ(hash_of_results<float>(10 * rounds), 6205843916966155079U);
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
