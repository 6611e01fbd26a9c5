// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "function/conventions.hpp"
#include "pages/site/parts.hpp"

namespace softlaw::properties {

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::string answer(const FunctionItem& function, const Arguments& arguments) {
  std::string text;
  for (const Interval& value : function.enclose(arguments)) {
    text += text.empty() ? "" : ", ";
    text += value.is_empty() ? "nan" : decimal(midpoint_double(value) + 0.0, Format::binary64);
  }
  return text.empty() ? "nothing" : text;
}

std::string heading(const std::string& argument, const std::vector<const FunctionItem*>& shown) {
  std::string text = "| " + argument + " |", dashes = "|---|";
  for (const FunctionItem* function : shown) {
    text += " " + function->name + " |";
    dashes += "---|";
  }
  return text + "\n" + dashes + "\n";
}

/// The functions of one number that take any.
std::string special_scalars() {
  std::vector<const FunctionItem*> shown;
  for (const FunctionItem* function : functions()) {
    if (function->returns_integers || function->parameters.size() != 1) continue;
    if (function->parameters[0].kind == Kind::scalar && !function->domains[0].admits) {
      shown.push_back(function);
    }
  }
  std::string text = heading("t", shown);
  for (double t : {-inf, -1.0, 0.0, 1.0, 2.0, inf, nan}) {
    text += "| " + decimal(t, Format::binary64) + " |";
    for (const FunctionItem* function : shown) text += " " + answer(*function, {t}) + " |";
    text += "\n";
  }
  return text;
}

/// The conventions that a subject may declare, and their choices.
std::string choices() {
  std::string text = "| convention | where | choices, ours first |\n|---|---|---|\n";
  for (const Convention& convention : conventions()) {
    text += "| `" + convention.id + "` | " + convention.meaning + " | ";
    for (const Convention::Choice& choice : convention.choices) {
      text += (&choice == convention.choices.data() ? "`" : "; `") + choice.name +
              "`: " + choice.meaning;
    }
    text += " |\n";
  }
  return text;
}

}  // namespace

std::string special_values_table() {
  const std::vector<Vector> inputs{{},       {3},        {-inf},   {-inf, -inf}, {-inf, 3},  {inf},
                                   {inf, 3}, {inf, inf}, {nan, 3}, {nan, inf},   {nan, -inf}};
  const std::vector<const FunctionItem*> shown{&logsumexp, &softmin, &excess, &softmax,
                                               &log_softmax};
  std::string text = heading("x", shown);
  for (const Vector& x : inputs) {
    text += "| (";
    for (double entry : x) {
      text += (text.back() == '(' ? "" : ", ") + decimal(entry, Format::binary64);
    }
    text += ") |";
    for (const FunctionItem* function : shown) text += " " + answer(*function, {x}) + " |";
    text += "\n";
  }
  return text + "\n" + special_scalars() + "\n## The choices {#special_values_choices}\n\n" +
         choices();
}

}  // namespace softlaw::properties
