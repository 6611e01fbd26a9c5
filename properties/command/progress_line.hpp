// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

#include "judge/gate.hpp"

namespace softlaw::properties {

/// How far a run has come, on standard error: on a terminal one line that is written over, in the log of
/// a CI a plain line now and then, in a redirected file nothing.
class ProgressLine {
 public:
  enum class Place { terminal, log, file };
  /// What stands behind a descriptor: a dumb terminal is a log.
  static Place place_of(int descriptor);

  /// `budget`: the seconds that the run will take, if they are known.
  explicit ProgressLine(std::optional<double> budget);

  void show(const Progress& progress);
  void clear() const;
  /// Seconds since it was made.
  double clock() const;

 private:
  /// `about 40 s left`; empty where nothing can be said yet.
  std::string left(const Progress& progress) const;

  Place place_;
  std::optional<double> budget_;
  double last_ = 0;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace softlaw::properties
