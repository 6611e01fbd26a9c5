// SPDX-License-Identifier: Apache-2.0
#include <queue>
#include <softlaw/coding.hpp>

#include "kernel/check.hpp"
#include "kernel/exact_weights.hpp"

namespace softlaw {
namespace {

using kernel::ExactWeights;

/// The trees of Huffman's algorithm: the leaves first, then the merged ones, each with its parent.
class Forest {
 public:
  Forest(std::span<const double> weights, std::uint32_t radix)
      : leaves_(weights.size()), radix_(radix), weights_(weights), parents_(leaves_) {}

  /// The first merge takes as many trees as make every later one take `radix`; so the one
  /// incomplete node lies deepest.
  std::vector<std::uint32_t> lengths() {
    const auto heavier = [this](std::size_t a, std::size_t b) { return comes_before(b, a); };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(heavier)> roots(heavier);
    for (std::size_t i = 0; i < leaves_; ++i) roots.push(i);
    std::size_t width = leaves_ < 2 ? 0 : 2 + (leaves_ - 2) % (radix_ - std::size_t{1});
    while (roots.size() > 1) {
      const std::size_t parent = add_root();
      for (std::size_t k = 0; k < width; ++k) {
        adopt(parent, roots.top());
        roots.pop();
      }
      roots.push(parent);
      width = radix_;
    }
    return depths();
  }

 private:
  /// Light trees first; among equal weights the leaves, then the trees that were merged first. That
  /// keeps the longest word shortest (Schwartz 1964).
  bool comes_before(std::size_t a, std::size_t b) const {
    const auto order = weights_.compare(a, b);
    return order == std::strong_ordering::equal ? a < b : order == std::strong_ordering::less;
  }

  std::size_t add_root() {
    weights_.add_zero();
    parents_.push_back(0);
    return parents_.size() - 1;
  }

  void adopt(std::size_t parent, std::size_t child) {
    weights_.add_to(parent, child);
    parents_[child] = parent;
  }

  /// A parent is made after its children, so from the last tree down the depths are known in turn.
  std::vector<std::uint32_t> depths() const {
    std::vector<std::uint32_t> depth(parents_.size());
    for (std::size_t i = parents_.size(); i-- > 1;) depth[i - 1] = depth[parents_[i - 1]] + 1;
    depth.resize(leaves_);
    return depth;
  }

  std::size_t leaves_;
  std::uint32_t radix_;
  ExactWeights weights_;
  std::vector<std::size_t> parents_;
};

template <class R>
void require_weights(std::span<const R> weights) {
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] >= 0 && !std::isinf(weights[i])) continue;
    throw std::domain_error("softlaw::huffman_lengths: weights[" + kernel::to_text(i) +
                            "] must be finite and not negative, got " +
                            kernel::to_text(weights[i]));
  }
}

}  // namespace

std::vector<std::uint32_t> huffman_lengths(std::span<const double> weights, std::uint32_t radix) {
  kernel::require_radix("huffman_lengths", radix);
  require_weights(weights);
  return Forest(weights, radix).lengths();
}

std::vector<std::uint32_t> huffman_lengths(std::span<const float> weights, std::uint32_t radix) {
  require_weights(weights);
  return huffman_lengths(std::vector<double>(weights.begin(), weights.end()), radix);
}

}  // namespace softlaw
