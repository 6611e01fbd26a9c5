// SPDX-License-Identifier: Apache-2.0
#include "families/coding/functions/code.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace softlaw::properties {

void require_lengths(const FunctionItem& function, const Integers& lengths) {
  constexpr std::uint32_t longest = 1U << 20;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (lengths[i] <= longest) continue;
    refuse_entry(
        function, 0, i,
        "must be at most " + std::to_string(longest) + ", got " + std::to_string(lengths[i]));
  }
}

void require_code(const FunctionItem& function, const Integers& lengths, std::int64_t radix) {
  require_lengths(function, lengths);
  const auto sum = reference::kraft_sum(lengths, narrow(radix));
  const bool fraction = std::ranges::any_of(sum.fraction, [](auto digit) { return digit != 0; });
  if (sum.whole > 1 || (sum.whole == 1 && fraction)) {
    refuse(function, 0,
           "must have a Kraft sum of at most 1, got " + std::to_string(sum.whole) +
               (fraction ? " and a fraction" : ""));
  }
  const auto room = std::accumulate(lengths.begin(), lengths.end(), std::int64_t{0});
  if (room > most_results) {
    refuse(function, 0,
           "must sum to at most " + std::to_string(most_results) + ", got " + std::to_string(room));
  }
}

void require_blocks(const FunctionItem& function, std::size_t n_at, std::int64_t alphabet,
                    std::int64_t n) {
  const auto bits = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(alphabet) - 1));
  require_at_most(function, n_at, n, (std::int64_t{1} << 32) / std::max(1, bits));
}

}  // namespace softlaw::properties
