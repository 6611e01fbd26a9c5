// SPDX-License-Identifier: Apache-2.0
// `--contract`, and the contract that a subject states.
#include "contracts/contract.hpp"

#include "fuzz/reader.hpp"

namespace softlaw::properties {
namespace {

const Reader& contract =
    reader({"contract", [](const std::string& bytes) {
              std::string text;
              refusing<std::invalid_argument>([&] { text = Contract::read(bytes).text(); });
              if (Contract::read(text).text() != text)
                throw std::logic_error("reads differently: " + text);
            }});

}  // namespace
}  // namespace softlaw::properties
