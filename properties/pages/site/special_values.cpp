// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "families/logsumexp/functions.hpp"
#include "families/pair/functions.hpp"
#include "families/softmax/functions.hpp"
#include "pages/site/parts.hpp"

namespace softlaw::properties {

std::string special_values_table() {
  constexpr double inf = std::numeric_limits<double>::infinity();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<Vector> inputs{{},       {3},        {-inf},   {-inf, -inf}, {-inf, 3},  {inf},
                                   {inf, 3}, {inf, inf}, {nan, 3}, {nan, inf},   {nan, -inf}};
  const std::vector<const FunctionItem*> shown{&logsumexp, &softmin, &excess, &softmax,
                                               &log_softmax};
  const auto answer = [](const FunctionItem& function, const Arguments& arguments) {
    std::string text;
    for (const Interval& value : function.enclose(arguments)) {
      text += text.empty() ? "" : ", ";
      text += value.is_empty() ? "nan" : decimal(midpoint_double(value) + 0.0, Format::binary64);
    }
    return text.empty() ? "nothing" : text;
  };
  std::string text = "| x |", dashes = "|---|";
  for (const FunctionItem* function : shown) {
    text += " " + function->name + " |";
    dashes += "---|";
  }
  text += "\n" + dashes + "\n";
  for (const Vector& x : inputs) {
    text += "| (";
    for (double entry : x) {
      text += (text.back() == '(' ? "" : ", ") + decimal(entry, Format::binary64);
    }
    text += ") |";
    for (const FunctionItem* function : shown) text += " " + answer(*function, {x}) + " |";
    text += "\n";
  }
  text += "\n| t | softplus | logistic |\n|---|---|---|\n";
  for (double t : {-inf, inf, nan}) {
    text += "| " + hexadecimal(t) + " | " + answer(softplus, {t}) + " | " + answer(logistic, {t}) +
            " |\n";
  }
  return text;
}

}  // namespace softlaw::properties
