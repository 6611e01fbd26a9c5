// SPDX-License-Identifier: Apache-2.0
#include "drift/input_name.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace softlaw::properties::drift {
namespace {

constexpr std::size_t most_shown = 300;

const Block* find_block(const std::string& function, const std::string& format) {
  const auto found = std::ranges::find_if(corpus(), [&](const Block& block) {
    return block.function->name == function && block.format.name == format;
  });
  return found == corpus().end() ? nullptr : &*found;
}

}  // namespace

std::string input_name(const Block& block, std::size_t input) {
  return block.function->name + "/" + block.format.name + "/" + std::to_string(input);
}

const Case& named_input(const std::string& name) {
  const auto first = name.find('/'), last = name.rfind('/');
  if (first == std::string::npos || first == last) {
    throw std::invalid_argument("no input '" + name + "': they are named FUNCTION/FORMAT/NUMBER");
  }
  const Block* block = find_block(name.substr(0, first), name.substr(first + 1, last - first - 1));
  if (!block) {
    throw std::invalid_argument("no input '" + name + "': the corpus has no " +
                                name.substr(0, first) + " in " +
                                name.substr(first + 1, last - first - 1));
  }
  std::size_t index = 0;
  const auto [end, error] =
      std::from_chars(name.data() + last + 1, name.data() + name.size(), index);
  if (error != std::errc() || end != name.data() + name.size() || index >= block->inputs.size()) {
    throw std::invalid_argument("no input '" + name + "': " + block->name() +
                                " has the inputs 0 to " + std::to_string(block->inputs.size() - 1));
  }
  return block->inputs[index];
}

std::string eval_words(const Case& input) {
  std::string text = to_input(input);
  text.erase(0, text.find(';') + 1);
  // an empty vector is a word, too
  std::string words;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(';', start), text.size());
    const auto from = std::min(text.find_first_not_of(' ', start), end);
    const std::string word = text.substr(from, end - from);
    words += (words.empty() ? "" : " ") + (word.empty() ? "''" : word);
    start = end + 1;
  }
  return words;
}

std::string eval_command(const Block& block, std::size_t input, const std::string& subject) {
  const Case& at = block.inputs[input];
  std::string command = "./softlaw eval " + block.function->name;
  if (at.format != Format::binary64) command += std::string(" --format ") + at.format.name;
  if (!subject.empty()) command += " --subject " + subject;
  const std::string words = eval_words(at);
  return command + " -- " +
         (words.size() <= most_shown ? words
                                     : "$(./softlaw corpus " + input_name(block, input) + ")");
}

}  // namespace softlaw::properties::drift
