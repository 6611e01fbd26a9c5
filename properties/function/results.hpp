// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <type_traits>

#include "value/value.hpp"

// The typed results of a function, and their conversion to and from the results that every function has:
// enclosures of real numbers, or integers, perhaps none.
namespace softlaw::properties {

/// A Kraft sum: its integer part and the digits of its fraction, most significant first.
struct Kraft {
  std::uint64_t whole;
  Integers fraction;
};

template <class R>
inline constexpr bool is_real = std::is_same_v<R, Interval> || std::is_same_v<R, Intervals>;

inline Intervals to_intervals(Interval result) { return {std::move(result)}; }
inline Intervals to_intervals(Intervals results) { return results; }

/// Nothing where there is no answer.
std::optional<Counts> to_counts(std::uint64_t result);
std::optional<Counts> to_counts(const Integers& results);
std::optional<Counts> to_counts(const Kraft& result);
template <class T>
std::optional<Counts> to_counts(const std::optional<T>& result) {
  return result ? to_counts(*result) : std::nullopt;
}

/// The way back.  No answer where one is due is read as nothing, or as the largest number: both wrong.
std::uint64_t read_counts(const std::optional<Counts>& counts, std::type_identity<std::uint64_t>);
Integers read_counts(const std::optional<Counts>& counts, std::type_identity<Integers>);
Kraft read_counts(const std::optional<Counts>& counts, std::type_identity<Kraft>);
template <class T>
std::optional<T> read_counts(const std::optional<Counts>& counts,
                             std::type_identity<std::optional<T>>) {
  if (!counts) return std::nullopt;
  return read_counts(counts, std::type_identity<T>());
}

template <class R>
R from_intervals(Intervals&& results) {
  if constexpr (std::is_same_v<R, Interval>) {
    return std::move(results.at(0));
  } else {
    return std::move(results);
  }
}

}  // namespace softlaw::properties
