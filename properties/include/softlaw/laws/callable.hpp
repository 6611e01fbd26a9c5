// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

/// \file
/// From a function with C++ types to one that the gate can call: its parameters say how.

namespace softlaw::laws::detail {

enum class Kind { number, vector, integer, integers, directions };
enum class Results { returned, written, integers };

/// An argument of a call: the member of its kind.
template <class Real>
struct Argument {
  Real number{};
  std::int64_t integer{};
  std::span<const Real> vector{};
  std::span<const std::uint32_t> integers{};
  std::vector<std::span<const Real>> directions{};
};

/// One call: the arguments, room for results that are written, and results that are returned.
template <class Real>
struct Call {
  std::vector<Argument<Real>> arguments;
  std::span<Real> out;
  std::vector<Real> returned;
  std::optional<std::vector<std::uint64_t>> counts;
};

/// A function without its types.  One without floats is said to be of doubles.
struct Erased {
  std::vector<Kind> parameters;
  Results results;
  bool has_floats;
  std::variant<std::function<void(Call<double>&)>, std::function<void(Call<float>&)>> call;
};

template <class T>
struct Parameter {
  static_assert(!sizeof(T), "a parameter is a number, an integer, or a std::span of const numbers");
};
template <std::floating_point T>
struct Parameter<T> {
  using Real = T;
  static constexpr Kind kind = Kind::number;
  static T get(const Call<T>& call, std::size_t i) { return call.arguments[i].number; }
};
template <std::integral T>
struct Parameter<T> {
  using Real = void;
  static constexpr Kind kind = Kind::integer;
  static T get(const auto& call, std::size_t i) {
    return static_cast<T>(call.arguments[i].integer);
  }
};
template <std::floating_point T>
struct Parameter<std::span<const T>> {
  using Real = T;
  static constexpr Kind kind = Kind::vector;
  static auto get(const Call<T>& call, std::size_t i) { return call.arguments[i].vector; }
};
template <std::floating_point T>
struct Parameter<std::vector<T>> {
  using Real = T;
  static constexpr Kind kind = Kind::vector;
  static std::vector<T> get(const Call<T>& call, std::size_t i) {
    const auto vector = call.arguments[i].vector;
    return {vector.begin(), vector.end()};
  }
};
template <>
struct Parameter<std::span<const std::uint32_t>> {
  using Real = void;
  static constexpr Kind kind = Kind::integers;
  static auto get(const auto& call, std::size_t i) { return call.arguments[i].integers; }
};
template <std::floating_point T>
struct Parameter<std::span<const std::span<const T>>> {
  using Real = T;
  static constexpr Kind kind = Kind::directions;
  static std::span<const std::span<const T>> get(const Call<T>& call, std::size_t i) {
    return call.arguments[i].directions;
  }
};

/// Room for results: the last parameter, if the function returns nothing.
template <std::floating_point T>
struct Parameter<std::span<T>> {
  using Real = T;
  static auto get(const Call<T>& call, std::size_t) { return call.out; }
};

template <class T>
using ParameterOf = Parameter<std::remove_cvref_t<T>>;
template <class T>
inline constexpr bool is_room = false;
template <std::floating_point T>
inline constexpr bool is_room<std::span<T>> = !std::is_const_v<T>;

template <class R>
struct Result {
  using Real = void;
};
template <std::floating_point T>
struct Result<T> {
  using Real = T;
};
template <std::floating_point T>
struct Result<std::vector<T>> {
  using Real = T;
};

/// The first of the types that is a type of floats; void if none is.
template <class First, class... Rest>
struct FirstReal
    : std::conditional_t<std::is_void_v<First>, FirstReal<Rest...>, std::type_identity<First>> {};
template <class Last>
struct FirstReal<Last> : std::type_identity<Last> {};

template <class T>
std::vector<std::uint64_t> to_counts(const std::vector<T>& results) {
  return {results.begin(), results.end()};
}

template <class Real, class R>
void put(Call<Real>& call, R&& result) {
  using T = std::remove_cvref_t<R>;
  if constexpr (std::floating_point<T>) {
    call.returned = {result};
  } else if constexpr (std::is_same_v<T, std::vector<Real>>) {
    call.returned = std::forward<R>(result);
  } else if constexpr (std::integral<T>) {
    call.counts = {static_cast<std::uint64_t>(result)};
  } else if constexpr (requires { result.has_value(); }) {
    if (result) put(call, *result);
  } else {
    call.counts = to_counts(result);
  }
}

template <class R, class... A>
Erased erase(std::function<R(A...)> f) {
  using Found = typename FirstReal<typename ParameterOf<A>::Real...,
                                   typename Result<std::remove_cvref_t<R>>::Real>::type;
  using Real = std::conditional_t<std::is_void_v<Found>, double, Found>;
  static_assert(std::is_same_v<Real, double> || std::is_same_v<Real, float>,
                "the formats are double and float");
  constexpr bool writes = (is_room<std::remove_cvref_t<A>> || ...);
  static_assert(writes == std::is_void_v<R>,
                "results are returned, or written to a last parameter std::span<Real>");

  Erased erased{{},
                writes                                                          ? Results::written
                : std::is_void_v<typename Result<std::remove_cvref_t<R>>::Real> ? Results::integers
                                                                                : Results::returned,
                !std::is_void_v<Found>,
                {}};
  const auto list = [&]<class T>(std::type_identity<T>) {
    if constexpr (!is_room<T>) erased.parameters.push_back(Parameter<T>::kind);
  };
  (list(std::type_identity<std::remove_cvref_t<A>>()), ...);
  erased.call = std::function<void(Call<Real>&)>([f = std::move(f)](Call<Real>& call) {
    [&]<std::size_t... i>(std::index_sequence<i...>) {
      if constexpr (std::is_void_v<R>) {
        f(ParameterOf<A>::get(call, i)...);
      } else {
        put(call, f(ParameterOf<A>::get(call, i)...));
      }
    }
    (std::index_sequence_for<A...>{});
  });
  return erased;
}

}  // namespace softlaw::laws::detail
