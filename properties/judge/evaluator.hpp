// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/function.hpp"
#include "judge/truth.hpp"

namespace softlaw::properties {

class Contract;
struct Promise;
class ExactValues;
class Subject;
enum class Fact : int;

/// One call of a law and its results: shown when the law breaks.
struct Call {
  std::string function;
  std::string arguments;
  std::string results;
};

/// Thrown when a subject returns NaN where the exact value, or the convention, is a number.
struct NotANumber : std::runtime_error {
  using runtime_error::runtime_error;
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

  const Format& format() const { return format_; }

  /// The answer of a function, such as `f(softmax, x)`.
  template <class R, class... A>
  R operator()(const Function<R(A...)>& function,
               const std::type_identity_t<A>&... arguments) const {
    const Arguments packed{Value(pack(arguments))...};
    if constexpr (is_real<R>) {
      return from_intervals<R>(enclose(function, packed));
    } else {
      return read_counts(count_in_law(function, packed), std::type_identity<R>());
    }
  }

  /// The floats that came back, as the points that they are; the exact values where nothing rounds.
  template <class R, class... A>
  R returned(const Function<R(A...)>& function, const std::type_identity_t<A>&... arguments) const {
    return from_intervals<R>(give_back(function, Arguments{Value(pack(arguments))...}));
  }

  /// A fact of returned numbers: asked for if it is promised of that function, else only seen.
  Truth fact(Fact fact, const FunctionItem& function, Truth truth) const;

  /// The answer meets the exact value, or is the right integer.
  template <class R, class... A>
  Truth agrees(const Function<R(A...)>& function,
               const std::type_identity_t<A>&... arguments) const {
    return agrees_at(function, Arguments{Value(pack(arguments))...});
  }
  /// The same at the arguments of a case.
  Truth agrees_at(const FunctionItem& function, const Arguments& arguments) const;

  /// From now on, notes every call in `calls` (null: no more).
  void record(std::vector<Call>* calls) const { calls_ = calls; }

 protected:
  virtual Intervals enclose(const FunctionItem& function, const Arguments& arguments) const = 0;
  virtual Intervals give_back(const FunctionItem& function, const Arguments& arguments) const = 0;
  virtual std::optional<Counts> count(const FunctionItem& function,
                                      const Arguments& arguments) const = 0;
  virtual bool promises(Fact fact, const FunctionItem& function) const = 0;
  /// Of real results.
  virtual Truth compare(const FunctionItem& function, const Arguments& arguments) const = 0;
  /// The same as count(), for laws that relate results.
  std::optional<Counts> count_in_law(const FunctionItem& function,
                                     const Arguments& arguments) const;

  void note(const FunctionItem& function, const Arguments& arguments,
            const std::function<std::string()>& results) const;

 private:
  Format format_;
  mutable std::vector<Call>* calls_ = nullptr;
};

/// Answers with the exact value, enclosed to a relative accuracy of `bits` bits: by default far
/// beyond the resolution of any contract.
class ReferenceEvaluator : public Evaluator {
 public:
  explicit ReferenceEvaluator(Format format = Format::binary64, int bits = 128)
      : Evaluator(format), bits_(bits) {}

 protected:
  Intervals enclose(const FunctionItem& function, const Arguments& arguments) const override;
  Intervals give_back(const FunctionItem& function, const Arguments& arguments) const override;
  std::optional<Counts> count(const FunctionItem& function,
                              const Arguments& arguments) const override;
  bool promises(Fact, const FunctionItem&) const override { return true; }
  Truth compare(const FunctionItem& function, const Arguments& arguments) const override;

 private:
  int bits_;
};

/// Answers with every exact value that the subject's results may stand for under a contract.  Throws
/// NotANumber: NaN stands for nothing, in whatever law.
class SubjectEvaluator : public Evaluator {
 public:
  /// All must outlive the evaluator; `exact` is shared by those that judge the same case.
  SubjectEvaluator(const Subject& subject, const Contract& contract, Format format,
                   ExactValues& exact)
      : Evaluator(format), subject_(subject), contract_(contract), exact_(exact) {}

 protected:
  Intervals enclose(const FunctionItem& function, const Arguments& arguments) const override;
  Intervals give_back(const FunctionItem& function, const Arguments& arguments) const override;
  std::optional<Counts> count(const FunctionItem& function,
                              const Arguments& arguments) const override;
  bool promises(Fact fact, const FunctionItem& function) const override;
  /// The strain is the error over the error that the contract allows on that side of the result: below
  /// a power of two it is half as large as above.
  Truth compare(const FunctionItem& function, const Arguments& arguments) const override;

 private:
  Truth facts(const Promise& promise, const FunctionItem& function, const Arguments& arguments,
              const std::vector<double>& returned, const Intervals& exact) const;
  std::vector<double> call(const FunctionItem& function, const Arguments& arguments) const;
  std::vector<double> call_strictly(const FunctionItem& function, const Arguments& arguments) const;

  const Subject& subject_;
  const Contract& contract_;
  ExactValues& exact_;
};

/// The error of a result in ulp; infinite where NaN and number meet, and beyond 2^1000.
double ulps_off(double returned, const Interval& exact, const Format& format);

/// How a returned float stands to what its contract allows and to the exact value: the strain, and
/// the error in ulp.
Truth measure(double returned, const Interval& allowed, const Interval& exact,
              const Format& format);

}  // namespace softlaw::properties
