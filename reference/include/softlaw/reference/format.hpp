// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/interval.hpp>

/// \file
/// The floating-point formats and their spacing.

namespace softlaw::reference {

/// The floating-point formats of IEEE 754 that the library computes in. A float of either format is
/// passed around as a double, exactly.
enum class Format { binary64, binary32 };

/// The parameters of a format, as IEEE 754 names them.
struct FormatTraits {
  int precision;         ///< Bits of the significand.
  int emin;              ///< \f$2^{\mathrm{emin}}\f$ is the smallest normal number.
  int emax;              ///< Every finite number is below \f$2^{\mathrm{emax}+1}\f$.
  double max_finite;     ///< The greatest finite number.
  double min_subnormal;  ///< The least positive number.
};

/// The parameters of \p format.
constexpr FormatTraits traits(Format format) {
  return format == Format::binary64
             ? FormatTraits{53, -1022, 1023, 0x1.fffffffffffffp1023, 0x1p-1074}
             : FormatTraits{24, -126, 127, 0x1.fffffep127, 0x1p-149};
}

/// The spacing of the floats in the binade \f$[2^e,2^{e+1})\f$, as its binary logarithm; that of
/// the subnormals below \f$e=\mathrm{emin}\f$, that of the largest binade above emax.
int quantum(int binade, Format format);

/// The spacing of the floats around the real number \p v, that is, in its binade. It is the
/// subnormals' near 0, and the largest binade's beyond overflow. For an interval: the hull.
Interval ulp(const Interval& v, Format format);

}  // namespace softlaw::reference
