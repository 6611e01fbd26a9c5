// SPDX-License-Identifier: Apache-2.0
#include "subjects/moved_subject.hpp"

#include <bit>
#include <cmath>

#include "inputs/source.hpp"

namespace softlaw::properties {
namespace {

std::uint64_t bits_of(double number) { return std::bit_cast<std::uint64_t>(number); }
template <class Integer>
std::uint64_t bits_of(Integer number) {
  return static_cast<std::uint64_t>(number);
}

std::uint64_t hash(const Arguments& arguments) {
  std::uint64_t state = arguments.size();
  for (const Value& value : arguments) {
    std::visit(
        [&](const auto& v) {
          if constexpr (requires { v.size(); }) {
            for (const auto& entry : v) state = mix(state ^ bits_of(entry));
          } else {
            state = mix(state ^ bits_of(v));
          }
        },
        value);
  }
  return state;
}

std::uint64_t moved(std::uint64_t count, double k, bool up) {
  const auto step = static_cast<std::uint64_t>(k);
  return up || count < step ? count + step : count - step;
}

}  // namespace

double moved(double value, double k, const Format& format) {
  if (!std::isfinite(value)) return value;
  const int binade = value == 0 ? format.emin : std::max(std::ilogb(value), format.emin);
  const double step = k * std::ldexp(1.0, binade - format.precision + 1);
  const double there = format.round(value + step);
  return std::isfinite(there) ? there : format.round(value - step);
}

MovedSubject::MovedSubject(SubjectPointer right, const FunctionItem& function, double k)
    : Subject(function.name + " moved", right->contract()),
      right_(std::move(right)),
      function_(function),
      k_(k) {}

Answer MovedSubject::answer(const FunctionItem& function, const Arguments& arguments,
                            const Format& format) const {
  Answer answer = right_->answer(function, arguments, format);
  if (&function != &function_) return answer;
  const std::uint64_t seed = hash(arguments);
  const auto up = [seed](std::size_t i) { return (mix(seed + i) & 1) != 0; };
  if (auto* numbers = std::get_if<std::vector<double>>(&answer)) {
    for (std::size_t i = 0; i < numbers->size(); ++i) {
      (*numbers)[i] = properties::moved((*numbers)[i], up(i) ? k_ : -k_, format);
    }
  } else if (auto& counts = std::get<std::optional<Counts>>(answer)) {
    for (std::size_t i = 0; i < counts->size(); ++i) {
      (*counts)[i] = moved((*counts)[i], k_, up(i));
    }
  }
  return answer;
}

}  // namespace softlaw::properties
