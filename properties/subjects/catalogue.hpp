// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "subjects/subject.hpp"

namespace softlaw::properties {

/// Our library, the correctly rounded reference, the textbook formulas on the C library's exp and
/// log: `softlaw`, `exact`, `libm`.
const std::vector<SubjectPointer>& built_in_subjects();

/// The peers that are built, by name: shared objects, or scripts that start a process which answers, in the
/// folder `peers` beside the command.
std::vector<std::string> built_peers();
/// The command that starts the peer of that name, if it is a process.
std::optional<std::string> peer_command(const std::string& name);

/// A built-in subject or a peer by its name, else the shared object at that path.
SubjectPointer find_subject(const std::string& name_or_path);

}  // namespace softlaw::properties
