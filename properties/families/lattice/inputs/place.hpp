// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

// What the inputs of the lattice soft-min are drawn from.
namespace softlaw::properties {

struct Place {
  double n, d, alpha;
};

inline const Parameter n_parameter{"n", Kind::scalar};
inline const Parameter d_parameter{"d", Kind::scalar};
inline const Parameter alpha_parameter{"alpha", Kind::scalar};
inline const Parameter epsilon_parameter{"epsilon", Kind::scalar};
inline const std::vector<Parameter> place_parameters{n_parameter, d_parameter, alpha_parameter};
inline const std::vector<Parameter> place_and_epsilon_parameters{
    n_parameter, d_parameter, alpha_parameter, epsilon_parameter};

/// A multiple of 1/8 up to 4: few bits, so that places on the lattice are floats.
double short_gap(Source& source);

/// alpha with alpha d^2 between two powers of two.
double sharpness(Source& source, const Landscape& format, double d, double low, double high);

/// One class of places; `few` keeps n below 24 d.
Place draw_place(Source& source, const Landscape& format, bool few, std::string& input_class);

/// A dense lattice of 101 to 110 points that is short against the Gaussian: sums over it are nearly
/// those of polynomials, and as few terms as that can still be added one by one.
Place draw_short_range(Source& source, const Landscape& format);

/// Whether the first arguments are n, d, alpha of the format within the bounds of `place_text`.
bool is_place(const Case& c);

/// What is_place() asks for beside n, d, alpha > 0.
inline const char* const place_text =
    "n <= 2^42 d, d in [2^-12, 2^16], alpha d^2 in [2^-40, 2^12], alpha d (d^2 - n) <= 2^20";

}  // namespace softlaw::properties
