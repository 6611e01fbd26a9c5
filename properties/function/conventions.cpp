// SPDX-License-Identifier: Apache-2.0
#include "function/conventions.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "function/convention.hpp"
#include "function/item.hpp"

namespace softlaw::properties {
namespace {

bool any_vector(const Arguments& arguments, bool (*holds)(const Vector&)) {
  return std::ranges::any_of(arguments, [=](const Value& value) {
    const auto* v = std::get_if<Vector>(&value);
    return v && holds(*v);
  });
}

bool is_empty(const Arguments& arguments) {
  const auto* first = arguments.empty() ? nullptr : std::get_if<Vector>(&arguments.front());
  return first && first->empty();
}

const Vector* rows_of(const FunctionItem& function, const Arguments& arguments) {
  return function.name.ends_with("_rows") ? &std::get<Vector>(arguments.front()) : nullptr;
}

/// Soft-min has the mirror image, and logaddexp two numbers.
bool any_infinity(const FunctionItem&, const Arguments& arguments) {
  const auto is_infinite = [](const Value& value) {
    const auto* number = std::get_if<double>(&value);
    return number && std::isinf(*number);
  };
  return std::ranges::any_of(arguments, is_infinite) || any_vector(arguments, [](const Vector& v) {
           return has(v, infinity) || has(v, -infinity);
         });
}

std::vector<Convention> make_conventions() {
  return {
      {"logsumexp-of-infinity",
       "log-sum-exp where an entry is +inf, and soft-min where one is -inf",
       {{"infinity", "that infinity"}, {"nan", "NaN, as m + log sum exp(x - m) gives"}},
       any_infinity},
      {"logsumexp-of-masked",
       "log-sum-exp where every entry is -inf, and soft-min where every one is +inf",
       {{"minus-infinity", "that infinity: log 0"},
        {"nan", "NaN, as m + log sum exp(x - m) gives"}},
       any_infinity},
      {"softmax-of-infinity",
       "softmax, log-softmax and the functions derived from them where an entry is +inf",
       {{"nan", "NaN in every slot"},
        {"one-hot", "the entries of +inf share the probability 1 equally, the others have 0"},
        {"nan-there", "NaN at the entries of +inf, and the others have the probability 0"}},
       [](const FunctionItem&, const Arguments& arguments) {
         return any_vector(arguments, [](const Vector& v) { return has(v, infinity); });
       }},
      {"softmax-of-masked-row",
       "the same functions where every entry is -inf",
       {{"nan", "NaN in every slot"},
        {"zero", "the probability 0 in every slot"},
        {"uniform", "equal probabilities"}},
       [](const FunctionItem& function, const Arguments& arguments) {
         if (const Vector* rows = rows_of(function, arguments)) return has(*rows, -infinity);
         return any_vector(arguments,
                           [](const Vector& v) { return !v.empty() && present(v).empty(); });
       }},
      {"temperature-zero",
       "softmax and log-softmax of x / T, and of rows, at T = 0",
       {{"refused", "an error: the subject is not called with T = 0"},
        {"argmax", "the limit: the largest entries share the probability 1 equally"},
        {"nan", "NaN in every slot"}},
       [](const FunctionItem& function, const Arguments& arguments) {
         for (std::size_t i = 0; i < arguments.size(); ++i) {
           const auto* T = std::get_if<double>(&arguments[i]);
           if (T && *T == 0 && function.parameters[i].name == "temperature") return true;
         }
         return false;
       }},
      {"empty-input",
       "functions of a vector that is empty and that return numbers",
       {{"limit", "what the sum of nothing gives, such as -inf for log-sum-exp"},
        {"nan", "NaN"},
        {"not-called", "an error: the subject is not called with an empty vector"}},
       [](const FunctionItem& function, const Arguments& arguments) {
         return !function.returns_integers && is_empty(arguments);
       }},
      {"huffman-one-symbol",
       "the length of the word of a symbol that is alone",
       {{"zero", "0 digits: nothing has to be told apart"}, {"one", "1 digit"}},
       [](const FunctionItem& function, const Arguments& arguments) {
         return function.name == "huffman_lengths" &&
                std::get<Vector>(arguments.front()).size() == 1;
       }},
      {"sign-of-zero",
       "the sign of a zero that is returned",
       {{"any", "it is not judged"},
        {"positive", "every zero is +0"},
        {"of-the-value", "-0 where the exact value is below 0, +0 where it is above; any at 0"}},
       [](const FunctionItem&, const Arguments&) { return false; }},
  };
}

std::string names_of_conventions() {
  std::string all;
  for (const Convention& each : conventions()) all += (all.empty() ? "" : ", ") + each.id;
  return all;
}

const Convention& find_convention(const std::string& id) {
  const auto found = std::ranges::find(conventions(), id, &Convention::id);
  if (found != conventions().end()) return *found;
  throw std::invalid_argument("no convention '" + id + "'; there are " + names_of_conventions());
}

const Conventions ours;
const Conventions* in_force = &ours;

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

}  // namespace

std::span<const Convention> conventions() {
  static const std::vector<Convention> all = make_conventions();
  return all;
}

void Conventions::choose(const std::string& convention, const std::string& choice) {
  const Convention& found = find_convention(convention);
  std::string names;
  for (const Convention::Choice& each : found.choices) {
    names += (names.empty() ? "" : ", ") + each.name;
    if (each.name != choice) continue;
    if (choice == found.choices.front().name) {
      chosen_.erase(convention);
    } else {
      chosen_[convention] = choice;
    }
    return;
  }
  throw std::invalid_argument("no choice '" + choice + "' of " + convention + "; there are " +
                              names);
}

void Conventions::choose_all(const std::string& text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    const std::string part = text.substr(begin, end - begin);
    const std::size_t equals = part.find('=');
    if (equals == std::string::npos) {
      throw std::invalid_argument("cannot read the convention '" + trimmed(part) +
                                  "': expected CONVENTION = CHOICE");
    }
    choose(trimmed(part.substr(0, equals)), trimmed(part.substr(equals + 1)));
    begin = end + 1;
  }
}

std::string Conventions::text() const {
  std::string all;
  for (const auto& [convention, choice] : chosen_) {
    all += (all.empty() ? "" : "; ") + convention + " = " + choice;
  }
  return all;
}

const Conventions& Conventions::current() { return *in_force; }

UnderConventions::UnderConventions(const Conventions& conventions) : before_(in_force) {
  in_force = &conventions;
}
UnderConventions::~UnderConventions() { in_force = before_; }

const std::string& choice_of(const std::string& convention) {
  const auto found = Conventions::current().others().find(convention);
  if (found != Conventions::current().others().end()) return found->second;
  return find_convention(convention).choices.front().name;
}

bool is_settled_otherwise(const FunctionItem& function, const Arguments& arguments) {
  const auto& others = Conventions::current().others();
  return std::ranges::any_of(others, [&](const auto& chosen) {
    return find_convention(chosen.first).concerns(function, arguments);
  });
}

bool is_not_to_be_called(const Arguments& arguments) {
  return is_empty(arguments) && follows("empty-input", "not-called");
}

}  // namespace softlaw::properties
