// SPDX-License-Identifier: Apache-2.0
// How a text of the corpus is first made.  It is then a file like any other: what stands here may
// change without changing the corpus.
#include <algorithm>
#include <chrono>
#include <map>
#include <sstream>
#include <stdexcept>

#include "drift/corpus.hpp"
#include "function/room.hpp"
#include "inputs/source.hpp"
#include "subjects/reference_subject.hpp"

namespace softlaw::properties::drift {
namespace {

constexpr std::size_t of_each_class = 2, of_numbers = 8, special_values = 8, most_draws = 400,
                      most_text = 700;
constexpr double most_seconds = 0.005;  ///< that the reference may take for one input

/// Whether `eval` takes it, and the reference answers at once.
bool is_fit(const FunctionItem& function, const Case& input) {
  try {
    function.check(input.arguments);
    const auto start = std::chrono::steady_clock::now();
    ReferenceSubject().answer(function, input.arguments, input.format);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    return seconds.count() < most_seconds && to_input(input).size() < most_text;
  } catch (const std::exception&) {
    return false;
  }
}

using Lines = std::map<std::string, std::vector<std::string>>;  ///< by class

void draw(const FunctionItem& function, const Inputs& inputs, const Format& format,
          std::size_t of_each, Lines& lines) {
  std::map<std::string, std::size_t> drawn;
  for (std::size_t index = 0; index < most_draws; ++index) {
    Source source(case_seed("corpus " + function.name + format.name, corpus_version, index));
    const Case input = inputs.generate(source, format);
    std::size_t& count = drawn[input.input_class];
    if (count == of_each || !inputs.hypothesis(input) || !is_fit(function, input)) continue;
    auto& of_class = lines[input.input_class];
    const std::string line = to_input(input);
    if (std::ranges::count(of_class, line) != 0) continue;
    of_class.push_back(line);
    ++count;
  }
}

/// Whether it takes one vector of any numbers, and perhaps numbers, and costs no more than that vector.
bool takes_long_vectors(const FunctionItem& function) {
  const auto& kinds = function.parameters;
  if (function.returns_integers || function.takes_directions) return false;
  if (kinds.front().kind != Kind::vector || function.domains.front().admits) return false;
  if (std::any_of(kinds.begin() + 1, kinds.end(),
                  [](const Parameter& p) { return p.kind != Kind::scalar; })) {
    return false;
  }
  Arguments arguments{Vector(8)};
  arguments.resize(kinds.size(), Value(1.0));
  return result_count(function, arguments) <= 9;
}

/// By recipe: short ones in number, and long ones.
void add_recipes(const FunctionItem& function, const Format& format, Lines& lines) {
  if (!takes_long_vectors(function)) return;
  std::uint64_t seed = 1;
  const auto add = [&](const char* input_class, int n, int exponent) {
    std::ostringstream line;
    line << format.name << "; ~" << n << ':' << seed++ << ':' << exponent;
    for (std::size_t i = 1; i < function.parameters.size(); ++i) line << "; 0x1.8p+0";
    lines[input_class].push_back(line.str());
  };
  for (int k = 0; k < 48; ++k) add("grid", 2 + k % 9, 1 + k % 6);
  for (const int n : {127, 1000, 4099}) {
    add("long", n, n == 1000 ? 6 : 3);
  }
}

}  // namespace

std::string draw_corpus(const FunctionItem& function) {
  const bool has_floats = std::ranges::any_of(function.parameters, [](const Parameter& p) {
    return p.kind == Kind::scalar || p.kind == Kind::vector;
  });
  const bool has_vectors = std::ranges::any_of(
      function.parameters, [](const Parameter& p) { return p.kind == Kind::vector; });
  Lines lines;
  for (const Format& format : reference::formats()) {
    if (!has_floats && format != Format::binary64) continue;
    draw(function, function.agreement.inputs(), format, has_vectors ? of_each_class : of_numbers,
         lines);
    draw(function, function.special.inputs(), format, special_values, lines);
    add_recipes(function, format, lines);
  }
  std::string text = "# " + function.name + ": the corpus of drift. Lines are never changed.\n";
  for (const auto& [input_class, of_class] : lines) {
    text += "[" + input_class + "]\n";
    for (const std::string& line : of_class) text += line + '\n';
  }
  return text;
}

}  // namespace softlaw::properties::drift
