// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "inputs/source.hpp"
#include "value/value.hpp"

namespace softlaw::properties {

/// The floats of a format that are hard for log-sum-exp, derived from its traits.
struct Landscape {
  Format format;
  double absorption_low;   ///< e^-gap around half an ulp of 1: between these gaps
  double absorption_high;  //
  double within_exp;       ///< the exponential of everything up to here is a normal number
  double beyond_exp;       ///< and of everything from here on infinite, or 0
  int wide;                ///< 2^wide and 2^-wide are normal numbers near the ends of the format

  static Landscape of(const Format& format);

  double largest_offset() const;
  double round(double value) const { return format.round(value); }
  double below(double value) const { return format.below(value); }
  double above(double value) const { return format.above(value); }
};

/// A class of vectors that asks a particular question.
struct VectorClass {
  std::string name;
  std::string question;
  Vector (*draw)(Source& source, const Landscape& landscape);
};

std::span<const VectorClass> vector_classes();

/// A vector of a random class; its name is put into `input_class`.
Vector draw_vector(Source& source, Format format, std::string& input_class);

/// Entries on one dyadic grid with `spare` bits left over, so that sums and halves are exact.
Vector draw_grid(Source& source, Format format, std::size_t n, int spare);

/// Rounds to a grid on which sums of x and c are exact: both change, and keep their shape.
void share_a_grid(Vector& x, double& c, Format format);

/// A probability vector whose entries are floats that sum to 1 exactly.
Vector draw_simplex(Source& source, Format format, std::size_t n);

}  // namespace softlaw::properties
