// SPDX-License-Identifier: Apache-2.0
// The file of a baseline: baseline.hpp declares it.
#include <charconv>
#include <sstream>
#include <stdexcept>

#include "drift/baseline.hpp"

namespace softlaw::properties::drift {
namespace {

constexpr const char* title = "softlaw baseline 1";
constexpr std::size_t width = 118;

/// The tokens after their class, on as many lines as they need.
std::string wrapped(const std::string& input_class, const std::string& tokens) {
  std::string all, line = "[" + input_class + "]";
  std::istringstream words(tokens);
  bool is_begun = false;
  for (std::string word; words >> word; is_begun = true) {
    if (is_begun && line.size() + 1 + word.size() > width) {
      all += line + '\n';
      line = " ";
    }
    line += ' ' + word;
  }
  return all + line + '\n';
}

std::string text_of(const Approved& block) {
  std::string all = "function " + block.name() + " inputs " + to_hex(block.inputs) + " outputs " +
                    std::to_string(block.count) + " bits " + to_hex(block.bits) + '\n';
  for (const auto& [input_class, tokens] : block.classes) all += wrapped(input_class, tokens);
  return all;
}

template <class Integer>
Integer number(const std::string& text, int base) {
  Integer value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw std::invalid_argument("cannot read the number '" + text + "'");
  }
  return value;
}

Approved read_function(const std::string& rest) {
  std::istringstream words(rest);
  std::string inputs, count, bits, name_of_inputs, name_of_count, name_of_bits;
  Approved block;
  words >> block.function >> block.format >> name_of_inputs >> inputs >> name_of_count >> count >>
      name_of_bits >> bits;
  if (name_of_inputs != "inputs" || name_of_count != "outputs" || name_of_bits != "bits") {
    throw std::invalid_argument(
        "expected function NAME FORMAT inputs DIGEST outputs NUMBER bits DIGEST");
  }
  block.inputs = number<std::uint64_t>(inputs, 16);
  block.count = number<std::size_t>(count, 10);
  block.bits = number<std::uint64_t>(bits, 16);
  return block;
}

/// Takes the lines of a file one by one.
class Reader {
 public:
  void take(const std::string& line) {
    const auto space = line.find(' ');
    const std::string word = line.substr(0, space);
    const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
    if (word == "subject") {
      baseline_.subject = rest;
    } else if (word == "corpus") {
      baseline_.corpus = number<int>(rest, 10);
    } else if (word == "approved") {
      const auto end = rest.find(' ');
      baseline_.log.push_back(
          {rest.substr(0, end), end == std::string::npos ? "" : rest.substr(end + 1)});
    } else if (word == "machine") {
      if (baseline_.records.empty() || !baseline_.records.back().blocks.empty()) {
        baseline_.records.emplace_back();
      }
      baseline_.records.back().machines.push_back(Machine::read(rest));
    } else if (word == "function") {
      blocks().push_back(read_function(rest));
    } else if (line.starts_with('[')) {
      take_class(line);
    } else if (line.starts_with("  ") && tokens_) {
      *tokens_ += line.substr(1);
    } else {
      throw std::invalid_argument("'" + word + "' begins no line of a baseline");
    }
  }

  Baseline result() && { return std::move(baseline_); }

 private:
  std::vector<Approved>& blocks() {
    if (baseline_.records.empty()) throw std::invalid_argument("a machine must come first");
    return baseline_.records.back().blocks;
  }

  void take_class(const std::string& line) {
    if (blocks().empty()) throw std::invalid_argument("a function must come first");
    const auto end = line.find("] ");
    if (end == std::string::npos) throw std::invalid_argument("expected [CLASS] OUTPUTS");
    tokens_ = &blocks().back().classes[line.substr(1, end - 1)];
    *tokens_ = line.substr(end + 2);
  }

  Baseline baseline_;
  std::string* tokens_ = nullptr;
};

}  // namespace

Baseline Baseline::read(const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  if (line != title) {
    throw std::invalid_argument(line.starts_with("softlaw baseline ")
                                    ? "it is '" + line + "', this build reads '" + title + "'"
                                    : "it does not begin with '" + std::string(title) + "'");
  }
  Reader reader;
  for (std::size_t number = 2; std::getline(lines, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    try {
      reader.take(line);
    } catch (const std::invalid_argument& error) {
      throw std::invalid_argument("line " + std::to_string(number) + ": " + error.what());
    }
  }
  return std::move(reader).result();
}

std::string Baseline::text() const {
  std::ostringstream all;
  all << title << "\nsubject " << subject << "\ncorpus " << corpus
      << "\n# A class that is not listed has no output but the correctly rounded one.\n\n";
  for (const Approval& approval : log) {
    all << "approved " << approval.date << ' ' << approval.reason << '\n';
  }
  for (const Record& record : records) {
    all << '\n';
    for (const Machine& machine : record.machines) all << "machine " << machine.text() << '\n';
    for (const Approved& block : record.blocks) all << text_of(block);
  }
  return all.str();
}

}  // namespace softlaw::properties::drift
