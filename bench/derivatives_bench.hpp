// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

/// Derivatives, Taylor polynomials and cumulants beside one softmax of the same length.
void add_derivative_benchmarks(std::size_t n);
