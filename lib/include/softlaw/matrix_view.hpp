// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

/// \file
/// A view of a matrix, which does not own its memory.
namespace softlaw {

/// A row-major matrix: entry (i, j) is data[i * leading_dimension + j].
///
/// leading_dimension must be at least columns; the gap between rows is never touched.
template <class T>
struct MatrixView {
  T* data = nullptr;
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t leading_dimension = 0;
};

}  // namespace softlaw
