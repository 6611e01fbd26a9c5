// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subjects/subject.hpp"

namespace softlaw::properties {

/// One float that a subject returned, beside the exact value to 30 digits: one text, or a lower and
/// an upper bound where MPFR can tell no more.
struct RealAnswer {
  double returned;
  std::vector<std::string> exact;
  double ulp;
  double strain;  ///< the share of its contract that the subject used: above 1 is broken
};

/// The integers that a subject returned, beside those of the reference; nothing where there is no
/// answer.  Of several optimal codes each returns one.
struct IntegerAnswer {
  std::optional<Counts> returned, exact;
  bool agrees;  ///< with the right ones, or with as good a choice
};

/// Asks the subject, then the reference, each in a process of its own, and both within so many
/// seconds: that one of them throws, crashes or hangs is an error that says so.
std::vector<RealAnswer> ask_reals(const FunctionItem& function, const Case& input,
                                  const Subject& subject, double seconds);
IntegerAnswer ask_integers(const FunctionItem& function, const Case& input, const Subject& subject,
                           double seconds);

}  // namespace softlaw::properties
