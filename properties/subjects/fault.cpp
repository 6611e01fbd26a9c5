// SPDX-License-Identifier: Apache-2.0
#include "subjects/fault.hpp"

#include "judge/registry.hpp"

namespace softlaw::properties {

const Fault& fault(Fault definition) {
  return Registry<Fault>::instance().add(std::move(definition));
}
std::span<const Fault* const> faults() { return Registry<Fault>::instance().all(); }
const Fault* find_fault(const std::string& id) { return Registry<Fault>::instance().find(id); }

}  // namespace softlaw::properties
