// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subjects/fault.hpp"

namespace softlaw::properties {

/// The fault of that id, before which `fault.` may stand, as the pages write it; or null.
const Fault* named_fault(const std::string& id);

/// The subject that --subject names: one that is built in, a fault, a command, or a shared
/// object.  That one is first loaded in a process of its own, within so many seconds: what crashes, hangs or throws
/// there is an error that says so.  Throws UsageError where there is no such subject.
SubjectPointer asked_subject(const std::string& name, double seconds);

}  // namespace softlaw::properties
