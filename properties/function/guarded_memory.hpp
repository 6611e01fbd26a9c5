// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>

namespace softlaw::properties {

/// A block of memory in front of an inaccessible page: a read or a write past its end ends the process.
/// Bytes before it are marked, so that a write there is seen.  Its start has any alignment that its size
/// gives it.
class GuardedMemory {
 public:
  explicit GuardedMemory(std::size_t bytes);
  ~GuardedMemory();
  GuardedMemory(const GuardedMemory&) = delete;
  GuardedMemory& operator=(const GuardedMemory&) = delete;

  std::byte* begin() const { return end_ - size_; }
  /// Whether nothing was written before the start.
  bool is_intact() const;

 private:
  std::size_t size_, room_;
  std::byte* end_;
};

/// An array of numbers in such memory.
template <class T>
class GuardedArray {
 public:
  static_assert(std::is_trivially_copyable_v<T>);

  GuardedArray(std::size_t n, T value) : memory_(n * sizeof(T)), size_(n) {
    std::uninitialized_fill_n(data(), n, value);
  }

  T* data() const { return std::launder(reinterpret_cast<T*>(memory_.begin())); }
  std::size_t size() const { return size_; }
  T* begin() const { return data(); }
  T* end() const { return data() + size_; }
  T& operator[](std::size_t i) const { return data()[i]; }
  bool is_intact() const { return memory_.is_intact(); }

 private:
  GuardedMemory memory_;
  std::size_t size_;
};

}  // namespace softlaw::properties
