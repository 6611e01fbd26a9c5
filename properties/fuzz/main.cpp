// SPDX-License-Identifier: Apache-2.0
// The entry of libFuzzer, for the reader that SOFTLAW_READER names at compile time.
#include <cstdint>
#include <cstdlib>

#include "fuzz/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace softlaw::properties;
  static const Reader* const reader = find_reader(SOFTLAW_READER);
  if (!reader) std::abort();
  try {
    reader->read(std::string(reinterpret_cast<const char*>(bytes), size));
  } catch (const Refused&) {
  }
  return 0;
}
