// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <softlaw/reference/filter.hpp>
#include <softlaw/reference/format.hpp>
#include <softlaw/reference/functions.hpp>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

/// \file
/// Ziv's strategy: more bits until the answer is clear.

namespace softlaw::reference {

std::optional<double> round_inside(const Interval& exact, const Format& format);

/// What an attempt, a callable that returns an optional, first returns at doubling working precision
/// from \p start_bits; nothing if it still returns nothing when more would exceed \p max_bits.
template <class Attempt>
std::invoke_result_t<Attempt> at_doubling_precision(int start_bits, int max_bits,
                                                    Attempt&& attempt) {
  for (int bits = start_bits;; bits *= 2) {
    const WorkingPrecision guard(bits);
    if (auto result = attempt()) return result;
    if (bits > max_bits / 2) return std::nullopt;
  }
}

/// What correctly_rounded() found out.
struct Decided {
  std::vector<double> values;  ///< The rounded entries; NaN where it is open, or where nothing is.
  bool decided;                ///< All entries are known.
  int bits;                    ///< The working precision of the last evaluation.
};

/// The entries rounded as far as that is clear; nothing is NaN.
Decided rounded(const Vector& exact, const Format& format);

/// Rounds a function to nearest by Ziv's strategy: \p enclosure, a callable that returns a Vector,
/// is evaluated by the filter, then at doubling working precision from \p start_bits up to
/// \p max_bits, until every entry of its result rounds to one float. See \ref reference_terminates.
template <class Enclosure>
Decided correctly_rounded(Enclosure&& enclosure, const Format& format, int start_bits = 128,
                          int max_bits = 1 << 14) {
  const auto attempt = [&] { return rounded(enclosure(), format); };
  if (auto quick = filtered(attempt)) return *quick;
  const Filter off(false);
  Decided last;
  at_doubling_precision(start_bits, max_bits, [&] {
    last = attempt();
    return last.decided ? std::optional(true) : std::nullopt;
  });
  return last;
}

/// The same for a type: `correctly_rounded<double>(enclosure)`, `correctly_rounded<float>(enclosure)`.
template <class Real, class Enclosure>
requires std::is_same_v<Real, double> || std::is_same_v<Real, float> Decided
correctly_rounded(Enclosure&& enclosure) {
  return correctly_rounded(enclosure,
                           std::is_same_v<Real, double> ? Format::binary64 : Format::binary32);
}

/// Is the width at most \f$2^{-\mathrm{bits}}\f$ of every member, or of the least binary64 number?
bool is_narrow(const Interval& a, int bits);

/// Evaluates \p enclosure, a callable that returns a Vector, at doubling working precision until
/// every entry is as narrow as is_narrow() asks.
/// \throws std::runtime_error if \f$2^{14}\f$ bits do not suffice, as for whole().
template <class Enclosure>
Vector enclose(Enclosure&& enclosure, int bits_of_relative_accuracy) {
  auto narrow = at_doubling_precision(bits_of_relative_accuracy + 64, 1 << 14, [&] {
    std::optional<Vector> result = enclosure();
    for (const Interval& entry : *result) {
      if (!is_narrow(entry, bits_of_relative_accuracy)) return std::optional<Vector>();
    }
    return result;
  });
  if (narrow) return *std::move(narrow);
  throw std::runtime_error(
      "softlaw::reference::enclose: 2^14 bits do not give a relative accuracy of 2^-" +
      std::to_string(bits_of_relative_accuracy));
}

}  // namespace softlaw::reference
