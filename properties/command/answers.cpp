// SPDX-License-Identifier: Apache-2.0
#include "command/answers.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstring>
#include <sstream>

#include "command/command.hpp"
#include "judge/contain.hpp"
#include "judge/evaluator.hpp"

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

std::string asked(const FunctionItem& function, const Case& input, const Subject& subject) {
  const std::string failure(1, threw);
  try {
    const Answer answer = subject.answer(function, input.arguments, input.format);
    return std::visit([](const auto& numbers) { return packed(numbers); }, answer);
  } catch (const Inexact&) {
    return std::string(1, inexact);
  } catch (const Absent&) {
    return std::string(1, absent);
  } catch (const std::bad_alloc&) {
    return failure + "there is not enough memory";
  } catch (const std::exception& error) {
    return failure + error.what();
  } catch (...) {
    return failure + "a non-standard exception";
  }
}

/// The time that both have together.
class Allowance {
 public:
  explicit Allowance(double seconds) : seconds_(seconds) {}

  std::string contained(const std::string& who, const std::function<std::string()>& task) const {
    const std::chrono::duration<double> used = Clock::now() - start_;
    try {
      return contain(task, std::max(0.0, seconds_ - used.count()));
    } catch (const Late&) {
      throw std::runtime_error(who + " gave no answer within " +
                               decimal(seconds_, Format::binary64) + " s: see --timeout");
    } catch (const Ended& end) {
      throw std::runtime_error(who + ": " + end.what());
    }
  }

 private:
  using Clock = std::chrono::steady_clock;
  double seconds_;
  Clock::time_point start_ = Clock::now();
};

std::string returned_by(const Subject& subject, const FunctionItem& function, const Case& input,
                        const Allowance& allowance) {
  const std::string who = "the subject '" + subject.name() + "'";
  const std::string answer =
      allowance.contained(who, [&] { return asked(function, input, subject); });
  switch (answer.front()) {
    case inexact:
      throw UsageError("an argument is not a " + std::string(input.format.name) + " number");
    case absent:
      throw UsageError(who + " has no " + function.name);
    case threw:
      throw std::runtime_error(who + " threw: " + answer.substr(1));
    default:
      return answer;
  }
}

/// What the reference computes.
std::string computed(const std::string& name, const std::function<std::string()>& task,
                     const Allowance& allowance) {
  const std::string who = "the reference of " + name;
  const std::string answer = allowance.contained(who, [&] {
    try {
      return task();
    } catch (const std::exception& error) {
      return std::string(1, threw) + error.what();
    }
  });
  if (answer.front() == threw) throw std::runtime_error(who + " threw: " + answer.substr(1));
  return answer;
}

/// The value, or a blank between its bounds.
std::string exact_text(const Interval& exact) {
  if (exact.is_empty()) return "nan";
  const std::string low = all_digits(exact.lower()), high = all_digits(exact.upper());
  if (!exact.is_point() && exact.is_bounded() && low == high) return low;
  std::string text = reference::to_string(exact, exact_digits);
  if (text.starts_with('[')) text = text.substr(1, text.size() - 2);
  std::erase(text, ',');
  return text;
}

/// A line a result: how far from the exact value the returned one is, in ulp and as a share of what
/// the contract allows, and that value.
std::string exact_lines(const FunctionItem& function, const Case& input, const Contract& contract,
                        const std::vector<double>& returned) {
  ExactValues of_case;
  const Intervals exact = of_case.values(function, input.arguments);
  const Intervals allowed =
      contract.allow(returned, function, input.arguments, input.format, of_case);
  std::string lines(1, values);
  for (std::size_t i = 0; i < returned.size(); ++i) {
    const Truth truth = measure(returned[i], allowed[i], exact[i], input.format);
    lines += hexadecimal(*truth.ulp()) + ' ' + hexadecimal(std::fabs(truth.strain())) + ' ' +
             exact_text(exact[i]) + '\n';
  }
  return lines;
}

RealAnswer read_answer(double returned, const std::string& line) {
  std::istringstream words(line);
  std::string ulp, strain;
  words >> ulp >> strain;
  RealAnswer answer{returned, {}, read_number(ulp), read_number(strain)};
  for (std::string word; words >> word;) answer.exact.push_back(word);
  return answer;
}

}  // namespace

std::vector<RealAnswer> ask_reals(const FunctionItem& function, const Case& input,
                                  const Subject& subject, double seconds) {
  const Allowance allowance(seconds);
  const auto returned = unpacked<double>(returned_by(subject, function, input, allowance));
  std::istringstream lines(computed(
      function.name, [&] { return exact_lines(function, input, subject.contract(), returned); },
      allowance));
  lines.get();  // the kind
  std::vector<RealAnswer> answers;
  for (const double value : returned) {
    std::string line;
    std::getline(lines, line);
    answers.push_back(read_answer(value, line));
  }
  return answers;
}

IntegerAnswer ask_integers(const FunctionItem& function, const Case& input, const Subject& subject,
                           double seconds) {
  const Allowance allowance(seconds);
  const auto counts = [](const std::string& answer) -> std::optional<Counts> {
    if (answer.front() == nothing) return std::nullopt;
    return unpacked<std::uint64_t>(answer);
  };
  IntegerAnswer answer;
  answer.returned = counts(returned_by(subject, function, input, allowance));
  answer.exact = counts(computed(
      function.name, [&] { return packed(function.count(input.arguments)); }, allowance));
  answer.agrees = function.is_right(answer.returned, input.arguments);
  return answer;
}

}  // namespace softlaw::properties
