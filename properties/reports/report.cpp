// SPDX-License-Identifier: Apache-2.0
#include "reports/report.hpp"

#include "value/registry.hpp"

namespace softlaw::properties {

const Report& report(Report definition) {
  return Registry<Report>::instance().add(std::move(definition));
}
std::span<const Report* const> reports() { return Registry<Report>::instance().all(); }

}  // namespace softlaw::properties
