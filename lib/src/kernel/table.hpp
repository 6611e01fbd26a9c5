// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

/// Scratch space whose size is known late.
namespace softlaw::kernel {

/// `size` values, of which up to `few` need no allocation.
template <class T, std::size_t few>
class Table {
 public:
  explicit Table(std::size_t size) : size_(size), many_(size > few ? size : 0) {}

  std::span<T> all() { return size_ > few ? std::span<T>(many_) : std::span<T>(few_).first(size_); }
  std::span<const T> all() const {
    return size_ > few ? std::span<const T>(many_) : std::span<const T>(few_).first(size_);
  }
  T& operator[](std::size_t k) { return all()[k]; }
  const T& operator[](std::size_t k) const { return all()[k]; }
  std::size_t size() const { return size_; }

 private:
  std::size_t size_;
  std::array<T, few> few_{};
  std::vector<T> many_;
};

}  // namespace softlaw::kernel
