// SPDX-License-Identifier: Apache-2.0
#include "function/function.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <stdexcept>
#include <utility>

namespace softlaw::properties {
namespace {

/// Definitions from all over the program, in the order of their enumeration.
template <class Info>
class Catalogue {
 public:
  static Catalogue& instance() {
    static Catalogue catalogue;
    return catalogue;
  }

  const Info& add(Info info) {
    const auto place = std::ranges::lower_bound(sorted_, info.id, {}, &Info::id);
    if (place != sorted_.end() && (*place)->id == info.id) {
      throw std::logic_error("two functions are " + info.name);
    }
    return **sorted_.insert(place, &items_.emplace_back(std::move(info)));
  }

  std::span<const Info* const> all() const { return sorted_; }

  template <class Id>
  const Info& at(Id id) const {
    const auto place = std::ranges::lower_bound(sorted_, id, {}, &Info::id);
    if (place == sorted_.end() || (*place)->id != id) {
      throw std::logic_error("function " + std::to_string(static_cast<int>(id)) +
                             " is declared and not defined");
    }
    return **place;
  }

  const Info* find(const std::string& name) const {
    const auto found = std::ranges::find(sorted_, name, &Info::name);
    return found == sorted_.end() ? nullptr : *found;
  }

 private:
  std::deque<Info> items_;
  std::vector<const Info*> sorted_;
};

using Floats = Catalogue<FunctionInfo>;
using Whole = Catalogue<IntegerFunctionInfo>;

}  // namespace

const FunctionInfo& function(FunctionInfo definition) {
  return Floats::instance().add(std::move(definition));
}
const IntegerFunctionInfo& integer_function(IntegerFunctionInfo definition) {
  return Whole::instance().add(std::move(definition));
}

std::span<const FunctionInfo* const> functions() { return Floats::instance().all(); }
std::span<const IntegerFunctionInfo* const> integer_functions() { return Whole::instance().all(); }

const FunctionInfo& info(Function function) { return Floats::instance().at(function); }
const IntegerFunctionInfo& info(IntegerFunction function) { return Whole::instance().at(function); }

const FunctionInfo* find_function(const std::string& name) { return Floats::instance().find(name); }
const IntegerFunctionInfo* find_integer_function(const std::string& name) {
  return Whole::instance().find(name);
}

Intervals enclose_extended(const FunctionInfo& function, const Arguments& arguments) {
  return function.extended ? function.extended(function, arguments) : function.enclose(arguments);
}

void check_domain(const FunctionInfo& function, const Arguments& arguments) {
  if (function.check) function.check(function, arguments);
  const std::size_t count = function.result_count(arguments);
  if (count <= static_cast<std::size_t>(most_results)) return;
  throw std::domain_error(function.name + ": " + function.parameters.front().name +
                          " must ask for at most " + std::to_string(most_results) +
                          " results, got " + std::to_string(count));
}
void check_domain(const IntegerFunctionInfo& function, const Arguments& arguments) {
  if (function.check) function.check(function, arguments);
}

std::string signature(const std::vector<Parameter>& parameters) {
  std::string names;
  for (const Parameter& parameter : parameters) {
    const bool several = parameter.kind == Kind::vector || parameter.kind == Kind::integers;
    names += (names.empty() ? "" : ", ") + parameter.name + (several ? " (entries by comma)" : "");
  }
  return names;
}

}  // namespace softlaw::properties
