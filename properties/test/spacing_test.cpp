// SPDX-License-Identifier: Apache-2.0
#include "pages/spacing.hpp"

#include <gtest/gtest.h>

namespace softlaw::properties::spacing {
namespace {

std::string with(const std::string& before, const std::string& after) {
  return settle(before + open + "a/b" + close + after);
}

TEST(Spacing, ATextIsCutIntoCharacters) {
  EXPECT_EQ(characters("aλ≤"), (std::vector<std::string>{"a", "λ", "≤"}));
}

TEST(Spacing, AGapIsASpaceBetweenLettersAlone) {
  const std::string g = gap;
  EXPECT_EQ(settle("a" + g + "b" + g + "(c)" + g + "d" + g + "+" + g + "1"), "a b(c) d+1");
  EXPECT_EQ(settle("λ" + g + g + "Σ"), "λ Σ");
  EXPECT_EQ(settle("a" + g + " b"), "a b");
  EXPECT_EQ(settle("a" + std::string(edge) + g + "b"), "ab");
}

TEST(Spacing, AFractionStandsWithoutParenthesesBetweenTerms) {
  EXPECT_EQ(with("", ""), "a/b");
  EXPECT_EQ(with("x = -", " + c"), "x = -a/b + c");
  EXPECT_EQ(with("x ", " ≤ c"), "x (a/b) ≤ c");
  EXPECT_EQ(with("= ", " c"), "= (a/b) c");
  EXPECT_EQ(with("(", ")^2"), "(a/b)^2");
  EXPECT_EQ(with("1/", ""), "1/(a/b)");
  EXPECT_EQ(settle("words " + std::string(edge) + open + "a/b" + close + edge + " words"),
            "words a/b words");
}

TEST(Spacing, AnAtomBindsAsOneSign) {
  for (const char* text : {"12", "1.5", "x", "λ", "x_i", "e^(-r)", "√π", "√3", "H(p)", "(a+b)",
                           "LSE(x)", "x_i^2", "y\u0302_j", "n!", "p'_k", "κ_ab"}) {
    EXPECT_TRUE(is_atom(text)) << text;
  }
  for (const char* text : {"", "2h", "ab", "a+b", "-r", "(a)(b)", "log x", "a/b", "(a"}) {
    EXPECT_FALSE(is_atom(text)) << text;
  }
  EXPECT_EQ(factor("x_i"), "x_i");
  EXPECT_EQ(factor("2h"), "(2h)");
}

TEST(Spacing, ADivisorThatMayBeAProductHasParentheses) {
  EXPECT_EQ(settle(fraction("1", "α(1-r)")), "1/(α(1-r))");
  EXPECT_EQ(settle(fraction("α(1-r)", "2")), "α(1-r)/2");
  EXPECT_EQ(settle(fraction("1", "Var(x)")), "1/Var(x)");
}

TEST(Spacing, AScriptHasParenthesesWhereItsEndIsInDoubt) {
  EXPECT_EQ(script('^', "2"), "^2");
  EXPECT_EQ(script('^', "12"), "^12");
  EXPECT_EQ(script('^', "ab"), "^(ab)");
  EXPECT_EQ(script('_', "ab"), "_ab");
  EXPECT_EQ(script('_', "2r"), "_(2r)");
  EXPECT_EQ(script('^', "(i)"), "^(i)");
  EXPECT_EQ(script('^', "(a)(b)"), "^((a)(b))");
  EXPECT_EQ(script('^', "ᵀ"), "ᵀ");
}

}  // namespace
}  // namespace softlaw::properties::spacing
