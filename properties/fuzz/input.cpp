// SPDX-License-Identifier: Apache-2.0
// `--input`, and the inputs in evidence and corpora.  The first byte chooses the kinds of the arguments.
#include "fuzz/reader.hpp"
#include "value/value.hpp"

namespace softlaw::properties {
namespace {

std::vector<Parameter> parameters(unsigned char choice) {
  std::vector<Parameter> all;
  const std::size_t count = choice / 64 % 4 + std::size_t{1};
  for (std::size_t i = 0; i < count; ++i) {
    all.push_back(
        {std::string(1, static_cast<char>('a' + i)), static_cast<Kind>((choice >> (2 * i)) % 4)});
  }
  return all;
}

const Reader& input =
    reader({"input", [](const std::string& bytes) {
              if (bytes.empty()) return;
              const auto kinds = parameters(static_cast<unsigned char>(bytes[0]));
              Case read;
              refusing<std::invalid_argument>([&] { read = read_input(bytes.substr(1), kinds); });
              // what was read is written in a form that reads as the same
              const std::string written = to_input(read);
              if (to_input(read_input(written, kinds)) != written)
                throw std::logic_error("reads differently: " + written);
            }});

}  // namespace
}  // namespace softlaw::properties
