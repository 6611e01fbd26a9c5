// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <softlaw/reference/filter.hpp>
#include <softlaw/reference/round.hpp>
#include <string>

#include "family.hpp"

/// \file
/// The filter against the slow road, input by input. Each input has a number, from which all of it
/// follows, so that a long trial can stop and go on, and a miss can be shown again.
namespace softlaw::reference::test {

/// What the ball may stand for, on the slow road.
inline Interval members(const Ball& ball) {
  if (ball.is_infinite()) return ball.midpoint();
  const WorkingPrecision wide(320);
  const auto word = [](std::uint64_t w) {
    return ldexp(Interval(static_cast<double>(w >> 32)), 32) +
           Interval(static_cast<double>(w & 0xffffffff));
  };
  const Interval high = word(static_cast<std::uint64_t>(ball.words() >> 64));
  const Interval low = word(static_cast<std::uint64_t>(ball.words()));
  const Interval size = ldexp(high, 64) + low;
  const Interval middle = ldexp(ball.is_negative() ? -size : size, ball.exponent());
  const Interval radius = ldexp(Interval(ball.radius()), ball.exponent());
  return Interval::between(middle - radius, middle + radius);
}

inline Interval members(const Interval::Balls& ends) {
  return Interval::hull(members(ends.lower), members(ends.upper));
}

/// What was found at some inputs.
struct Tally {
  std::uint64_t questions = 0;  ///< asked of the filter
  std::uint64_t passed_on = 0;  ///< that it did not answer
  std::uint64_t misses = 0;     ///< that it answered wrongly
  std::string first_miss;

  void miss(const std::string& what) {
    if (misses++ == 0) first_miss = what;
  }
  Tally& operator+=(const Tally& other) {
    if (misses == 0) first_miss = other.first_miss;
    questions += other.questions;
    passed_on += other.passed_on;
    misses += other.misses;
    return *this;
  }
};

/// One function of one number.
struct Elementary {
  const char* name;
  Interval (*evaluate)(const Interval& x);
};

inline const Elementary elementary[] = {
    {"exp", [](const Interval& x) { return exp(x); }},
    {"expm1", [](const Interval& x) { return expm1(x); }},
    {"log", [](const Interval& x) { return log(abs(x)); }},
    {"log1p", [](const Interval& x) { return log1p(x); }},
    {"sqrt", [](const Interval& x) { return sqrt(abs(x)); }},
    {"cube", [](const Interval& x) { return pow(x, 3); }},
    {"reciprocal", [](const Interval& x) { return 1 / x; }},
    {"of something rounded", [](const Interval& x) { return log1p(exp(x / 3)) - abs(x) / 7; }},
};

/// The three questions of the judge about each of some values.
class Questions {
 public:
  Questions(const char* name, std::uint64_t number, Inputs& inputs, Tally& tally)
      : name_(name), number_(number), inputs_(inputs), tally_(tally) {}

  template <class Evaluate>
  void ask(Evaluate&& evaluate) {
    Vector slow;
    {
      const WorkingPrecision working(256);
      slow = evaluate();
    }
    ++tally_.questions;
    const auto quick = filtered([&] { return evaluate(); });
    if (!quick) {
      ++tally_.passed_on;
      return;
    }
    for (std::size_t i = 0; i < slow.size(); ++i) ask_of((*quick)[i], slow[i]);
  }

 private:
  void ask_of(const Interval& quick, const Interval& slow) {
    if (!quick.is_filtered()) {  // nothing, or the whole line
      check(quick.contains(slow), "enclosure");
      return;
    }
    check(members(quick.balls()).contains(slow), "enclosure");
    const Format& format = inputs_.below(2) == 0 ? Format::binary64 : Format::binary32;
    const auto nearest = [&](const Interval& v) { return round_to_nearest(v, format); };
    const auto rounded = filtered([&] { return nearest(quick); });
    const auto right = nearest(slow);
    if (rounded && *rounded && right) {
      check(**rounded == *right && std::signbit(**rounded) == std::signbit(*right), "rounding");
    }
    if (right) ask_contract(quick, slow, *right, format);
  }

  void ask_contract(const Interval& quick, const Interval& slow, double nearest,
                    const Format& format) {
    double returned = nearest;
    for (std::size_t step = inputs_.below(3); step > 0; --step) returned = format.above(returned);
    const double ulps = std::array{0.5, 0.5001, 1.0, 1.5, 2.0}[inputs_.below(5)];
    const auto agrees = [&](const Interval& v) {
      return meets(allowed(returned, ulps, format), v);
    };
    const auto quick_answer = filtered([&] { return agrees(quick); });
    if (quick_answer) check(*quick_answer == agrees(slow), "contract");
  }

  void check(bool right, const char* question) {
    if (!right)
      tally_.miss(std::string(name_) + ", " + question + ", input " + std::to_string(number_));
  }

  const char* name_;
  std::uint64_t number_;
  Inputs& inputs_;
  Tally& tally_;
};

/// Input number \p number: one elementary function, and one of the family.
inline Tally try_filter(std::uint64_t number) {
  Tally tally;
  Inputs inputs(number);
  const Elementary& one = elementary[number % std::size(elementary)];
  const double x = inputs.below(4) == 0 ? inputs.bits() : inputs.vector(1)[0];
  Questions(one.name, number, inputs, tally).ask([&] { return Vector{one.evaluate(x)}; });
  const Function& function = family[number / std::size(elementary) % std::size(family)];
  const Arguments arguments(inputs);
  Questions(function.name, number, inputs, tally).ask([&] { return function.evaluate(arguments); });
  return tally;
}

}  // namespace softlaw::reference::test
