// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "families/derivatives/laws/derivative_bounds.hpp"

// Sums over the partitions of a set of directions into blocks; sets are bit masks.
namespace softlaw::properties {

using Blocks = std::vector<std::size_t>;

/// Calls visit(blocks) for each partition of the set, after `chosen` blocks.
template <class Visit>
void for_each_partition(std::size_t set, Blocks& chosen, const Visit& visit) {
  if (set == 0) return visit(chosen);
  const std::size_t first = set & (~set + 1), others = set ^ first;
  for (std::size_t part = others;; part = (part - 1) & others) {
    chosen.push_back(part | first);
    for_each_partition(others ^ part, chosen, visit);
    chosen.pop_back();
    if (part == 0) return;
  }
}

/// By subset: the product of the values of its members.
inline Intervals products_by_subset(const Intervals& values) {
  Intervals product(std::size_t{1} << values.size(), Interval(1));
  for (std::size_t j = 0; j < values.size(); ++j) {
    const std::size_t bit = std::size_t{1} << j;
    for (std::size_t set = 0; set < bit; ++set) product[set | bit] = product[set] * values[j];
  }
  return product;
}

/// By subset: the joint cumulant of the directions under p, from the means of their products.
inline Intervals joint_cumulants(const Intervals& p, const std::vector<Vector>& directions) {
  Intervals mean(std::size_t{1} << directions.size(), Interval(0));
  for (std::size_t i = 0; i < p.size(); ++i) {
    Intervals here;
    for (const Vector& h : directions) here.emplace_back(h[i]);
    mean = mean + p[i] * products_by_subset(here);
  }
  Intervals cumulant(mean.size(), Interval(0));
  for (std::size_t set = 1; set < mean.size(); ++set) {
    Blocks blocks;
    for_each_partition(set, blocks, [&](const Blocks& partition) {
      Interval term = factorial(partition.size() - 1);
      for (const std::size_t block : partition) term *= mean[block];
      cumulant[set] += partition.size() % 2 == 1 ? term : -term;
    });
  }
  return cumulant;
}

/// The formula of derivatives.set-partitions.
inline Intervals derivative_by_partitions(const Intervals& p,
                                          const std::vector<Vector>& directions) {
  const Intervals cumulant = joint_cumulants(p, directions);
  Intervals derivative;
  for (std::size_t i = 0; i < p.size(); ++i) {
    Intervals factor = Interval(-1) * cumulant;
    for (std::size_t j = 0; j < directions.size(); ++j) {
      factor[std::size_t{1} << j] += directions[j][i];
    }
    Interval total(0);
    Blocks blocks;
    for_each_partition(factor.size() - 1, blocks, [&](const Blocks& partition) {
      Interval term(1);
      for (const std::size_t block : partition) term *= factor[block];
      total += term;
    });
    derivative.push_back(p[i] * total);
  }
  return derivative;
}

}  // namespace softlaw::properties
