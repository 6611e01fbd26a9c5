// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <softlaw/reference/ball.hpp>
#include <type_traits>
#include <utility>

/// \file
/// The certified filter before MPFR: the same formulas in numbers of two words. See
/// \ref filter_chapter.

namespace softlaw::reference {

/// Puts the interval arithmetic of this thread on the filter's road, or takes it off, for as long as
/// it lives; guards nest.
///
/// On that road both ends of an interval are balls. Every formula is evaluated as it stands; a
/// comparison that the balls do not settle throws Undecided, and so does what has no ball arithmetic.
/// What comes back without that is what MPFR at 128 bits or more would have answered.
class Filter {
 public:
  explicit Filter(bool active = true) noexcept : previous_(active_) { active_ = active; }
  ~Filter() { active_ = previous_; }
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;

  /// Is this thread on the filter's road?
  static bool is_active() noexcept { return active_; }

 private:
  bool previous_;
  static inline thread_local bool active_ = false;
};

/// The answer of a callable on the filter's road, or nothing if the filter cannot tell.
template <class Question>
std::optional<std::invoke_result_t<Question>> filtered(Question&& question) try {
  const Filter road;
  return std::forward<Question>(question)();
} catch (const Undecided&) {
  return std::nullopt;
}

}  // namespace softlaw::reference
