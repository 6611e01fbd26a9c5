// SPDX-License-Identifier: Apache-2.0
#include "fitting/fit.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "fitting/smallest.hpp"
#include "function/exact_values.hpp"
#include "judge/truth.hpp"
#include "subjects/subject.hpp"

namespace softlaw::properties {
namespace {

/// A constant that is to be found: so many units, perhaps times n or |x|.
struct Variable {
  Unit unit;
  double Coefficient::*part;

  double share_of(const Observation& seen) const {
    const Extent& extent = seen.at->extent;
    const double growth = part == &Coefficient::per_n   ? extent.n
                          : part == &Coefficient::per_x ? extent.x
                                                        : 1;
    return growth * unit_of(seen, unit);
  }
};

/// The constants that a text such as `1ulp+(1+n)cond` has, whatever their values.
std::vector<Variable> variables_of(const Promise& shape) {
  std::vector<Variable> all;
  for (const Bound& bound : shape.bounds) {
    for (const Term& term : bound.terms) {
      for (auto part : {&Coefficient::constant, &Coefficient::per_n, &Coefficient::per_x}) {
        if (term.factor.*part > 0) all.push_back({term.unit, part});
      }
    }
  }
  return all;
}

Promise promise_of(const std::vector<Variable>& variables, const std::vector<double>& constants) {
  Promise promise;
  promise.bounds.emplace_back();
  std::vector<Term>& terms = promise.bounds.front().terms;
  for (std::size_t j = 0; j < variables.size(); ++j) {
    if (constants[j] == 0) continue;
    auto term = std::ranges::find(terms, variables[j].unit, &Term::unit);
    if (term == terms.end()) term = terms.insert(terms.end(), {variables[j].unit, {}});
    term->factor.*variables[j].part = constants[j];
  }
  return promise;
}

/// A result that is not exact uses a share of the promise: the demands on constants.
class Demands {
 public:
  Demands(const Seen& seen, const std::vector<Variable>& variables) {
    for (const Observation& observation : seen.observations) {
      if (observation.error == 0) continue;
      Demand& demand = all_.emplace_back();
      for (const Variable& variable : variables) {
        demand.shares.push_back(variable.share_of(observation) / observation.error);
      }
      observations_.push_back(&observation);
    }
  }
  std::span<const Demand> all() const { return all_; }
  const Observation& observation(std::size_t i) const { return *observations_[i]; }

 private:
  std::vector<Demand> all_;
  std::vector<const Observation*> observations_;
};

bool holds(const Bound& bound, const Observation& seen) {
  if (bound.kind == Bound::Kind::correctly_rounded) return seen.nearest;
  if (bound.kind == Bound::Kind::faithful) return seen.faithful;
  double room = 0;
  for (const Term& term : bound.terms) {
    if (std::ranges::count(fitted_units, term.unit) == 0) return false;  // stands alone
    room += term.factor.at(seen.at->extent) * unit_of(seen, term.unit);
  }
  return seen.error <= room;
}

bool holds(const Promise& promise, const Seen& seen) {
  return std::ranges::all_of(seen.observations, [&](const Observation& observation) {
    return std::ranges::any_of(promise.bounds,
                               [&](const Bound& bound) { return holds(bound, observation); });
  });
}

std::string simplest_profile(const FunctionItem& function, const Format& format, const Seen& seen) {
  for (const char* name : usual_profiles()) {
    if (holds(Contract::read(name).promise(function, format), seen)) return name;
  }
  return {};
}

/// Below half an ulp no result but an exact one would do.
void raise_to_half_ulp(const std::vector<Variable>& variables, std::vector<double>& constants) {
  if (variables.size() == 1 && variables[0].unit == Unit::ulp) {
    constants[0] = std::max(constants[0], 0.5);
  }
}

class Fitting {
 public:
  Fitting(const FunctionItem& function, const Format& format, const Seen& seen,
          const Subject& subject, const FitSettings& settings)
      : function_(function), format_(format), seen_(seen), subject_(subject), settings_(settings) {}

  Fitted run() {
    fitted_.function = function_.name;
    fitted_.format = format_.name;
    fitted_.observations = seen_.observations.size();
    const Observation* worst = nullptr;
    for (const Observation& each : seen_.observations) {
      if (!worst || each.error > worst->error) worst = &each;
    }
    if (worst) fitted_.worst = worst->error;
    if (!seen_.misfits.empty()) {
      fitted_.misfit = seen_.misfits.front().text;
      return fitted_;
    }
    fitted_.profile = simplest_profile(function_, format_, seen_);
    if (!settings_.terms.empty()) {
      try_terms(settings_.terms, infinity);
      return fitted_;
    }
    for (const char* terms : usual_terms()) {
      if (try_terms(terms, settings_.most)) return fitted_;
    }
    if (worst) fitted_.worst_call = call_text(worst->at->arguments);
    return fitted_;
  }

 private:
  bool try_terms(const std::string& terms, double most) {
    const std::vector<Variable> variables = variables_of(Promise::read(terms));
    const Demands demands(seen_, variables);
    const auto found =
        smallest_constants(demands.all(), std::vector<double>(variables.size(), 1.0));
    if (!found || std::ranges::any_of(found->constants, [=](double c) { return c > most; })) {
      return false;
    }
    std::vector<double> constants = round_up_forced(demands.all(), found->constants);
    raise_to_half_ulp(variables, constants);
    for (std::size_t j = 0; j < variables.size(); ++j) {
      if (found->forced_by[j]) {
        note_forced(variables, constants, j, demands.observation(*found->forced_by[j]));
      }
    }
    for (double& constant : constants) constant = round_up(constant * settings_.margin, 12);
    fitted_.promise = promise_of(variables, constants).text();
    if (settings_.front && variables.size() == 2) {
      for (const auto& corner : front_of_two(demands.all())) {
        fitted_.front.push_back(
            promise_of(variables, {round_up(corner[0], 3), round_up(corner[1], 3)}).text());
      }
    }
    return true;
  }

  /// The call is judged again, without the filter, by the promise with a tenth less of the constant.
  void note_forced(const std::vector<Variable>& variables, std::vector<double> constants,
                   std::size_t j, const Observation& by) {
    std::vector<double> alone(constants.size(), 0.0);
    alone[j] = constants[j];
    constants[j] *= 0.9;
    const Arguments& arguments = by.at->arguments;
    const std::vector<double> returned = call(arguments);
    ExactValues exact;
    const Intervals allowed =
        promise_of(variables, constants).allow(returned, function_, arguments, format_, exact);
    if (!same(allowed, exact.values(function_, arguments)).broken()) return;
    fitted_.forced.push_back({promise_of(variables, alone).text(), call_text(arguments),
                              to_input({format_, arguments, ""})});
  }

  std::vector<double> call(const Arguments& arguments) const {
    return std::get<std::vector<double>>(subject_.answer(function_, arguments, format_));
  }
  std::string call_text(const Arguments& arguments) const {
    std::string results;
    for (double result : call(arguments)) {
      results += (results.empty() ? "" : ", ") + decimal(result, format_);
    }
    return function_.name + "(" + to_text(arguments, format_) + ") = " + results;
  }

  const FunctionItem& function_;
  const Format& format_;
  const Seen& seen_;
  const Subject& subject_;
  const FitSettings& settings_;
  Fitted fitted_;
};

/// The one text that all have, or nothing.
template <class All, class Text>
std::string common(const All& all, const Text& text) {
  std::string found;
  for (const auto& each : all) {
    if (found.empty()) found = text(each);
    if (text(each) != found) return {};
  }
  return found;
}

}  // namespace

Fitted fit(const FunctionItem& function, const Format& format, const Seen& seen,
           const Subject& subject, const FitSettings& settings) {
  return Fitting(function, format, seen, subject, settings).run();
}

std::span<const char* const> usual_terms() {
  static constexpr std::array terms{"1ulp",           "1ulp+1cond",      "1ulp+1plain",
                                    "(1+n)ulp+1cond", "(1+n)ulp+1plain", "(1+n)ulp+(1+n)plain"};
  return terms;
}

std::span<const char* const> usual_profiles() {
  static constexpr std::array profiles{"correctly-rounded", "faithful", "compensated", "careful",
                                       "textbook"};
  return profiles;
}

Contract contract_of(std::span<const Fitted> all, bool by_profiles) {
  const auto promise_of_one = [=](const Fitted& each) {
    return by_profiles && !each.profile.empty() ? each.profile : each.promise;
  };
  std::vector<Fitted> held;
  std::ranges::copy_if(all, std::back_inserter(held),
                       [&](const Fitted& each) { return !promise_of_one(each).empty(); });
  // the loosest profile stands for the functions that nothing else is said of
  std::string everywhere = common(held, promise_of_one);
  for (const char* name : usual_profiles()) {
    if (everywhere.empty() && name == std::string("textbook")) everywhere = name;
  }
  Contract contract = Contract::read(everywhere);
  for (const Fitted& each : held) {
    const FunctionItem& function = *find_function(each.function);
    const Format format = read_format(each.format);
    const Promise promise = Contract::read(promise_of_one(each)).promise(function, format);
    if (promise == contract.promise(function, format)) continue;
    contract.set({each.format, each.function}, promise);
  }
  return contract;
}

void to_json(nlohmann::ordered_json& json, const Fitted& fitted) {
  nlohmann::ordered_json forced = nlohmann::ordered_json::array();
  for (const Forced& each : fitted.forced) {
    forced.push_back({{"constant", each.constant}, {"call", each.call}, {"input", each.input}});
  }
  json = {{"function", fitted.function},
          {"format", fitted.format},
          {"observations", fitted.observations},
          {"profile", fitted.profile},
          {"promise", fitted.promise},
          {"forced", forced},
          {"front", fitted.front},
          {"misfit", fitted.misfit},
          {"worst_call", fitted.worst_call},
          {"worst_ulp", hexadecimal(fitted.worst)}};
}

void from_json(const nlohmann::ordered_json& json, Fitted& fitted) {
  json.at("function").get_to(fitted.function);
  json.at("format").get_to(fitted.format);
  json.at("observations").get_to(fitted.observations);
  json.at("profile").get_to(fitted.profile);
  json.at("promise").get_to(fitted.promise);
  for (const auto& each : json.at("forced")) {
    fitted.forced.push_back({each.at("constant"), each.at("call"), each.at("input")});
  }
  json.at("front").get_to(fitted.front);
  json.at("misfit").get_to(fitted.misfit);
  json.at("worst_call").get_to(fitted.worst_call);
  fitted.worst = read_number(json.at("worst_ulp").get<std::string>());
}

}  // namespace softlaw::properties
