// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <optional>
#include <softlaw/reference/format.hpp>
#include <softlaw/reference/functions.hpp>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

/// \file
/// Ziv's strategy: more bits until the answer is clear.

namespace softlaw::reference {

std::optional<double> round_to_nearest(const Interval& exact, const Format& format);

/// The result of correctly_rounded().
struct Decided {
  std::vector<double> values;  ///< The rounded entries; NaN where it is open.
  bool decided;                ///< All entries are known.
  int bits;                    ///< The working precision of the last evaluation.
};

/// Rounds a function to nearest by Ziv's strategy: \p enclosure, a callable that returns a Vector,
/// is evaluated at doubling working precision from \p start_bits up to \p max_bits, until every
/// entry of its result rounds to one float. See \ref reference_terminates.
template <class Enclosure>
Decided correctly_rounded(Enclosure&& enclosure, const Format& format, int start_bits = 128,
                          int max_bits = 4096) {
  for (int bits = start_bits;; bits *= 2) {
    const WorkingPrecision guard(bits);
    Decided result{{}, true, bits};
    for (const Interval& entry : enclosure()) {
      const std::optional<double> value = round_to_nearest(entry, format);
      result.values.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
      result.decided = result.decided && value.has_value();
    }
    if (result.decided || bits > max_bits / 2) return result;
  }
}

/// The same for a type: `correctly_rounded<double>(enclosure)`, `correctly_rounded<float>(enclosure)`.
template <class Real, class Enclosure>
requires std::is_same_v<Real, double> || std::is_same_v<Real, float> Decided
correctly_rounded(Enclosure&& enclosure) {
  return correctly_rounded(enclosure,
                           std::is_same_v<Real, double> ? Format::binary64 : Format::binary32);
}

/// Is the width at most \f$2^{-\mathrm{bits}}\f$ of every member, or of the least binary64 number?
bool is_narrow(const Interval& a, int bits);

/// Evaluates \p enclosure, a callable that returns a Vector, at doubling working precision until
/// every entry is as narrow as is_narrow() asks.
/// \throws std::runtime_error if \f$2^{14}\f$ bits do not suffice, as for whole().
template <class Enclosure>
Vector enclose(Enclosure&& enclosure, int bits_of_relative_accuracy) {
  for (int bits = bits_of_relative_accuracy + 64; bits <= 1 << 14; bits *= 2) {
    const WorkingPrecision guard(bits);
    Vector result = enclosure();
    bool narrow = true;
    for (const Interval& entry : result)
      narrow = narrow && is_narrow(entry, bits_of_relative_accuracy);
    if (narrow) return result;
  }
  throw std::runtime_error(
      "softlaw::reference::enclose: 2^14 bits do not give a relative accuracy of 2^-" +
      std::to_string(bits_of_relative_accuracy));
}

/// \page reference_terminates Why the reference comes to a decision
///
/// A value can be rounded once an enclosure holds no midpoint between two floats. As the working
/// precision grows, the enclosure shrinks to the value; so the loop ends unless the value *is* a
/// midpoint and its enclosure never becomes a point. For the functions here that is impossible, by
/// the theorem of Lindemann and Weierstrass: <em>if \f$a_1,\dots,a_k\f$ are different algebraic
/// numbers, no sum \f$\sum c_ie^{a_i}\f$ with algebraic \f$c_i\f$, not all 0, is 0.</em> Floats and
/// midpoints are rational. Let the arguments be floats, \f$n\ge2\f$, and let \f$a_1<\dots<a_k\f$ be
/// the different values among them, \f$c_i\ge1\f$ their multiplicities.
///
/// - **logsumexp** (and softmin, logaddexp, softplus; with \f$\lambda\f$ after multiplying by it).
///   If it were rational, \f$r\f$ say, then \f$\sum c_ie^{a_i}-e^r=0\f$. All coefficients are at
///   least 1 but for that of \f$e^r\f$, and they cannot all vanish: if \f$r\f$ is none of the
///   \f$a_i\f$, nothing cancels; if it is one, it cancels only for \f$c_i=1\f$, and as
///   \f$n\ge2\f$ another term is left. In particular logsumexp is never 0. With \f$n=1\f$ it is
///   \f$x_1\f$, returned as is.
/// - **excess**, **log_softmax**: they are logsumexp less a rational number.
/// - **softmax**, **logistic**. If \f$p_i=r\f$ is rational, \f$e^{x_i}-r\sum c_je^{a_j}=0\f$. The
///   terms with \f$a_j\ne x_i\f$ have the coefficient \f$-rc_j\ne0\f$, so there are none: all
///   arguments are equal and \f$p_i=1/n\f$. Then all weights are exactly 1 and one division is
///   left, which is exact if \f$n\f$ is a power of two; otherwise \f$1/n\f$ is not dyadic, hence no
///   midpoint.
/// - **Derivatives of softmax** and the **Hessian** of logsumexp are \f$e^{x_i}Q/s^{k+1}\f$ with
///   \f$s=\sum c_je^{a_j}\f$ and a form \f$Q\f$ of degree \f$k\f$ in the exponentials with rational
///   coefficients. If that is \f$r\ne0\f$, compare coefficients in \f$e^{x_i}Q=rs^{k+1}\f$. On
///   the right the least and the greatest exponent are \f$k+1\f$ times the least and the greatest
///   argument, with positive multiples of \f$r\f$ before them; on the left they occur only if
///   \f$x_i\f$ is that argument. So all arguments are equal again. Then the weights are 1, the
///   numerator is a polynomial in differences of floats, which is exact once the working precision
///   holds it, and one division is left.
/// - **entropy**: \f$e^{-H}=\prod p_i^{p_i}\f$ is algebraic, so \f$H\f$ is 0 or transcendental (the
///   theorem with two terms).
/// - **surprisal**, **cross_entropy**, **kl_divergence**: logarithms of algebraic numbers likewise.
///   **nats_to_bits**, **bits_to_nats**: a rational number other than 0 times or by \f$\log2\f$,
///   which is transcendental.
/// - **escort**: an algebraic number. It may be rational: \f$\alpha=1/2\f$ gives 1/4 and 3/4 for
///   1/16 and 9/16. A float is decided by the enclosures around it; for a midpoint no theorem
///   stands in the way, and no example is known in the normal range.
/// - **softmax_entropy**: \f$\log s\f$ and a quotient of exponentials together are beyond the
///   theorem, unless all entries are equal.
///
/// A value that is 0 without being a point — a derivative that cancels, an entropy of entries above
/// 1 — is decided too: the enclosure comes to lie within \f$\pm2^{-1075}\f$ (\f$\pm2^{-150}\f$ in
/// binary32), where every number rounds to zero.
///
/// How many bits that takes the theorem does not say. It can be many where all but one of the terms
/// are minute: log_softmax() lies below \f$x_i-m\f$, which may itself be a midpoint, by as little
/// as \f$e^{-g}\f$ for a gap \f$g\f$ between the two largest arguments, and derivatives of equal
/// arguments are disturbed as little by a distant one. That takes \f$g/\log2\f$ bits, so with a
/// limit of 4096 bits such a tie is decided for gaps up to 2800. Inputs that need more than the
/// limit are reported as undecided, never guessed.

}  // namespace softlaw::reference
