// SPDX-License-Identifier: Apache-2.0
#include "subjects/protocol.hpp"

#include <algorithm>
#include <charconv>

#include "subjects/subject.hpp"
#include "value/bits.hpp"

namespace softlaw::properties::protocol {
namespace {

constexpr std::string_view mark = "softlaw: ";
constexpr std::string_view blank = " \t\r";

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

/// Takes the first word off the text.
std::string_view take_word(std::string_view& text) {
  text = trim(text);
  const std::string_view word = text.substr(0, text.find_first_of(blank));
  text = trim(text.substr(word.size()));
  return word;
}

/// A text of somebody else without what a terminal would obey.
std::string harmless(std::string_view text) {
  std::string all;
  for (char c : text) all += static_cast<unsigned char>(c) < ' ' || c == 127 ? '?' : c;
  return all;
}

/// Its beginning.
std::string shown(std::string_view text) {
  constexpr std::size_t most = 200;
  const std::string some = harmless(text.substr(0, most));
  return text.size() <= most ? some : some + "… (" + std::to_string(text.size()) + " characters)";
}

[[noreturn]] void refuse(const std::string& complaint) {
  throw std::invalid_argument("its description " + complaint);
}

std::string in_digits(const std::vector<double>& values, const Format& format) {
  if (!std::ranges::all_of(values, [&](double value) { return format.contains(value); })) {
    throw Inexact("an argument is not a float of the format");
  }
  return to_digits(values, format);
}

std::string in_decimals(const Integers& values) {
  std::string all;
  for (auto value : values) all += (all.empty() ? "" : ",") + std::to_string(value);
  return all;
}

struct Writer {
  const Format& format;
  std::string operator()(double value) const { return in_digits({value}, format); }
  std::string operator()(const Vector& values) const {
    return "[" + in_digits(values, format) + "]";
  }
  std::string operator()(std::int64_t value) const { return "#" + std::to_string(value); }
  std::string operator()(const Integers& values) const { return "#[" + in_decimals(values) + "]"; }
};

template <class Number>
std::optional<Number> whole(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string_view without(std::string_view text, std::string_view before, std::string_view after) {
  if (text.starts_with(before)) text.remove_prefix(before.size());
  if (text.ends_with(after)) text.remove_suffix(after.size());
  return text;
}

[[noreturn]] void fail(const FunctionItem& function, std::string_view text) {
  throw Failed("answered " + function.name + " with '" + shown(text) + "'");
}

std::vector<double> read_reals(std::string_view text, const FunctionItem& function,
                               const Arguments& arguments, const Format& format) {
  std::vector<double> results;
  try {
    results = read_digits(without(text, "[", "]"), format);
  } catch (const std::invalid_argument&) {
    fail(function, text);
  }
  const std::size_t due = function.result_count(arguments);
  if (results.size() == due) return results;
  const char* noun = results.size() == 1 ? " result of " : " results of ";
  throw Failed("gave " + std::to_string(results.size()) + noun + function.name + ", not " +
               std::to_string(due));
}

std::optional<Counts> read_integers(std::string_view text, const FunctionItem& function) {
  if (text == "none") return std::nullopt;
  std::string_view rest = without(without(text, "#", ""), "[", "]");
  Counts results;
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find(','));
    const auto number = whole<std::uint64_t>(one);
    if (!number) fail(function, text);
    results.push_back(*number);
    rest.remove_prefix(std::min(rest.size(), one.size() + 1));
  }
  return results;
}

}  // namespace

std::optional<std::string_view> marked(std::string_view line) {
  const auto at = line.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  return trim(line.substr(at + mark.size()));
}

void Description::read(std::string_view line) {
  std::string_view rest = line;
  const std::string_view key = take_word(rest);
  if (key == "protocol") {
    if (whole<int>(rest) != version) {
      refuse("is of version '" + shown(rest) + "' of the protocol; this gate speaks version " +
             std::to_string(version));
    }
    has_version_ = true;
  } else if (key == "name") {
    name = shown(rest);
  } else if (key == "contract") {
    contract = harmless(rest);
  } else if (key == "ready" && rest.empty()) {
    finish();
    ready = true;
  } else if (reference::find_format(key)) {
    while (!rest.empty()) {
      const std::string function(take_word(rest));
      if (!find_function(function)) {
        refuse("names the function '" + shown(function) +
               "', which is none of softlaw list --functions");
      }
      functions[std::string(key)].insert(function);
    }
  } else {
    refuse("has the line '" + shown(line) +
           "': expected protocol, name, contract, a format or ready");
  }
}

void Description::finish() const {
  if (!has_version_) refuse("has no line 'protocol'");
  if (name.empty()) refuse("has no line 'name'");
  if (contract.empty()) refuse("has no line 'contract'");
}

std::string question(std::uint64_t number, const FunctionItem& function, const Arguments& arguments,
                     const Format& format) {
  std::string line = std::to_string(number) + " " + function.name + " " + format.name;
  for (const Value& value : arguments) line += " " + std::visit(Writer{format}, value);
  return line + "\n";
}

Answer read_answer(std::string_view line, std::uint64_t number, const FunctionItem& function,
                   const Arguments& arguments, const Format& format) {
  std::string_view rest = line;
  const std::string_view first = take_word(rest);
  if (whole<std::uint64_t>(first) != number) {
    throw NoAnswer("answered question " + std::to_string(number) + " with '" + shown(line) + "'");
  }
  if (rest.starts_with('!')) throw Threw(shown(trim(rest.substr(1))));
  if (function.returns_integers) return read_integers(rest, function);
  return read_reals(rest, function, arguments, format);
}

}  // namespace softlaw::properties::protocol
