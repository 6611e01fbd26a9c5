// SPDX-License-Identifier: Apache-2.0
#include "subjects/subject.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <softlaw/reference/precision.hpp>
#include <softlaw/reference/round.hpp>

#include "function/call.hpp"

namespace softlaw::properties {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// How much of the way from what was returned to the end of what is allowed the exact value is.
double share_used(double returned, const Interval& allowed, const Interval& exact) {
  if (allowed.is_empty() || exact.is_empty() || !allowed.is_bounded() || !exact.is_bounded()) {
    return 0;
  }
  const reference::WorkingPrecision enough_for_a_ratio(64);
  const Interval error = exact_difference(exact, Interval(returned));
  const bool above = certainly_less(Interval(0), error);
  const reference::Real& end = above ? allowed.upper() : allowed.lower();
  const Interval room = exact_difference(Interval(end, end), Interval(returned));
  const Interval share = error / room;
  return share.is_bounded() ? midpoint_double(share) : 0;
}

/// What the subject throws is a finding, whatever it is.
template <class F>
auto guarded(F&& call) {
  try {
    return call();
  } catch (const Absent&) {
    throw;
  } catch (const Inexact&) {
    throw;
  } catch (const std::exception& error) {
    throw Threw(error.what());
  } catch (...) {
    throw Threw("what is no std::exception");
  }
}

std::string show(const std::vector<double>& values, Format format) {
  Arguments as_arguments;
  for (double value : values) as_arguments.emplace_back(value);
  return to_text(as_arguments, format);
}

}  // namespace

double ulps_off(double returned, const Interval& exact, Format format) {
  if (exact.is_empty()) return std::isnan(returned) ? 0 : infinity;
  const Interval error = reference::error_in_ulp(returned, exact, format);
  // beyond binary64 when an infinity is returned for a small number
  return certainly_less(error, Interval(0x1p1000)) ? std::fabs(midpoint_double(error)) : infinity;
}

Truth measure(double returned, const Interval& allowed, const Interval& exact, Format format) {
  return same(allowed, exact)
      .measured(share_used(returned, allowed, exact), ulps_off(returned, exact, format));
}

Subject::Subject(const softlaw_subject& table) : table_(&table) {
  if (table.version != SOFTLAW_SUBJECT_VERSION) {
    throw std::invalid_argument("the subject has version " + std::to_string(table.version) +
                                " of the table, this gate judges version " +
                                std::to_string(SOFTLAW_SUBJECT_VERSION));
  }
  if (table.size < sizeof(softlaw_subject)) {
    throw std::invalid_argument("the subject's table has size " + std::to_string(table.size) +
                                ", expected " + std::to_string(sizeof(softlaw_subject)));
  }
  if (!table.name || !table.contract) {
    throw std::invalid_argument("the subject states no name or no contract");
  }
  for (const char* c = table.name; *c; ++c) name_ += *c >= ' ' && *c <= '~' ? *c : '?';
  const bool too_small = (table.binary64 && table.binary64->size <= sizeof(std::size_t)) ||
                         (table.binary32 && table.binary32->size <= sizeof(std::size_t)) ||
                         (table.coding && table.coding->size <= sizeof(std::size_t));
  if (too_small) {
    throw std::invalid_argument("a table of functions of '" + name_ + "' does not state its size");
  }
  contract_ = Contract::read(table.contract);
}

bool Subject::has(Format format) const {
  return format == Format::binary64 ? table_->binary64 != nullptr : table_->binary32 != nullptr;
}

std::vector<double> Subject::call(const FunctionInfo& function, const Arguments& arguments,
                                  Format format) const {
  if (!has(format)) throw Absent(format.name);
  return guarded([&] {
    if (format == Format::binary64) {
      Unpacked<double> unpacked(function, arguments);
      return function.call.binary64(*table_->binary64, unpacked);
    }
    Unpacked<float> unpacked(function, arguments);
    return function.call.binary32(*table_->binary32, unpacked);
  });
}

std::optional<Counts> Subject::call(const IntegerFunctionInfo& function, const Arguments& arguments,
                                    Format format) const {
  return guarded([&] { return function.call(*table_, arguments, format); });
}

std::vector<double> SubjectEvaluator::call(const FunctionInfo& function,
                                           const Arguments& arguments) const {
  std::vector<double> returned = subject_->call(function, arguments, format());
  if (recording()) note(function.name, arguments, show(returned, format()));
  return returned;
}

Intervals SubjectEvaluator::evaluate(const FunctionInfo& function,
                                     const Arguments& arguments) const {
  return subject_->contract().allow(call(function, arguments), function, arguments, format());
}

Truth SubjectEvaluator::compare(const FunctionInfo& function, const Arguments& arguments,
                                const Intervals& exact) const {
  const std::vector<double> returned = call(function, arguments);
  const Intervals allowed = subject_->contract().allow(returned, function, arguments, format());
  double strain = 0, ulp = 0;
  for (std::size_t i = 0; i < returned.size(); ++i) {
    strain = std::max(strain, share_used(returned[i], allowed[i], exact[i]));
    ulp = std::max(ulp, ulps_off(returned[i], exact[i], format()));
  }
  return same(allowed, exact).measured(strain, ulp);
}

Intervals SubjectEvaluator::give_back(const FunctionInfo& function,
                                      const Arguments& arguments) const {
  Intervals points;
  for (double value : call(function, arguments)) {
    points.push_back(std::isnan(value) ? Interval::empty() : Interval(value));
  }
  return points;
}

std::optional<Counts> SubjectEvaluator::evaluate(const IntegerFunctionInfo& function,
                                                 const Arguments& arguments) const {
  return subject_->call(function, arguments, format());
}

}  // namespace softlaw::properties
