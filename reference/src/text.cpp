// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/interval.hpp>
#include <stdexcept>
#include <string>

namespace softlaw::reference {
namespace {

std::string print(const Real& value, int digits, const char* format) {
  if (digits <= 0) {
    throw std::domain_error("softlaw::reference::decimal: digits must be positive, got " +
                            std::to_string(digits));
  }
  if (mpfr_zero_p(value.get()) != 0) return "0";  // of either sign
  char* characters = nullptr;
  const int length = mpfr_asprintf(&characters, format, digits, value.get());
  if (length < 0) throw std::runtime_error("softlaw::reference::decimal: MPFR cannot print");
  std::string text(characters, static_cast<std::size_t>(length));
  mpfr_free_str(characters);
  return text;
}

}  // namespace

std::string decimal(const Real& value, int digits) { return print(value, digits, "%.*RNg"); }

std::string to_string(const Interval& a, int digits) {
  if (a.is_empty()) return "empty";
  const std::string nearest = decimal(a.lower(), digits);
  if (nearest == decimal(a.upper(), digits)) return nearest;
  std::string text = "[";
  text += print(a.lower(), digits, "%.*RDg");
  text += ", ";
  text += print(a.upper(), digits, "%.*RUg");
  return text += "]";
}

}  // namespace softlaw::reference
