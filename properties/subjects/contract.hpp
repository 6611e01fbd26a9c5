// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "value/value.hpp"

namespace softlaw::properties {

class ExactValues;
class FunctionItem;

/**
 * The promise of a subject for every finite result: within K ulp of the exact value, plus C times
 * the forward error that rounding the differences of the shifted algorithm makes (reference
 * condition.hpp).  Written `Kulp` or `Kulp+Ccond`.  `correctly-rounded` is `0.5ulp`, and where two
 * floats are as near as that the result is the one that rounding to nearest gives.  See
 * docs/chapters/contracts.md.
 */
struct Contract {
  double ulps = 0.5;
  double condition = 0;
  bool rounded = false;  ///< to nearest, ties to even

  /// Reads `4ulp` or `1ulp+0.25cond`; throws std::invalid_argument that shows the text.
  static Contract read(const std::string& text);
  std::string text() const;

  /// Every exact value that the returned floats may stand for; NaN gives the empty interval.
  Intervals allow(const std::vector<double>& returned, const FunctionItem& function,
                  const Arguments& arguments, const Format& format, ExactValues& exact) const;
};

}  // namespace softlaw::properties
