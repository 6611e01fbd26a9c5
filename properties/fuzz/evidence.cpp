// SPDX-License-Identifier: Apache-2.0
// Evidence: the record of one law in a file that may come from elsewhere.
#include "judge/evidence.hpp"

#include <nlohmann/json.hpp>

#include "fuzz/reader.hpp"

namespace softlaw::properties {
namespace {

const Reader& evidence = reader({"evidence", [](const std::string& bytes) {
                                   nlohmann::ordered_json json;
                                   refusing<nlohmann::json::exception>([&] {
                                     refusing<std::invalid_argument>([&] {
                                       json = nlohmann::ordered_json::parse(bytes);
                                       json = read_evidence(json);
                                     });
                                   });
                                   if (nlohmann::ordered_json(read_evidence(json)) != json)
                                     throw std::logic_error("reads differently");
                                 }});

}  // namespace
}  // namespace softlaw::properties
