// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw_subject.h>

#include <optional>
#include <span>
#include <string>

#include "value/value.hpp"

namespace softlaw::properties {

/// The functions of the family that return floats.
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
  softmax_derivative_4,
  softmax_jet,
  softmax_taylor,
  logsumexp_cumulants,
  logsumexp_derivative,
  entropy,
  cross_entropy,
  kl_divergence,
  surprisal,
  nats_to_bits,
  bits_to_nats,
  softmax_entropy,
  escort,
  cross_entropy_logits,
  cross_entropy_logits_gradient,
  cross_entropy_label,
  cross_entropy_label_gradient,
  regression_logits,
  regression_loss,
  regression_gradient,
  preference,
  bradley_terry,
  choice,
  lattice_softmin,
  lattice_softmin_derivative,
  lattice_softmin_alpha,
  lattice_softmin_mixed,
  lattice_effective_terms,
  lattice_weights,
  lattice_jump,
  count
};

/// The functions that return integers, and so are either right or wrong.
enum class IntegerFunction {
  huffman_lengths,
  kraft_sum,
  prefix_encode,
  prefix_decode,
  digit_count,
  block_length,
  block_encode,
  block_decode,
  regression_parameters,
  lattice_last,
  lattice_nearest,
  count
};

template <class Real>
class Unpacked;

/// How a function is called through the table of either format: see call.hpp.
struct TableCall {
  std::vector<double> (*binary64)(const softlaw_binary64& table, Unpacked<double>& arguments);
  std::vector<double> (*binary32)(const softlaw_binary32& table, Unpacked<float>& arguments);
};

/// What the judge knows of a function: one item in functions/FAMILY.cpp.
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
  /// As enclose, at any arguments at all: where the formula says nothing, the convention does.
  /// NaN is the empty interval.  Null when the formula says it all.
  Intervals (*extended)(const FunctionInfo& self, const Arguments& arguments);
  /// Throws std::domain_error that names the argument and the value when they do not fit the
  /// function.  Null when any will do.
  void (*check)(const FunctionInfo& self, const Arguments& arguments);
  TableCall call;
  /// Where result i stands in a matrix, such as `[1][0]`.  Null when the results are one vector.
  std::string (*place)(const Arguments& arguments, std::size_t i) = nullptr;
};

/// The same for functions that return integers.
struct IntegerFunctionInfo {
  IntegerFunction id;
  std::string name;
  std::vector<Parameter> parameters;
  std::string meaning;
  /// Throws std::domain_error that names the argument and the value when they do not fit the
  /// function, or ask for more than there is room for.  Null when any will do.
  void (*check)(const IntegerFunctionInfo& self, const Arguments& arguments);
  /// The right answer; nothing where the arguments have none.
  std::optional<Counts> (*exact)(const Arguments& arguments);
  /// The subject's answer; nothing when it says that there is none.  Throws Absent.
  std::optional<Counts> (*call)(const softlaw_subject& subject, const Arguments& arguments,
                                Format format);
};

const FunctionInfo& function(FunctionInfo definition);
const IntegerFunctionInfo& integer_function(IntegerFunctionInfo definition);

/// All of them, in the order of the enumeration.
std::span<const FunctionInfo* const> functions();
std::span<const IntegerFunctionInfo* const> integer_functions();
const FunctionInfo& info(Function function);
const IntegerFunctionInfo& info(IntegerFunction function);
/// The function of that name, or null.
const FunctionInfo* find_function(const std::string& name);
const IntegerFunctionInfo* find_integer_function(const std::string& name);

/// Encloses the results at any arguments, by the formula or by convention.
Intervals enclose_extended(const FunctionInfo& function, const Arguments& arguments);
/// As many results as anyone looks at: more are refused, not computed.
inline constexpr std::int64_t most_results = 1 << 24;

/// Throws std::domain_error when the arguments do not fit the function, or ask for more than
/// most_results.
void check_domain(const FunctionInfo& function, const Arguments& arguments);
void check_domain(const IntegerFunctionInfo& function, const Arguments& arguments);
/// The names of the arguments, in their order.
std::string signature(const std::vector<Parameter>& parameters);

}  // namespace softlaw::properties
