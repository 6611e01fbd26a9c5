// SPDX-License-Identifier: Apache-2.0
#include "command/verb.hpp"

#include <algorithm>

#include "command/options.hpp"
#include "value/registry.hpp"
#include "value/value.hpp"

namespace softlaw::properties {

const Verb& verb(Verb definition) {
  std::vector<Option>& options = definition.options;
  const auto subject = std::ranges::find(options, subject_option().name, &Option::name);
  if (subject != options.end()) options.insert(subject + 1, subject_command_option());
  return Registry<Verb>::instance().add(std::move(definition));
}
std::span<const Verb* const> verbs() { return Registry<Verb>::instance().all(); }

void Given::put(const Option& option, std::vector<std::string> values) {
  given_.push_back({option.name, std::move(values)});
}

const Given::Values* Given::find(const Option& option) const {
  const auto found = std::ranges::find(given_, option.name, &Values::name);
  return found == given_.end() ? nullptr : &*found;
}

bool Given::has(const Option& option) const { return find(option) != nullptr; }

const std::string& Given::text(const Option& option) const {
  const Values* values = find(option);
  return values && !values->values.empty() ? values->values.back() : option.preset;
}

const std::vector<std::string>& Given::all(const Option& option) const {
  static const std::vector<std::string> none;
  const Values* values = find(option);
  return values ? values->values : none;
}

double Given::number(const Option& option) const { return read_number(text(option)); }

std::uint64_t Given::whole(const Option& option) const { return std::stoull(text(option)); }

}  // namespace softlaw::properties
