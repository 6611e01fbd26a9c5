// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "value/value.hpp"

namespace softlaw::properties {

class FunctionItem;

/// A point on which libraries differ and the formulas settle nothing.
struct Convention {
  struct Choice {
    std::string name;
    std::string meaning;
  };
  std::string id;  ///< as a contract file names it
  std::string meaning;
  std::vector<Choice> choices;  ///< ours first
  /// Whether it has a say in the results there.
  std::function<bool(const FunctionItem&, const Arguments&)> concerns;
};

std::span<const Convention> conventions();

/// The conventions that a subject declares: one choice of each, ours where it declares none.
class Conventions {
 public:
  /// Throws std::invalid_argument that says what there is.
  void choose(const std::string& convention, const std::string& choice);
  /// The same of `ID = CHOICE`, several by semicolons; text() writes that.
  void choose_all(const std::string& text);
  std::string text() const;

  bool are_ours() const { return chosen_.empty(); }
  const std::map<std::string, std::string>& others() const { return chosen_; }
  friend bool operator==(const Conventions&, const Conventions&) = default;

  /// Those in force, which the items of functions follow: ours, unless UnderConventions says more.
  static const Conventions& current();

 private:
  std::map<std::string, std::string> chosen_;  ///< where it is not ours
};

/// Puts conventions in force while it lives.
class UnderConventions {
 public:
  explicit UnderConventions(const Conventions& conventions);
  ~UnderConventions();
  UnderConventions(const UnderConventions&) = delete;
  UnderConventions& operator=(const UnderConventions&) = delete;

 private:
  const Conventions* before_;
};

/// The choice that is in force.
const std::string& choice_of(const std::string& convention);
inline bool follows(const std::string& convention, const std::string& choice) {
  return choice_of(convention) == choice;
}

/// Whether another convention than ours is in force that has a say there: of such results laws say
/// nothing, but for those that hold them to the convention.
bool is_settled_otherwise(const FunctionItem& function, const Arguments& arguments);
/// Whether the subject must not be called there.
bool is_not_to_be_called(const Arguments& arguments);

}  // namespace softlaw::properties
