// SPDX-License-Identifier: Apache-2.0
#include "pages/proof.hpp"

#include <algorithm>

namespace softlaw::properties {

std::string Proof::summary() const {
  return theorem + " in " + file + (tags.empty() || tags == "none" ? "" : ", for " + tags);
}

std::span<const Proof> proofs() {
  static const std::vector<Proof> all = [] {
    std::vector<Proof> found;
    for (const Record& record : records_of({"proof"})) {
      found.push_back({record.id, record.title, "docs/proofs/" + record.part("file"),
                       record.part("tags"), record.part("statement"), record.part("sharper")});
    }
    return found;
  }();
  return all;
}

const Proof* find_proof(const std::string& id) {
  const auto found = std::ranges::find(proofs(), id, &Proof::proves);
  return found == proofs().end() ? nullptr : &*found;
}

}  // namespace softlaw::properties
