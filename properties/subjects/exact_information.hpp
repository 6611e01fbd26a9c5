// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/block_code.hpp>

#include "subjects/correctly_rounded.hpp"

namespace softlaw::properties {

/// The entropies of the reference behind the C table: part of Exact.
template <class Real>
struct ExactInformation {
  static Real entropy(const Real* p, std::size_t n) {
    return exact_one<Real>(Function::entropy, {Vector(p, p + n)});
  }
  static Real cross_entropy(const Real* p, const Real* q, std::size_t n) {
    return exact_one<Real>(Function::cross_entropy, {Vector(p, p + n), Vector(q, q + n)});
  }
  static Real kl_divergence(const Real* p, const Real* q, std::size_t n) {
    return exact_one<Real>(Function::kl_divergence, {Vector(p, p + n), Vector(q, q + n)});
  }
  static Real surprisal(Real p) { return exact_one<Real>(Function::surprisal, {double{p}}); }
  static Real nats_to_bits(Real nats) {
    return exact_one<Real>(Function::nats_to_bits, {double{nats}});
  }
  static Real bits_to_nats(Real bits) {
    return exact_one<Real>(Function::bits_to_nats, {double{bits}});
  }
  static Real softmax_entropy(const Real* x, std::size_t n) {
    return exact_one<Real>(Function::softmax_entropy, {Vector(x, x + n)});
  }
  static void escort(const Real* p, std::size_t n, Real alpha, Real* out) {
    exact_all(Function::escort, {Vector(p, p + n), double{alpha}}, out);
  }
};

/// The reference's block codes behind the C table: part of ExactCoding.
struct ExactBlockCoding {
  static std::uint32_t digit_count(std::uint64_t states, std::uint32_t radix) {
    return reference::digit_count(states, radix);
  }
  static std::size_t block_length(std::uint32_t alphabet, std::size_t n, std::uint32_t radix) {
    return reference::block_length(alphabet, n, radix);
  }
  static std::size_t block_encode(std::uint32_t alphabet, const std::uint32_t* symbols,
                                  std::size_t n, std::uint32_t radix, std::uint32_t* digits) {
    const auto found = reference::block_encode(alphabet, {symbols, symbols + n}, radix);
    std::ranges::copy(found, digits);
    return found.size();
  }
  static std::size_t block_decode(std::uint32_t alphabet, const std::uint32_t* digits,
                                  std::size_t digit_count, std::uint32_t radix,
                                  std::uint32_t* symbols, std::size_t n) {
    const auto found = reference::block_decode(alphabet, {digits, digits + digit_count}, n, radix);
    if (!found) return SIZE_MAX;
    std::ranges::copy(*found, symbols);
    return digit_count;
  }
};

}  // namespace softlaw::properties
