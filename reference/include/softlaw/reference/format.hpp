// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/interval.hpp>
#include <span>
#include <string_view>

/// \file
/// The floating-point formats, one row each, and their spacing.

namespace softlaw::reference {

/// A binary floating-point format of IEEE 754: all that anything needs to know of it.
///
/// A number of any format is passed around as a double, exactly. A new format is a row in
/// formats(); nothing else enumerates them.
struct Format {
  const char* name;
  int precision;  ///< Bits of the significand, at most 53.
  int emin;       ///< \f$2^{\mathrm{emin}}\f$ is the smallest normal number.
  int emax;       ///< Every finite number is below \f$2^{\mathrm{emax}+1}\f$.

  static const Format binary64, binary32;

  /// The greatest finite number.
  double max_finite() const;
  /// The least positive number.
  double min_subnormal() const;
  /// Is \p value a number of this format, an infinity or NaN?
  bool contains(double value) const;
  /// The number of this format that is nearest to \p value, ties to even.
  double round(double value) const;
  /// The neighbour of a number of this format, as std::nextafter() has it.
  double above(double value) const;
  double below(double value) const;

  friend bool operator==(const Format&, const Format&) = default;
};

inline constexpr Format Format::binary64{"binary64", 53, -1022, 1023};
inline constexpr Format Format::binary32{"binary32", 24, -126, 127};

/// The formats that the library computes in, the widest first.
std::span<const Format> formats();
/// The format of that name, or null.
const Format* find_format(std::string_view name);

/// The spacing of the floats in the binade \f$[2^e,2^{e+1})\f$, as its binary logarithm; that of
/// the subnormals below \f$e=\mathrm{emin}\f$, that of the largest binade above emax.
int quantum(int binade, const Format& format);

/// The spacing of the floats around the real number \p v, that is, in its binade. It is the
/// subnormals' near 0, and the largest binade's beyond overflow. For an interval: the hull.
Interval ulp(const Interval& v, const Format& format);

}  // namespace softlaw::reference
