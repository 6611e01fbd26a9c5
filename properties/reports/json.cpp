// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>
#include <ostream>

#include "reports/report.hpp"

namespace softlaw::properties {
namespace {

const Report& json_report = report({
    .id = "json",
    .summary = "the evidence",
    .print =
        [](std::ostream& out, const Run& run) {
          out << to_json(run).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
              << '\n';
        },
});

}  // namespace
}  // namespace softlaw::properties
