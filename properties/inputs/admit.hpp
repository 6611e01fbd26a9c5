// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inputs/inputs.hpp"

namespace softlaw::properties {

// The parts that hypotheses of inputs are made of.

const Vector& vector_at(const Case& c, std::size_t i);
double number_at(const Case& c, std::size_t i);

/// Whether the arithmetic rounds nothing.
bool exact(const std::function<void()>& arithmetic);
/// Whether all entries are floats of the format.
bool fits(const Vector& v, Format format);
bool finite_and_not_empty(const Case& c);
/// The same, with all vectors of the length of the first.
bool one_length(const Case& c);

Case empty_case(Format format);
/// The same inputs with another generator.
Inputs drawn_by(Inputs inputs, std::function<Case(Source&, Format)> generate);
/// A scale between 2^-6 and 2^10, now and then far out, or anything positive that the format has.
double draw_scale(Source& source, const Landscape& format);

}  // namespace softlaw::properties
