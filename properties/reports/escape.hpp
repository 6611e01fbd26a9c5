// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

// What subjects and files say may hold anything: each report makes it text of its own language.
namespace softlaw::properties {

/// Valid UTF-8 without control characters except tabs and line ends: others become U+FFFD.
std::string clean(const std::string& text);

/// For text and attributes of XML and HTML.
std::string xml_escaped(const std::string& text);
/// For running text and cells of Markdown: no character has a meaning.
std::string markdown_escaped(const std::string& text);
/// A block of code, with a fence that the text does not hold.
std::string markdown_code(const std::string& text);
/// For the message of an annotation, and with `property` for its properties.
std::string github_escaped(const std::string& text, bool property = false);

}  // namespace softlaw::properties
