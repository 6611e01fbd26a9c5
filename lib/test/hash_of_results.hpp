// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/softlaw.hpp>

#include "numbers.hpp"

/// A number that tells whether two builds of the library give the same results.
namespace softlaw::test {

/// FNV-1a over the bits of results.
class Hash {
 public:
  template <class R>
  void add(R value) {
    for (std::uint64_t rest = bits(value), k = 0; k < sizeof(R); ++k, rest >>= 8) {
      state_ = (state_ ^ (rest & 0xff)) * 0x100000001b3;
    }
  }
  template <class R>
  void add(const std::vector<R>& values) {
    for (const R value : values) add(value);
  }
  std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325;
};

/// Results of every correctly rounded function on rows of several lengths and widths.
template <class R>
std::uint64_t hash_of_results(int rounds) {
  Hash hash;
  for (int round = 0; round < rounds; ++round) {
    const std::size_t n = lengths[static_cast<std::size_t>(round) % lengths.size()];
    std::vector<R> x = numbers<R>(n, static_cast<std::uint64_t>(round) + 7);
    std::vector<R> p(n), y(n);
    const R width = std::scalbn(R(1), round % 9 - 1);
    for (std::size_t i = 0; i < n; ++i) {
      p[i] = std::abs(x[i]);
      x[i] *= width;
    }
    hash.add(logsumexp(x));
    hash.add(softmin(x));
    hash.add(logsumexp(x, R(0.75)));
    hash.add(excess(x));
    softmax(x, y);
    hash.add(y);
    softmax(x, R(3), y);
    hash.add(y);
    log_softmax(x, y);
    hash.add(y);
    hash.add(cross_entropy_logits(x, p));
    cross_entropy_logits_gradient(x, p, y);
    hash.add(y);
    hash.add(cross_entropy_label(x, n / 2));
    hash.add(softmax_entropy(x));
    hash.add(entropy(p));
    for (std::size_t i = 0; i < n; ++i) {
      const R t = x[i] * 20;
      for (const R value : {softplus(t), logistic(t), log_logistic(t), logaddexp(t, x[0]),
                            preference(t, x[0]), logit(p[i]), surprisal(p[i])}) {
        hash.add(value);
      }
    }
  }
  return hash.value();
}

// The results are the correctly rounded ones, so that these numbers are those of every build.
constexpr int rounds_of_hash = 400;
constexpr std::uint64_t hash_of_wide_results = 13769351836014236786U;
constexpr std::uint64_t hash_of_narrow_results = 6205843916966155079U;

}  // namespace softlaw::test
