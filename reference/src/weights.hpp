// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <softlaw/reference/functions.hpp>
#include <string>

namespace softlaw::reference {

/// The index of the greatest upper end; of the first, if there are several. x is not empty.
std::size_t top_of(const Vector& x);

/// \f$x_i-x_{\mathrm{top}}\f$ without rounding. The entry `top` itself is exactly 0 if it is
/// bounded, be it a point or not: it is the same number that is taken from itself.
Vector differences(const Vector& x, std::size_t top);

/// Each entry times \p factor; unchanged, however many bits it has, if that is exactly 1.
Vector multiplied(Vector x, const Interval& factor);
/// Each entry divided by \p divisor, likewise.
Vector divided(Vector x, const Interval& divisor);

/// The terms that the whole family is made of: \f$w_i=e^{d_i}\f$ and their sums.
struct Weights {
  /// \p d from differences(), perhaps scaled since.
  Weights(Vector d, std::size_t top_index);
  explicit Weights(const Vector& x) : Weights(differences(x, top_of(x)), top_of(x)) {}

  Vector shift;                ///< \f$d_i\f$.
  std::size_t top;             ///< The entry whose shift is 0 and whose weight is 1, exactly.
  Vector weight;               ///< \f$w_i=e^{d_i}\f$.
  Interval others;             ///< \f$\sum_{i\ne\mathrm{top}}w_i\f$, however small against 1.
  Interval total;              ///< \f$s=\sum_iw_i\f$.
  Interval log_total() const;  ///< \f$\log s\f$, sharp however small.
};

/// Sums of all entries but one, for each one, without subtraction.
Vector sums_of_the_others(const Vector& terms);

/// \throws std::invalid_argument naming \p function and \p argument, if \p values and \p x differ
/// in size.
void require_size(const std::string& function, const std::string& argument, const Vector& values,
                  const Vector& x);

/// require_size() for each direction.
void require_same_size(const std::string& function, const Vector& x,
                       const std::vector<Vector>& directions);

}  // namespace softlaw::reference
