// SPDX-License-Identifier: Apache-2.0
#include "subjects/protocol.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "families/coding/functions.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/softmax/functions.hpp"
#include "subjects/subject.hpp"
#include "value/bits.hpp"

namespace softlaw::properties {
namespace {

constexpr Format half{"binary16", 11, -14, 15}, brain{"bfloat16", 8, -126, 127};

TEST(Bits, AreThoseOfTheMachine) {
  for (double value : {0.0, -0.0, 1.0, -1.5, 0x1p-1074, 0x1.fffffffffffffp+1023, 0x1p-1022, 3e-310,
                       infinity, -infinity}) {
    EXPECT_EQ(to_bits(value, Format::binary64), std::bit_cast<std::uint64_t>(value)) << value;
    const auto narrow = static_cast<float>(value);
    EXPECT_EQ(to_bits(static_cast<double>(narrow), Format::binary32),
              std::bit_cast<std::uint32_t>(narrow))
        << value;
  }
}

TEST(Bits, ComeBack) {
  for (const Format& format : {half, brain, Format::binary32}) {
    const std::uint64_t count = std::uint64_t{1} << std::min(width(format), 16);
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::uint64_t bits = width(format) > 16 ? i * 65537 : i;
      const double value = from_bits(bits, format);
      if (std::isnan(value)) continue;
      ASSERT_TRUE(format.contains(value)) << format.name << bits;
      ASSERT_EQ(to_bits(value, format), bits) << format.name;
    }
  }
}

TEST(Bits, HaveTheWidthOfTheirFormat) {
  EXPECT_EQ(width(half), 16);
  EXPECT_EQ(width(brain), 16);
  EXPECT_EQ(to_digits({1, 65504, std::nan("")}, half), "3c007bff7e00");
  EXPECT_EQ(to_digits({1, infinity}, brain), "3f807f80");
  EXPECT_EQ(to_digits({}, brain), "");
}

TEST(Bits, ThatCannotBeReadAreShown) {
  for (const char* text :
       {"3ff", "3ff000000000000g", " ff0000000000000", "3ff00000000000001", "-1"}) {
    EXPECT_THROW(read_digits(text, Format::binary64), std::invalid_argument) << text;
  }
}

TEST(Protocol, AQuestionHasEveryKindOfArgument) {
  using protocol::question;
  EXPECT_EQ(question(7, logsumexp, {Vector{1, -2}}, Format::binary64),
            "7 logsumexp binary64 [3ff0000000000000c000000000000000]\n");
  EXPECT_EQ(question(1, logsumexp_scaled, {Vector{}, 0.5}, Format::binary32),
            "1 logsumexp_scaled binary32 [] 3f000000\n");
  EXPECT_EQ(question(2, kraft_sum, {Integers{1, 2}, std::int64_t{2}}, Format::binary64),
            "2 kraft_sum binary64 #[1,2] #2\n");
  EXPECT_THROW(question(3, logsumexp, {Vector{0.1}}, Format::binary32), Inexact);
}

std::vector<double> reals(std::string_view line, const Vector& x = {1, 2}) {
  return std::get<std::vector<double>>(
      protocol::read_answer(line, 7, softmax, {x}, Format::binary32));
}

TEST(Protocol, AnAnswerMayHaveBrackets) {
  EXPECT_EQ(reals("7 3f0000003f000000"), (std::vector{0.5, 0.5}));
  EXPECT_EQ(reals("7 [3f0000003f000000]"), (std::vector{0.5, 0.5}));
  EXPECT_EQ(reals("7 []", {}), std::vector<double>());
  EXPECT_EQ(reals("7", {}), std::vector<double>());
}

std::string failure(std::string_view line) {
  try {
    reals(line);
    return "none";
  } catch (const Failed& failed) {
    return failed.what();
  } catch (const protocol::NoAnswer& none) {
    return std::string("no answer: ") + none.what();
  }
}

TEST(Protocol, AnAnswerThatIsNoneSaysWhy) {
  EXPECT_EQ(failure("7 ! ValueError: x"), "threw: ValueError: x");
  EXPECT_EQ(failure("7 3f000000"), "gave 1 result of softmax, not 2");
  EXPECT_EQ(failure("7 3f00000"), "answered softmax with '3f00000'");
  EXPECT_EQ(failure("7 0.5 0.5"), "answered softmax with '0.5 0.5'");
  EXPECT_EQ(failure("8 3f0000003f000000"),
            "no answer: answered question 7 with '8 3f0000003f000000'");
  EXPECT_EQ(failure(""), "no answer: answered question 7 with ''");
  EXPECT_EQ(failure("7 ! \033[31m\a"), "threw: ?[31m?") << "nothing that a terminal obeys";
  EXPECT_LT(failure("7 " + std::string(100000, 'x')).size(), 300u);
}

std::optional<Counts> counts(std::string_view line) {
  return std::get<std::optional<Counts>>(protocol::read_answer(
      line, 7, kraft_sum, {Integers{1, 2}, std::int64_t{2}}, Format::binary64));
}

TEST(Protocol, IntegersMayBeNone) {
  EXPECT_EQ(counts("7 #[0,1,1]"), (Counts{0, 1, 1}));
  EXPECT_EQ(counts("7 0,1,1"), (Counts{0, 1, 1}));
  EXPECT_EQ(counts("7 18446744073709551615"), Counts{UINT64_MAX});
  EXPECT_EQ(counts("7 none"), std::nullopt);
  for (const char* line : {"7 1,,2", "7 -1", "7 1.5", "7 18446744073709551616", "7 #[1, 2]"}) {
    EXPECT_THROW(counts(line), Failed) << line;
  }
}

TEST(Protocol, AMarkEndsWhatWasPrinted) {
  EXPECT_EQ(protocol::marked("softlaw: 7 3f\r"), "7 3f");
  EXPECT_EQ(protocol::marked("loading ... softlaw: ready"), "ready");
  EXPECT_EQ(protocol::marked("7 3f"), std::nullopt);
}

std::string complaint(std::initializer_list<std::string_view> lines) {
  protocol::Description description;
  try {
    for (std::string_view line : lines) description.read(line);
    return description.ready ? "none" : "not ready";
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
}

TEST(Protocol, ADescriptionIsWhole) {
  EXPECT_EQ(complaint({"protocol 1", "name my softmax", "contract 4ulp", "binary64 softmax",
                       "binary64 logsumexp", "binary32", "ready"}),
            "none");
  EXPECT_EQ(complaint({"protocol 1", "name x"}), "not ready");
  EXPECT_EQ(complaint({"name x", "contract 4ulp", "ready"}),
            "its description has no line 'protocol'");
  EXPECT_EQ(complaint({"protocol 1", "contract 4ulp", "ready"}),
            "its description has no line 'name'");
  EXPECT_EQ(complaint({"protocol 1", "name x", "ready"}), "its description has no line 'contract'");
}

TEST(Protocol, ADescriptionSaysNothingUnknown) {
  EXPECT_NE(complaint({"protocol 2"}).find("this gate speaks version 1"), std::string::npos);
  EXPECT_NE(complaint({"protocol one"}).find("version 'one'"), std::string::npos);
  EXPECT_NE(complaint({"binary64 softmix"}).find("'softmix'"), std::string::npos);
  EXPECT_NE(complaint({"binary65 softmax"}).find("'binary65 softmax'"), std::string::npos);
  EXPECT_NE(complaint({""}).find("the line ''"), std::string::npos);
}

}  // namespace
}  // namespace softlaw::properties
