// SPDX-License-Identifier: Apache-2.0
// How values are printed for people and read back: value.hpp declares it.
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <limits>

#include "value/value.hpp"

namespace softlaw::properties {
namespace {

std::string join(const std::vector<std::string>& parts, const char* separator) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : separator) + part;
  return all;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (auto end = text.find(separator); end != std::string::npos;
       end = text.find(separator, start)) {
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  parts.push_back(text.substr(start));
  return parts;
}

std::string trim(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

/// The shortest decimal that reads back as the same double.
std::string shortest(double value) {
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

/// The double nearest to the decimal of so many digits that is nearest to the value.
double with_digits(double value, int digits) {
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.*e", digits - 1, value);
  return std::strtod(buffer.data(), nullptr);
}

/// Whether a decimal that is nearest to `read` in binary64 is nearest to `value` in the format: so
/// must the neighbours of `read` be, unless they are further from the decimal than the rounding.
bool rounds_to(double read, double value, Format format) {
  if (format.contains(read)) return read == value;
  return format.round(std::nextafter(read, -HUGE_VAL)) == value &&
         format.round(std::nextafter(read, HUGE_VAL)) == value;
}

std::string for_people(double value, Format format) {
  const std::string hex = hexadecimal(value), dec = decimal(value, format);
  return hex == dec ? dec : dec + " (" + hex + ")";
}

std::string input_text(const Value& value) {
  std::vector<std::string> parts;
  if (const auto* number = std::get_if<double>(&value)) parts = {hexadecimal(*number)};
  if (const auto* integer = std::get_if<std::int64_t>(&value)) parts = {std::to_string(*integer)};
  if (const auto* vector = std::get_if<Vector>(&value)) {
    for (double entry : *vector) parts.push_back(hexadecimal(entry));
  }
  if (const auto* integers = std::get_if<Integers>(&value)) {
    for (auto entry : *integers) parts.push_back(std::to_string(entry));
  }
  return join(parts, ",");
}

std::int64_t read_integer(const std::string& name, const std::string& text, std::int64_t low,
                          std::int64_t high) {
  const std::string digits = trim(text);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = error != std::errc::invalid_argument && end == digits.data() + digits.size();
  if (!whole) throw std::invalid_argument(name + " must be a whole number, got '" + digits + "'");
  if (error == std::errc() && low <= value && value <= high) return value;
  throw std::invalid_argument(name +
                              (digits.starts_with('-')
                                   ? " must be at least " + std::to_string(low)
                                   : " must be at most " + std::to_string(high)) +
                              ", got " + digits);
}

/// Whether all digits before the exponent are 0.
bool is_written_as_zero(const std::string& number) {
  const bool hex = number.find_first_of("xX") != std::string::npos;
  const std::string digits = number.substr(0, number.find_first_of(hex ? "pP" : "eE"));
  return digits.find_first_of(hex ? "123456789abcdefABCDEF" : "123456789") == std::string::npos;
}

/// Of numbers only inf and nan begin with a letter.
bool is_word(const std::string& text) {
  const std::string first(1, text.empty() ? ' ' : text.front());
  return first.find_first_of("iInN") == std::string::npos &&
         std::isalpha(static_cast<unsigned char>(first.front())) != 0;
}

/// Nothing is rounded on the way in: 0.1 is not a binary32 number, and is refused with the nearest one.
double read_float(const std::string& name, const std::string& text, Format format) {
  double value = 0;
  try {
    value = read_number(text);
  } catch (const std::invalid_argument& error) {
    throw std::invalid_argument(name + ": " + error.what());
  }
  if (format.contains(value)) return value;
  throw std::invalid_argument(name + ": " + decimal(value, Format::binary64) + " is not a " +
                              format.name + " number; the nearest is " +
                              hexadecimal(format.round(value)));
}

/// Reads the entries between commas, each by its name, such as `x[2]`.
template <class Entries, class Read>
Entries read_entries(const std::string& name, const std::string& text, Read read) {
  Entries entries;
  if (trim(text).empty()) return entries;
  for (const auto& entry : split(text, ',')) {
    entries.push_back(read(name + "[" + std::to_string(entries.size()) + "]", entry));
  }
  return entries;
}

Value read_value(const std::string& text, const Parameter& parameter, Format format) {
  using Wide = std::numeric_limits<std::int64_t>;
  using Narrow = std::numeric_limits<std::uint32_t>;
  switch (parameter.kind) {
    case Kind::scalar:
      return read_float(parameter.name, text, format);
    case Kind::integer:
      return read_integer(parameter.name, text, Wide::min(), Wide::max());
    case Kind::vector:
      return read_entries<Vector>(parameter.name, text, [=](const auto& name, const auto& entry) {
        return read_float(name, entry, format);
      });
    case Kind::integers:
      return read_entries<Integers>(parameter.name, text, [](const auto& name, const auto& entry) {
        return static_cast<std::uint32_t>(read_integer(name, entry, 0, Narrow::max()));
      });
  }
  throw std::logic_error("read_value: unknown kind");
}

}  // namespace

std::string hexadecimal(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  if (value == 0) return std::signbit(value) ? "-0" : "0";
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                 std::chars_format::hex)
                       .ptr;
  return (value < 0 ? "-0x" : "0x") + std::string(buffer.data(), end);
}

std::string decimal(double value, Format format) {
  if (!std::isfinite(value) || value == 0) return hexadecimal(value);
  for (int digits = 1; digits < std::numeric_limits<double>::max_digits10; ++digits) {
    const double read = with_digits(value, digits);
    if (!rounds_to(read, value, format)) continue;
    // an integer that is written out is as long with all its digits
    const std::string text = shortest(read);
    return text.find_first_of(".e") == std::string::npos ? shortest(value) : text;
  }
  return shortest(value);
}

std::string row_and_column(std::size_t i, std::size_t columns) {
  return "[" + std::to_string(i / columns) + "][" + std::to_string(i % columns) + "]";
}

std::string to_text(const Integers& values) {
  return to_text(Counts(values.begin(), values.end()));
}

std::string to_text(const Counts& values) {
  std::vector<std::string> parts;
  for (auto value : values) parts.push_back(std::to_string(value));
  return "[" + join(parts, ", ") + "]";
}

std::string to_text(const Arguments& arguments, Format format) {
  std::vector<std::string> parts;
  for (const Value& value : arguments) {
    if (const auto* number = std::get_if<double>(&value)) {
      parts.push_back(for_people(*number, format));
    } else if (const auto* vector = std::get_if<Vector>(&value)) {
      std::vector<std::string> entries;
      for (double entry : *vector) entries.push_back(for_people(entry, format));
      parts.push_back("[" + join(entries, ", ") + "]");
    } else if (const auto* integers = std::get_if<Integers>(&value)) {
      parts.push_back(to_text(*integers));
    } else {
      parts.push_back(input_text(value));
    }
  }
  return join(parts, ", ");
}

std::string to_input(const Case& input) {
  std::vector<std::string> parts{input.format.name};
  for (const Value& value : input.arguments) parts.push_back(input_text(value));
  return join(parts, "; ");
}

double read_number(const std::string& text) {
  const std::string number = trim(text);
  std::size_t used = 0;
  double value = 0;
  try {
    value = std::stod(number, &used);
  } catch (const std::out_of_range&) {
    // strtod sets ERANGE for subnormals too, though it reads them well
    char* end = nullptr;
    value = std::strtod(number.c_str(), &end);
    used = static_cast<std::size_t>(end - number.c_str());
  } catch (const std::invalid_argument&) {
    used = std::string::npos;
  }
  if (number.empty() || used != number.size()) {
    throw std::invalid_argument("cannot read the number '" + number + "'");
  }
  if (std::isinf(value) && number.find_first_of("iI") == std::string::npos) {
    throw std::invalid_argument("the number '" + number +
                                "' is beyond binary64; write inf if meant");
  }
  if (value == 0 && !is_written_as_zero(number)) {
    throw std::invalid_argument("the number '" + number +
                                "' is nearer to 0 than to any other of binary64; write 0 if meant");
  }
  return value;
}

Format read_format(const std::string& name) {
  if (const Format* format = reference::find_format(name)) return *format;
  std::vector<std::string> names;
  for (const Format& format : reference::formats()) names.emplace_back(format.name);
  throw std::invalid_argument("unknown format '" + name + "': " + join(names, " or "));
}

Case read_input(const std::string& text, const std::vector<Parameter>& parameters) {
  std::vector<std::string> parts = split(text, ';');
  Case input;
  input.input_class = "given";
  const std::string first = trim(parts.front());
  const bool one_more = parts.size() == parameters.size() + 1;
  const bool is_format = reference::find_format(first) != nullptr;
  if (is_format || first.starts_with("binary") || (one_more && is_word(first))) {
    input.format = read_format(first);
    parts.erase(parts.begin());
  }
  if (parts.size() != parameters.size()) {
    std::string names;
    for (const auto& parameter : parameters) names += (names.empty() ? "" : "; ") + parameter.name;
    throw std::invalid_argument("expected " + std::to_string(parameters.size()) +
                                (parameters.size() == 1 ? " argument (" : " arguments (") + names +
                                "), got " + std::to_string(parts.size()));
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    input.arguments.push_back(read_value(parts[i], parameters[i], input.format));
  }
  return input;
}

}  // namespace softlaw::properties
