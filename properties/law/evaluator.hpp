// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>

#include "function.hpp"
#include "truth.hpp"

namespace softlaw::properties {

/// Thrown when a law asks for a function that the subject does not have.
struct Absent : std::runtime_error {
  using runtime_error::runtime_error;
};

/// Thrown when a subject throws; says what.
struct Threw : std::runtime_error {
  using runtime_error::runtime_error;
};

/// A Kraft sum: its integer part and the digits of its fraction, most significant first.
struct Kraft {
  std::uint64_t whole;
  Integers fraction;
};

/// One call that a law made and what came back: shown when the law breaks.
struct Call {
  std::string function;
  std::string arguments;
  std::string results;
};

/**
 * Something that answers for the functions of the family with enclosures.
 *
 * The reference encloses the exact value; a subject's answer is every exact value that its
 * returned float may stand for under its contract.  A law is written once, over this.
 * A result that must be NaN, or was, is the empty interval.
 */
class Evaluator {
 public:
  explicit Evaluator(Format format) : format_(format) {}
  virtual ~Evaluator() = default;
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

  Format format() const { return format_; }

  Intervals operator()(Function function, const Arguments& arguments) const;

  /// The answer meets the exact value.
  Truth agrees(Function function, const Arguments& arguments) const;

  Interval logsumexp(const Vector& x) const;
  Interval logsumexp(const Vector& x, double lambda) const;
  Interval logaddexp(double a, double b) const;
  Interval softmin(const Vector& x) const;
  Interval softmin(const Vector& x, double lambda) const;
  Interval excess(const Vector& x) const;
  Intervals softmax(const Vector& x) const;
  Intervals softmax(const Vector& x, double temperature) const;
  Intervals log_softmax(const Vector& x) const;
  Intervals log_softmax(const Vector& x, double temperature) const;
  Interval softplus(double t) const;
  Interval logistic(double t) const;
  Intervals logsumexp_hessian(const Vector& x) const;
  Intervals logsumexp_hessian_vector(const Vector& x, const Vector& v) const;
  Intervals softmax_derivative(const Vector& x, const std::vector<Vector>& directions) const;
  Interval entropy(const Vector& p) const;

  Integers huffman_lengths(const Vector& weights, std::uint32_t radix) const;
  Kraft kraft_sum(const Integers& lengths, std::uint32_t radix) const;
  Integers encode(const Integers& lengths, std::uint32_t radix, const Integers& symbols) const;
  /// Empty when the subject says that the digits are no code.
  std::optional<Integers> decode(const Integers& lengths, std::uint32_t radix,
                                 const Integers& digits, std::size_t count) const;

  /// From now on, notes every call in `calls` (null: no more).
  void record(std::vector<Call>* calls) const { calls_ = calls; }

 protected:
  virtual Intervals evaluate(const FunctionInfo& function, const Arguments& arguments) const = 0;
  virtual Truth compare(const FunctionInfo& function, const Arguments& arguments,
                        const Intervals& exact) const;
  virtual Integers find_lengths(const Vector& weights, std::uint32_t radix) const = 0;
  virtual Kraft find_kraft_sum(const Integers& lengths, std::uint32_t radix) const = 0;
  virtual Integers find_digits(const Integers& lengths, std::uint32_t radix,
                               const Integers& symbols) const = 0;
  virtual std::optional<Integers> find_symbols(const Integers& lengths, std::uint32_t radix,
                                               const Integers& digits, std::size_t count) const = 0;

  void note(const std::string& function, const Arguments& arguments,
            const std::string& results) const;
  bool recording() const { return calls_ != nullptr; }

 private:
  Format format_;
  mutable std::vector<Call>* calls_ = nullptr;
};

/// Answers with the exact value, enclosed at `bits` or, where that is not sharp, at more.
class ReferenceEvaluator : public Evaluator {
 public:
  explicit ReferenceEvaluator(Format format = Format::binary64) : Evaluator(format) {}

 protected:
  Intervals evaluate(const FunctionInfo& function, const Arguments& arguments) const override;
  Integers find_lengths(const Vector& weights, std::uint32_t radix) const override;
  Kraft find_kraft_sum(const Integers& lengths, std::uint32_t radix) const override;
  Integers find_digits(const Integers& lengths, std::uint32_t radix,
                       const Integers& symbols) const override;
  std::optional<Integers> find_symbols(const Integers& lengths, std::uint32_t radix,
                                       const Integers& digits, std::size_t count) const override;
};

}  // namespace softlaw::properties
