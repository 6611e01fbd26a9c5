// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "command/answers.hpp"
#include "command/asked_subject.hpp"
#include "command/checks.hpp"
#include "command/command.hpp"
#include "command/suggest.hpp"

namespace softlaw::properties {
namespace {

struct Options {
  std::string function;
  std::vector<std::string> arguments;
  std::optional<std::string> lambda, temperature;
  std::string format = "binary64";
  std::string subject = "softlaw";
  double timeout = 60;
  bool json = false;
};

std::string joined(const std::vector<std::string>& parts, const std::string& separator) {
  std::string all;
  for (const auto& part : parts) all += (all.empty() ? "" : separator) + part;
  return all;
}

/// `logsumexp` with --lambda is `logsumexp_scaled`, `softmax` with --temperature is
/// `softmax_temperature`.
std::string chosen_name(Options& options) {
  if (options.function == " ") options.function.clear();  // as an empty argument is marked
  std::string name = options.function;
  const auto with = [&](const char* option, const std::optional<std::string>& value,
                        const char* suffix) {
    if (!value) return;
    name += suffix;
    if (!find_function(name)) {
      throw UsageError("the function '" + options.function + "' takes no " + option);
    }
    options.arguments = {joined(options.arguments, ","), *value};
  };
  with("--lambda", options.lambda, "_scaled");
  with("--temperature", options.temperature, "_temperature");
  return name;
}

[[noreturn]] void refuse_name(const std::string& name) {
  std::vector<std::string> names;
  for (const FunctionItem* function : functions()) names.push_back(function->name);
  throw UsageError("no function '" + name + "'" +
                   did_you_mean(name, names, ": there are " + joined(names, ", ")));
}

/// A function of one vector takes its entries one by one; else each argument is one word.
Case read_case(const FunctionItem& function, const Options& options) {
  const bool one_vector =
      function.parameters.size() == 1 && function.parameters.front().kind == Kind::vector;
  const std::string text =
      one_vector ? joined(options.arguments, ",") : joined(options.arguments, ";");
  if (!one_vector && options.arguments.size() != function.parameters.size()) {
    const std::size_t count = function.parameters.size();
    throw UsageError(function.name + " takes " + std::to_string(count) +
                     (count == 1 ? " argument: " : " arguments: ") + signature(function) +
                     "; got " + std::to_string(options.arguments.size()));
  }
  Case input;
  try {
    input = read_input(options.format + "; " + text, function.parameters);
  } catch (const std::invalid_argument& error) {
    throw UsageError(function.name + ": " + error.what() + "; it takes " + signature(function));
  }
  try {
    function.check(input.arguments);
  } catch (const std::domain_error& error) {
    throw UsageError(error.what());
  }
  return input;
}

using Json = nlohmann::ordered_json;

Json json_of(const Arguments& arguments) {
  Json all = Json::array();
  for (const Value& value : arguments) {
    std::visit(
        [&](const auto& v) {
          if constexpr (std::is_same_v<std::decay_t<decltype(v)>, Vector>) {
            Json entries = Json::array();
            for (double entry : v) entries.push_back(hexadecimal(entry));
            all.push_back(entries);
          } else if constexpr (std::is_same_v<std::decay_t<decltype(v)>, double>) {
            all.push_back(hexadecimal(v));
          } else {
            all.push_back(v);
          }
        },
        value);
  }
  return all;
}

Json json_of(const std::string& name, const Case& input) {
  return {{"function", name}, {"format", input.format.name}, {"args", json_of(input.arguments)}};
}

void print_json(const FunctionItem& function, const Case& input, const Contract& contract,
                const std::vector<RealAnswer>& answers) {
  const auto number = [](double value) {
    return std::isfinite(value) ? Json(value) : Json(hexadecimal(value));
  };
  Json hex = Json::array(), exact = hex, ulp = hex, strain = hex;
  for (const RealAnswer& answer : answers) {
    hex.push_back(hexadecimal(answer.returned));
    exact.push_back(answer.exact.size() == 1 ? Json(answer.exact.front()) : Json(answer.exact));
    ulp.push_back(number(answer.ulp));
    strain.push_back(number(answer.strain));
  }
  Json all = json_of(function.name, input);
  all.update(Json{{"contract", contract.text()},
                  {"result", hex},
                  {"exact", exact},
                  {"ulp", ulp},
                  {"strain", strain}});
  std::cout << all.dump(2) << '\n';
}

void print_json(const FunctionItem& function, const Case& input, const Contract&,
                const IntegerAnswer& answer) {
  const auto counts = [](const std::optional<Counts>& values) {
    return values ? Json(*values) : Json(nullptr);
  };
  Json all = json_of(function.name, input);
  all.update(Json{{"result", counts(answer.returned)},
                  {"exact", counts(answer.exact)},
                  {"agrees", answer.agrees}});
  std::cout << all.dump(2) << '\n';
}

std::string label(const std::string& subject) {
  const std::string name = subject == "softlaw" ? "library" : subject;
  return name + std::string(name.size() < 7 ? 9 - name.size() : 2, ' ');
}

/// Which of several results this is.
std::string place_of(const FunctionItem& function, const Case& input, std::size_t i,
                     std::size_t count) {
  if (function.place) return function.place(input.arguments, i) + " ";
  return count == 1 ? "" : "[" + std::to_string(i) + "] ";
}

std::string exact_text(const RealAnswer& answer) {
  if (answer.exact.size() == 1) return answer.exact.front();
  return "between " + answer.exact.front() + " and " + answer.exact.back();
}

/// Of an error that is finite, how much of what is allowed it is.
std::string strain_text(const RealAnswer& answer, const Contract& contract) {
  const std::string all = "the contract " + contract.text();
  if (std::isinf(answer.strain)) return "which no contract allows";
  std::ostringstream text;
  text << "a strain of " << answer.strain << (answer.strain > 1 ? ": breaks " : " of ") << all;
  return text.str();
}

void print_text(const FunctionItem& function, const Case& input, const Subject& subject,
                const std::vector<RealAnswer>& answers) {
  std::cout << function.name << '(' << to_text(input.arguments, input.format) << "), "
            << input.format.name << '\n';
  if (answers.empty()) std::cout << "  (no entries)\n";
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const RealAnswer& answer = answers[i];
    const std::string index = place_of(function, input, i, answers.size());
    std::cout << "  " << index << label(subject.name()) << decimal(answer.returned, input.format)
              << "  (" << hexadecimal(answer.returned) << ")\n"
              << "  " << index << "exact    " << exact_text(answer) << '\n'
              << "  " << index << "error    " << answer.ulp << " ulp, "
              << strain_text(answer, subject.contract()) << '\n';
  }
}

void print_text(const FunctionItem& function, const Case& input, const Subject& subject,
                const IntegerAnswer& answer) {
  const auto text = [](const std::optional<Counts>& values) {
    if (!values) return std::string("none");
    if (values->empty()) return std::string("(no entries)");
    return values->size() == 1 ? std::to_string(values->front()) : to_text(*values);
  };
  std::cout << function.name << '(' << to_text(input.arguments, input.format) << ")\n"
            << "  " << label(subject.name()) << text(answer.returned) << '\n'
            << "  exact    " << text(answer.exact) << '\n'
            << "  " << (answer.agrees ? "agrees" : "differs") << '\n';
}

void evaluate(const FunctionItem& function, const Options& options, const Subject& subject) {
  const Case input = read_case(function, options);
  const auto show = [&](const auto& answers) {
    options.json ? print_json(function, input, subject.contract(), answers)
                 : print_text(function, input, subject, answers);
  };
  function.returns_integers ? show(ask_integers(function, input, subject, options.timeout))
                            : show(ask_reals(function, input, subject, options.timeout));
}

void evaluate(Options options) {
  try {
    read_format(options.format);
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
  const std::string name = chosen_name(options);
  const FunctionItem* function = find_function(name);
  if (!function) refuse_name(name);
  if (options.subject == reference_subject) {
    throw UsageError("--subject reference: eval shows the reference beside every subject");
  }
  evaluate(*function, options, *asked_subject(options.subject, options.timeout));
}

}  // namespace

void add_eval(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand(
      "eval",
      "What the library returns, the exact value to 30 digits, the error in ulp and as a share of "
      "the contract; or integers");
  verb->add_option("function", options->function, "Such as logsumexp, softmax or huffman_lengths")
      ->required();
  verb->add_option("arguments", options->arguments,
                   "Numbers, decimal or hexadecimal, inf, nan; a vector beside other arguments is "
                   "one word with commas");
  verb->add_option("--lambda", options->lambda, "The scale of logsumexp or softmin");
  verb->add_option("--temperature", options->temperature, "That of softmax or log_softmax");
  verb->add_option("--format", options->format, "binary64 or binary32")->capture_default_str();
  verb->add_option("--subject", options->subject,
                   "Whose answer: softlaw, exact, libm, the id of a fault, or a shared object; the "
                   "reference is shown beside each")
      ->capture_default_str();
  verb->add_option("--timeout", options->timeout,
                   "Seconds that the answers may take; as many to load a subject")
      ->check(seconds_from(0))
      ->capture_default_str();
  verb->add_flag(
      "--json", options->json,
      "As JSON: exact is a text for each result, or a pair of them, [lower, upper], where "
      "the value is beyond the exponents of the reference");
  verb->footer(
      "Exit codes: 0 there are answers, right or wrong, 2 usage, 3 the subject or the reference "
      "gave none.");
  verb->callback([options] { evaluate(*options); });
}

}  // namespace softlaw::properties
