// SPDX-License-Identifier: Apache-2.0
#include "drift/corpus.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

#include "drift/probes.hpp"
#include "drift/texts.hpp"
#include "inputs/source.hpp"

namespace softlaw::properties::drift {
namespace {

/// `~1000:7:3` stands for 1000 entries on a grid between -2^3 and 2^3 from the seed 7: a long vector
/// in a short line, the same on every machine.
std::string expand(const std::string& recipe) {
  std::istringstream words(recipe.substr(1));
  std::size_t n = 0;
  std::uint64_t seed = 0;
  int exponent = 0;
  char colon = 0;
  if (!(words >> n >> colon >> seed >> colon >> exponent)) {
    throw std::logic_error("the corpus has a bad recipe: " + recipe);
  }
  Source source(seed);
  std::string entries;
  for (std::size_t i = 0; i < n; ++i) {
    const double entry = std::ldexp(static_cast<double>(source.integer(-65536, 65536)), -16);
    entries += (i ? "," : "") + hexadecimal(std::ldexp(entry, exponent));
  }
  return entries;
}

std::string expanded(std::string line) {
  for (auto at = line.find('~'); at != std::string::npos; at = line.find('~')) {
    const auto end = std::min(line.find(';', at), line.size());
    line.replace(at, end - at, expand(line.substr(at, end - at)));
  }
  return line;
}

/// The inputs of a text in one format.
std::vector<Case> read(const FunctionItem& function, const Format& format, const char* text) {
  std::vector<Case> inputs;
  std::istringstream lines(text);
  std::string input_class;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      input_class = line.substr(1, line.size() - 2);
    } else if (line.starts_with(std::string(format.name) + ";")) {
      inputs.push_back(read_input(expanded(line), function.parameters));
      inputs.back().input_class = input_class;
    }
  }
  return inputs;
}

std::vector<Block> read_all() {
  std::vector<Block> blocks;
  for (const FunctionItem* function : functions()) {
    const char* text = corpus_text(function->name);
    if (!text) continue;
    for (const Format& format : reference::formats()) {
      Block block{function, format, read(*function, format, text), 0};
      if (block.inputs.empty()) continue;
      std::ranges::move(probes(*function, format), std::back_inserter(block.inputs));
      std::string all;
      for (const Case& input : block.inputs) all += input.input_class + to_input(input) + '\n';
      block.digest = digest(all);
      blocks.push_back(std::move(block));
    }
  }
  return blocks;
}

}  // namespace

const std::vector<Block>& corpus() {
  static const std::vector<Block> blocks = read_all();
  return blocks;
}

const char* corpus_text(const std::string& function) {
  const auto found = std::ranges::find(corpus_texts, function, &CorpusText::function);
  return found == corpus_texts.end() ? nullptr : found->text;
}

std::uint64_t digest(const std::string& text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return mix(hash);
}

std::string to_hex(std::uint64_t value) {
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[(value >> shift) & 15];
  return text;
}

}  // namespace softlaw::properties::drift
