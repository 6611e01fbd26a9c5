// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <span>

#include "judge/evidence.hpp"
#include "value/toml.hpp"

namespace softlaw::properties {

/**
 * A known failure that someone has accepted for a time: findings of its laws, on its class of
 * inputs, are counted and do not fail the run.
 */
struct Waiver {
  std::size_t line = 0;           ///< in its file, where it starts: its name in evidence
  std::string what;               ///< the law, pattern or function as it was written
  std::set<std::string> laws;     ///< the ids of the laws that it covers
  std::string input_class = "*";  ///< a pattern
  std::string format = "*";       ///< a pattern
  std::string reason;
  Date date, expires;  ///< it does not count after the day on which it expires

  bool has_expired(const Date& on) const { return on > expires; }
  bool covers(const std::string& law, const Case& input) const;
};

/// The waivers of a file.  Throws std::invalid_argument with file, line and key.
std::vector<Waiver> read_waivers(const Toml& file);

/// The waiver, named by its line, that covers a finding on that day; or nothing.
std::optional<std::size_t> find_waiver(std::span<const Waiver> waivers, const std::string& law,
                                       const Case& input, const Date& on);

/// How a waiver fared in a run.
struct WaiverUse {
  Waiver waiver;
  std::size_t findings = 0;
  std::string complaint;  ///< the reason for which it fails the run; or empty
};

/// A waiver that has expired fails the run; so does one that nothing needed, if the run judged all of its
/// laws.
std::vector<WaiverUse> uses_of(std::span<const Waiver> waivers, std::span<const Evidence> evidence,
                               const Date& on);

}  // namespace softlaw::properties
