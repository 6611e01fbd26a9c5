// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "families/loss/functions.hpp"

// What the gradients of the losses share where logits are -inf.
namespace softlaw::properties {

/// All entries: those of the logits that are there, and absent(j) where logit j is not.
template <class AbsentEntry>
Intervals spread_gradient(const Vector& o, const Intervals& dense, AbsentEntry&& absent) {
  Intervals all;
  std::size_t next = 0;
  for (std::size_t j = 0; j < o.size(); ++j) {
    all.push_back(o[j] == -infinity ? absent(j) : dense[next++]);
  }
  return all;
}

/// The sum of the labels of logits that are not there.
inline Interval sum_of_absent(const Vector& o, const Vector& y) {
  Interval lost;
  for (std::size_t j = 0; j < o.size(); ++j) {
    if (o[j] == -infinity) lost = exact_sum(lost, Interval(y[j]));
  }
  return lost;
}

/// The index of entry `label` among those that are there.
inline std::int64_t index_among_present(const Vector& o, std::int64_t label) {
  return label - std::count(o.begin(), o.begin() + label, -infinity);
}

inline void require_label(const FunctionItem& function, const Vector& o, std::int64_t label) {
  if (label < static_cast<std::int64_t>(o.size())) return;
  refuse(function, 1,
         "must be less than " + std::to_string(o.size()) + ", got " + std::to_string(label));
}

/// The label, or the last entry if entries that are not there have been taken out: a scale only
/// widens the allowed range.
inline std::size_t nearest_label(const Vector& o, std::int64_t label) {
  return std::min(static_cast<std::size_t>(label), o.size() - 1);
}

}  // namespace softlaw::properties
