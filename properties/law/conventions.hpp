// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function.hpp"

namespace softlaw::properties {

/**
 * \page special_values Special values
 *
 * What each function of the family answers where the formula does not: empty input, NaN, the
 * infinities.  One convention for all functions, the one on which most libraries agree; it is
 * this table that the reference answers by, that the laws `special.*` hold a subject to, and that
 * is printed below.
 *
 * - **NaN wins**: a NaN anywhere in the input makes every result NaN, also beside an infinity.
 * - **Nothing to sum**: \f$\operatorname{LSE}(\emptyset) = \log 0 = -\infty\f$, soft-min of
 *   nothing is \f$+\infty\f$, the entropy of nothing is 0; softmax of nothing is nothing; the
 *   excess over a maximum that does not exist is NaN.
 * - **\f$-\infty\f$ is a term that is not there** (\f$e^{-\infty} = 0\f$): it changes no sum; its
 *   own softmax is 0, its log-softmax \f$-\infty\f$, its rows and columns of the Hessian and its
 *   components of a derivative are 0.
 * - **\f$+\infty\f$ takes all**: LSE is \f$+\infty\f$; softmax, log-softmax, the excess, the
 *   Hessian and the derivatives are NaN in every slot, because \f$\infty-\infty\f$ has no value.
 * - **All \f$-\infty\f$**: LSE is \f$-\infty\f$; softmax and what hangs on it are NaN.
 * - **One finite entry**: LSE is that entry, softmax exactly 1, log-softmax and excess exactly 0.
 * - \f$0 \log 0 = 0\f$.
 * - The sign of a zero result is not judged.
 *
 * A direction that is not finite makes a derivative NaN.  The scale \f$\lambda\f$ must be a
 * non-zero number and a temperature a positive one: anything else is an error, not a value.
 */

/// The exact results by these conventions, at any arguments and the current working precision:
/// infinities are points, NaN is the empty interval.
Intervals enclose_extended(const FunctionInfo& function, const Arguments& arguments);

/// Throws std::domain_error, naming argument and value, when the arguments are none of the
/// function: vectors of different length, a scale of 0, a temperature that is not positive, a
/// negative probability.
void check_domain(const FunctionInfo& function, const Arguments& arguments);

}  // namespace softlaw::properties
