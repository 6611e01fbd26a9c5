// SPDX-License-Identifier: Apache-2.0
#include "drift/tree.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace softlaw::properties::drift {
namespace {

using Terms = std::vector<std::size_t>;

/// A tree under construction: its text, and its least index, by which parts are ordered.
struct Part {
  std::string text;
  std::size_t least;
};

Part leaf(std::size_t i) { return {std::to_string(i), i}; }
Part joined(const Part& a, const Part& b) {
  const auto& [first, second] = a.least < b.least ? std::tie(a, b) : std::tie(b, a);
  return {"(" + first.text + " " + second.text + ")", first.least};
}

/// The terms on the side of the first: those that met it before some other one.  Nothing if that splits
/// nothing.
std::optional<Terms> side_of_first(const Terms& terms, const Tree::Met& met) {
  Terms side{terms.front()};
  for (const std::size_t j : terms) {
    const bool meets = std::ranges::any_of(terms, [&](std::size_t one) {
      return one != j && one != terms.front() && j != terms.front() && met[one][terms.front()][j];
    });
    if (meets) side.push_back(j);
  }
  if (side.size() == terms.size()) return std::nullopt;
  return side;
}

std::optional<Part> build(const Terms& terms, const Tree::Met& met) {
  if (terms.size() == 1) return leaf(terms.front());
  if (terms.size() == 2) return joined(leaf(terms[0]), leaf(terms[1]));
  const auto side = side_of_first(terms, met);
  if (!side) return std::nullopt;
  Terms rest;
  std::ranges::set_difference(terms, *side, std::back_inserter(rest));
  const auto left = build(*side, met), right = build(rest, met);
  if (!left || !right) return std::nullopt;
  return joined(*left, *right);
}

/// Of each three terms exactly one pair met first.
bool is_binary(const Tree::Met& met) {
  const std::size_t n = met.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      for (std::size_t k = j + 1; k < n; ++k) {
        if (met[i][j][k] + met[j][i][k] + met[k][i][j] != 1) return false;
      }
    }
  }
  return true;
}

Part in_order(std::vector<Part> parts) {
  return std::accumulate(parts.begin() + 1, parts.end(), parts.front(), joined);
}

/// Neighbours first.
Part pairwise(std::vector<Part> parts) {
  while (parts.size() > 1) {
    std::vector<Part> fewer;
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
      fewer.push_back(joined(parts[i], parts[i + 1]));
    }
    if (parts.size() % 2 == 1) fewer.push_back(parts.back());
    parts = std::move(fewer);
  }
  return parts.front();
}

/// The lower half on the upper, as vector registers are folded.
Part folded(std::vector<Part> parts) {
  while (parts.size() > 1) {
    const std::size_t half = parts.size() / 2;
    for (std::size_t i = 0; i < half; ++i) parts[i] = joined(parts[i], parts[i + half]);
    parts.resize(half);
  }
  return parts.front();
}

std::vector<Part> leaves(std::size_t n) {
  std::vector<Part> all;
  for (std::size_t i = 0; i < n; ++i) all.push_back(leaf(i));
  return all;
}

/// The terms i, i + count, i + 2 count … in order, for each lane i.
std::vector<Part> lanes(std::size_t n, std::size_t count) {
  std::vector<Part> all;
  for (std::size_t lane = 0; lane < count; ++lane) {
    std::vector<Part> terms;
    for (std::size_t i = lane; i < n; i += count) terms.push_back(leaf(i));
    all.push_back(in_order(std::move(terms)));
  }
  return all;
}

}  // namespace

std::optional<Tree> Tree::of(const Met& met) {
  if (!is_binary(met)) return std::nullopt;
  Terms all(met.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto part = build(all, met);
  if (!part) return std::nullopt;
  return Tree(part->text, met.size());
}

std::vector<std::pair<std::string, Tree>> Tree::known(std::size_t n) {
  std::vector<std::pair<std::string, Tree>> all;
  const auto add = [&](const std::string& name, const Part& part) {
    all.emplace_back(name, Tree(part.text, n));
  };
  auto backwards = leaves(n);
  std::ranges::reverse(backwards);
  add("in order", in_order(leaves(n)));
  add("from the last to the first", in_order(std::move(backwards)));
  add("pairwise, neighbours first", pairwise(leaves(n)));
  add("pairwise, halves folded", folded(leaves(n)));
  for (std::size_t count = 2; count < n; count *= 2) {
    const std::string in = "in " + std::to_string(count) + " lanes";
    add(in + ", then in order", in_order(lanes(n, count)));
    add(in + ", then neighbours first", pairwise(lanes(n, count)));
    add(in + ", then folded", folded(lanes(n, count)));
  }
  return all;
}

std::string Tree::name() const {
  for (const auto& [name, tree] : known(n_)) {
    if (tree == *this) return name;
  }
  return text_;
}

}  // namespace softlaw::properties::drift
