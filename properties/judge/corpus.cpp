// SPDX-License-Identifier: Apache-2.0
#include "judge/corpus.hpp"

#include <algorithm>
#include <fstream>

namespace softlaw::properties {
namespace {

constexpr const char* heading =
    "# Inputs at which laws broke: softlaw verify --corpus judges them first.\n";

/// The law exists, and the input satisfies its hypotheses.
void check(const KnownFailure& failure) {
  const Law* law = find_law(failure.law);
  if (!law) {
    std::string text = "no law '" + failure.law + "'";
    if (const Retired* old = find_retired(failure.law)) {
      text += ": it was split into";
      for (const std::string& id : old->successors) text += " " + id;
    }
    throw std::invalid_argument(text);
  }
  if (failure.input.empty()) throw std::invalid_argument("the input is missing");
  if (!law->inputs.hypothesis(read_input(failure.input, law->inputs.parameters))) {
    throw std::invalid_argument("the input does not satisfy the hypotheses of " + failure.law +
                                ": " + law->inputs.hypothesis_text);
  }
}

/// Reads a corpus line by line.
class Reader {
 public:
  Reader(const std::filesystem::path& file, bool lenient)
      : file_(file.string()), in_(file), lenient_(lenient) {
    if (!in_) throw std::invalid_argument("cannot read the corpus '" + file_ + "'");
  }

  std::vector<KnownFailure> read() {
    for (std::string line; std::getline(in_, line);) {
      ++line_;
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (line.empty()) finish();
      if (!line.empty() && !line.starts_with('#')) take(line);
    }
    finish();
    return std::move(failures_);
  }

 private:
  void take(const std::string& line) {
    const std::size_t space = std::min(line.find_first_of(" \t"), line.size());
    const std::size_t start = std::min(line.find_first_not_of(" \t", space), line.size());
    const std::string name = line.substr(0, space);
    std::string* field = name == "law"       ? &now_.law
                         : name == "input"   ? &now_.input
                         : name == "date"    ? &now_.date
                         : name == "reason"  ? &now_.reason
                         : name == "subject" ? &now_.subject
                                             : nullptr;
    if (!field) fail("expected law, input, date or reason, got '" + name + "'");
    if (!field->empty()) fail("a second " + name + ": an empty line ends an entry");
    *field = line.substr(start);
    begun_ = true;
  }

  void finish() {
    if (!begun_) return;
    try {
      check(now_);
      failures_.push_back(std::move(now_));
    } catch (const std::invalid_argument& error) {
      if (!lenient_) fail(error.what());
    }
    now_ = {};
    begun_ = false;
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw std::invalid_argument(file_ + ":" + std::to_string(line_) + ": " + what);
  }

  std::string file_;
  std::ifstream in_;
  bool lenient_;
  int line_ = 0;
  bool begun_ = false;
  KnownFailure now_;
  std::vector<KnownFailure> failures_;
};

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return text;
}

}  // namespace

std::vector<KnownFailure> read_corpus(const std::filesystem::path& file, bool lenient) {
  return Reader(file, lenient).read();
}

std::size_t append_to_corpus(const std::filesystem::path& file,
                             const std::vector<KnownFailure>& failures) {
  const bool is_new = !std::filesystem::exists(file);
  std::vector<KnownFailure> known = is_new ? std::vector<KnownFailure>{} : read_corpus(file);
  std::string text = is_new ? heading : "";
  std::size_t added = 0;
  for (const KnownFailure& failure : failures) {
    const auto same = [&](const KnownFailure& other) { return other.same_input(failure); };
    if (std::ranges::any_of(known, same)) continue;
    known.push_back(failure);
    text += "\n" + to_text(failure);
    ++added;
  }
  if (added == 0) return 0;
  std::ofstream out(file, std::ios::app);
  out << text << std::flush;
  if (!out) throw std::runtime_error("cannot write '" + file.string() + "'");
  return added;
}

std::string to_text(const KnownFailure& failure) {
  std::string text = "law     " + failure.law + "\ninput   " + failure.input + "\n";
  if (!failure.date.empty()) text += "date    " + failure.date + "\n";
  if (!failure.reason.empty()) text += "reason  " + one_line(failure.reason) + "\n";
  if (!failure.subject.empty()) text += "subject " + one_line(failure.subject) + "\n";
  return text;
}

}  // namespace softlaw::properties
