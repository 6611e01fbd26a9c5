// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>

#include "function/function.hpp"
#include "judge/truth.hpp"

namespace softlaw::properties {

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
  /// Nothing when the answer is that there is none.
  std::optional<Counts> operator()(IntegerFunction function, const Arguments& arguments) const;

  /// The floats that came back, as the points that they are; the exact values where nothing rounds.
  Intervals returned(Function function, const Arguments& arguments) const;

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

  Intervals softmax_jet(const Vector& x, const Vector& h, std::int64_t order) const;
  Intervals softmax_taylor(const Vector& x, const Vector& h, std::int64_t order) const;
  Intervals logsumexp_cumulants(const Vector& x, const Vector& h, std::int64_t order) const;
  Interval logsumexp_derivative(const Vector& x, const std::vector<Vector>& directions) const;

  Interval entropy(const Vector& p) const;
  Interval cross_entropy(const Vector& p, const Vector& q) const;
  Interval kl_divergence(const Vector& p, const Vector& q) const;
  Interval surprisal(double p) const;
  Interval nats_to_bits(double nats) const;
  Interval bits_to_nats(double bits) const;
  Interval softmax_entropy(const Vector& x) const;
  Intervals escort(const Vector& p, double alpha) const;

  Interval cross_entropy_logits(const Vector& o, const Vector& y) const;
  Intervals cross_entropy_logits_gradient(const Vector& o, const Vector& y) const;
  Interval cross_entropy_label(const Vector& o, std::int64_t label) const;
  Intervals cross_entropy_label_gradient(const Vector& o, std::int64_t label) const;
  /// X W + b: X is dense by rows of W.size() / b.size() entries, W by rows of b.size().
  Intervals regression_logits(const Vector& x, const Vector& w, const Vector& b) const;
  Interval regression_loss(const Vector& x, const Vector& w, const Vector& b,
                           const Vector& y) const;
  /// That of W by rows, then that of b.
  Intervals regression_gradient(const Vector& x, const Vector& w, const Vector& b,
                                const Vector& y) const;
  Interval preference(double a, double b) const;
  Interval bradley_terry(double a, double b) const;
  Intervals choice(const Vector& o, double none) const;

  Interval lattice_softmin(double n, double d, double alpha, double epsilon) const;
  Interval lattice_softmin_derivative(double n, double d, double alpha, std::int64_t order) const;
  Interval lattice_softmin_alpha(double n, double d, double alpha) const;
  Interval lattice_softmin_mixed(double n, double d, double alpha) const;
  Interval lattice_effective_terms(double n, double d, double alpha) const;
  Intervals lattice_weights(double n, double d, double alpha, std::int64_t first,
                            std::int64_t count) const;
  Interval lattice_jump(std::int64_t m, double d, double alpha) const;

  Integers huffman_lengths(const Vector& weights, std::uint32_t radix) const;
  Kraft kraft_sum(const Integers& lengths, std::uint32_t radix) const;
  Integers encode(const Integers& lengths, std::uint32_t radix, const Integers& symbols) const;
  /// Empty when the subject says that the digits are no code.
  std::optional<Integers> decode(const Integers& lengths, std::uint32_t radix,
                                 const Integers& digits, std::size_t count) const;

  std::uint64_t digit_count(std::int64_t states, std::uint32_t radix) const;
  std::uint64_t block_length(std::uint32_t alphabet, std::int64_t n, std::uint32_t radix) const;
  Integers block_encode(std::uint32_t alphabet, const Integers& symbols, std::uint32_t radix) const;
  /// Empty when the subject says that no block encodes to the digits.
  std::optional<Integers> block_decode(std::uint32_t alphabet, const Integers& digits,
                                       std::uint32_t radix, std::size_t count) const;
  std::uint64_t regression_parameters(std::int64_t d, std::int64_t q) const;
  std::uint64_t lattice_last(double n, double d) const;
  std::uint64_t lattice_nearest(double n, double d) const;

  /// From now on, notes every call in `calls` (null: no more).
  void record(std::vector<Call>* calls) const { calls_ = calls; }

 protected:
  virtual Intervals evaluate(const FunctionInfo& function, const Arguments& arguments) const = 0;
  virtual Intervals give_back(const FunctionInfo& function, const Arguments& arguments) const;
  virtual Truth compare(const FunctionInfo& function, const Arguments& arguments,
                        const Intervals& exact) const;
  virtual std::optional<Counts> evaluate(const IntegerFunctionInfo& function,
                                         const Arguments& arguments) const = 0;

  void note(const std::string& function, const Arguments& arguments,
            const std::string& results) const;
  bool recording() const { return calls_ != nullptr; }

 private:
  Format format_;
  mutable std::vector<Call>* calls_ = nullptr;
};

/// Answers with the exact value, enclosed to a relative accuracy of `bits` bits: by default far
/// beyond what any contract can tell.
class ReferenceEvaluator : public Evaluator {
 public:
  explicit ReferenceEvaluator(Format format = Format::binary64, int bits = 128)
      : Evaluator(format), bits_(bits) {}

 protected:
  Intervals evaluate(const FunctionInfo& function, const Arguments& arguments) const override;
  std::optional<Counts> evaluate(const IntegerFunctionInfo& function,
                                 const Arguments& arguments) const override;

 private:
  int bits_;
};

}  // namespace softlaw::properties
