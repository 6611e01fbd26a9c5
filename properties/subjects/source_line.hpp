// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace softlaw::properties {

/// The source line where that code begins, as FILE:LINE, by the debug information of the object that holds
/// it; relative to the current folder if it is in there.  Empty without debug information or addr2line.
std::string source_line(const void* code);

}  // namespace softlaw::properties
