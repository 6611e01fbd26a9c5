// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "../law/function.hpp"

namespace softlaw::properties {

/**
 * \page contracts Contracts
 *
 * What a subject promises of every finite result: with \f$y\f$ the exact value and \f$\hat y\f$
 * the float returned,
 * \f[ |\hat y - y| \;\le\; K\,\operatorname{ulp}(y) \;+\; C\,u\,B(x), \f]
 * \f$u = 2^{-53}\f$ in binary64 and \f$2^{-24}\f$ in binary32.  It is written `Kulp` or
 * `Kulp+Ccond`: `0.5ulp` is correct rounding.
 *
 * \f$B\f$ is the scale of forward error of the function: the error that the classical shifted
 * algorithm makes when only its differences \f$x_i - m\f$ are rounded, once each (laws B74, B75
 * and B78 of the error analysis in the style of \ref bib_bhh21 "Blanchard, Higham & Higham").  It
 * is large just where the problem is ill-conditioned: for log-sum-exp it is the entropy
 * \f$H(\sigma(x))\f$, which stays when the result itself cancels to 0.  The functions of
 * softlaw/reference/condition.hpp enclose it.
 *
 * From a returned float the judge infers the interval of all exact values that the contract lets
 * it stand for, and judges the laws on these intervals.  For `0.5ulp` that is the interval between
 * the midpoints to the two neighbours.  No other tolerance exists.
 */
struct Contract {
  double ulps = 0.5;
  double condition = 0;

  /// Reads `4ulp` or `1ulp+0.25cond`; throws std::invalid_argument that shows the text.
  static Contract read(const std::string& text);
  std::string text() const;

  /// Every exact value that the returned floats may stand for; NaN gives the empty interval.
  Intervals allow(const std::vector<double>& returned, const FunctionInfo& function,
                  const Arguments& arguments, Format format) const;
};

}  // namespace softlaw::properties
