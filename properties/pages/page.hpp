// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "pages/record.hpp"

namespace softlaw::properties {

/// The comment of a law or an erratum.
using Page = Record;

std::span<const Page> pages();
/// The page of that law or erratum, or null.
const Page* find_page(const std::string& id);
/// LaTeX and Doxygen mark-up made readable on a terminal.
std::string plain(const std::string& text);

}  // namespace softlaw::properties
