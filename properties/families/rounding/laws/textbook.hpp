// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "families/terms.hpp"
#include "judge/evaluator.hpp"

namespace softlaw::properties {

/**
 * A bound on the error of the textbook algorithm \f$m + \log\sum_i e^{x_i - m}\f$, enclosed.
 *
 * Sums are recursive, exponential and logarithm faithful: their relative errors are below 2u, or
 * their absolute error below the least positive float where the result is subnormal.
 */
struct Textbook {
  Textbook(Format format, const Vector& x)
      : u(Interval::power_of_two(-format.precision)),
        least(format.min_subnormal()),
        terms(count(x.size())) {
    const ReferenceEvaluator exact(format);
    y = exact(logsumexp, x);
    log_s = exact(excess, x);
    p = exact(softmax, x);
    for (double entry : x) below.push_back(Interval(maximum(x)) - Interval(entry));
    sum = faithful + dot(p, below) + terms - 1;
  }

  /// u times a first-order bound, with room for the products of roundings.
  Interval error(const Interval& first_order) const {
    return u * first_order * (1 + Interval::power_of_two(-8));
  }

  static constexpr int faithful = 2;  ///< relative error of exp and log in units of u
  Interval u, least, terms;
  Interval y, log_s;  ///< log-sum-exp, and its excess over the maximum
  Intervals p;        ///< softmax
  Intervals below;    ///< \f$m - x_i\f$
  Interval sum;  ///< relative error of the sum in units of u: \f$c + \sum_jp_j(m-x_j) + n - 1\f$
};

}  // namespace softlaw::properties
