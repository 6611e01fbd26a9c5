// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

// Where spaces and parentheses go in a formula on one line: known once its neighbours are.
namespace softlaw::properties::spacing {

/// Marks in a formula that settle() takes out.
inline constexpr const char* gap = "\1";    ///< a space, if letters or digits would touch
inline constexpr const char* open = "\2";   ///< the parentheses of a fraction: left out where
inline constexpr const char* close = "\3";  ///< nothing but relations and terms are its neighbours
inline constexpr const char* edge = "\4";   ///< a formula begins or ends

/// The characters of a text in UTF-8.
std::vector<std::string> characters(const std::string& text);

/// The text with its marks made spaces and parentheses, or nothing.
std::string settle(const std::string& text);

/// Whether a text binds as one sign does: `12`, `x_i`, `e^(-r)`, `√π`, `H(p)`, `(a+b)`.
bool is_atom(const std::string& text);
/// The same with parentheses unless it is an atom.
std::string factor(const std::string& text);
/// A fraction on one line, with the parentheses that it needs inside; d/dx needs none.
std::string fraction(const std::string& over, const std::string& under);
/// A subscript (`_`) or superscript (`^`): with parentheses if its end would be in doubt.
std::string script(char mark, const std::string& text);

}  // namespace softlaw::properties::spacing
