// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <memory>

#include "contracts/promise.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {

class Subject;

/// The arguments of a call, kept once for all its results.
struct AskedAt {
  Arguments arguments;
  Extent extent;
};

/// How far one number that a subject returned is from its exact value, and the units of a promise
/// there: all in ulp of that value.
struct Observation {
  double error = 0;
  std::array<double, 6> units{};  ///< ulp, cond, plain, u, rel, abs, as Unit has them
  bool faithful = false;
  bool nearest = false;
  std::shared_ptr<const AskedAt> at;
};

/// The units that a constant may count.
inline constexpr std::array<Unit, 6> fitted_units{Unit::ulp,      Unit::cond,     Unit::plain,
                                                  Unit::roundoff, Unit::relative, Unit::absolute};
double unit_of(const Observation& observation, Unit unit);

/// A result that no promise allows: NaN or an infinity for a number, or a number for those.
struct Misfit {
  std::string law;
  std::string text;  ///< the call and its result
};

/// All that was seen of one function in one format.
struct Seen {
  std::vector<Observation> observations;
  std::vector<Misfit> misfits;  ///< at ordinary inputs
};

/// By function and by format.
using Sight = std::map<std::pair<const FunctionItem*, std::string>, Seen>;

/// Calls the subject as the laws do, at the cases of that seed, and observes every real result.
Sight observe(const Subject& subject, std::span<const Law* const> laws, std::uint64_t seed,
              std::size_t cases);

}  // namespace softlaw::properties
