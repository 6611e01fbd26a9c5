// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/filter.hpp>
#include <softlaw/reference/precision.hpp>
#include <stdexcept>
#include <string>

namespace softlaw::reference {
namespace {

thread_local int working_bits = 256;
constexpr int bits_of_balls = 128;

}  // namespace

WorkingPrecision::WorkingPrecision(int bits) : previous_(working_bits) {
  if (bits < 2 || bits > (1 << 24)) {
    throw std::domain_error(
        "softlaw::reference::WorkingPrecision: bits must be from 2 to 2^24, got " +
        std::to_string(bits));
  }
  // an interval that is made so coarse is another one than that of the exact ends
  if (bits < bits_of_balls && Filter::is_active()) throw Undecided();
  working_bits = bits;
}

WorkingPrecision::~WorkingPrecision() { working_bits = previous_; }

int WorkingPrecision::current() noexcept {
  return Filter::is_active() ? bits_of_balls : working_bits;
}

}  // namespace softlaw::reference
