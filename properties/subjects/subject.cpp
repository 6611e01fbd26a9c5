// SPDX-License-Identifier: Apache-2.0
#include "subjects/subject.hpp"

#include <algorithm>
#include <iterator>

#include "contracts/contract.hpp"

namespace softlaw::properties {

Subject::Subject(std::string name, const Contract& contract, std::string notice)
    : name_(std::move(name)),
      contract_(std::make_shared<Contract>(contract)),
      notice_(std::move(notice)) {}

std::vector<Format> Subject::formats() const {
  // Codes and counts exist in every format: functions of floats decide, if there are any.
  for (const bool integers : {false, true}) {
    std::vector<Format> some;
    std::ranges::copy_if(reference::formats(), std::back_inserter(some), [&](const Format& format) {
      return std::ranges::any_of(functions(), [&](const FunctionItem* function) {
        return function->returns_integers == integers && has(*function, format);
      });
    });
    if (!some.empty()) return some;
  }
  return {};
}

}  // namespace softlaw::properties
