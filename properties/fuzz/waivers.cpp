// SPDX-License-Identifier: Apache-2.0
// TOML, as a file of waivers.
#include "fuzz/reader.hpp"
#include "judge/waiver.hpp"

namespace softlaw::properties {
namespace {

const Reader& waivers = reader({"waivers", [](const std::string& bytes) {
                                  refusing<std::invalid_argument>(
                                      [&] { read_waivers(Toml::read(bytes, "waivers.toml")); });
                                }});

}  // namespace
}  // namespace softlaw::properties
