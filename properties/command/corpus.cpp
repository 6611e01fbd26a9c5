// SPDX-License-Identifier: Apache-2.0
#include "drift/corpus.hpp"

#include <fstream>
#include <iostream>

#include "command/options.hpp"
#include "drift/input_name.hpp"

namespace softlaw::properties {
namespace {

const Option name_argument{.name = "input",
                           .takes = "INPUT",
                           .help =
                               "An input as drift names it, such as 'softmax/binary64/17'; without "
                               "one, the classes of all functions with their numbers of inputs",
                           .required = false};
const Option draw_option{.name = "--draw",
                         .takes = "FUNCTION",
                         .help = "Draw a new file of the corpus for a function that has none"};

int print_classes() {
  for (const drift::Block& block : drift::corpus()) {
    std::cout << block.name() << "  " << drift::to_hex(block.digest) << '\n';
    std::size_t count = 0;
    for (std::size_t i = 0; i < block.inputs.size(); ++i) {
      ++count;
      const std::string& name = block.inputs[i].input_class;
      if (i + 1 < block.inputs.size() && block.inputs[i + 1].input_class == name) continue;
      std::cout << "  " << name << "  " << count << '\n';
      count = 0;
    }
  }
  return ExitCode::holds;
}

int print_corpus(const Given& given) {
  if (given.has(draw_option)) {
    const FunctionItem* function = find_function(given.text(draw_option));
    if (!function) throw UsageError("no function '" + given.text(draw_option) + "'");
    std::cout << drift::draw_corpus(*function);
    return ExitCode::holds;
  }
  if (!given.has(name_argument)) return print_classes();
  try {
    std::cout << drift::eval_words(drift::named_input(given.text(name_argument))) << '\n';
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
  return ExitCode::holds;
}

const Verb& corpus_verb =
    verb({.id = "corpus",
          .summary = "Print the inputs at which drift is measured",
          .options = {name_argument, draw_option},
          .exit_codes = "Exit codes: 0 printed, 2 usage.  Evaluate an input with softlaw eval "
                        "FUNCTION --format FORMAT -- $(softlaw corpus INPUT).",
          .run = print_corpus});

}  // namespace
}  // namespace softlaw::properties
