// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "../value/value.hpp"

namespace softlaw::properties {

/// The functions of the family that take and return floats.
enum class Function {
  logsumexp,
  logsumexp_scaled,
  logaddexp,
  softmin,
  softmin_scaled,
  excess,
  softmax,
  softmax_temperature,
  log_softmax,
  log_softmax_temperature,
  softmax_rows,
  log_softmax_rows,
  softplus,
  logistic,
  logsumexp_hessian,
  logsumexp_hessian_vector,
  softmax_derivative_1,
  softmax_derivative_2,
  softmax_derivative_3,
  entropy,
};

/// What the judge knows of a function.
struct FunctionInfo {
  Function id;
  std::string name;
  std::vector<Parameter> parameters;
  std::string meaning;  ///< one line
  /// Encloses the exact results at finite arguments, at the current working precision.
  Intervals (*enclose)(const Arguments& arguments);
  /// The scale of forward error that the second term of a contract multiplies.
  Intervals (*condition)(const Arguments& arguments);
  std::size_t (*result_count)(const Arguments& arguments);
};

/// All of them, in the order of the enumeration.
std::span<const FunctionInfo> functions();
const FunctionInfo& info(Function function);
/// The function of that name, or null.
const FunctionInfo* find_function(const std::string& name);

}  // namespace softlaw::properties
