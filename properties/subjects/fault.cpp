// SPDX-License-Identifier: Apache-2.0
#include "subjects/fault.hpp"

#include "contracts/contract.hpp"
#include "value/registry.hpp"

namespace softlaw::properties {

const SubjectPointer& Fault::subject() const {
  if (!subject_) {
    Tables tables = our_tables();
    replace_(tables);
    subject_ = std::make_shared<TableSubject>(id, Contract::read(our_contract), tables);
  }
  return subject_;
}

const Fault& fault(Fault definition) {
  return Registry<Fault>::instance().add(std::move(definition));
}
std::span<const Fault* const> faults() { return Registry<Fault>::instance().all(); }
const Fault* find_fault(const std::string& id) { return Registry<Fault>::instance().find(id); }

const Fault& fault_of_codes(const char* id, const char* mistake, void (*replace)(softlaw_coding&)) {
  return fault(Fault(id, mistake, [=](Tables& tables) { replace(tables.coding); }));
}

}  // namespace softlaw::properties
