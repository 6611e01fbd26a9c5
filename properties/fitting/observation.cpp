// SPDX-License-Identifier: Apache-2.0
#include "fitting/observation.hpp"

#include <algorithm>
#include <cmath>
#include <softlaw/reference/filter.hpp>
#include <softlaw/reference/round.hpp>

#include "contracts/steps.hpp"
#include "function/conventions.hpp"
#include "function/exact_values.hpp"
#include "judge/rapidcheck.hpp"
#include "judge/trial.hpp"
#include "subjects/subject.hpp"

namespace softlaw::properties {
namespace {

/// Answers with exact values, so that laws ask what they would ask of a right subject, and notes how far
/// the subject's results are from them.
class Observer : public Evaluator {
 public:
  Observer(const Subject& subject, const Format& format, ExactValues& exact)
      : Evaluator(format), subject_(subject), exact_(exact) {}

  /// What was seen since the last time.
  Sight take() { return std::exchange(sight_, {}); }
  void now_in(const Law& law) { law_ = &law; }

 protected:
  Intervals enclose(const FunctionItem& function, const Arguments& arguments) const override {
    observe(function, arguments);
    return exact_.values(function, arguments);
  }
  Intervals give_back(const FunctionItem& function, const Arguments& arguments) const override {
    return enclose(function, arguments);
  }
  std::optional<Counts> count(const FunctionItem& function,
                              const Arguments& arguments) const override {
    if (!subject_.has(function, format())) throw Absent(function.name);
    return function.count(arguments);
  }
  bool promises(Fact, const FunctionItem&) const override { return false; }
  Truth compare(const FunctionItem& function, const Arguments& arguments) const override {
    observe(function, arguments);
    return {};
  }

 private:
  std::vector<double> returned(const FunctionItem& function, const Arguments& arguments) const {
    try {
      return std::get<std::vector<double>>(subject_.answer(function, arguments, format()));
    } catch (const EnvironmentChanged& changed) {
      return std::get<std::vector<double>>(changed.answer);
    }
  }

  void observe(const FunctionItem& function, const Arguments& arguments) const {
    if (is_not_to_be_called(arguments)) throw Inexact("the subject is not called there");
    const std::vector<double> results = returned(function, arguments);
    const Intervals& exact = exact_.values(function, arguments);
    Seen& seen = sight_[{&function, format().name}];
    const auto at = std::make_shared<const AskedAt>(AskedAt{arguments, extent_of(arguments)});
    for (std::size_t i = 0; i < results.size(); ++i) {
      if (exact[i].is_empty() || !exact[i].is_bounded() || std::isnan(results[i])) {
        note_misfit(seen, function, *at, results[i], exact[i]);
      } else {
        seen.observations.push_back(observation(function, at, results[i], exact[i], i));
      }
    }
  }

  /// Of special values conventions decide; elsewhere there is nothing to promise.
  void note_misfit(Seen& seen, const FunctionItem& function, const AskedAt& at, double result,
                   const Interval& exact) const {
    const bool fits =
        exact.is_empty() ? std::isnan(result) : !exact.is_bounded() && exact.contains(result);
    if (fits || family(law_->id) == "special" || !seen.misfits.empty()) return;
    seen.misfits.push_back({law_->id, function.name + "(" + to_text(at.arguments, format()) +
                                          ") = " + decimal(result, format())});
  }

  Observation observation(const FunctionItem& function, const std::shared_ptr<const AskedAt>& at,
                          double result, const Interval& exact, std::size_t i) const {
    const Arguments& arguments = at->arguments;
    const Interval ulp = reference::ulp(exact, format());
    const Interval u = Interval::power_of_two(-format().precision);
    // a scale that is infinite widens nothing
    const auto in_ulp = [&](const Interval& size) {
      const double units = upper_bound_double(size / ulp);
      return std::isinf(units) ? 0 : units;
    };
    Observation seen;
    seen.error = upper_bound_double(reference::error_in_ulp(result, exact, format()));
    seen.units = {1,
                  in_ulp(u * exact_.scales(function, arguments, format(), false)[i].upper_point()),
                  in_ulp(u * exact_.scales(function, arguments, format(), true)[i].upper_point()),
                  in_ulp(u),
                  in_ulp(abs(exact)),
                  in_ulp(Interval(1))};
    seen.faithful = possibly_faithful(result, exact, format());
    seen.nearest = seen.error <= 0.5 * (1 + 1e-9);
    seen.at = at;
    return seen;
  }

  const Subject& subject_;
  ExactValues& exact_;
  const Law* law_ = nullptr;
  mutable Sight sight_;
};

void add(Sight& all, Sight&& more) {
  for (auto& [where, seen] : more) {
    Seen& to = all[where];
    std::ranges::move(seen.observations, std::back_inserter(to.observations));
    if (to.misfits.empty()) to.misfits = std::move(seen.misfits);
  }
}

/// One case: by the filter, if it can tell all that is asked.
void observe_case(Observer& observer, const Law& law, const Case& input, Sight& all) {
  const auto look = [&] {
    try_case(law, observer, input);
    return true;
  };
  if (!reference::filtered(look)) {
    observer.take();
    look();
  }
  add(all, observer.take());
}

}  // namespace

double unit_of(const Observation& observation, Unit unit) {
  const auto place = std::ranges::find(fitted_units, unit);
  return observation.units.at(static_cast<std::size_t>(place - fitted_units.begin()));
}

Sight observe(const Subject& subject, std::span<const Law* const> laws, std::uint64_t seed,
              std::size_t cases) {
  Sight all;
  const std::vector<Format> formats = subject.formats();
  for (const Law* law : laws) {
    std::vector<bool> absent(formats.size());
    ExactValues exact;
    for (std::size_t index = 0; index < cases; ++index) {
      const std::size_t which = index % formats.size();
      if (absent[which]) continue;
      Observer observer(subject, formats[which], exact);
      observer.now_in(*law);
      try {
        observe_case(observer, *law, draw(*law, seed, index, formats[which]), all);
      } catch (const Absent&) {
        absent[which] = true;
      }
    }
  }
  return all;
}

}  // namespace softlaw::properties
