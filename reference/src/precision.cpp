// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/precision.hpp>
#include <stdexcept>
#include <string>

namespace softlaw::reference {
namespace {

thread_local int working_bits = 256;

}  // namespace

WorkingPrecision::WorkingPrecision(int bits) : previous_(working_bits) {
  if (bits < 2 || bits > (1 << 24)) {
    throw std::domain_error(
        "softlaw::reference::WorkingPrecision: bits must be from 2 to 2^24, got " +
        std::to_string(bits));
  }
  working_bits = bits;
}

WorkingPrecision::~WorkingPrecision() { working_bits = previous_; }

int WorkingPrecision::current() noexcept { return working_bits; }

}  // namespace softlaw::reference
