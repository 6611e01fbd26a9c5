// SPDX-License-Identifier: Apache-2.0
#include "function/results.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace softlaw::properties {
namespace {

Integers narrow(Counts::const_iterator begin, Counts::const_iterator end) {
  Integers all;
  std::transform(begin, end, std::back_inserter(all),
                 [](std::uint64_t count) { return static_cast<std::uint32_t>(count); });
  return all;
}

}  // namespace

std::optional<Counts> to_counts(std::uint64_t result) { return Counts{result}; }

std::optional<Counts> to_counts(const Integers& results) {
  return Counts(results.begin(), results.end());
}

std::optional<Counts> to_counts(const Kraft& result) {
  Counts digits{result.whole};
  digits.insert(digits.end(), result.fraction.begin(), result.fraction.end());
  return digits;
}

std::uint64_t read_counts(const std::optional<Counts>& counts, std::type_identity<std::uint64_t>) {
  return counts && !counts->empty() ? counts->front() : std::numeric_limits<std::uint64_t>::max();
}

Integers read_counts(const std::optional<Counts>& counts, std::type_identity<Integers>) {
  return counts ? narrow(counts->begin(), counts->end()) : Integers();
}

Kraft read_counts(const std::optional<Counts>& counts, std::type_identity<Kraft>) {
  if (!counts || counts->empty()) return {std::numeric_limits<std::uint64_t>::max(), {}};
  return {counts->front(), narrow(counts->begin() + 1, counts->end())};
}

}  // namespace softlaw::properties
