// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <softlaw/export.hpp>
#include <span>
#include <string>
#include <vector>

/// \file
/// Prefix codes: the Kraft sum, Huffman's code lengths, and the canonical code.
///
/// With block_code.hpp the only part of the library that allocates memory.
namespace SOFTLAW_API softlaw {

/// An exact non-negative number in base `radix`: whole + digits[0] / radix + digits[1] / radix² + …
struct KraftSum {
  std::uint64_t whole = 0;            ///< the integer part
  std::vector<std::uint32_t> digits;  ///< the fraction, most significant first, no trailing zeros
  std::uint32_t radix = 2;            ///< the base

  /// Comparison with an integer, as in `sum <= 1`.
  friend std::strong_ordering operator<=>(const KraftSum& sum, std::uint64_t number) {
    if (sum.whole != number) return sum.whole <=> number;
    return sum.digits.empty() ? std::strong_ordering::equal : std::strong_ordering::greater;
  }
  friend bool operator==(const KraftSum& sum, std::uint64_t number) {
    return (sum <=> number) == std::strong_ordering::equal;
  }
  friend bool operator==(const KraftSum&, const KraftSum&) = default;
};

/// The number in its base, such as `1.01 (base 2)`; digits from ten on stand in parentheses.
[[nodiscard]] std::string to_string(const KraftSum& sum);

/// The longest code word that kraft_sum and PrefixCode take.
inline constexpr std::uint32_t longest_word = 1U << 20;

/// The Kraft sum \f$\sum_i r^{-\ell_i}\f$, exactly.
///
/// For lengths of 1 or more, a uniquely decodable code with them exists if and only if it is at most 1.
/// \param lengths  any number of word lengths up to longest_word; 0 is the empty word.
/// \param radix    the number of letters of the code alphabet, at least 2.
/// \returns  the sum; 0 for no lengths.
/// \throws std::invalid_argument if the radix is below 2 or a length above longest_word.
/// \par Complexity
///   \f$O(n + \max \ell)\f$ time and memory.
/// \par Source
///   S3 §2 (number of code words); Kraft 1949, McMillan 1956.
[[nodiscard]] KraftSum kraft_sum(std::span<const std::uint32_t> lengths, std::uint32_t radix = 2);

/// The word lengths of an optimal prefix code, after Huffman.
///
/// The weights are added exactly, so the lengths minimise \f$\sum_i w_i \ell_i\f$ for the exact
/// values of the floating-point numbers. Among the optimal codes the longest word is shortest.
/// The result depends on nothing but the arguments.
/// \param weights  any number of finite weights, not negative, zeros included; they need not sum to
///                 1, for a common factor changes nothing. See require_distribution().
/// \param radix    the number of letters of the code alphabet, at least 2.
/// \returns  a length a weight; none for none, and 0 for one alone.
/// \throws std::domain_error if a weight is negative, infinite or NaN.
/// \throws std::invalid_argument if the radix is below 2.
/// \par Complexity
///   \f$O(n \log n)\f$ comparisons and additions of numbers as long as the weights' exponents
///   differ, at most 2200 bits.
/// \par Source
///   S2 (Exercises), S3 §2; Huffman 1952.
[[nodiscard]] std::vector<std::uint32_t> huffman_lengths(std::span<const double> weights,
                                                         std::uint32_t radix = 2);
/// \overload
[[nodiscard]] std::vector<std::uint32_t> huffman_lengths(std::span<const float> weights,
                                                         std::uint32_t radix = 2);

/// The canonical prefix code of given word lengths: words in order of length, equal lengths in
/// order of the symbols, each word the first in the alphabet's order that is free.
class PrefixCode {
 public:
  using Digits = std::vector<std::uint32_t>;

  /// \param lengths  the word length of each symbol; 0 only for a single symbol.
  /// \param radix    the number of letters of the code alphabet, at least 2.
  /// \throws std::domain_error if the Kraft sum exceeds 1.
  /// \throws std::invalid_argument as kraft_sum does.
  /// \par Complexity
  ///   time and memory linear in the number of different beginnings of words.
  explicit PrefixCode(std::span<const std::uint32_t> lengths, std::uint32_t radix = 2);

  [[nodiscard]] std::size_t size() const noexcept { return leaves_.size(); }
  [[nodiscard]] std::uint32_t radix() const noexcept { return radix_; }

  /// The word of a symbol.
  /// \throws std::out_of_range if there is no such symbol.
  [[nodiscard]] Digits word(std::size_t symbol) const;

  /// The words of the symbols, one after the other.
  /// \throws std::out_of_range if there is no such symbol.
  [[nodiscard]] Digits encode(std::span<const std::size_t> symbols) const;

  /// The `count` symbols that the digits stand for. The count must be given, because a code of one
  /// symbol may have the empty word.
  /// \throws std::invalid_argument if the digits end within a word, go on after the last symbol,
  ///         contain a digit that is not below the radix, or begin no word; the message names the
  ///         position.
  [[nodiscard]] std::vector<std::size_t> decode(std::span<const std::uint32_t> digits,
                                                std::size_t count) const;

 private:
  static constexpr std::size_t no_symbol = static_cast<std::size_t>(-1);

  /// A beginning of words. The children are numbered 0, 1, … in the order of their digits.
  struct Node {
    std::size_t parent = 0;
    std::uint32_t digit = 0;
    std::size_t symbol = no_symbol;
    std::vector<std::size_t> children;
  };

  std::size_t add_child(std::size_t parent);
  std::size_t decode_one(std::span<const std::uint32_t> digits, std::size_t& position) const;

  std::uint32_t radix_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> leaves_;
};

}  // namespace softlaw
