// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

/// \file
/// How a number came about, for those who want to compute it again by other means.

namespace softlaw::reference {

/// A real number as an expression over exact numbers.
struct Expression {
  /// What is done with the operands.
  enum class Operation {
    unknown,  ///< Nothing that an expression has: no number made with it is known.
    constant,
    sum,
    product,
    quotient,
    negative,
    exp,
    expm1,
    log,
    log1p,
    sqrt,
    power,  ///< By \ref exponent.
    least,
    greatest
  };
  Operation operation;
  std::vector<std::shared_ptr<const Expression>> operands;
  std::string constant = {};   ///< In hexadecimal, as printf("%a") has it.
  unsigned long exponent = 0;  ///< Of a power.
};

/// Null for a number that is not known by an expression.
using ExpressionPointer = std::shared_ptr<const Expression>;

/// While one lives, the ends of intervals know how they came about.
class Trace {
 public:
  Trace() : before_(std::exchange(active_, true)) {}
  ~Trace() { active_ = before_; }
  Trace(const Trace&) = delete;
  Trace& operator=(const Trace&) = delete;

  static bool is_active() noexcept { return active_; }  ///< One lives in this thread.

 private:
  bool before_;
  static inline thread_local bool active_ = false;
};

/// The operation on these operands; null if one of them is.
inline ExpressionPointer expression(Expression::Operation operation,
                                    std::vector<ExpressionPointer> operands,
                                    unsigned long exponent = 0) {
  if (operation == Expression::Operation::unknown) return nullptr;
  for (const ExpressionPointer& operand : operands) {
    if (!operand) return nullptr;
  }
  return std::make_shared<const Expression>(
      Expression{operation, std::move(operands), {}, exponent});
}

}  // namespace softlaw::reference
