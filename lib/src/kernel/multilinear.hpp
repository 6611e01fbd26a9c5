// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "softmax_weights.hpp"
#include "table.hpp"

/// Power series in t_1, …, t_m modulo every t_a^2: a coefficient for each subset of the directions.
namespace softlaw::kernel {

/// A subset of the directions, as a bit mask.
using Subset = std::size_t;

/// By subset; without allocation for up to three directions.
template <class T>
using BySubset = Table<T, 8>;

/// Calls visit(part, rest) for each split of `set` in two whose part holds `wanted`.
template <class Visit>
constexpr void for_each_split(Subset set, Subset wanted, const Visit& visit) {
  const Subset free = set ^ wanted;
  for (Subset part = free;; part = (part - 1) & free) {
    visit(part | wanted, free ^ part);
    if (part == 0) return;
  }
}

constexpr Subset lowest_of(Subset set) { return set & (~set + 1); }

/// The coefficients of 1 / M, where that of the empty set is 1 in both.
inline void reciprocal(const BySubset<Scaled>& M, BySubset<Scaled>& inverse) {
  inverse[0] = make_scaled(1.0);
  for (Subset set = 1; set < M.size(); ++set) {
    Scaled sum;
    for_each_split(set, 0, [&](Subset part, Subset rest) {
      if (part != 0) sum = sum - M[part] * inverse[rest];
    });
    inverse[set] = sum;
  }
}

/// The coefficients of log M, from M (log M)' = M' by the lowest variable of each set.
inline void logarithm(const BySubset<Scaled>& M, BySubset<Scaled>& log) {
  log[0] = {};
  for (Subset set = 1; set < M.size(); ++set) {
    Scaled sum = M[set];
    for_each_split(set, lowest_of(set), [&](Subset part, Subset rest) {
      if (rest != 0) sum = sum - log[part] * M[rest];
    });
    log[set] = sum;
  }
}

/// The directions less their means, rounded: only the means of products are left to correct.
template <class R>
class Centred {
 public:
  Centred(const SoftmaxWeights<R>& p, std::span<const std::span<const R>> directions)
      : directions_(directions), centres_(directions.size()) {
    for (std::size_t a = 0; a < order(); ++a) centres_[a] = p.centre(directions[a]);
  }

  std::size_t order() const { return directions_.size(); }
  std::size_t subsets() const { return std::size_t{1} << order(); }
  double centre(std::size_t a) const { return centres_[a]; }

  /// The products of the centred directions at entry i, by subset.
  void products(std::size_t i, BySubset<Scaled>& out) const {
    out[0] = make_scaled(1.0);
    for (std::size_t a = 0; a < order(); ++a) {
      const Scaled c = from_centre(directions_[a][i], centres_[a]);
      const Subset bit = Subset{1} << a;
      for (Subset s = 0; s < bit; ++s) out[s | bit] = out[s] * c;
    }
  }

  /// Their means.
  BySubset<Scaled> moments(const SoftmaxWeights<R>& p) const {
    BySubset<BinnedSum> sums(subsets());
    BySubset<Scaled> products_here(subsets()), means(subsets());
    for (std::size_t i = 0; i < p.size(); ++i) {
      const Scaled weight = p(i);
      products(i, products_here);
      for (Subset s = 1; s < subsets(); ++s) sums[s].add(weight * products_here[s]);
    }
    means[0] = make_scaled(1.0);
    for (Subset s = 1; s < subsets(); ++s) means[s] = sums[s].total();
    return means;
  }

 private:
  std::span<const std::span<const R>> directions_;
  Table<double, 3> centres_;
};

}  // namespace softlaw::kernel
