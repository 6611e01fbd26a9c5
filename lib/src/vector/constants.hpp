// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>

/// The constants of the vector kernels; constants.sollya beside this file prints them.
namespace softlaw::vector {

/// exp(d) = 2^(k/4) exp(r), k = round(4 d / log 2). log(2)/4 = step_high + step_low + …, step_high a
/// multiple of 2^-25; the rest is small by good luck.
inline constexpr double steps_per_unit = 0x1.71547652b82fep+2;
inline constexpr double step_high = 0x1.62e43p-3;
inline constexpr double step_low = -0x1.05c610ca86c39p-31;
/// step_low in two parts, a multiple of 2^-71 and the rest.
inline constexpr double step_middle = -0x1.05c610ca87p-31;
inline constexpr double step_lowest = 0x1.e3b39803f2f6bp-74;

/// 2^(j/4) = power[j] (1 + rest[j]). `biased` is the power less j in the two leading bits of its
/// significand, for the sake of quarter_powers().
struct QuarterPowers {
  double biased[4];
  double rest[4];
  constexpr QuarterPowers(const double (&power)[4], const double (&rests)[4]) : biased{}, rest{} {
    for (std::uint64_t j = 0; j < 4; ++j) {
      biased[j] = std::bit_cast<double>(std::bit_cast<std::uint64_t>(power[j]) - (j << 50));
      rest[j] = rests[j];
    }
  }
};
/// Powers of 26 bits.
inline constexpr QuarterPowers short_powers{
    {1, 0x1.306fe08p+0, 0x1.6a09e68p+0, 0x1.ae89f98p+0},
    {0, 0x1.d858224ef1477p-28, -0x1.101228e4e461cp-28, 0x1.9c72f01362449p-29}};
inline constexpr QuarterPowers long_powers{
    {1, 0x1.306fe0a31b715p+0, 0x1.6a09e667f3bcdp+0, 0x1.ae89f995ad3adp+0},
    {0, 0x1.34d754db0abb6p-55, -0x1.3b3efbf5e2228p-54, 0x1.c1a7792cb3387p-55}};

/// Polynomials for what a power series of exp(r) leaves out, |r| <= log(2)/8 + 2^-16.
struct Short {
  /// 2 exp(r) = 2 + 2r + r² + r³ (tail[0] + tail[1] r + …), with an error below 2^-70.8 of it.
  static constexpr double tail[8] = {
      0x1.5555555555555p-2,  0x1.5555555555555p-4,  0x1.1111111112bbdp-6,  0x1.6c16c16c191edp-9,
      0x1.a01a010bd4f26p-12, 0x1.a01a00facd96dp-15, 0x1.71f18e9aca1e6p-18, 0x1.27f61ab2ce5bcp-21};
  static constexpr double unit = 2;
  static constexpr double error = 0x1p-63;
  /// What addition adds, an entry, when the largest exponential is 1.
  static constexpr double addition_error = 0x1p-82;
};
struct Long {
  /// 6 exp(r) = 6 + 6r + 3r² + r³ + r⁴ (1/4 + (twentieth + twentieth_rest) r + tail[0] r² + …), with
  /// an error below 2^-82.6 of it; twentieth has 39 bits.
  static constexpr double twentieth = 0x1.9999999998p-5;
  static constexpr double twentieth_rest = 0x1.99ap-45;
  static constexpr double tail[7] = {
      0x1.1111111111111p-7,  0x1.3813813811206p-10, 0x1.3813813814557p-13, 0x1.1566ac3a46039p-16,
      0x1.bbd778c9bd376p-20, 0x1.42c03e43a3de9p-23, 0x1.ae78708b4bdf5p-27};
  static constexpr double unit = 6;
  /// Of a sum for a logarithm; see share_error for shares.
  static constexpr double error = 0x1p-76;
  static constexpr double addition_error = 0x1p-96;
};

/// Adding and subtracting one of these rounds to the nearest multiple of 1, 2^-16 and 2^-25.
inline constexpr double to_integer = 0x1.8p52;
inline constexpr double to_coarse = 0x1.8p36;
inline constexpr double to_fine = 0x1.8p27;

/// Exponents are raised to this: exponentials below 2^-865 do not count in a sum.
inline constexpr double lowest_exponent = -600;
/// Shares below this are left to the caller.
inline constexpr double tiny_exponent = -590;
inline constexpr double tiny_exponential = 0x1p-861;  // of exp(-598)
/// Shares below this are zero, also when they are rounded.
inline constexpr double zero_exponent = -760;

/// Below this entries and maximum are cut to multiples of 2^-25 each; from it on their difference is
/// exact wherever it matters.
inline constexpr double largest_cut = 0x1p24;

/// The relative error of a share, a quotient of two long exponentials, when the differences are exact
/// and when they are multiplied.
inline constexpr double share_error = 0x1p-79;
inline constexpr double scaled_share_error = 0x1p-77;

/// log(1 + r) = r - r²/2 + r³ (log_tail[0] + log_tail[1] r + …), its power series, with an error below 2^-80 for
/// |r| < 2^-7.7.
inline constexpr double log_tail[7] = {
    0x1.5555555555555p-2, -0x1p-2, 0x1.999999999999ap-3, -0x1.5555555555555p-3,
    0x1.2492492492492p-3, -0x1p-3, 0x1.c71c71c71c71cp-4};
/// The absolute error of the vector logarithm, beside 2^-100 of itself.
inline constexpr double log_error = 0x1p-73;

/// exp(d) = 2^k exp(r), k = round(d / log 2), exp(r) = 1 + r + r² (tail[0] + tail[1] r + …) for
/// |r| <= log(2)/2 + 2^-20, with an error below 2^-49.5 of it.
namespace binary32 {
inline constexpr double steps_per_unit = 0x1.71547652b82fep+0;
inline constexpr double step = 0x1.62e42fefa39efp-1;
inline constexpr double tail[9] = {
    0x1.0000000000002p-1,  0x1.5555555553b7cp-3,  0x1.5555555552cf8p-5,
    0x1.1111111c461f4p-7,  0x1.6c16c17dc87f5p-10, 0x1.a019adaabfab9p-13,
    0x1.a019a7c28885ap-16, 0x1.72c722361abd2p-19, 0x1.28a36da6bb622p-22};
/// Exponents are raised to this: their exponentials round to zero, and n of them stay below 2^-240.
inline constexpr double lowest_exponent = -200;
inline constexpr double tiny_exponential = 0x1p-287;  // of exp(-199)
/// The relative errors of a sum and of a share.
inline constexpr double sum_error = 0x1p-44;
inline constexpr double share_error = 0x1p-43;
}  // namespace binary32

}  // namespace softlaw::vector
