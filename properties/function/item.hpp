// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "function/domain.hpp"
#include "function/table_field.hpp"
#include "inputs/inputs.hpp"

namespace softlaw::properties {

/// The inputs of a law that a function has by itself, and the fault that shows that it can fail.
struct Judged {
  std::function<Inputs()> inputs;
  std::string witness;
  std::string unresolved = {};  ///< as that of a law
};

/**
 * The description of a function without its types: all that the judge, the command and the pages need.
 *
 * A function returns real numbers, which are enclosed and rounded, or integers, which are right or
 * wrong.  Members that speak of the one kind are empty for the other.
 */
class FunctionItem {
 public:
  std::string name;
  std::string meaning;  ///< one line
  std::vector<Parameter> parameters;
  std::vector<Domain> domains;    ///< of the parameters
  bool returns_integers = false;  ///< they are exact, and there may be no answer
  bool takes_directions = false;  ///< as its last argument

  /// Encloses the results at any arguments, by the formula or by convention, at the current working
  /// precision.  NaN is the empty interval.
  std::function<Intervals(const Arguments&)> enclose;
  /// The scale of forward error that the second term of a contract multiplies: 0 where there is
  /// none.
  std::function<Intervals(const Arguments&)> scale;
  /// Where returned numbers stay that keep the range of the function, at finite arguments; empty if it has none.
  std::function<Intervals(const Format&, const Arguments&)> range;
  bool is_distribution = false;  ///< the results are not negative and sum to 1
  std::function<std::size_t(const Arguments&)> result_count;
  /// Where result i stands in a matrix, such as `[1][0]`; empty when the results are one vector.
  std::function<std::string(const Arguments&, std::size_t)> place;

  /// The integers; nothing where the arguments have no answer.
  std::function<std::optional<Counts>(const Arguments&)> count;
  /// Whether integers that were returned are as good as the right ones, if several are.
  std::function<bool(const std::optional<Counts>& returned, const Arguments&)> is_right;

  TableField field;
  Judged agreement, special;  ///< of the laws agreement.NAME and special.NAME

  /// Throws std::domain_error that names the argument and the value when they do not fit the
  /// function, or ask for more than most_results.
  void check(const Arguments& arguments) const;

  FunctionItem(const FunctionItem&) = delete;
  FunctionItem& operator=(const FunctionItem&) = delete;

 protected:
  FunctionItem() = default;
  ~FunctionItem() = default;
  /// Makes it one of functions().
  void enlist();

  /// The conditions that the domains of the parameters do not express.
  std::function<void(const Arguments&)> check_together_;
};

/// As many results as anyone looks at: more are refused, not computed.
inline constexpr std::int64_t most_results = 1 << 24;

/// All functions, in the order of softlaw_subject.h.
std::span<const FunctionItem* const> functions();
/// The function of that name, or null.
const FunctionItem* find_function(const std::string& name);

/// The names of the arguments, in their order.
std::string signature(const FunctionItem& function);
/// The name of the function in ids of laws, which have no underscores.
std::string law_name(const FunctionItem& function);

}  // namespace softlaw::properties
