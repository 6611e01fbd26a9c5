// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace softlaw::properties {

/// Writes the generated parts of the documentation, which Doxygen reads: the laws with their
/// evidence from a run of so many cases of each law on our library and on the exact reference, the
/// errata, the claims, the faults, the sources and the table of special values.
/// @throws std::runtime_error for a file that cannot be written.
void write_site(const std::filesystem::path& folder, std::size_t cases);

}  // namespace softlaw::properties
