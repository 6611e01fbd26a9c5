// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <optional>
#include <random>
#include <stdexcept>

#include "contracts/contract.hpp"
#include "function/exact_values.hpp"
#include "judge/evaluator.hpp"
#include "subjects/reference_subject.hpp"

/// \file
/// The reference as a subject at legal inputs of any kind. Each input has a number, from which all of
/// it follows, so that a long trial can stop and go on.
namespace softlaw::properties::test {

/// Arguments that a function may be given, drawn without regard to what they mean.
class AnyArguments {
 public:
  AnyArguments(const FunctionItem& function, std::uint64_t number)
      : function_(function), random_(number) {}

  /// Nothing if none of a hundred tries was legal.
  std::optional<Arguments> draw() {
    for (int attempt = 0; attempt < 100; ++attempt) {
      Arguments arguments = any();
      try {
        function_.check(arguments);
        return arguments;
      } catch (const std::exception&) {  // of another shape or domain
      }
    }
    return std::nullopt;
  }

 private:
  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
  double uniform(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random_);
  }

  Arguments any() {
    kind_ = below(9);
    const std::size_t n = below(12) == 0 ? 0 : 1 + below(5);
    Arguments arguments;
    for (std::size_t i = 0; i < function_.parameters.size(); ++i) {
      const std::size_t first = i == 0 ? 0 : length_of(arguments.front());
      const bool directions = function_.takes_directions && i + 1 == function_.parameters.size();
      arguments.push_back(value(i, directions ? first * below(5) : below(10) == 0 ? below(6) : n));
    }
    return arguments;
  }

  static std::size_t length_of(const Value& value) {
    const auto* vector = std::get_if<Vector>(&value);
    return vector ? vector->size() : 0;
  }

  Value value(std::size_t i, std::size_t length) {
    const Domain& domain = function_.domains[i];
    switch (function_.parameters[i].kind) {
      case Kind::scalar:
        return admitted(domain);
      case Kind::vector: {
        Vector x;
        for (std::size_t k = 0; k < length; ++k) x.push_back(admitted(domain));
        return x;
      }
      case Kind::integer:
        return domain.least + static_cast<std::int64_t>(below(6));
      default:
        throw std::logic_error("a function of real results takes no list of integers");
    }
  }

  double admitted(const Domain& domain) {
    for (;;) {
      const double value = number();
      if (!domain.admits || domain.admits(value)) return last_ = value;
      if (domain.admits(-value)) return last_ = -value;
    }
  }

  double number() {
    static constexpr std::array special{
        0.0,      -0.0,      1.0,         0.5,      2.0,       0.25,     0x1p-1074, 0x1p-1022,
        0x1p53,   0x1p60,    -0x1p-42,    0x1p1023, 1e300,     1e-300,   709.79,    -745.14,
        HUGE_VAL, -HUGE_VAL, double{NAN}, 128.0,    2048.0,    0x1p-149, 3.0,       36.75,
        1.0 / 3,  -0x1p-200, 1e15,        -1e-8,    0x1p-1000, 88.73};
    switch (below(8) == 0 ? below(9) : kind_) {
      case 0:
        return uniform(-10, 10);
      case 1:
        return std::floor(uniform(-40, 40)) / 8;
      case 2:
        return uniform(-800, 800);
      case 3:
        return std::ldexp(uniform(-1, 1), static_cast<int>(below(2200)) - 1100);
      case 4:
        return std::bit_cast<double>(random_());
      case 5:
        return special[below(special.size())];
      case 6:
        return std::nextafter(last_, below(2) == 0 ? -HUGE_VAL : HUGE_VAL);
      case 7:
        return std::ldexp(1.0, static_cast<int>(below(140)) - 70) * (below(2) == 0 ? 1 : -1);
      default:
        return uniform(0, 1);
    }
  }

  const FunctionItem& function_;
  std::mt19937_64 random_;
  std::uint64_t kind_ = 0;
  double last_ = 1;
};

/// What is wrong with the reference as a subject at input \p number of a function; nothing if it is
/// right, or no legal arguments were found.
inline std::optional<std::string> try_exact(const FunctionItem& function, std::uint64_t number) {
  const Format& format = number % 2 == 0 ? Format::binary64 : Format::binary32;
  const auto arguments = AnyArguments(function, number).draw();
  if (!arguments) return std::nullopt;
  Arguments rounded = *arguments;
  for (Value& value : rounded) {
    if (auto* scalar = std::get_if<double>(&value)) *scalar = format.round(*scalar);
    if (auto* vector = std::get_if<Vector>(&value)) {
      for (double& entry : *vector) entry = format.round(entry);
    }
  }
  try {
    function.check(rounded);
  } catch (const std::exception&) {  // rounded out of the domain
    return std::nullopt;
  }
  std::string wrong;
  try {
    const ReferenceSubject subject;
    const Contract contract = subject.contract();
    ExactValues exact;
    const SubjectEvaluator evaluator(subject, contract, format, exact);
    if (!evaluator.agrees_at(function, rounded).broken()) return std::nullopt;
    wrong = "broken";
  } catch (const std::exception& error) {
    wrong = error.what();
  }
  return function.name + " " + to_input({format, rounded, ""}) + ": " + wrong;
}

}  // namespace softlaw::properties::test
