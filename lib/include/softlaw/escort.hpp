// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/export.hpp>
#include <span>

/// \file
/// Powers of a distribution, normalised: a change of temperature.
namespace SOFTLAW_API softlaw {

/// The escort distribution \f$p_i^\alpha / \sum_j p_j^\alpha\f$ on the support of p.
///
/// It is softmax of \f$\alpha \log p\f$, at the temperature \f$1/\alpha\f$ if p is at 1; no power is
/// formed, so none underflows.
/// \param p      any number of entries, not negative and finite, not necessarily of sum 1.
/// \param alpha  a positive number; \f$+\infty\f$ gives the uniform distribution on the largest
///               entries. As \f$\alpha \to 0\f$ the limit is uniform on the support; 0 itself, where
///               \f$0^0 = 1\f$ would leave the support, is refused.
/// \param out    as many entries as p; may be p itself.
/// \throws std::invalid_argument if the sizes differ.
/// \throws std::domain_error if alpha is not positive, or an entry is negative or infinite.
/// \par Special values
///   empty: nothing; any NaN or no positive entry: NaN in every entry; an entry 0 gives 0; equal
///   entries give equal bits; for \f$\alpha = 1\f$ and an exact sum of 1 the result is p, to the bit.
/// \par Error
///   correctly rounded, but for a share that lies within \f$2^{-1280}\f$ of the middle of two floats: of
///   these the even one; see \ref exact_cases.
/// \par Complexity
///   \f$O(n)\f$, two logarithms and two exponentials per entry, no allocation; the bits do not depend
///   on the order.
/// \par Source
///   S2, exercise 7.
void escort(std::span<const double> p, double alpha, std::span<double> out);
/// \overload
void escort(std::span<const float> p, float alpha, std::span<float> out);

}  // namespace softlaw
