// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace softlaw::properties::drift {

/**
 * The order in which n terms were added, as absorption shows it.
 *
 * One term is 1 and two are small: they count only if they met each other before they met the 1.  For
 * each three terms that says which two met first, and the answers for all threes determine a binary
 * tree (Aho, Sagiv, Szymanski & Ullman 1981).
 */
class Tree {
 public:
  /// met[one][i][j]: whether i and j met before they met `one`.
  using Met = std::vector<std::vector<std::vector<bool>>>;

  /// The tree; nothing if the answers are not those of one.
  static std::optional<Tree> of(const Met& met);
  /// Trees that people know by name, of n terms.
  static std::vector<std::pair<std::string, Tree>> known(std::size_t n);

  /// `in order`, `in 4 lanes, then pairwise`, or the tree itself, such as `((0 1) (2 3))`.
  std::string name() const;
  friend bool operator==(const Tree& a, const Tree& b) { return a.text_ == b.text_; }

 private:
  explicit Tree(std::string text, std::size_t n) : text_(std::move(text)), n_(n) {}
  std::string text_;  ///< of the two parts, the one with the lower index comes first
  std::size_t n_;
};

}  // namespace softlaw::properties::drift
