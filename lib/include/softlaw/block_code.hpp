// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <softlaw/export.hpp>
#include <span>
#include <vector>

/// \file
/// Codes of fixed length: the number of digits that distinguish a number of states, a block of symbols as
/// one number, and ternary digits as signal levels. Integers only.
namespace SOFTLAW_API softlaw {

/// The least m with \f$r^m \ge N\f$, that is \f$\lceil\log_r N\rceil\f$ for \f$N \ge 1\f$.
///
/// No logarithm is taken: in binary64 \f$\log(125)/\log(5)\f$ exceeds 3.
/// \param states  N; 0 and 1 need no digit.
/// \param radix   r, at least 2.
/// \throws std::invalid_argument if the radix is below 2.
/// \par Complexity
///   one multiplication per digit, at most 64.
/// \par Source
///   S2, exercise 3.
[[nodiscard]] std::uint32_t digit_count(std::uint64_t states, std::uint32_t radix = 2);

/// The digits that n symbols need together: the least m with \f$r^m \ge q^n\f$, that is
/// \f$\lceil n \log_r q\rceil\f$, exactly.
///
/// \param alphabet  q, the number of different symbols, at least 1.
/// \param n         the number of symbols in the block, at most \f$2^{58}\f$.
/// \param radix     r, at least 2.
/// \throws std::invalid_argument if the alphabet is 0, n too large or the radix below 2.
/// \par Complexity
///   constant: logarithms in pairs decide, and of powers of one number the exponents; but where
///   \f$n \log_r q\f$ happens to lie within \f$2^{-64}\f$ of itself from an integer, two powers of as many
///   bits as the block has.
/// \par Source
///   S3 §2.2.
[[nodiscard]] std::size_t block_length(std::uint32_t alphabet, std::size_t n,
                                       std::uint32_t radix = 2);

/// The block of symbols as one number: its digits, most significant first, with leading zeros so that
/// every block of this size has block_length() of them.
///
/// \param alphabet  the number of different symbols, at least 1.
/// \param symbols   a block of symbols below the alphabet, the first the most significant.
/// \param radix     the number of different digits, at least 2.
/// \throws std::invalid_argument as block_length does, or if a symbol is not below the alphabet,
///         naming its position.
/// \par Complexity
///   \f$O(n^2 \log^2 q)\f$.
/// \par Source
///   S3 §2.2.
[[nodiscard]] std::vector<std::uint32_t> block_encode(std::uint32_t alphabet,
                                                      std::span<const std::uint32_t> symbols,
                                                      std::uint32_t radix = 2);

/// The block of n symbols whose code is `digits`: the inverse of block_encode().
///
/// Of the \f$r^m\f$ words of that length \f$r^m - q^n\f$ are unused, and cause no ambiguity: they
/// are refused.
/// \throws std::invalid_argument as block_length does, or if there are not block_length() digits, a
///         digit is not below the radix, or the number is \f$q^n\f$ or more.
/// \par Complexity
///   that of block_encode().
/// \par Source
///   S3 §2.1 and §2.2.
[[nodiscard]] std::vector<std::uint32_t> block_decode(std::uint32_t alphabet,
                                                      std::span<const std::uint32_t> digits,
                                                      std::size_t n, std::uint32_t radix = 2);

/// Ternary digits 0, 1, 2 as the levels −1, 0, 1 of a PAM-3 signal.
/// \throws std::invalid_argument if a digit is above 2, naming its position.
/// \par Source
///   S2, exercise 3.
[[nodiscard]] std::vector<int> pam3_levels(std::span<const std::uint32_t> digits);

/// The levels −1, 0, 1 of a PAM-3 signal as ternary digits: the inverse of pam3_levels().
/// \throws std::invalid_argument if a level is none of these, naming its position.
/// \par Source
///   S2, exercise 3.
[[nodiscard]] std::vector<std::uint32_t> pam3_digits(std::span<const int> levels);

}  // namespace softlaw
