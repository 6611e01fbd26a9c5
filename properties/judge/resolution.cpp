// SPDX-License-Identifier: Apache-2.0
#include "judge/resolution.hpp"

#include <cmath>
#include <softlaw/reference/filter.hpp>

#include "judge/rapidcheck.hpp"
#include "subjects/moved_subject.hpp"

namespace softlaw::properties {
namespace {

bool breaks(const Law& law, const Evaluator& evaluator, const Case& input) try {
  const auto quick = reference::filtered([&] { return try_case(law, evaluator, input); });
  const auto truth = quick ? *quick : try_case(law, evaluator, input);
  return truth && truth->broken();
} catch (const Absent&) {
  return false;
}

bool is_seen(double k, const Law& law, const FunctionItem& function, const Defendant& defendant,
             std::uint64_t seed, std::size_t cases) {
  const MovedSubject moved(defendant.subject, function, k);
  ExactValues exact;
  for (std::size_t index = 0; index < cases; ++index) {
    const Format& format = defendant.formats[index % defendant.formats.size()];
    const SubjectEvaluator evaluator(moved, defendant.contract, format, exact);
    if (breaks(law, evaluator, draw(law, seed, index, format))) return true;
  }
  return false;
}

}  // namespace

std::optional<double> resolution(const Law& law, const FunctionItem& function,
                                 const Defendant& defendant, std::uint64_t seed,
                                 std::size_t cases) {
  const auto seen = [&](int exponent) {
    return is_seen(std::ldexp(1.0, exponent), law, function, defendant, seed, cases);
  };
  int unseen = -1, least = std::ilogb(coarsest_resolution);
  if (!seen(least)) return std::nullopt;
  while (least - unseen > 1) {
    const int middle = (least + unseen) / 2;
    (seen(middle) ? least : unseen) = middle;
  }
  return std::ldexp(1.0, least);
}

}  // namespace softlaw::properties
