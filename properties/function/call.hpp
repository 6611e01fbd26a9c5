// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <limits>
#include <stdexcept>
#include <type_traits>

#include "function/function.hpp"

namespace softlaw::properties {

/// Thrown when a law asks for a function that the subject does not have.
struct Absent : std::runtime_error {
  using runtime_error::runtime_error;
};

/// The field of a sized table, or null when the table ends before it or was left empty.
#define SOFTLAW_FIELD(table, field)                                                              \
  ((table).size >= offsetof(std::remove_cvref_t<decltype(table)>, field) + sizeof((table).field) \
       ? (table).field                                                                           \
       : nullptr)

/// A TableCall: calls that field with the arguments that follow, in which `a` is the Unpacked.
#define SOFTLAW_CALL(field, ...)                                                             \
  ::softlaw::properties::from_tables([](const auto& table, auto& a) -> std::vector<double> { \
    return a.results(SOFTLAW_FIELD(table, field), __VA_ARGS__);                              \
  })

template <class F>
F require(F function, const std::string& name) {
  if (!function) throw Absent(name);
  return function;
}

template <class Real>
std::vector<Real> narrow(const Vector& values, Format format) {
  std::vector<Real> narrowed;
  for (double value : values) {
    if (!format.contains(value)) throw Inexact("an argument is no float of the format");
    narrowed.push_back(static_cast<Real>(value));
  }
  return narrowed;
}

/// The arguments of one call in the type of its table, and room for the results.
template <class Real>
class Unpacked {
 public:
  Unpacked(const FunctionInfo& function, const Arguments& arguments)
      : function_(function), arguments_(arguments) {
    for (const Value& value : arguments) {
      const auto* v = std::get_if<Vector>(&value);
      vectors_.push_back(v ? narrow<Real>(*v, format) : std::vector<Real>());
    }
    out_.resize(function.result_count(arguments), std::numeric_limits<Real>::quiet_NaN());
  }

  const Real* vector(std::size_t i) const { return vectors_[i].data(); }
  std::size_t size(std::size_t i) const { return vectors_[i].size(); }
  std::size_t count() const { return vectors_.size(); }
  Real number(std::size_t i) const {
    return narrow<Real>(Vector{std::get<double>(arguments_[i])}, format).front();
  }
  std::size_t integer(std::size_t i) const {
    return static_cast<std::size_t>(std::get<std::int64_t>(arguments_[i]));
  }
  /// The vectors from argument `first` on.
  const Real* const* vectors(std::size_t first) {
    pointers_.clear();
    for (std::size_t i = first; i < vectors_.size(); ++i) pointers_.push_back(vectors_[i].data());
    return pointers_.data();
  }
  Real* out() { return out_.data(); }

  /// The field, if it is there.
  template <class F>
  F field(F function) const {
    return require(function, function_.name);
  }

  /// What a call of the field returned, or wrote to out().
  template <class F, class... Args>
  std::vector<double> results(F function, Args... args) {
    if constexpr (std::is_void_v<std::invoke_result_t<F, Args...>>) {
      field(function)(args...);
      return {out_.begin(), out_.end()};
    } else {
      return {static_cast<double>(field(function)(args...))};
    }
  }

 private:
  static constexpr Format format =
      std::is_same_v<Real, double> ? Format::binary64 : Format::binary32;

  const FunctionInfo& function_;
  const Arguments& arguments_;
  std::vector<std::vector<Real>> vectors_;
  std::vector<const Real*> pointers_;
  std::vector<Real> out_;
};

/// The calls of both tables from one generic lambda without captures.
template <class F>
constexpr TableCall from_tables(F) {
  return {
      [](const softlaw_binary64& table, Unpacked<double>& arguments) {
        return F{}(table, arguments);
      },
      [](const softlaw_binary32& table, Unpacked<float>& arguments) {
        return F{}(table, arguments);
      },
  };
}

/// Calls f with the table of that format and a zero of its type, for integer functions of floats.
template <class F>
auto with_table(const softlaw_subject& subject, Format format, F&& f) {
  if (format == Format::binary64) return f(*require(subject.binary64, "binary64"), 0.0);
  return f(*require(subject.binary32, "binary32"), 0.0F);
}

}  // namespace softlaw::properties
