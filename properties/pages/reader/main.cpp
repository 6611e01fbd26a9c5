// SPDX-License-Identifier: Apache-2.0
// Reads the texts that the program carries, the pages of the laws from the comments of their
// sources, what the documents claim and what is proved, and writes them as one string.
// Usage: softlaw_literate OUTPUT.cpp (LAWS.cpp | SOURCE.claims | THEOREMS.proofs)...
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "pages/reader/texts.hpp"

namespace {

std::vector<softlaw::literate::Record> read(const std::string& path) {
  using namespace softlaw::literate;
  return path.ends_with(".claims")   ? read_claims(path)
         : path.ends_with(".proofs") ? read_proofs(path)
                                     : read_laws(path);
}

}  // namespace

int main(int argc, char** argv) try {
  using namespace softlaw::literate;
  std::map<std::string, Record> seen;
  std::ostringstream texts;
  for (int i = 2; i < argc; ++i) {
    const std::string path = argv[i];
    for (const Record& record : read(path)) {
      const auto [before, is_new] = seen.try_emplace(record.id, record);
      if (!is_new) {
        throw error(record, record.id + " is there twice: see line " +
                                std::to_string(before->second.line) + " of " + before->second.file);
      }
      write(texts, record);
    }
  }
  std::ofstream out(argv[1]);
  out << "// Written by softlaw_literate.\n"
         "namespace softlaw::properties {\n"
         "extern const char* const texts;\n"
         "const char* const texts = R\"~texts~("
      << texts.str() << ")~texts~\";\n}\n";
  if (!out.flush()) throw std::runtime_error(std::string("cannot write ") + argv[1]);
} catch (const std::exception& error) {
  std::cerr << "softlaw_literate: " << error.what() << '\n';
  return 1;
}
