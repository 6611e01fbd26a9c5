// SPDX-License-Identifier: Apache-2.0
#include "answers.hpp"

#include <array>
#include <cstring>

#include "command.hpp"
#include "run/contain.hpp"

namespace softlaw::properties {
namespace {

constexpr int exact_digits = 30;

/// The first character of what the process of a subject answers.
enum Kind : char { values = 'v', nothing = '-', inexact = 'i', absent = 'a', threw = 't' };

/// 30 significant digits, zeros at the end too: they are known.
std::string all_digits(const reference::Real& value) {
  std::array<char, 64> buffer{};
  mpfr_snprintf(buffer.data(), buffer.size(), "%#.*Rg", exact_digits, value.get());
  return buffer.data();
}

template <class T>
std::string packed(const std::vector<T>& numbers) {
  std::string text(1 + numbers.size() * sizeof(T), values);
  if (!numbers.empty()) std::memcpy(text.data() + 1, numbers.data(), text.size() - 1);
  return text;
}
template <class T>
std::vector<T> unpacked(const std::string& text) {
  std::vector<T> numbers((text.size() - 1) / sizeof(T));
  if (!numbers.empty()) std::memcpy(numbers.data(), text.data() + 1, text.size() - 1);
  return numbers;
}
std::string packed(const std::optional<Counts>& numbers) {
  return numbers ? packed(*numbers) : std::string(1, nothing);
}

template <class Info>
std::string asked(const Info& function, const Case& input, const Subject& subject) {
  const std::string failure(1, threw);
  try {
    return packed(subject.call(function, input.arguments, input.format));
  } catch (const Inexact&) {
    return std::string(1, inexact);
  } catch (const Absent&) {
    return std::string(1, absent);
  } catch (const std::exception& error) {
    return failure + error.what();
  } catch (...) {
    return failure + "something that is no std::exception";
  }
}

template <class Info>
std::string contained(const Info& function, const Case& input, const Subject& subject,
                      double seconds) {
  std::string answer;
  try {
    answer = contain([&] { return asked(function, input, subject); }, seconds);
  } catch (const Ended& end) {
    throw std::runtime_error("the subject '" + subject.name() + "': " + end.what());
  }
  switch (answer.front()) {
    case inexact:
      throw UsageError("an argument is no " + format_name(input.format) + " number");
    case absent:
      throw UsageError("the subject '" + subject.name() + "' has no " + function.name);
    case threw:
      throw std::runtime_error("the subject '" + subject.name() + "' threw: " + answer.substr(1));
    default:
      return answer;
  }
}

}  // namespace

std::string Answer::exact_text() const {
  if (exact.is_empty()) return "nan";
  const std::string low = all_digits(exact.lower()), high = all_digits(exact.upper());
  const bool plain = exact.is_point() || !exact.is_bounded() || low != high;
  return plain ? reference::to_string(exact, exact_digits) : low;
}

std::vector<Answer> ask(const FunctionInfo& function, const Case& input, const Subject& subject,
                        double seconds) {
  const auto returned = unpacked<double>(contained(function, input, subject, seconds));
  const Intervals exact = ReferenceEvaluator(input.format)(function.id, input.arguments);
  std::vector<Answer> answers;
  for (std::size_t i = 0; i < returned.size(); ++i) {
    const double ulp = ulps_off(returned[i], exact[i], input.format);
    answers.push_back({returned[i], exact[i], ulp});
  }
  return answers;
}

IntegerAnswer ask(const IntegerFunctionInfo& function, const Case& input, const Subject& subject,
                  double seconds) {
  IntegerAnswer answer;
  try {  // first, so that arguments that have no meaning are not put to the subject
    answer.exact = function.exact(input.arguments);
  } catch (const std::out_of_range&) {
    throw UsageError("an argument of " + function.name + " is out of range");
  } catch (const std::logic_error& error) {
    throw UsageError(error.what());
  }
  const std::string text = contained(function, input, subject, seconds);
  if (text.front() != nothing) answer.returned = unpacked<std::uint64_t>(text);
  return answer;
}

}  // namespace softlaw::properties
