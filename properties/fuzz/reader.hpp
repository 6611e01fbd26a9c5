// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "value/registry.hpp"

namespace softlaw::properties {

/// A reader of text that others write, as the fuzzers call it: it returns or throws Refused, and whatever
/// else it does is a finding.  Its seeds are in seeds/ID.
struct Reader {
  std::string id;
  std::function<void(const std::string& bytes)> read;
};

/// What a reader throws when it does not like the text.
struct Refused : std::runtime_error {
  using runtime_error::runtime_error;
};

inline const Reader& reader(Reader definition) {
  return Registry<Reader>::instance().add(std::move(definition));
}

/// The reader of that name, or null.
inline const Reader* find_reader(const std::string& id) {
  return Registry<Reader>::instance().find(id);
}

/// Calls a reader whose refusals are exceptions of this type.
template <class Refusal, class Read>
void refusing(Read&& read) {
  try {
    read();
  } catch (const Refusal& refusal) {
    throw Refused(refusal.what());
  }
}

}  // namespace softlaw::properties
