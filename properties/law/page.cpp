// SPDX-License-Identifier: Apache-2.0
#include "page.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>

namespace softlaw::properties {
namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// The same for a LaTeX name, which ends where its letters end.
void replace_name(std::string& text, const std::string& name, const std::string& to) {
  for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
    const std::size_t end = at + name.size();
    if (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end]))) {
      at = end;
    } else {
      text.replace(at, name.size(), to);
      at += to.size();
    }
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
  static const std::array<std::pair<std::regex, const char*>, 6> forms{{
      {std::regex(R"(\\[td]?frac\{([^{}]*)\}\{([^{}]*)\})"), "($1)/($2)"},
      {std::regex(R"(\\[td]?frac *(\w) *(\w))"), "$1/$2"},
      {std::regex(R"(\\ref\s+(\S+)\s+"([^"]*)\")"), "$2"},
      {std::regex(R"(\\ref\s+)"), ""},
      {std::regex(R"(_\{([^{}]*)\})"), "_($1)"},
      {std::regex(R"(\^\{([^{}]*)\})"), "^($1)"},
  }};
  std::string result = text;
  for (const char* mark : {"\\f$", "\\f[", "\\f]", "\\!", "\\,", "\\;", "\\:"}) {
    replace_all(result, mark, "");
  }
  for (const auto& [name, symbol] : symbols) replace_name(result, name, symbol);
  for (const auto& [form, shown] : forms) result = std::regex_replace(result, form, shown);
  for (const char* mark : {"{", "}", "\\"}) replace_all(result, mark, "");
  return result;
}

}  // namespace softlaw::properties
