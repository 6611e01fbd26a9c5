// SPDX-License-Identifier: Apache-2.0
#include "judge/resolution.hpp"

#include <cmath>
#include <functional>

#include "function/exact_values.hpp"
#include "judge/rapidcheck.hpp"
#include "subjects/moved_subject.hpp"

namespace softlaw::properties {
namespace {

bool is_seen(double k, const Law& law, const FunctionItem& function, const Defendant& defendant,
             std::uint64_t seed, std::size_t cases) {
  const MovedSubject moved(defendant.subject, function, k);
  ExactValues exact;
  for (std::size_t index = 0; index < cases; ++index) {
    const Format& format = defendant.formats[index % defendant.formats.size()];
    const SubjectEvaluator evaluator(moved, defendant.contract, format, exact);
    try {
      if (breaks(law, evaluator, draw(law, seed, index, format))) return true;
    } catch (const Absent&) {
      continue;
    }
  }
  return false;
}

/// The first power of two that is seen, from 1 on: a count moved far may be less visible than one moved
/// by 1.
std::optional<double> first_seen(const std::function<bool(int)>& seen, int last) {
  for (int exponent = 0; exponent <= last; ++exponent) {
    if (seen(exponent)) return std::ldexp(1.0, exponent);
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> resolution(const Law& law, const FunctionItem& function,
                                 const Defendant& defendant, std::uint64_t seed,
                                 std::size_t cases) {
  const auto seen = [&](int exponent) {
    return is_seen(std::ldexp(1.0, exponent), law, function, defendant, seed, cases);
  };
  const int last = std::ilogb(coarsest_resolution);
  if (function.returns_integers) return first_seen(seen, last / 2);
  if (!seen(last)) return std::nullopt;
  int unseen = -1, least = last;
  while (least - unseen > 1) {
    const int middle = (least + unseen) / 2;
    (seen(middle) ? least : unseen) = middle;
  }
  return std::ldexp(1.0, least);
}

}  // namespace softlaw::properties
