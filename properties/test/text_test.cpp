// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

#include "inputs/source.hpp"
#include "value/value.hpp"

namespace softlaw::properties {
namespace {

const std::vector<Parameter> vector_and_number{{"x", Kind::vector}, {"c", Kind::scalar}};

std::string complaint(const std::string& text, const std::vector<Parameter>& parameters) {
  try {
    read_input(text, parameters);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(Text, HexadecimalReadsBackAsTheSameFloat) {
  Source source(1);
  for (int i = 0; i < 10000; ++i) {
    const double value = std::bit_cast<double>(source.bits());
    if (std::isnan(value)) continue;
    EXPECT_EQ(read_number(hexadecimal(value)), value);
    EXPECT_EQ(read_number(decimal(value, Format::binary64)), value);
  }
  for (double value : {infinity, -infinity, 0.0, 0x1p-1074, -0x1.fffffffffffffp+1023}) {
    EXPECT_EQ(read_number(hexadecimal(value)), value);
  }
  EXPECT_TRUE(std::signbit(read_number(hexadecimal(-0.0))));
  EXPECT_TRUE(std::isnan(read_number("nan")));
}

TEST(Text, DecimalIsTheShortestOfTheFormat) {
  EXPECT_EQ(decimal(static_cast<double>(0.1F), Format::binary32), "0.1");
  EXPECT_EQ(decimal(0.1, Format::binary64), "0.1");
  EXPECT_EQ(decimal(static_cast<double>(0.1F), Format::binary64), "0.10000000149011612");
  EXPECT_EQ(decimal(0x1.b8b6e6p+33, Format::binary32), "14787922944");
  constexpr Format tiny{"tiny", 5, -6, 7};
  EXPECT_EQ(decimal(0x1.8p-4, tiny), "0.094");
  EXPECT_EQ(decimal(0x1.8p-4, Format::binary64), "0.09375");
}

TEST(Text, DecimalAgreesWithTheStandardLibrary) {
  Source source(2);
  for (int i = 0; i < 20000; ++i) {
    const auto value = std::bit_cast<float>(static_cast<std::uint32_t>(source.bits()));
    if (!std::isfinite(value) || value == 0) continue;
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    EXPECT_EQ(decimal(static_cast<double>(value), Format::binary32),
              std::string(buffer.data(), end));
  }
}

TEST(Text, NumbersThatAreNoneAreNamed) {
  for (const char* text :
       {"", "abc", "1x", "0x", "1,2", "1 2", "--1", "1e400", "1e-400", "0x1p-1100"}) {
    EXPECT_THROW(read_number(text), std::invalid_argument) << text;
  }
}

TEST(Text, AZeroMayHaveAnyExponent) {
  for (const char* text : {"0e-400", "0x0p-3", "-0.00", "0e5"}) EXPECT_EQ(read_number(text), 0);
  EXPECT_GT(read_number("4.9e-324"), 0);
}

TEST(Text, InputsReadBackAsTheyWereWritten) {
  const Case input{Format::binary32, {Vector{1, -infinity, 0x1.8p-3}, -2.5}, "x"};
  const Case back = read_input(to_input(input), vector_and_number);
  EXPECT_EQ(back.format, Format::binary32);
  EXPECT_EQ(back.arguments, input.arguments);

  const std::vector<Parameter> integers{{"lengths", Kind::integers}, {"radix", Kind::integer}};
  const Case code{Format::binary64, {Integers{1, 2, 2}, std::int64_t{2}}, ""};
  EXPECT_EQ(read_input(to_input(code), integers).arguments, code.arguments);

  const Case nothing{Format::binary64, {Vector{}, 1.0}, ""};
  EXPECT_EQ(read_input(to_input(nothing), vector_and_number).arguments, nothing.arguments);
}

TEST(Text, TheFormatMayBeLeftOut) {
  const Case input = read_input("1,2; 3", vector_and_number);
  EXPECT_EQ(input.format, Format::binary64);
  EXPECT_EQ(std::get<Vector>(input.arguments[0]), (Vector{1, 2}));
}

TEST(Text, ABadInputIsToldApart) {
  EXPECT_NE(complaint("1,2", vector_and_number).find("expected 2 arguments (x; c), got 1"),
            std::string::npos);
  EXPECT_EQ(complaint("1,z; 3", vector_and_number), "x[1]: cannot read the number 'z'");
  EXPECT_EQ(complaint("1; 1e400", vector_and_number),
            "c: the number '1e400' is beyond binary64; write inf if meant");
  EXPECT_EQ(complaint("binary32; 1,0.1; 3", vector_and_number),
            "x[1]: 0.1 is not a binary32 number; the nearest is 0x1.99999ap-4");
  EXPECT_TRUE(complaint("foo; 1; 3", vector_and_number)
                  .starts_with("unknown format 'foo': binary64 or binary32"));
  EXPECT_NE(complaint("inf; 1; 3", vector_and_number).find("got 3"), std::string::npos);
  EXPECT_NE(complaint("binary17; 1; 3", vector_and_number).find("binary17"), std::string::npos);
  EXPECT_EQ(complaint("1.5", {{"radix", Kind::integer}}),
            "radix must be a whole number, got '1.5'");
  EXPECT_EQ(complaint("", {{"radix", Kind::integer}}), "radix must be a whole number, got ''");
  EXPECT_EQ(complaint("9223372036854775808", {{"states", Kind::integer}}),
            "states must be at most 9223372036854775807, got 9223372036854775808");
  EXPECT_EQ(complaint("1,-1", {{"lengths", Kind::integers}}),
            "lengths[1] must be at least 0, got -1");
  EXPECT_EQ(complaint("4294967296", {{"lengths", Kind::integers}}),
            "lengths[0] must be at most 4294967295, got 4294967296");
}

}  // namespace
}  // namespace softlaw::properties
