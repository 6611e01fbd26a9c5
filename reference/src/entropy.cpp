// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/functions.hpp>

namespace softlaw::reference {
namespace {

/// \f$-p\log p\f$ of a point.
Interval term_of_point(const Interval& p) {
  if (!possibly_less(0, p)) return certainly_less(p, 0) ? Interval::empty() : 0;
  return p * -log(p);
}

/// \f$-p\log p\f$ is concave with its greatest value 1/e at 1/e.
Interval term(const Interval& p) {
  if (p.is_empty() || p.is_point()) return term_of_point(p);
  const Interval domain = intersection(p, Interval::between(0, Interval::whole()));
  if (domain.is_empty()) return domain;
  const Interval ends =
      Interval::hull(term_of_point(domain.lower_point()), term_of_point(domain.upper_point()));
  const Interval highest = exp(-1);
  return meets(domain, highest) ? Interval::hull(ends, highest) : ends;
}

}  // namespace

Interval entropy(const Vector& p) {
  Interval sum;
  for (const Interval& entry : p) sum += term(entry);
  return sum;
}

}  // namespace softlaw::reference
