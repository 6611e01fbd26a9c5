// SPDX-License-Identifier: Apache-2.0
#include "page.hpp"

#include <algorithm>
#include <array>
#include <regex>

namespace softlaw::properties {
namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// What LaTeX calls by name and a terminal can show.  Longer names before their prefixes.
constexpr std::array<std::pair<const char*, const char*>, 57> symbols{{
    {"\\operatorname", ""}, {"\\mathbb{R}", "ℝ"}, {"\\mathbb R", "ℝ"},   {"\\mathrm", ""},
    {"\\widehat", ""},      {"\\bigl", ""},       {"\\bigr", ""},        {"\\Bigl", ""},
    {"\\Bigr", ""},         {"\\left", ""},       {"\\right", ""},       {"\\quad", "  "},
    {"\\lambda", "λ"},      {"\\sigma", "σ"},     {"\\theta", "θ"},      {"\\kappa", "κ"},
    {"\\alpha", "α"},       {"\\mu", "μ"},        {"\\pi", "π"},         {"\\infty", "∞"},
    {"\\langle", "⟨"},      {"\\rangle", "⟩"},    {"\\lfloor", "⌊"},     {"\\rfloor", "⌋"},
    {"\\lceil", "⌈"},       {"\\rceil", "⌉"},     {"\\omega", "ω"},      {"\\Delta", "Δ"},
    {"\\nabla", "∇"},       {"\\partial", "∂"},   {"\\preceq", "≼"},     {"\\succeq", "≽"},
    {"\\times", "×"},       {"\\cdots", "⋯"},     {"\\cdot", "·"},       {"\\ldots", "…"},
    {"\\dots", "…"},        {"\\oplus", "⊕"},     {"\\odot", "⊙"},       {"\\otimes", "⊗"},
    {"\\exists", "∃"},      {"\\forall", "∀"},    {"\\emptyset", "∅"},   {"\\varnothing", "∅"},
    {"\\le", "≤"},          {"\\ge", "≥"},        {"\\neq", "≠"},        {"\\ne", "≠"},
    {"\\in", "∈"},          {"\\to", "→"},        {"\\top", "ᵀ"},        {"\\sum", "Σ"},
    {"\\prod", "Π"},        {"\\iff", "⇔"},       {"\\Rightarrow", "⇒"}, {"\\pm", "±"},
    {"\\ell", "ℓ"},
}};

}  // namespace

const std::string& Page::part(const std::string& name) const {
  static const std::string nothing;
  const auto found = std::ranges::find(parts, name, &std::pair<std::string, std::string>::first);
  return found == parts.end() ? nothing : found->second;
}

const Page* find_page(const std::string& id) {
  const auto found = std::ranges::find(pages(), id, &Page::id);
  return found == pages().end() ? nullptr : &*found;
}

std::string plain(const std::string& text) {
  std::string result = text;
  for (const char* mark : {"\\f$", "\\f[", "\\f]", "\\!", "\\,", "\\;", "\\:"}) {
    replace_all(result, mark, "");
  }
  for (const auto& [name, symbol] : symbols) {
    // a name ends where its letters end
    result =
        std::regex_replace(result, std::regex(std::string("\\") + name + "(?![A-Za-z])"), symbol);
  }
  result =
      std::regex_replace(result, std::regex(R"(\\t?frac\{([^{}]*)\}\{([^{}]*)\})"), "($1)/($2)");
  result = std::regex_replace(result, std::regex(R"(\\t?frac(\d)(\d))"), "$1/$2");
  result = std::regex_replace(result, std::regex(R"(\\ref (\S+) "([^"]*)\")"), "$2");
  result = std::regex_replace(result, std::regex(R"(\\ref )"), "");
  result = std::regex_replace(result, std::regex(R"(_\{([^{}]*)\})"), "_($1)");
  result = std::regex_replace(result, std::regex(R"(\^\{([^{}]*)\})"), "^($1)");
  for (const char* function : {"log", "exp", "max", "min", "lim", "sup", "arg"}) {
    replace_all(result, std::string("\\") + function, function);
  }
  for (const char* brace : {"{", "}", "\\"}) replace_all(result, brace, "");
  return result;
}

}  // namespace softlaw::properties
