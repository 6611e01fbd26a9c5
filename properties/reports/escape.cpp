// SPDX-License-Identifier: Apache-2.0
#include "reports/escape.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace softlaw::properties {
namespace {

constexpr const char* replacement = "\xef\xbf\xbd";

/// The length of the character of UTF-8 that begins the text; 0 if none does.  Overlong forms,
/// surrogates and what lies beyond Unicode are none.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first < 0xc2   ? 0
                             : first < 0xe0 ? 2
                             : first < 0xf0 ? 3
                             : first < 0xf5 ? 4
                                            : 0;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  const unsigned char second = byte(1);
  const bool bad = (first == 0xe0 && second < 0xa0) || (first == 0xed && second >= 0xa0) ||
                   (first == 0xf0 && second < 0x90) || (first == 0xf4 && second >= 0x90) ||
                   (first == 0xef && second == 0xbf && byte(2) >= 0xbe);  // U+FFFE, U+FFFF
  return bad ? 0 : length;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < ' ' && c != '\t' && c != '\n') || byte == 0x7f;
}

/// Each character replaced by what `of` gives for it.
template <class Of>
std::string replaced(const std::string& text, Of of) {
  std::string all;
  for (char c : clean(text)) all += of(c);
  return all;
}

}  // namespace

std::string clean(const std::string& text) {
  std::string all;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(std::string_view(text).substr(at));
    const bool good = length > 1 || (length == 1 && !is_control(text[at]));
    all += good ? text.substr(at, length) : replacement;
    at += std::max<std::size_t>(length, 1);
  }
  return all;
}

std::string xml_escaped(const std::string& text) {
  return replaced(text, [](char c) -> std::string {
    switch (c) {
      case '&':
        return "&amp;";
      case '<':
        return "&lt;";
      case '>':
        return "&gt;";
      case '"':
        return "&quot;";
      case '\'':
        return "&#39;";
      case '\n':
        return "&#10;";
      case '\t':
        return "&#9;";
      default:
        return {c};
    }
  });
}

std::string markdown_escaped(const std::string& text) {
  return replaced(text, [](char c) -> std::string {
    if (c == '\n') return " ";
    if (c == '<') return "&lt;";
    if (c == '@') return "&#64;";  // names nobody
    return std::string_view("\\`*_{}[]()#+-.!|~>&:$").find(c) == std::string_view::npos
               ? std::string{c}
               : std::string{'\\', c};
  });
}

std::string markdown_code(const std::string& text) {
  std::string fence = "```";
  while (text.find(fence) != std::string::npos) fence += '`';
  return fence + "text\n" + clean(text) + "\n" + fence + "\n";
}

std::string github_escaped(const std::string& text, bool property) {
  return replaced(text, [property](char c) -> std::string {
    const bool special = c == '%' || c == '\n' || (property && (c == ':' || c == ','));
    if (!special) return {c};
    std::array<char, 8> code{};
    std::snprintf(code.data(), code.size(), "%%%02X", static_cast<unsigned>(c));
    return code.data();
  });
}

}  // namespace softlaw::properties
