// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <softlaw/export.hpp>
#include <span>

/// \file
/// The cross-entropy of a softmax, from its logits.
namespace SOFTLAW_API softlaw {

/// The cross-entropy \f$-\sum_j y_j \log \operatorname{softmax}(o)_j\f$ in nats.
///
/// With \f$s = \sum_j y_j\f$ it is \f$s \operatorname{LSE}(o) - \langle y, o \rangle\f$. The labels
/// need not sum to 1: nothing is renormalised.
/// \param o  n logits.
/// \param y  n labels, finite and not negative.
/// \throws std::invalid_argument if the sizes differ.
/// \throws std::domain_error if a label is negative or infinite.
/// \par Special values
///   NaN where log_softmax(o, out) is NaN, and if y has a NaN. A label 0 ignores its logit, which may be
///   \f$-\infty\f$; a label above 0 on a logit \f$-\infty\f$ gives \f$+\infty\f$. Empty: 0.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   \f$O(n)\f$, one exponential per entry, no allocation.
/// \par Source
///   S2 (Softmax and Cross-Entropy Loss); S3 §1.1.
[[nodiscard]] double cross_entropy_logits(std::span<const double> o, std::span<const double> y);
/// \overload
[[nodiscard]] float cross_entropy_logits(std::span<const float> o, std::span<const float> y);

/// The gradient of cross_entropy_logits with respect to the logits, \f$s\,p - y\f$ with
/// \f$p = \operatorname{softmax}(o)\f$.
///
/// It is taken as \f$p_j (s - y_j) - y_j (1 - p_j)\f$ with sums of the others for both differences.
/// \param o    n logits.
/// \param y    n labels, finite and not negative.
/// \param out  n entries; may be o or y.
/// \throws std::invalid_argument if the sizes differ.
/// \throws std::domain_error if a label is negative or infinite.
/// \par Special values
///   NaN everywhere when the softmax is NaN or y has a NaN; \f$-y_j\f$ for a logit \f$-\infty\f$.
/// \par Error
///   correctly rounded in each entry.
/// \par Complexity
///   \f$O(n)\f$, two exponentials per entry, no allocation.
/// \par Source
///   S2 (Softmax and Cross-Entropy Loss), for \f$s = 1\f$.
void cross_entropy_logits_gradient(std::span<const double> o, std::span<const double> y,
                                   std::span<double> out);
/// \overload
void cross_entropy_logits_gradient(std::span<const float> o, std::span<const float> y,
                                   std::span<float> out);

/// The cross-entropy of a hard label, \f$-\log \operatorname{softmax}(o)_c
/// = \operatorname{LSE}(o) - o_c\f$, without cancellation.
///
/// \param o      n logits.
/// \param label  the class c, from 0 to n - 1.
/// \throws std::invalid_argument if the label is not less than n.
/// \par Special values
///   NaN where log_softmax(o, out) is NaN; \f$+\infty\f$ for \f$o_c = -\infty\f$; one logit alone, if
///   finite, gives +0.
/// \par Error
///   correctly rounded, whatever cancels and however small the result is.
/// \par Complexity
///   \f$O(n)\f$, one exponential per entry, no allocation.
/// \par Source
///   S2 (Log-Likelihood).
[[nodiscard]] double cross_entropy_label(std::span<const double> o, std::size_t label);
/// \overload
[[nodiscard]] float cross_entropy_label(std::span<const float> o, std::size_t label);

/// The gradient of cross_entropy_label with respect to the logits, \f$p - e_c\f$; the entry of the
/// label is \f$-\sum_{j \ne c} p_j\f$, so that \f$p_c - 1\f$ does not cancel.
///
/// \param o      n logits.
/// \param label  the class c, from 0 to n - 1.
/// \param out    n entries; may be o.
/// \throws std::invalid_argument if the label is not less than n, or out has another size.
/// \par Special values
///   NaN everywhere when the softmax is NaN; \f$-1\f$ for a label on a logit \f$-\infty\f$.
/// \par Error
///   correctly rounded in each entry.
/// \par Complexity
///   \f$O(n)\f$, two exponentials per entry, no allocation.
/// \par Source
///   S2 (Softmax and Cross-Entropy Loss).
void cross_entropy_label_gradient(std::span<const double> o, std::size_t label,
                                  std::span<double> out);
/// \overload
void cross_entropy_label_gradient(std::span<const float> o, std::size_t label,
                                  std::span<float> out);

}  // namespace softlaw
