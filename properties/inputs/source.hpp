// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace softlaw::properties {

/// Mixes the bits of a word: the finaliser of SplitMix64 (Steele, Lea & Flood 2014).
constexpr std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

/// A seed for each (law, seed, index): cases are addressable, and no two laws share a stream.
constexpr std::uint64_t case_seed(std::string_view law, std::uint64_t seed, std::uint64_t index) {
  std::uint64_t hash = mix(seed + 0x9e3779b97f4a7c15u);
  for (char c : law) hash = mix(hash ^ static_cast<unsigned char>(c));
  return mix(hash + mix(index + 0x9e3779b97f4a7c15u));
}

/// The random bits that a generator draws from.
class Source {
 public:
  explicit Source(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits() { return mix(state_ += 0x9e3779b97f4a7c15u); }
  /// Uniform on low ... high.
  std::int64_t integer(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(bits() % static_cast<std::uint64_t>(high - low + 1));
  }
  std::size_t size(std::size_t low, std::size_t high) {
    return static_cast<std::size_t>(
        integer(static_cast<std::int64_t>(low), static_cast<std::int64_t>(high)));
  }
  /// Uniform on [0, 1), on a grid of 2^-53.
  double unit() { return static_cast<double>(bits() >> 11) * 0x1p-53; }
  double uniform(double low, double high) { return low + (high - low) * unit(); }
  bool one_in(std::int64_t n) { return integer(1, n) == 1; }
  template <class T>
  T one_of(std::initializer_list<T> items) {
    return items.begin()[size(0, items.size() - 1)];
  }

 private:
  std::uint64_t state_;
};

}  // namespace softlaw::properties
