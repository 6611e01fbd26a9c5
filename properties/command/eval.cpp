// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "command/answers.hpp"
#include "command/options.hpp"
#include "command/suggest.hpp"

namespace softlaw::properties {
namespace {

const Option function_argument{.name = "function",
                               .takes = "FUNCTION",
                               .help = "Such as logsumexp, softmax or huffman_lengths",
                               .required = true};
const Option arguments_argument{
    .name = "arguments",
    .takes = "ARGUMENT",
    .help =
        "Numbers in decimal or hexadecimal, inf or nan. Beside other "
        "arguments, a vector is one word with commas, and so is "
        "each direction. @FILE reads the arguments of one call from each "
        "line, @- from standard input",
    .repeated = true};
const Option lambda_option{
    .name = "--lambda", .takes = "NUMBER", .help = "The scale of logsumexp or softmin"};
const Option temperature_option{.name = "--temperature",
                                .takes = "NUMBER",
                                .help = "The temperature of softmax or log_softmax"};

/// The function and the words of its arguments.
struct Asked {
  const FunctionItem* function;
  std::vector<std::string> words;
};

std::string joined(const std::vector<std::string>& parts, const std::string& separator) {
  std::string all;
  for (const auto& part : parts) all += (&part == &parts.front() ? "" : separator) + part;
  return all;
}

[[noreturn]] void refuse_name(const std::string& name) {
  std::vector<std::string> names;
  for (const FunctionItem* function : functions()) names.push_back(function->name);
  throw UsageError("no function '" + name + "'" +
                   did_you_mean(name, names, ": there are " + joined(names, ", ")));
}

/// `logsumexp` with --lambda is `logsumexp_scaled`, `softmax` with --temperature is
/// `softmax_temperature`.
Asked asked(const Given& given, std::vector<std::string> words) {
  std::string name = given.text(function_argument);
  const auto with = [&](const Option& option, const char* suffix) {
    if (!given.has(option)) return;
    if (!find_function(name + suffix)) {
      throw UsageError("the function '" + name + "' takes no " + option.name);
    }
    name += suffix;
    words = {joined(words, ","), given.text(option)};
  };
  with(lambda_option, "_scaled");
  with(temperature_option, "_temperature");
  const FunctionItem* function = find_function(name);
  if (!function) refuse_name(name);
  return {function, std::move(words)};
}

/// The words, one for each parameter: a function of one vector takes its entries one by one, and one
/// of directions each of these.
std::vector<std::string> words_of_parameters(const FunctionItem& function,
                                             const std::vector<std::string>& words) {
  const std::size_t count = function.parameters.size();
  const bool one_vector = count == 1 && function.parameters.front().kind == Kind::vector;
  if (one_vector) return {joined(words, ",")};
  if (function.takes_directions && words.size() > count) {
    const auto rest = words.begin() + static_cast<std::ptrdiff_t>(count) - 1;
    std::vector<std::string> fewer(words.begin(), rest);
    fewer.push_back(joined({rest, words.end()}, ","));
    return fewer;
  }
  if (words.size() != count) {
    throw UsageError(function.name + " takes " + std::to_string(count) +
                     (count == 1 ? " argument: " : " arguments: ") + signature(function) +
                     "; got " + std::to_string(words.size()));
  }
  return words;
}

Case read_case(const Asked& asked, const Format& format) {
  const FunctionItem& function = *asked.function;
  const std::string text = joined(words_of_parameters(function, asked.words), ";");
  Case input;
  try {
    input = read_input(std::string(format.name) + "; " + text, function.parameters);
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
                const std::vector<RealAnswer>& answers, int indent) {
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
  std::cout << all.dump(indent) << '\n';
}

void print_json(const FunctionItem& function, const Case& input, const Contract&,
                const IntegerAnswer& answer, int indent) {
  const auto counts = [](const std::optional<Counts>& values) {
    return values ? Json(*values) : Json(nullptr);
  };
  Json all = json_of(function.name, input);
  all.update(Json{{"result", counts(answer.returned)},
                  {"exact", counts(answer.exact)},
                  {"agrees", answer.agrees}});
  std::cout << all.dump(indent) << '\n';
}

/// What answered: `exact` is the word for the exact value itself, below.
std::string label(const std::string& subject) {
  const std::string name = subject == "softlaw" ? "library"
                           : subject == "exact" ? "subject"
                                                : subject;
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

/// A finite error as a share of the allowed one.
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

/// One call: the subject's answer beside the exact value.  As JSON, on one line if there is no indent.
void evaluate_one(const Given& given, const Subject& subject, std::vector<std::string> words,
                  int indent) {
  const Asked question = asked(given, std::move(words));
  const FunctionItem& function = *question.function;
  const Case input = read_case(question, given_format(given));
  const double seconds = given.number(timeout_option());
  const auto show = [&](const auto& answers) {
    given.has(json_flag()) ? print_json(function, input, subject.contract(), answers, indent)
                           : print_text(function, input, subject, answers);
  };
  function.returns_integers ? show(ask_integers(function, input, subject, seconds))
                            : show(ask_reals(function, input, subject, seconds));
}

/// The words of a line, without a comment.
std::vector<std::string> words_of(const std::string& line) {
  std::istringstream text(line.substr(0, line.find('#')));
  std::vector<std::string> words;
  for (std::string word; text >> word;) words.push_back(word);
  return words;
}

/// A call for each line.  One that fails is told, with its line, and the rest goes on.
int evaluate_lines(const Given& given, const Subject& subject, const std::string& file) {
  std::ifstream opened;
  if (file != "-") {
    opened.open(file);
    if (!opened) throw UsageError("cannot read '" + file + "'");
  }
  std::istream& in = file == "-" ? std::cin : opened;
  int code = ExitCode::holds, number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    std::vector<std::string> words = words_of(line);
    if (words.empty()) continue;
    const auto tell = [&](const std::exception& error, int worse) {
      std::cout.flush();
      std::cerr << "softlaw: " << file << ':' << number << ": " << error.what() << '\n';
      code = std::max(code, worse);
    };
    try {
      evaluate_one(given, subject, std::move(words), -1);
    } catch (const UsageError& error) {
      tell(error, ExitCode::usage);
    } catch (const std::runtime_error& error) {
      tell(error, ExitCode::unfit);
    }
  }
  return code;
}

int evaluate(const Given& given) {
  if (given.text(subject_option()) == reference_subject) {
    throw UsageError("--subject reference: eval shows the reference beside every subject");
  }
  const std::vector<std::string>& words = given.all(arguments_argument);
  const bool from_file = words.size() == 1 && words.front().starts_with('@');
  asked(given, {});  // an unknown function is refused before a subject is loaded
  const SubjectPointer subject = given_subject(given);
  if (from_file) return evaluate_lines(given, *subject, words.front().substr(1));
  evaluate_one(given, *subject, words, 2);
  return ExitCode::holds;
}

const Verb& eval_verb = verb(
    {.id = "eval",
     .summary =
         "Evaluate a function: the result, the exact value to 30 digits, the error in ulp and as a "
         "share of the contract",
     .options = {function_argument, arguments_argument, lambda_option, temperature_option,
                 format_option(),
                 said(subject_option(),
                      "The implementation: softlaw, exact, libm, the id of a fault, or a shared "
                      "object; the exact value is shown beside its result"),
                 timeout_option(),
                 said(json_flag(),
                      "As JSON. The field exact has one text per result, or a pair [lower, upper] "
                      "where the value is beyond the exponents of the reference")},
     .exit_codes = "Exit codes: 0 evaluated, whether right or wrong, 2 usage, 3 the subject or the "
                   "reference gave no answer.",
     .run = evaluate,
     .takes_numbers = true});

}  // namespace
}  // namespace softlaw::properties
