// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw/reference/coding.hpp>

/// \file
/// Digits and block codes by the integers of GMP.

namespace softlaw::reference {

/// The least m with \f$r^m\ge N\f$: powers are tried one after the other.
/// \throws std::domain_error for a radix below 2.
std::uint32_t digit_count(std::uint64_t states, std::uint32_t radix);

/// The least m with \f$r^m\ge q^n\f$, likewise.
/// \throws std::domain_error for a radix below 2 or an empty alphabet.
std::size_t block_length(std::uint32_t alphabet, std::size_t n, std::uint32_t radix);

/// \f$\sum_is_iq^{n-1-i}\f$ in base r, with leading zeros up to block_length() digits.
/// \throws std::domain_error as block_length(), or if a symbol is not below the alphabet.
Integers block_encode(std::uint32_t alphabet, const Integers& symbols, std::uint32_t radix);

/// The n symbols that block_encode() writes so; nothing if there are none.
/// \throws std::domain_error as block_length().
std::optional<Integers> block_decode(std::uint32_t alphabet, const Integers& digits, std::size_t n,
                                     std::uint32_t radix);

}  // namespace softlaw::reference
