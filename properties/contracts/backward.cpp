// SPDX-License-Identifier: Apache-2.0
#include "contracts/backward.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "function/exact_values.hpp"

namespace softlaw::properties {
namespace {

template <std::size_t n>
bool is_one_of(const std::string& name, const std::array<std::string_view, n>& names) {
  return std::ranges::find(names, name) != names.end();
}

/// Whose derivatives are shares, which sum to 1: most moves where all arguments move together.
constexpr std::array<std::string_view, 3> translated{"logsumexp", "softmin", "logaddexp"};
constexpr std::array<std::string_view, 2> shares{"softmax", "choice"};

/// p moved by a factor e^d against the others: from p to p e^d / (1 + p (e^d - 1)).
Interval share_moved(const Interval& p, const Interval& d) {
  return p * exp(d) / (1 + p * expm1(d));
}

}  // namespace

std::optional<Moves> moves(const FunctionItem& function, const Arguments& arguments,
                           const Interval& delta, ExactValues& exact) {
  const bool is_share = is_one_of(function.name, shares);
  const bool is_logarithm = function.name == "log_softmax";
  const bool is_translated = is_one_of(function.name, translated);
  if (!is_share && !is_logarithm && !is_translated) return std::nullopt;
  Moves result;
  for (const Interval& value : exact.values(function, arguments)) {
    if (is_translated) {
      result.up.push_back(delta);
      result.down.push_back(delta);
    } else if (is_share) {  // the entry against all others
      result.up.push_back(share_moved(value, 2 * delta) - value);
      result.down.push_back(value - share_moved(value, -2 * delta));
    } else {
      const Interval p = exp(value);
      result.up.push_back(2 * delta - log1p(p * expm1(2 * delta)));
      result.down.push_back(2 * delta + log1p(p * expm1(-2 * delta)));
    }
  }
  return result;
}

}  // namespace softlaw::properties
