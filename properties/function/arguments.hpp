// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>

#include "value/value.hpp"

// The typed arguments of a function, and their way to and from a case.
namespace softlaw::properties {

/// Vectors as long as the first argument.  In a case they are one vector, one behind the other.
struct Directions : std::vector<Vector> {
  using vector::vector;
  Directions(std::vector<Vector> all) : vector(std::move(all)) {}
};

/// How a function takes an argument.
template <class T>
using Taken = std::conditional_t<std::is_arithmetic_v<T>, T, const T&>;

template <class T>
constexpr Kind kind_of() {
  if constexpr (std::is_same_v<T, double>) return Kind::scalar;
  if constexpr (std::is_same_v<T, std::int64_t>) return Kind::integer;
  if constexpr (std::is_same_v<T, Integers>) return Kind::integers;
  return Kind::vector;
}

template <class T>
const T& pack(const T& argument) {
  return argument;
}
Vector pack(const Directions& directions);

/// The directions that are packed in argument i; the last may be too short.
Directions unpack_directions(const Arguments& arguments, std::size_t i);

template <class T>
decltype(auto) unpack(const Arguments& arguments, std::size_t i) {
  if constexpr (std::is_same_v<T, Directions>) {
    return unpack_directions(arguments, i);
  } else {
    return (std::get<T>(arguments.at(i)));
  }
}

/// Calls f with the typed arguments.
template <class... A, class F>
decltype(auto) apply(F&& f, const Arguments& arguments) {
  return [&]<std::size_t... i>(std::index_sequence<i...>)->decltype(auto) {
    return f(unpack<A>(arguments, i)...);
  }
  (std::index_sequence_for<A...>{});
}

}  // namespace softlaw::properties
