// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>

#include "pages/reader/texts.hpp"

namespace softlaw::literate {

std::vector<Record> read_proofs(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  Record here{"proof", "", "", path.substr(path.rfind('/') + 1), 0, {}};
  std::vector<Record> proofs;
  for (std::string line; std::getline(file, line);) {
    ++here.line;
    const Command command = read_command(line);
    if (command.name == "proof") {
      proofs.push_back({here.kind, command.argument, command.rest, here.file, here.line, {}});
    } else if (proofs.empty() || (command.name.empty() && proofs.back().parts.empty())) {
      throw error(here, "a file of proofs begins with a \\proof");
    } else if (!command.name.empty()) {
      proofs.back().parts.emplace_back(command.name, command.rest);
    } else {  // as Coq laid it out, but for the space that says that the part goes on
      std::string& text = proofs.back().parts.back().second;
      text += (text.empty() ? "" : "\n") + line.substr(std::min<std::size_t>(1, line.size()));
    }
  }
  for (const Record& proof : proofs) {
    for (const char* name : {"file", "statement", "sharper"}) {
      if (proof.part(name).empty()) throw error(proof, proof.id + " says nothing under \\" + name);
    }
  }
  return proofs;
}

}  // namespace softlaw::literate
