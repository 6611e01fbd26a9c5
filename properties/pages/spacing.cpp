// SPDX-License-Identifier: Apache-2.0
#include "pages/spacing.hpp"

#include <algorithm>
#include <cctype>

namespace softlaw::properties::spacing {
namespace {

using Characters = std::vector<std::string>;

bool is_one_of(const std::string& character, const std::string& set) {
  return !character.empty() && std::ranges::count(characters(set), character) > 0;
}

bool is_digit(const std::string& c) { return c.size() == 1 && std::isdigit(c[0]) != 0; }

/// A letter in any script; a combining accent belongs to one.
bool is_letter(const std::string& c) {
  if (c.size() == 1) return std::isalpha(static_cast<unsigned char>(c[0])) != 0;
  const auto lead = static_cast<unsigned char>(c.empty() ? 0 : c[0]);  // c3 to cf: Latin, Greek
  return (lead >= 0xc3 && lead <= 0xcf) || is_one_of(c, "ℓℝℕℤ∂∇∞ᵀ∅");
}

bool begins_word(const std::string& c) {
  return is_digit(c) || (is_letter(c) && c != "ᵀ") || is_one_of(c, "√∫");
}
bool ends_word(const std::string& c) {
  return is_digit(c) || is_letter(c) || is_one_of(c, ")]⟩⌋⌉'!∫");
}

bool is_accent(const std::string& c) {
  return c.starts_with("\xcc") || c.starts_with("\xcd") || c == "\u20d7";
}

bool is_space(const std::string& c) { return c == " " || c == "\n" || c == gap; }

/// The text before a place, without spaces; an edge if there is none.
std::string before(const Characters& all, std::size_t at) {
  while (at > 0 && is_space(all[at - 1])) --at;
  return at == 0 ? edge : all[at - 1];
}
std::string after(const Characters& all, std::size_t at) {
  while (at < all.size() && is_space(all[at])) ++at;
  return at == all.size() ? edge : all[at];
}

/// Reads an atom from left to right.
class Atom {
 public:
  explicit Atom(const std::string& text) : all_(characters(text)) {}

  bool is_all() {
    if (!base()) return false;
    while (at_ < all_.size()) {
      if (now() == "'" || now() == "!") {
        ++at_;
      } else if (now() == "^" || now() == "_") {
        ++at_;
        if (!script_body()) return false;
      } else {
        return false;
      }
    }
    return true;
  }

 private:
  std::string now() const { return at_ < all_.size() ? all_[at_] : ""; }

  /// A number, a letter, a function of something, a root, or a parenthesis.
  bool base() {
    if (now() == "√") return ++at_, base();
    if (is_digit(now())) return run([](const auto& c) { return is_digit(c) || c == "."; });
    if (now() == "(") return parentheses();
    if (!is_letter(now())) return false;
    const std::size_t start = at_;
    run([](const auto& c) { return is_letter(c) || is_accent(c); });
    if (now() == "(") return parentheses();
    const auto accents = std::count_if(all_.begin() + static_cast<std::ptrdiff_t>(start),
                                       all_.begin() + static_cast<std::ptrdiff_t>(at_), is_accent);
    return at_ - start - static_cast<std::size_t>(accents) == 1;
  }

  bool script_body() {
    if (now() == "(") return parentheses();
    if (is_digit(now())) return run(is_digit);
    if (is_letter(now())) return run([](const auto& c) { return is_letter(c) || is_accent(c); });
    return ++at_ <= all_.size();
  }

  template <class Kind>
  bool run(Kind kind) {
    while (at_ < all_.size() && kind(all_[at_])) ++at_;
    return true;
  }

  bool parentheses() {
    int depth = 0;
    while (at_ < all_.size()) {
      const std::string& c = all_[at_++];
      if (c == "(") ++depth;
      if (c == ")" && --depth == 0) return true;
    }
    return false;
  }

  Characters all_;
  std::size_t at_ = 0;
};

/// As factor(); α(1-r) may be a product as well as a value.
std::string divisor(const std::string& text) {
  const Characters all = characters(text);
  const bool may_be_product = all.size() > 1 && is_letter(all[0]) && all[1] == "(";
  return may_be_product ? "(" + text + ")" : factor(text);
}

/// Whether over/under is a derivative with that sign, such as d^2 f/dx^2 with d.
bool is_derivative(const std::string& over, const std::string& under, const std::string& sign) {
  if (!over.starts_with(sign) || !under.starts_with(sign)) return false;
  std::string of = over.substr(sign.size());
  if (of.starts_with('^')) of.erase(0, std::min(of.size(), std::size_t{2}));
  of.erase(0, of.find_first_not_of(' '));
  return (of.empty() || is_atom(of)) && is_atom(under.substr(sign.size()));
}

}  // namespace

std::vector<std::string> characters(const std::string& text) {
  Characters all;
  for (const char c : text) {
    const bool goes_on = (static_cast<unsigned char>(c) & 0xc0) == 0x80;
    if (goes_on && !all.empty()) {
      all.back() += c;
    } else {
      all.emplace_back(1, c);
    }
  }
  return all;
}

std::string settle(const std::string& text) {
  Characters all = characters(text);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] != open) continue;
    const auto end = static_cast<std::size_t>(std::ranges::find(all, close) - all.begin());
    const bool stands_alone =
        is_one_of(before(all, i),
                  std::string(edge).append(open).append("=<>+-,;:([{≤≥≠≈∈→⇔⇒∝≡±∓")) &&
        is_one_of(after(all, end + 1),
                  std::string(edge).append(close).append("=<>+-,;:.)]}≤≥≠≈∈→⇔⇒∝≡±∓"));
    all[i] = stands_alone ? "" : "(";
    if (end < all.size()) all[end] = stands_alone ? "" : ")";
  }
  std::string settled, last;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == gap) {
      std::size_t next = i;
      while (next < all.size() && (all[next] == gap || all[next].empty())) ++next;
      if (next < all.size() && ends_word(last) && begins_word(all[next])) settled += last = " ";
    } else if (all[i] == edge) {
      last.clear();
    } else if (!all[i].empty()) {
      settled += last = all[i];
    }
  }
  return settled;
}

bool is_atom(const std::string& text) { return Atom(text).is_all(); }

std::string factor(const std::string& text) { return is_atom(text) ? text : "(" + text + ")"; }

std::string fraction(const std::string& over, const std::string& under) {
  if (is_derivative(over, under, "d") || is_derivative(over, under, "∂")) {
    return open + over + "/" + under + close;
  }
  return open + factor(over) + "/" + divisor(under) + close;
}

std::string script(char mark, const std::string& text) {
  if (text == "ᵀ") return text;
  Characters all = characters(text);
  std::erase_if(all, is_accent);
  const bool plain = all.size() <= 1 || std::ranges::all_of(all, is_digit) ||
                     (mark == '_' && std::ranges::all_of(all, is_letter)) ||
                     (all.front() == "(" && is_atom(text) && all.back() == ")");
  return mark + (plain ? text : "(" + text + ")");
}

}  // namespace softlaw::properties::spacing
