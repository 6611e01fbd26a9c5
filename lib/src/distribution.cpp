// SPDX-License-Identifier: Apache-2.0
#include <softlaw/distribution.hpp>

#include "kernel/check.hpp"
#include "kernel/exact_sum.hpp"
#include "kernel/round.hpp"

namespace softlaw {
namespace {

using namespace kernel;

/// The sum of the entries less one: rounded, but never to zero.
template <class R>
Scaled surplus(std::span<const R> p) {
  ExactSum sum;
  for (const R entry : p) sum.add(static_cast<double>(entry));
  sum.subtract(1);
  return sum.total();
}

/// Twice the sum, less one, of the midpoints between the entries and their neighbours on the side of
/// `bound`. (An entry above 2 has the lower neighbour for both: then the lower sum alone tells.)
template <class R>
Scaled surplus_of_midpoints(std::span<const R> p, R bound) {
  ExactSum sum;
  for (const R entry : p) {
    sum.add(static_cast<double>(entry));
    sum.add(static_cast<double>(std::nextafter(entry, bound)));
  }
  sum.subtract(2);
  return sum.total();
}

template <class R>
void require_rounded_distribution(std::span<const R> p) {
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] >= 0 && !std::isinf(p[i])) continue;
    throw std::domain_error("softlaw::require_distribution: p[" + to_text(i) +
                            "] must be finite and not negative, got " + to_text(p[i]));
  }
  const bool possible = surplus_of_midpoints(p, R(0)).mantissa.hi <= 0 &&
                        surplus_of_midpoints(p, R(2)).mantissa.hi >= 0;
  if (possible) return;
  throw std::domain_error(
      "softlaw::require_distribution: p must sum to 1 up to the rounding of its entries, its sum "
      "less 1 is " +
      to_text(round<R>(surplus(p))));
}

}  // namespace

bool sums_to_one(std::span<const double> p) noexcept {
  return all_finite(p) && is_zero(surplus(p));
}
bool sums_to_one(std::span<const float> p) noexcept { return all_finite(p) && is_zero(surplus(p)); }

void require_distribution(std::span<const double> p) { require_rounded_distribution(p); }
void require_distribution(std::span<const float> p) { require_rounded_distribution(p); }

}  // namespace softlaw
