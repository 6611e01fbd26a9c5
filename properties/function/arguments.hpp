// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/function.hpp"

// What the definitions of functions are made of: their arguments taken from a case.
namespace softlaw::properties {

inline const Vector& vector_of(const Arguments& a, std::size_t i) {
  return std::get<Vector>(a.at(i));
}
inline double number_of(const Arguments& a, std::size_t i) { return std::get<double>(a.at(i)); }
inline std::size_t integer_of(const Arguments& a, std::size_t i) {
  return static_cast<std::size_t>(std::get<std::int64_t>(a.at(i)));
}
inline const Integers& integers_of(const Arguments& a, std::size_t i) {
  return std::get<Integers>(a.at(i));
}
inline Intervals enclosed(const Arguments& a, std::size_t i) { return enclose(vector_of(a, i)); }

/// How many results there are.
inline std::size_t one(const Arguments&) { return 1; }
inline std::size_t length(const Arguments& a) { return vector_of(a, 0).size(); }
inline std::size_t square(const Arguments& a) { return length(a) * length(a); }

/// Where result i stands in a matrix of so many columns.
inline std::string row_and_column(std::size_t i, std::size_t columns) {
  return "[" + std::to_string(i / columns) + "][" + std::to_string(i % columns) + "]";
}
/// In one with a column an entry of the first argument.
inline std::string place_in_rows(const Arguments& a, std::size_t i) {
  return row_and_column(i, length(a));
}

inline Parameter vector_named(const char* name) { return {name, Kind::vector}; }
inline Parameter number_named(const char* name) { return {name, Kind::scalar}; }
inline Parameter integer_named(const char* name) { return {name, Kind::integer}; }
inline Parameter integers_named(const char* name) { return {name, Kind::integers}; }

}  // namespace softlaw::properties
