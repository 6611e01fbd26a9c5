// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <new>

/// Room for intermediate results.
namespace softlaw::vector {

/// n numbers: on the stack for short rows; else from the heap, null if it has none.
template <class R = double>
class Scratch {
 public:
  explicit Scratch(std::size_t n) {
    if (n > few_.size()) many_.reset(new (std::nothrow) R[n]);
    data_ = n > few_.size() ? many_.get() : few_.data();
  }
  R* data() { return data_; }

 private:
  std::array<R, 1024> few_;
  std::unique_ptr<R[]> many_;
  R* data_;
};

}  // namespace softlaw::vector
