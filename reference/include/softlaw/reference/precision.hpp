// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace softlaw::reference {

/// Sets the precision of interval results, in bits, for as long as it lives; guards nest.
///
/// Each thread has its own precision, 256 bits at first. Exact operations (construction from a
/// float, negation, scaling by a power of two, minimum and maximum, exact_sum) do not heed it.
/// \code
/// WorkingPrecision guard(512);
/// Interval y = logsumexp(x);  // ends of 512 bits
/// \endcode
class WorkingPrecision {
 public:
  /// \param bits from 2 to 2^24, else std::domain_error.
  explicit WorkingPrecision(int bits);
  /// Restores the precision that was in force.
  ~WorkingPrecision();
  WorkingPrecision(const WorkingPrecision&) = delete;
  WorkingPrecision& operator=(const WorkingPrecision&) = delete;

  /// The precision in force in this thread.
  static int current() noexcept;

 private:
  int previous_;
};

}  // namespace softlaw::reference
