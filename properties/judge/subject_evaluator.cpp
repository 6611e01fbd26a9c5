// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <softlaw/reference/filter.hpp>
#include <softlaw/reference/precision.hpp>
#include <softlaw/reference/round.hpp>

#include "contracts/contract.hpp"
#include "contracts/steps.hpp"
#include "function/conventions.hpp"
#include "function/exact_values.hpp"
#include "judge/evaluator.hpp"
#include "subjects/reference_subject.hpp"

namespace softlaw::properties {
namespace {

/// What the filter knows of it: with the lesser room if the side is open.
double bound_of_share(double returned, const Interval& allowed, const Interval& exact) {
  const Interval error = abs(exact_difference(exact, Interval(returned)));
  const Interval below = exact_difference(Interval(returned), allowed.lower_point());
  const Interval above = exact_difference(allowed.upper_point(), Interval(returned));
  return upper_bound_double(error / min(below, above));
}

/// The position of the exact value between the returned value (0) and the end of the allowed range (1).
double share_used(double returned, const Interval& allowed, const Interval& exact) {
  if (allowed.is_empty() || exact.is_empty() || !allowed.is_bounded() || !exact.is_bounded()) {
    return 0;
  }
  if (reference::Filter::is_active()) return bound_of_share(returned, allowed, exact);
  const reference::WorkingPrecision enough_for_a_ratio(64);
  const Interval error = exact_difference(exact, Interval(returned));
  const bool above = certainly_less(Interval(0), error);
  const Interval end = above ? allowed.upper_point() : allowed.lower_point();
  const Interval room = exact_difference(end, Interval(returned));
  const Interval share = error / room;
  return share.is_bounded() ? midpoint_double(share) : 0;
}

/// As numbers: which zero it is, is a convention.  Where the rounding is open half an ulp is all that is
/// asked, and where there is no number the enclosure says so.
Truth same_floats(const std::vector<double>& returned, const std::vector<double>& nearest) {
  Truth all;
  for (std::size_t i = 0; i < nearest.size(); ++i) {
    if (returned[i] == nearest[i] || std::isnan(nearest[i])) continue;
    all &= Truth(false, "entry " + std::to_string(i) + " is " + hexadecimal(nearest[i]) +
                            ", the nearest float");
  }
  return all;
}

/// Each is one of the floats next to the exact value.
Truth faithful_floats(const std::vector<double>& returned, const Intervals& exact,
                      const Format& format) {
  Truth all;
  for (std::size_t i = 0; i < returned.size(); ++i) {
    if (std::isnan(returned[i]) || possibly_faithful(returned[i], exact[i], format)) continue;
    all &= Truth(false, "entry " + std::to_string(i) + " is a float next to the exact value");
  }
  return all;
}

/// By the convention in force, `sign-of-zero`.
Truth right_zeros(const std::vector<double>& returned, const Intervals& exact) {
  Truth all;
  const std::string& choice = choice_of("sign-of-zero");
  if (choice == "any") return all;
  for (std::size_t i = 0; i < returned.size(); ++i) {
    if (returned[i] != 0) continue;
    const bool negative = choice == "of-the-value" && certainly_less(exact[i], Interval(0));
    const bool positive = choice == "positive" || certainly_less(Interval(0), exact[i]);
    if (std::signbit(returned[i]) ? positive : negative) {
      all &= Truth(false, "entry " + std::to_string(i) + " is " + (negative ? "-0" : "+0") +
                              ", by the convention of the sign of zero");
    }
  }
  return all;
}

/// Half the sum of the distances is at most the variation.
Truth near_distribution(const std::vector<double>& returned, const Intervals& exact,
                        double variation) {
  Interval sum;
  for (std::size_t i = 0; i < returned.size(); ++i) {
    if (std::isnan(returned[i]) || exact[i].is_empty()) return {};
    sum += abs(exact[i] - Interval(returned[i]));
  }
  return less_equal(ldexp(sum, -1), variation).as("total variation");
}

bool has_finite_numbers(const Arguments& arguments) {
  return std::ranges::all_of(arguments, [](const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return std::isfinite(*number);
    const auto* vector = std::get_if<Vector>(&value);
    return !vector || (!vector->empty() && std::ranges::all_of(*vector, [](double entry) {
      return std::isfinite(entry);
    }));
  });
}

Truth in_range(const std::vector<double>& returned, const Intervals& range) {
  Truth all;
  for (std::size_t i = 0; i < returned.size(); ++i) {
    if (range[i].contains(returned[i])) continue;
    all &= less_equal(range[i].lower_point(), returned[i]);
    all &= less_equal(returned[i], range[i].upper_point());
  }
  return all;
}

/// Within n u, and n least positive numbers.
Truth sums_to_one(const std::vector<double>& returned, const Format& format) {
  Interval sum;
  for (double p : returned) sum = exact_sum(sum, p);
  const Interval each = Interval::power_of_two(-format.precision) + format.min_subnormal();
  return less_equal(abs(exact_difference(sum, 1)), static_cast<double>(returned.size()) * each);
}

/// Not below, or not above, the exact values.
Truth on_side(Fact side, const std::vector<double>& returned, const Intervals& exact) {
  Truth all;
  for (std::size_t i = 0; i < returned.size(); ++i) {
    if (exact[i].is_empty() || std::isnan(returned[i])) continue;
    all &=
        side == Fact::above ? less_equal(exact[i], returned[i]) : less_equal(returned[i], exact[i]);
  }
  return all;
}

std::string show(const std::vector<double>& values, const Format& format) {
  Arguments as_arguments;
  for (double value : values) as_arguments.emplace_back(value);
  return to_text(as_arguments, format);
}

/// Equal, zeros by their sign too, or both NaN.
bool same_number(double a, double b) {
  return std::isnan(a) ? std::isnan(b) : a == b && std::signbit(a) == std::signbit(b);
}

/// Throws NotANumber where a NaN stands and the exact value is a number.
void refuse_nan(const std::vector<double>& returned, const std::string& function,
                const Intervals& exact) {
  for (std::size_t i = 0; i < returned.size(); ++i) {
    if (!std::isnan(returned[i]) || exact[i].is_empty()) continue;
    const std::string which = returned.size() == 1 ? "" : "[" + std::to_string(i) + "]";
    const std::string value =
        reference::Filter::is_active() ? "" : " " + reference::to_string(exact[i], 12);
    throw NotANumber(function + which + " is NaN, where the exact value is the number" + value);
  }
}

}  // namespace

double ulps_off(double returned, const Interval& exact, const Format& format) {
  if (exact.is_empty()) return std::isnan(returned) ? 0 : infinity;
  const Interval error = reference::error_in_ulp(returned, exact, format);
  if (reference::Filter::is_active()) return upper_bound_double(error);
  // beyond binary64 when an infinity is returned for a small number
  return certainly_less(error, Interval(0x1p1000)) ? std::fabs(midpoint_double(error)) : infinity;
}

Truth measure(double returned, const Interval& allowed, const Interval& exact,
              const Format& format) {
  return same(allowed, exact)
      .measured(share_used(returned, allowed, exact), ulps_off(returned, exact, format));
}

/// The results, as calls without a side effect give them.
std::vector<double> SubjectEvaluator::call_strictly(const FunctionItem& function,
                                                    const Arguments& arguments) const {
  if (is_not_to_be_called(arguments)) throw Inexact("the subject is not called there");
  auto returned = std::get<std::vector<double>>(subject_.answer(function, arguments, format()));
  note(function, arguments, [&] { return show(returned, format()); });
  if (std::ranges::any_of(returned, [](double value) { return std::isnan(value); })) {
    refuse_nan(returned, function.name, exact_.values(function, arguments));
  }
  return returned;
}

/// For laws that relate results.  A side effect is a finding of the law of agreement alone.
std::vector<double> SubjectEvaluator::call(const FunctionItem& function,
                                           const Arguments& arguments) const {
  if (is_settled_otherwise(function, arguments)) throw Inexact("settled by another convention");
  try {
    return call_strictly(function, arguments);
  } catch (const EnvironmentChanged& changed) {
    return std::get<std::vector<double>>(changed.answer);
  }
}

Intervals SubjectEvaluator::enclose(const FunctionItem& function,
                                    const Arguments& arguments) const {
  return contract_.allow(call(function, arguments), function, arguments, format(), exact_);
}

Truth SubjectEvaluator::compare(const FunctionItem& function, const Arguments& arguments) const {
  const std::vector<double> returned = call_strictly(function, arguments);
  if (!std::ranges::equal(returned, call_strictly(function, arguments), same_number)) {
    return Truth(false, function.name + " returns the same results when it is called again");
  }
  const Intervals& exact = exact_.values(function, arguments);
  const Intervals allowed = contract_.allow(returned, function, arguments, format(), exact_);
  double strain = 0, ulp = 0;
  for (std::size_t i = 0; i < returned.size(); ++i) {
    strain = std::max(strain, share_used(returned[i], allowed[i], exact[i]));
    ulp = std::max(ulp, ulps_off(returned[i], exact[i], format()));
  }
  Truth truth = same(allowed, exact).measured(strain, ulp);
  truth &= right_zeros(returned, exact);
  const Promise& promise = contract_.promise(function, format());
  if (promise.is_correctly_rounded()) {
    truth &= same_floats(returned, correctly_rounded(function, arguments, format()).values);
  }
  if (promise.is_faithful()) truth &= faithful_floats(returned, exact, format());
  truth &= facts(promise, function, arguments, returned, exact);
  const double variation = promise.variation(extent_of(arguments));
  if (!std::isinf(variation)) truth &= near_distribution(returned, exact, variation);
  return truth;
}

Intervals SubjectEvaluator::give_back(const FunctionItem& function,
                                      const Arguments& arguments) const {
  Intervals points;
  for (double value : call(function, arguments)) {
    points.push_back(std::isnan(value) ? Interval::empty() : Interval(value));
  }
  return points;
}

/// Facts of the returned numbers, whether they are promised or only seen.
Truth SubjectEvaluator::facts(const Promise& promise, const FunctionItem& function,
                              const Arguments& arguments, const std::vector<double>& returned,
                              const Intervals& exact) const {
  Truth all;
  if (function.range && has_finite_numbers(arguments)) {
    all &= fact(Fact::in_range, function,
                in_range(returned, function.range(format(), arguments)).as("range"));
  }
  if (function.is_distribution && promise.has(Fact::sums) && has_finite_numbers(arguments)) {
    all &= sums_to_one(returned, format()).as("sum");
  }
  for (const Fact side : {Fact::above, Fact::below}) {
    if (promise.has(side)) all &= on_side(side, returned, exact).as(to_string(side));
  }
  return all;
}

bool SubjectEvaluator::promises(Fact fact, const FunctionItem& function) const {
  return contract_.promise(function, format()).has(fact);
}

std::optional<Counts> SubjectEvaluator::count(const FunctionItem& function,
                                              const Arguments& arguments) const {
  auto returned = std::get<std::optional<Counts>>(subject_.answer(function, arguments, format()));
  note(function, arguments, [&] { return returned ? to_text(*returned) : "none"; });
  return returned;
}

}  // namespace softlaw::properties
