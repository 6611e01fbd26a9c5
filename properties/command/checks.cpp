// SPDX-License-Identifier: Apache-2.0
#include "command/checks.hpp"

#include "value/value.hpp"

namespace softlaw::properties {
namespace {

constexpr double day = 86400;

bool is_digits(const std::string& text) {
  return !text.empty() && text.size() <= 19 &&
         text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

CLI::Validator whole_number_up_to(std::uint64_t most) {
  return {[most](const std::string& text) -> std::string {
            const std::uint64_t value = is_digits(text) ? std::stoull(text) : 0;
            if (value >= 1 && value <= most) return "";
            return "expected a whole number from 1 to " + std::to_string(most) + ", got '" + text +
                   "'";
          },
          "NUMBER"};
}

CLI::Validator seconds_from(double least) {
  return {[least](const std::string& text) -> std::string {
            double value = -1;
            try {
              value = read_number(text);
            } catch (const std::invalid_argument&) {
              value = -1;  // said below
            }
            if (value > 0 && value >= least && value <= day) return "";
            const std::string low =
                least > 0 ? "from " + decimal(least, Format::binary64) : "above 0 and up";
            return "expected a number of seconds " + low + " to " + decimal(day, Format::binary64) +
                   ", got '" + text + "'";
          },
          "SECONDS"};
}

std::string whole_number(const std::string& text) {
  return is_digits(text) ? "" : "expected a whole number below 10^19, got '" + text + "'";
}

}  // namespace softlaw::properties
