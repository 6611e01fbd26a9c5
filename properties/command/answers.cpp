// SPDX-License-Identifier: Apache-2.0
#include "command/answers.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

#include "command/verb.hpp"
#include "contracts/contract.hpp"
#include "function/exact_values.hpp"
#include "judge/evaluator.hpp"
#include "process/child.hpp"

namespace softlaw::properties {
namespace {

constexpr int exact_digits = 30;

/// 30 significant digits, zeros at the end too: they are known.
std::string all_digits(const reference::Real& value) {
  std::array<char, 64> buffer{};
  mpfr_snprintf(buffer.data(), buffer.size(), "%#.*Rg", exact_digits, value.get());
  return buffer.data();
}

/// How a float or a count goes through JSON, exactly.
Message texts(const std::vector<double>& numbers) {
  Message all = Message::array();
  for (double number : numbers) all.push_back(hexadecimal(number));
  return all;
}
Message texts(const std::optional<Counts>& counts) {
  return counts ? Message(*counts) : Message(nullptr);
}
std::optional<Counts> read_counts(const Message& json) {
  if (json.is_null()) return std::nullopt;
  return json.get<Counts>();
}

/// The time that subject and reference have together.
class Allowance {
 public:
  explicit Allowance(double seconds) : seconds_(seconds) {}

  Message contained(const std::string& who, const std::function<Message()>& task) const {
    const std::chrono::duration<double> used = Clock::now() - start_;
    try {
      return contain(task, std::max(0.0, seconds_ - used.count()));
    } catch (const Late&) {
      throw std::runtime_error(who + " gave no answer within " +
                               decimal(seconds_, Format::binary64) + " s: see --timeout");
    } catch (const Ended& end) {
      throw std::runtime_error(who + ": " + end.what());
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(who + " threw: " + error.what());
    }
  }

 private:
  using Clock = std::chrono::steady_clock;
  double seconds_;
  Clock::time_point start_ = Clock::now();
};

Message returned_by(const Subject& subject, const FunctionItem& function, const Case& input,
                    const Allowance& allowance) {
  const std::string who = "the subject '" + subject.name() + "'";
  if (!subject.has(function, input.format)) throw UsageError(who + " has no " + function.name);
  const Message answer = allowance.contained(who, [&]() -> Message {
    const auto as_texts = [](const auto& numbers) { return texts(numbers); };
    try {
      return std::visit(as_texts, subject.answer(function, input.arguments, input.format));
    } catch (const Failed& failed) {
      return {{"failed", failed.what()}};
    } catch (const Hung& hung) {
      return {{"failed", std::string("gave ") + hung.what() + ": see --timeout"}};
    } catch (const EnvironmentChanged& changed) {  // verify reports it
      return std::visit(as_texts, changed.answer);
    }
  });
  if (!answer.is_object()) return answer;
  throw std::runtime_error(who + " " + answer.at("failed").get<std::string>());
}

/// The value, or its bounds.
std::vector<std::string> exact_texts(const Interval& exact) {
  if (exact.is_empty()) return {"nan"};
  const std::string low = all_digits(exact.lower()), high = all_digits(exact.upper());
  if (!exact.is_point() && exact.is_bounded() && low == high) return {low};
  const std::string text = reference::to_string(exact, exact_digits);
  const auto comma = text.find(',');
  if (comma == std::string::npos) return {text};
  return {text.substr(1, comma - 1), text.substr(comma + 2, text.size() - comma - 3)};
}

/// The error of each result, in ulp and as a share of the error that the contract allows,
/// and that value.
Message compared(const FunctionItem& function, const Case& input, const Contract& contract,
                 const std::vector<double>& returned) {
  ExactValues of_case;
  const Intervals exact = of_case.values(function, input.arguments);
  const Intervals allowed =
      contract.allow(returned, function, input.arguments, input.format, of_case);
  Message all = Message::array();
  for (std::size_t i = 0; i < returned.size(); ++i) {
    const Truth truth = measure(returned[i], allowed[i], exact[i], input.format);
    all.push_back({{"ulp", hexadecimal(*truth.ulp())},
                   {"strain", hexadecimal(std::fabs(truth.strain()))},
                   {"exact", exact_texts(exact[i])}});
  }
  return all;
}

}  // namespace

std::vector<RealAnswer> ask_reals(const FunctionItem& function, const Case& input,
                                  const Subject& subject, double seconds) {
  const Allowance allowance(seconds);
  std::vector<double> returned;
  for (const auto& text : returned_by(subject, function, input, allowance)) {
    returned.push_back(read_number(text));
  }
  const Message exact = allowance.contained("the reference of " + function.name, [&] {
    return compared(function, input, subject.contract(), returned);
  });
  std::vector<RealAnswer> answers;
  for (std::size_t i = 0; i < returned.size(); ++i) {
    answers.push_back({returned[i], exact[i].at("exact"), read_number(exact[i].at("ulp")),
                       read_number(exact[i].at("strain"))});
  }
  return answers;
}

IntegerAnswer ask_integers(const FunctionItem& function, const Case& input, const Subject& subject,
                           double seconds) {
  const Allowance allowance(seconds);
  IntegerAnswer answer;
  answer.returned = read_counts(returned_by(subject, function, input, allowance));
  const Message exact = allowance.contained("the reference of " + function.name, [&] {
    return Message{{"counts", texts(function.count(input.arguments))},
                   {"agrees", function.is_right(answer.returned, input.arguments)}};
  });
  answer.exact = read_counts(exact.at("counts"));
  answer.agrees = exact.at("agrees");
  return answer;
}

}  // namespace softlaw::properties
