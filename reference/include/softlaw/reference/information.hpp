// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/functions.hpp>

/// \file
/// Enclosures of the quantities of information, by the formulas as printed. Conventions and widths are
/// those of functions.hpp.

namespace softlaw::reference {

/// \f$-\log p\f$ (S2, Surprisal): \f$+\infty\f$ for 0, empty() for a negative p.
Interval surprisal(const Interval& p);

/// \f$-\sum_ip_i\log q_i\f$ (S2, Cross-Entropy Revisited). A term with \f$p_i=0\f$ is 0, also where
/// \f$q_i=0\f$; \f$p_i>0=q_i\f$ gives \f$+\infty\f$. Nothing is normalised. Exactly 0 for no
/// entries; empty() for a negative entry.
/// \throws std::invalid_argument if the sizes differ.
Interval cross_entropy(const Vector& p, const Vector& q);

/// \f$\sum_ip_i\log(p_i/q_i)\f$ with the conventions of cross_entropy(): exactly 0 for p = q. Its
/// width is relative to the terms, which cancel when p and q are close.
/// \throws std::invalid_argument if the sizes differ.
Interval kl_divergence(const Vector& p, const Vector& q);

Interval nats_to_bits(const Interval& nats);  ///< \f$x/\log2\f$.
Interval bits_to_nats(const Interval& bits);  ///< \f$x\log2\f$.

/// The entropy of softmax, \f$\log s+\sum_ip_i(m-x_i)\f$ with \f$m=\max x\f$ and
/// \f$s=\sum e^{x_i-m}\f$: sharp, for nothing cancels. Exactly 0 for one entry and for none.
Interval softmax_entropy(const Vector& x);

/// \f$p_i^\alpha/\sum_jp_j^\alpha\f$ on the support of p, 0 off it (S2, exercise 7), for
/// \f$\alpha>0\f$. Entries equal to the greatest have the power 1 after division by it, so that
/// they share exactly. whole() for every entry if there is no support.
/// Cost: n logarithms and exponentials.
/// \throws std::domain_error if \p alpha may not be positive.
Vector escort(const Vector& p, const Interval& alpha);

}  // namespace softlaw::reference
