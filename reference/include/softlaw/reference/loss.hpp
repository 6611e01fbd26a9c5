// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <softlaw/reference/functions.hpp>

/// \file
/// Enclosures of the cross-entropy of a softmax and of its gradient.
///
/// As in functions.hpp: the printed formula in interval arithmetic, arguments meant to be points.
/// Labels that are not negative lose nothing to cancellation in the loss; the gradient is near 0
/// where the softmax comes near the labels.
namespace softlaw::reference {

/// \f$-\sum_j y_j\log\operatorname{softmax}(o)_j\f$ (S2, Log-Likelihood; S3 §1.1), whatever the sum
/// of the labels. Exactly 0 for no entries.
/// \throws std::invalid_argument if the sizes differ.
Interval cross_entropy_logits(const Vector& o, const Vector& y);
/// Its gradient with respect to the logits, \f$s\,p_j-y_j\f$ with \f$s=\sum_jy_j\f$, as
/// \f$\bigl(w_j(s-y_j)-y_j\sum_{k\ne j}w_k\bigr)/\sum_kw_k\f$ with sums of the others: no label and no
/// weight is subtracted from itself.
/// \throws std::invalid_argument if the sizes differ.
Vector cross_entropy_logits_gradient(const Vector& o, const Vector& y);
/// \f$-\log\operatorname{softmax}(o)_c\f$, sharp however small.
/// \throws std::out_of_range if there is no such entry.
Interval cross_entropy_label(const Vector& o, std::size_t label);
/// \f$\operatorname{softmax}(o)-e_c\f$; entry c is minus the share of the others.
/// \throws std::out_of_range if there is no such entry.
Vector cross_entropy_label_gradient(const Vector& o, std::size_t label);

}  // namespace softlaw::reference

/// Scales of forward error, as in condition.hpp.
namespace softlaw::reference::condition {

/// \f$\sum_jy_j\bigl((m-o_j)+A+\log s\bigr)\f$: that of log_softmax(), weighted by the labels.
Interval cross_entropy_logits(const Vector& o, const Vector& y);
/// \f$p_j(s-y_j)\bigl(1+(m-o_j)+A\bigr)+y_j\sum_{k\ne j}p_k\bigl(1+(m-o_k)+A\bigr)\f$: the terms that
/// cancel, with the perturbation of each weight.
Vector cross_entropy_logits_gradient(const Vector& o, const Vector& y);
/// That of log_softmax() at the label.
Interval cross_entropy_label(const Vector& o, std::size_t label);
/// \f$|g_j|\bigl(1+(m-o_j)+A\bigr)\f$ for the gradient g, in which nothing cancels; at the label the sum
/// of the others.
Vector cross_entropy_label_gradient(const Vector& o, std::size_t label);

}  // namespace softlaw::reference::condition
