// SPDX-License-Identifier: Apache-2.0
#include "function/item.hpp"

#include <algorithm>
#include <stdexcept>

#include "function/refuse.hpp"
#include "function/room.hpp"

namespace softlaw::properties {
namespace {

/// It grows while static objects are made, from all over the program.
std::vector<const FunctionItem*>& all() {
  static std::vector<const FunctionItem*> items;
  return items;
}

}  // namespace

void FunctionItem::enlist() {
  const auto order = [](const FunctionItem* item) { return item->field.order; };
  const auto behind = std::ranges::upper_bound(all(), field.order, {}, order);
  if (behind != all().begin() && order(*(behind - 1)) == field.order) {
    throw std::logic_error(name + " and " + (*(behind - 1))->name + " have one field");
  }
  all().insert(behind, this);
}

void FunctionItem::check(const Arguments& arguments) const {
  require_domains(*this, arguments);
  check_together_(arguments);
  if (!result_count) return;
  const std::size_t results = result_count(arguments);
  if (results <= static_cast<std::size_t>(most_results)) return;
  throw std::domain_error(name + ": " + parameters.front().name + " must ask for at most " +
                          std::to_string(most_results) + " results, got " +
                          std::to_string(results));
}

std::size_t result_count(const FunctionItem& function, const Arguments& arguments) {
  return function.result_count(arguments);
}

std::span<const FunctionItem* const> functions() { return all(); }

const FunctionItem* find_function(const std::string& name) {
  const auto found = std::ranges::find(all(), name, &FunctionItem::name);
  return found == all().end() ? nullptr : *found;
}

std::string signature(const FunctionItem& function) {
  std::string names;
  for (const Parameter& parameter : function.parameters) {
    const bool several = parameter.kind == Kind::vector || parameter.kind == Kind::integers;
    names += (names.empty() ? "" : ", ") + parameter.name + (several ? " (entries by comma)" : "");
  }
  return names;
}

std::string law_name(const FunctionItem& function) {
  std::string name = function.name;
  std::ranges::replace(name, '_', '-');
  return name;
}

}  // namespace softlaw::properties
