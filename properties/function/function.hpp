// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "function/convention.hpp"
#include "function/field.hpp"
#include "function/item.hpp"
#include "function/refuse.hpp"

namespace softlaw::properties {

/// The name and the domain of a parameter; its kind follows from its type.
struct Named {
  const char* name;
  Domain domain = {};
};

/**
 * The description of a function: the one item from which everything else about it follows.
 *
 * R is Interval or Intervals for one real result or several, or the type of its integers.  All
 * callables take the typed arguments.
 */
template <class Signature>
struct Description;

template <class R, class... A>
struct Description<R(A...)> {
  const char* name;
  const char* meaning;  ///< one line
  std::array<Named, sizeof...(A)> parameters;
  /// Encloses the exact results at finite arguments, at the current working precision; the integers
  /// themselves.
  R (*formula)(Taken<A>...);
  /// The scale of forward error at finite arguments: that of rounding each difference x_i - max x.
  R (*scale)(Taken<A>...) = nullptr;
  /// The same at any arguments, for functions of which an entry of -inf is not a term of every result.
  R (*special_scale)(Taken<A>...) = nullptr;
  /// An interval, with floats for ends, that holds every result of the exact function at finite arguments:
  /// what `in-range` promises of returned numbers.
  R (*range)(const Format& format, Taken<A>...) = nullptr;
  bool is_distribution = false;  ///< the results are not negative and sum to 1
  /// The results at any arguments, where the formula does not say it all.
  R (*special)(Taken<A>...) = nullptr;
  /// In place of `special`: the convention of softmax, with this result where an entry of x is -inf.
  std::optional<double> absent = std::nullopt;
  Terms terms = Terms::entries;
  std::size_t (*result_count)(Taken<A>...) = nullptr;  ///< as many as the first vector has entries
  std::string (*place)(std::size_t i, Taken<A>...) = nullptr;
  /// Throws std::domain_error where the domains do not say it all: see refuse.hpp.
  void (*check)(Taken<A>...) = nullptr;
  bool one_length = false;  ///< all vectors must have the length of the first
  /// Of integers of which several are right: whether those returned are as good as these.
  bool (*is_as_good)(const R& returned, const R& right, Taken<A>...) = nullptr;
  FieldOf<R(A...)> field;
  Judged agreement, special_values;
};

/// A function as laws ask for it: `f(softmax, x)`.  Its type carries the argument list.
template <class Signature>
class Function;

template <class R, class... A>
class Function<R(A...)> final : public FunctionItem {
 public:
  Function(const Description<R(A...)>& description) : formula_(description.formula) {
    name = description.name;
    meaning = description.meaning;
    for (std::size_t i = 0; i < sizeof...(A); ++i) {
      parameters.push_back({description.parameters[i].name, std::array{kind_of<A>()...}[i]});
      domains.push_back(description.parameters[i].domain);
    }
    takes_directions = (std::is_same_v<A, Directions> || ...);
    field = description.field;
    agreement = description.agreement;
    special = description.special_values;
    describe_check(description);
    if constexpr (is_real<R>) {
      describe_reals(description);
    } else {
      describe_integers(description);
    }
    enlist();
  }

  /// The value of the formula, at arguments where it has one.
  R formula(Taken<A>... arguments) const { return formula_(arguments...); }
  /// The same at any arguments.
  R exact(Taken<A>... arguments) const {
    return read(enclose(Arguments{Value(pack(arguments))...}));
  }

 private:
  using Callable = R (*)(Taken<A>...);

  static R read(Intervals&& results) { return from_intervals<R>(std::move(results)); }

  void describe_check(const Description<R(A...)>& description) {
    check_together_ = [this, check = description.check,
                       one_length = description.one_length](const Arguments& arguments) {
      if (one_length) require_one_length(*this, arguments);
      if (check) apply<A...>(check, arguments);
    };
  }

  void describe_reals(const Description<R(A...)>& description) {
    result_count = [count = description.result_count](const Arguments& arguments) -> std::size_t {
      if (count) return apply<A...>(count, arguments);
      return std::is_same_v<R, Interval> ? 1 : std::get<Vector>(arguments.front()).size();
    };
    if (description.place) {
      place = [place = description.place](const Arguments& arguments, std::size_t i) {
        return apply<A...>([=](Taken<A>... a) { return place(i, a...); }, arguments);
      };
    }
    is_distribution = description.is_distribution;
    if (description.range) {
      range = [range = description.range](const Format& format, const Arguments& arguments) {
        return to_intervals(
            apply<A...>([&](Taken<A>... a) { return range(format, a...); }, arguments));
      };
    }
    const Erased formula = erased(description.formula);
    enclose = with_empty_input(
        description.absent
            ? as_softmax(formula, result_count, description.terms, *description.absent)
            : erased(description.special ? description.special : description.formula),
        result_count);
    scale = description.special_scale
                ? erased(description.special_scale)
                : scale_anywhere(erased(description.scale), result_count, description.terms);
  }

  void describe_integers(const Description<R(A...)>& description) {
    returns_integers = true;
    const Callable right = description.special ? description.special : description.formula;
    count = [right](const Arguments& arguments) {
      return to_counts(apply<A...>(right, arguments));
    };
    is_right = [count = count, right, as_good = description.is_as_good](
                   const std::optional<Counts>& returned, const Arguments& arguments) {
      if (!as_good) return returned == count(arguments);
      const R read = read_counts(returned, std::type_identity<R>());
      return apply<A...>([&](Taken<A>... a) { return as_good(read, right(a...), a...); },
                         arguments);
    };
  }

  static Erased erased(Callable callable) {
    return [callable](const Arguments& arguments) {
      return to_intervals(apply<A...>(callable, arguments));
    };
  }

  Callable formula_;
};

}  // namespace softlaw::properties
