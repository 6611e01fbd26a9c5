// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "command.hpp"
#include "faults/fault.hpp"
#include "functions/function.hpp"
#include "subjects/subject.hpp"

namespace softlaw::properties {
namespace {

constexpr int exact_digits = 30;

struct Options {
  std::string function;
  std::vector<std::string> arguments;
  std::optional<std::string> lambda, temperature;
  std::string format = "binary64";
  std::string subject = "softlaw";
  bool json = false;
};

std::string joined(const std::vector<std::string>& parts, const std::string& separator) {
  std::string all;
  for (const auto& part : parts) all += (all.empty() ? "" : separator) + part;
  return all;
}

/// `logsumexp` with --lambda is `logsumexp_scaled`, `softmax` with --temperature is
/// `softmax_temperature`.
const FunctionInfo& chosen_function(Options& options) {
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
  if (const FunctionInfo* function = find_function(name)) return *function;
  std::vector<std::string> names;
  for (const FunctionInfo* function : functions()) names.push_back(function->name);
  throw UsageError("no function '" + options.function + "': there are " + joined(names, ", "));
}

/// A function of one vector takes its entries one by one; else each argument is one word.
Case read_case(const FunctionInfo& function, const Options& options) {
  const bool one_vector =
      function.parameters.size() == 1 && function.parameters.front().kind == Kind::vector;
  const std::string text =
      one_vector ? joined(options.arguments, ",") : joined(options.arguments, ";");
  if (!one_vector && options.arguments.size() != function.parameters.size()) {
    std::vector<std::string> names;
    for (const auto& parameter : function.parameters) {
      names.push_back(parameter.name +
                      (parameter.kind == Kind::vector ? " (entries by comma)" : ""));
    }
    throw UsageError(function.name + " takes " + std::to_string(names.size()) +
                     (names.size() == 1 ? " argument: " : " arguments: ") + joined(names, ", ") +
                     "; got " + std::to_string(options.arguments.size()));
  }
  try {
    Case input = read_input(options.format + "; " + text, function.parameters);
    check_domain(function, input.arguments);
    return input;
  } catch (const std::logic_error& error) {
    throw UsageError(error.what());
  }
}

/// 30 significant digits, zeros at the end too: they are known.
std::string all_digits(const reference::Real& value) {
  std::array<char, 64> buffer{};
  mpfr_snprintf(buffer.data(), buffer.size(), "%#.*Rg", exact_digits, value.get());
  return buffer.data();
}

struct Result {
  double returned;
  Interval exact;
  double ulp;

  std::string exact_text() const {
    if (exact.is_empty()) return "nan";
    const std::string low = all_digits(exact.lower()), high = all_digits(exact.upper());
    const bool plain = exact.is_point() || !exact.is_bounded() || low != high;
    return plain ? reference::to_string(exact, exact_digits) : low;
  }
};

std::vector<Result> evaluate(const FunctionInfo& function, const Case& input,
                             const Subject& subject) {
  std::vector<double> returned;
  try {
    returned = subject.call(function, input.arguments, input.format);
  } catch (const Inexact&) {
    throw UsageError("an argument is no " + format_name(input.format) + " number");
  } catch (const Threw& threw) {
    throw std::runtime_error("the subject '" + subject.name() + "' threw: " + threw.what());
  } catch (const Absent&) {
    throw UsageError("the subject '" + subject.name() + "' has no " + function.name);
  }
  const Intervals exact = ReferenceEvaluator(input.format)(function.id, input.arguments);
  std::vector<Result> results;
  for (std::size_t i = 0; i < returned.size(); ++i) {
    const double ulp = ulps_off(returned[i], exact[i], input.format);
    results.push_back({returned[i], exact[i], ulp});
  }
  return results;
}

void print_json(const FunctionInfo& function, const Case& input,
                const std::vector<Result>& results) {
  using Json = nlohmann::ordered_json;
  Json args = Json::array(), hex = Json::array(), exact = Json::array(), ulp = Json::array();
  for (const Value& value : input.arguments) {
    std::visit(
        [&](const auto& v) {
          if constexpr (std::is_same_v<std::decay_t<decltype(v)>, Vector>) {
            Json entries = Json::array();
            for (double entry : v) entries.push_back(hexadecimal(entry));
            args.push_back(entries);
          } else if constexpr (std::is_same_v<std::decay_t<decltype(v)>, double>) {
            args.push_back(hexadecimal(v));
          } else {
            args.push_back(v);
          }
        },
        value);
  }
  for (const Result& result : results) {
    hex.push_back(hexadecimal(result.returned));
    exact.push_back(result.exact_text());
    ulp.push_back(std::isfinite(result.ulp) ? Json(result.ulp) : Json(hexadecimal(result.ulp)));
  }
  std::cout << Json{{"function", function.name},
                    {"format", format_name(input.format)},
                    {"args", args},
                    {"result", hex},
                    {"exact", exact},
                    {"ulp", ulp}}
                   .dump(2)
            << '\n';
}

void print_text(const FunctionInfo& function, const Case& input, const std::string& subject,
                const std::vector<Result>& results) {
  const std::string shown_name = subject == "softlaw" ? "library  " : subject + "  ";
  std::cout << function.name << '(' << to_text(input.arguments, input.format) << "), "
            << format_name(input.format) << '\n';
  for (std::size_t i = 0; i < results.size(); ++i) {
    const Result& result = results[i];
    const std::string label = results.size() == 1 ? "" : "[" + std::to_string(i) + "] ";
    std::cout << "  " << label << shown_name << decimal(result.returned, input.format) << "  ("
              << hexadecimal(result.returned) << ")\n"
              << "  " << label << "exact    " << result.exact_text() << '\n'
              << "  " << label << "error    " << result.ulp << " ulp\n";
  }
}

void evaluate(Options options) {
  if (options.format != "binary64" && options.format != "binary32") {
    throw UsageError("unknown format '" + options.format + "': binary64 or binary32");
  }
  const FunctionInfo& function = chosen_function(options);
  const Case input = read_case(function, options);
  std::optional<Subject> subject;
  try {
    subject = find_subject_or_fault(options.subject);
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
  const auto results = evaluate(function, input, *subject);
  options.json ? print_json(function, input, results)
               : print_text(function, input, subject->name(), results);
}

}  // namespace

void add_eval(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand(
      "eval", "What the library returns, the exact value to 30 digits, the error in ulp");
  verb->add_option("function", options->function, "Such as logsumexp or softmax")->required();
  verb->add_option("arguments", options->arguments,
                   "Numbers, decimal or hexadecimal, inf, nan; a vector beside other arguments is "
                   "one word with commas");
  verb->add_option("--lambda", options->lambda, "The scale of logsumexp or softmin");
  verb->add_option("--temperature", options->temperature, "That of softmax or log_softmax");
  verb->add_option("--format", options->format, "binary64 or binary32")->capture_default_str();
  verb->add_option("--subject", options->subject, "Whose answer, as for verify")
      ->capture_default_str();
  verb->add_flag("--json", options->json, "As JSON");
  verb->callback([options] { evaluate(*options); });
}

}  // namespace softlaw::properties
