// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>

#include "drift/measurement.hpp"

namespace softlaw::properties::drift {

/// How an output stands to the one before.
enum class Change {
  unchanged,
  toward,         ///< nearer to the exact value
  away,           ///< further from it
  across,         ///< to its other side, as far from it
  newly_right,    ///< now correctly rounded
  newly_wrong,    ///< no more correctly rounded
  newly_special,  ///< infinite, NaN or no answer, where a number is right and was given
  unstable,       ///< it varies from call to call, now or then: not drift
};
inline constexpr std::size_t changes = 8;

std::string to_string(Change change);
/// Whether something got worse.
bool is_worse(Change change);

/// An output that moved.
struct Moved {
  std::size_t input = 0, output = 0;  ///< of the block
  Change change = Change::unchanged;
  Output before, after, right;
  double steps = 0;  ///< floats from before to after; infinite where one is special
};

/// The outputs of one class of a block, or of several: compared.
struct Tally {
  std::size_t count[changes] = {};
  std::map<int, std::size_t> histogram;  ///< of movements, by bucket()
  std::size_t numbers = 0;               ///< outputs that are numbers, before, after and rightly
  double before = 0, after = 0;          ///< sums of their signed distances in floats
  std::map<Change, Moved> worst;         ///< of each change

  std::size_t of(Change change) const { return count[static_cast<std::size_t>(change)]; }
  std::size_t outputs() const;
  std::size_t moved() const;  ///< without the unstable
  std::size_t worse() const;
};

/// Movements by size: ±1, ±2, ±3 and 4, ±5 to 8, …: the bucket ±k holds 2^(k-2) < |steps| <= 2^(k-1); 1024
/// is anything with a special value.
int bucket(double steps);
std::string bucket_text(int bucket);

/// A block before and after.
struct Comparison {
  const Block* block;
  std::vector<Outputs> right, before, after;
  std::vector<std::pair<std::string, Tally>> classes;  ///< in the order of the corpus
  Tally all;
};

Comparison compare(const Block& block, std::vector<Outputs> right, std::vector<Outputs> before,
                   std::vector<Outputs> after);

}  // namespace softlaw::properties::drift
