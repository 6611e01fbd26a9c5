// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace softlaw::properties {

/// The style and the script of the report in HTML: part of the page, which must need no other file.
extern const char* const html_style;
extern const char* const html_script;

}  // namespace softlaw::properties
