// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "pages/claim.hpp"
#include "pages/page.hpp"

namespace softlaw::properties {
namespace {

std::string formula(const std::string& latex) { return plain("\\f$" + latex + "\\f$"); }

/// Every part of every page and claim, with where it is from.
std::vector<std::pair<std::string, std::string>> everything() {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Page& page : pages()) {
    for (const auto& [name, text] : page.parts) all.emplace_back(page.id + " " + name, text);
  }
  for (const Claim& claim : claims()) {
    for (const auto& [name, text] : claim.parts) all.emplace_back(claim.id + " " + name, text);
  }
  return all;
}

/// How many brackets are open at the end; less than 0 if one was closed that was not open.  An
/// interval may begin and end with any of them.
int open_brackets(const std::string& text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (depth < 0) return depth;
  }
  return depth;
}

TEST(Plain, FormulasArePlainOnATerminal) {
  EXPECT_EQ(formula("\\lambda \\le \\infty"), "λ ≤ ∞");
  EXPECT_EQ(formula("\\operatorname{LSE}(x)"), "LSE(x)");
  EXPECT_EQ(plain("see \\ref law_bounds \"Bounds\""), "see Bounds");
  EXPECT_EQ(plain("see \\ref law_bounds, \\ref fault.no-shift."), "see bounds, no-shift.");
  EXPECT_EQ(formula("\\lVert x\\rVert \\| \\{1\\}"), "‖x‖ ‖ {1}");
}

TEST(Plain, OutsideOfFormulasATextStaysAsItIs) {
  EXPECT_EQ(plain("alpha d^2 in [2^-40, 2^12]"), "alpha d^2 in [2^-40, 2^12]");
  EXPECT_EQ(plain("`softmax_rows` of {1} & 2"), "softmax_rows of {1} & 2");
  EXPECT_EQ(plain("as \\f$a^{2n}\\f$ and b^{2n}"), "as a^(2n) and b^{2n}");
}

TEST(Plain, ScriptsEndWhereTheyEnd) {
  EXPECT_EQ(formula("e^{x_i-m}"), "e^(x_i-m)");
  EXPECT_EQ(formula("(2\\pi)^{2p}"), "(2π)^(2p)");
  EXPECT_EQ(formula("B_{2r}"), "B_(2r)");
  EXPECT_EQ(formula("2^{-40}"), "2^(-40)");
  EXPECT_EQ(formula("10^{12}\\kappa_{ab}"), "10^12 κ_ab");
  EXPECT_EQ(formula("e^{th}"), "e^(th)");
  EXPECT_EQ(formula("y^{(i)} + k_{*} + k_*"), "y^(i) + k_* + k_*");
  EXPECT_EQ(formula("\\prod_{i\\ge2}\\lambda_i"), "Π_(i≥2) λ_i");
  EXPECT_EQ(formula("\\kappa_{12}c_3 p_ke^h pp^\\top e_ce_c^\\top"),
            "κ_12 c_3 p_k e^h ppᵀ e_c e_cᵀ");
}

TEST(Plain, FractionsHaveTheParenthesesThatTheyNeed) {
  EXPECT_EQ(formula("\\frac{\\sqrt\\pi}{2h}"), "√π/(2h)");
  EXPECT_EQ(formula("-\\frac1{2\\alpha} = x"), "-1/(2α) = x");
  EXPECT_EQ(formula("\\log\\frac{a_i}{b+1}\\omega^2"), "log(a_i/(b+1))ω^2");
  EXPECT_EQ(formula("\\tfrac14\\omega"), "(1/4)ω");
  EXPECT_EQ(formula("\\frac1\\alpha \\log x"), "(1/α) log x");
  EXPECT_EQ(formula("\\frac{\\frac12}{b}"), "(1/2)/b");
  EXPECT_EQ(formula("e^{\\frac12}"), "e^(1/2)");
  EXPECT_EQ(formula("\\frac{H(p)}{\\log r} \\le \\frac{e^{-r}}{2n}"), "H(p)/(log r) ≤ e^(-r)/(2n)");
  EXPECT_EQ(formula("\\frac{p_j}r \\qquad (j \\ne k)"), "p_j/r      (j ≠ k)");
  EXPECT_EQ(formula("\\frac{dH}{d\\lambda} = \\frac{d^2 f}{dT^2}"), "dH/dλ = d^2 f/dT^2");
  EXPECT_EQ(plain("half, \\f$\\frac12\\f$ of it"), "half, 1/2 of it");
}

TEST(Plain, OperatorsStandApart) {
  EXPECT_EQ(formula("p\\log p"), "p log p");
  EXPECT_EQ(formula("\\log(x) + \\log\\sum_i x_i"), "log(x) + log Σ_i x_i");
  EXPECT_EQ(formula("\\theta\\operatorname{LSE}(y)"), "θ LSE(y)");
  EXPECT_EQ(formula("h\\sinh h + \\max_i x_i"), "h sinh h + max_i x_i");
  EXPECT_EQ(formula("\\log\\mathbb Ec^3"), "log E c^3");
  EXPECT_EQ(formula("\\int f\\,dx = c\\mathbf 1"), "∫ f dx = c 1");
}

TEST(Plain, SignsHaveSpacesOnBothSidesOrNone) {
  EXPECT_EQ(formula("n\\notin d, n \\in d"), "n∉d, n ∈ d");
  EXPECT_EQ(formula("\\sigma\\odot h\\sigma x"), "σ⊙hσ x");
  EXPECT_EQ(formula("\\partial t_1\\partial t_2"), "∂t_1 ∂t_2");
}

TEST(Plain, AccentsAreOnTheirLetters) {
  EXPECT_EQ(formula("\\log\\hat y_j"), "log y\u0302_j");
  EXPECT_EQ(formula("\\hat{\\mathbf y}(\\mathbf x)"), "y\u0302(x)");
  EXPECT_EQ(formula("x_i - \\bar x"), "x_i - x\u0304");
  EXPECT_EQ(formula("\\frac{\\bar h}2"), "h\u0304/2");
  EXPECT_EQ(formula("\\widehat{\\operatorname{min}}(x)"), "m\u0302in(x)");
  EXPECT_EQ(formula("\\overline{ab}"), "a\u0305b\u0305");
}

TEST(Plain, EveryPageAndClaimIsWithoutMarkUp) {
  for (const auto& [where, text] : everything()) {
    const std::string shown = plain(text);
    EXPECT_EQ(shown.find_first_of("\\\1\2\3\4"), std::string::npos) << where << '\n' << shown;
    for (const char* glued : {"^(-)", "^ ", "((i))", "^\n"}) {
      EXPECT_EQ(shown.find(glued), std::string::npos) << where << '\n' << shown;
    }
  }
}

TEST(Plain, EveryPageAndClaimHasItsBracketsClosed) {
  for (const auto& [where, text] : everything()) {
    EXPECT_EQ(open_brackets(plain(text)), 0) << where << '\n' << plain(text);
  }
}

}  // namespace
}  // namespace softlaw::properties
