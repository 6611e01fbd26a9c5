// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <utility>

#include "contracts/promise.hpp"

// How the parts of a promise are spelt, in one place for reading and writing.
namespace softlaw::properties {

inline constexpr std::array<std::pair<Unit, const char*>, 9> unit_names{{{Unit::ulp, "ulp"},
                                                                         {Unit::cond, "cond"},
                                                                         {Unit::plain, "plain"},
                                                                         {Unit::back, "back"},
                                                                         {Unit::roundoff, "u"},
                                                                         {Unit::steps, "steps"},
                                                                         {Unit::relative, "rel"},
                                                                         {Unit::absolute, "abs"},
                                                                         {Unit::variation, "tv"}}};

inline constexpr std::array<std::pair<Bound::Kind, const char*>, 2> rounding_names{
    {{Bound::Kind::faithful, "faithful"}, {Bound::Kind::correctly_rounded, "correctly-rounded"}}};

inline constexpr std::array<std::pair<Fact, const char*>, 6> fact_names{
    {{Fact::in_range, "in-range"},
     {Fact::ordered, "ordered"},
     {Fact::ties, "ties"},
     {Fact::sums, "sums"},
     {Fact::above, "above"},
     {Fact::below, "below"}}};

template <class Names, class T>
std::string find_name(const Names& names, T what) {
  for (const auto& [each, name] : names) {
    if (each == what) return name;
  }
  return {};
}

inline std::string name_of(Unit unit) { return find_name(unit_names, unit); }
inline std::string name_of(Bound::Kind kind) { return find_name(rounding_names, kind); }

/// `a, b, c`.
template <class Names>
std::string all_names(const Names& names) {
  std::string all;
  for (const auto& [each, name] : names) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

}  // namespace softlaw::properties
