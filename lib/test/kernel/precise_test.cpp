// SPDX-License-Identifier: Apache-2.0
#include "kernel/precise.hpp"

#include "exact/interval.hpp"
#include "support.hpp"

namespace softlaw::test {
namespace {

using exact::Integer;
using exact::Interval;
using exact::Precision;
using kernel::DoubleDouble;

/// |pair - exact| < 2^exponent, where both are near 1.
bool is_close(const Precision& p, DoubleDouble pair, const Interval& exact, int exponent) {
  const Interval off = p.number(pair.hi) + p.number(pair.lo) - exact;
  const Integer bound = shifted(Integer(1), static_cast<std::ptrdiff_t>(p.bits()) + exponent);
  return off.upper < bound && -bound < off.lower;
}

TEST(Precise, ExponentialAndLogarithmErrByLessThanTheirBound) {
  const Precision p(1400);
  for (const double entry : numbers<double>(300, 3)) {
    const DoubleDouble d = kernel::fast_two_sum(-350 * (1 + entry), entry * 0x1p-60);
    const kernel::Scaled e = kernel::precise_exponential(d);
    // exp(d) 2^-k by the interval of exp(d - k log 2)
    const Interval reduced = p.number(d.hi) + p.number(d.lo) -
                             p.multiply(p.log_two(), static_cast<double>(e.exponent + 1));
    const Interval half = p.exponential(reduced);
    EXPECT_TRUE(is_close(p, {e.mantissa.hi / 2, e.mantissa.lo / 2}, half, kernel::precise_error));

    const DoubleDouble s = kernel::fast_two_sum(2 + entry + 0x1p-8, entry * 0x1p-56);
    const Interval log = p.logarithm(p.number(s.hi) + p.number(s.lo));
    EXPECT_TRUE(is_close(p, kernel::precise_log(s), log, kernel::precise_error)) << entry;
  }
}

}  // namespace
}  // namespace softlaw::test
