// SPDX-License-Identifier: Apache-2.0
// The grammar of a promise, from text.
#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <stdexcept>

#include "contracts/names.hpp"
#include "contracts/promise.hpp"

namespace softlaw::properties {
namespace {

/// A recursive descent through one text.
class Reader {
 public:
  explicit Reader(const std::string& text) : text_(text) {}

  Promise promise() {
    Promise promise;
    promise.bounds = bounds();
    while (!at_end()) modifier(promise);
    check(promise);
    return promise;
  }

 private:
  [[noreturn]] void refuse(const std::string& expected) const {
    throw std::invalid_argument("cannot read the contract '" + text_ + "': expected " + expected +
                                (at_end() ? " at its end" : " at '" + text_.substr(place_) + "'"));
  }

  void skip() {
    while (place_ < text_.size() && text_[place_] == ' ') ++place_;
  }
  bool at_end() const { return text_.find_first_not_of(' ', place_) == std::string::npos; }
  /// Whether the text goes on with this; if so, goes behind it.
  bool take(const std::string& symbol) {
    skip();
    if (text_.compare(place_, symbol.size(), symbol) != 0) return false;
    place_ += symbol.size();
    return true;
  }
  /// The same for a whole word.
  bool take_word(const std::string& word) {
    const std::size_t start = place_;
    if (take(word) && !(place_ < text_.size() && is_of_word(text_[place_]))) return true;
    place_ = start;
    return false;
  }
  static bool is_of_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
  }
  std::string word() {
    skip();
    std::string word;
    while (place_ < text_.size() && is_of_word(text_[place_])) word += text_[place_++];
    return word;
  }

  std::vector<Bound> bounds() {
    if (!take("max(")) return {bound()};
    std::vector<Bound> all{bound()};
    while (take(",")) all.push_back(bound());
    if (!take(")")) refuse("',' or ')'");
    return all;
  }

  Bound bound() {
    for (const auto& [kind, name] : rounding_names) {
      if (take_word(name)) return {kind, {}};
    }
    Bound sum;
    do {
      const Term next = term();
      if (std::ranges::find(sum.terms, next.unit, &Term::unit) != sum.terms.end()) {
        refuse("each unit once");
      }
      sum.terms.push_back(next);
    } while (take("+"));
    return sum;
  }

  Term term() {
    Coefficient factor;
    if (take("(")) {
      do summand(factor);
      while (take("+"));
      if (!take(")")) refuse("'+' or ')'");
    } else {
      summand(factor);
    }
    for (const auto& [unit, name] : unit_names) {
      if (take_word(name)) return {unit, factor};
    }
    refuse(std::string("a unit (") + all_names(unit_names) + ")");
  }

  /// `3`, `n`, `3n`, `|x|`, `2|x|`.
  void summand(Coefficient& factor) {
    skip();
    const bool is_numbered =
        place_ < text_.size() && (std::isdigit(text_[place_]) || text_[place_] == '.');
    const double value = is_numbered ? number() : 1;
    if (take("|x|")) {
      factor.per_x += value;
    } else if (take("n")) {
      factor.per_n += value;
    } else if (is_numbered) {
      factor.constant += value;
    } else {
      refuse("a number that is not negative, such as in 4ulp, (n+3)ulp, 1ulp+0.5cond, or " +
             all_names(rounding_names));
    }
  }

  double number() {
    std::size_t length = 0;
    double value = 0;
    try {
      value = std::stod(text_.substr(place_), &length);
    } catch (const std::logic_error&) {
      refuse("a finite number");
    }
    if (!std::isfinite(value)) refuse("a finite number");
    place_ += length;
    return value;
  }

  void modifier(Promise& promise) {
    if (take_word("ftz")) {
      promise.flushes = true;
    } else if (take_word("in")) {
      promise.accumulator = read_format(word()).name;
    } else if (take_word("with")) {
      do promise.facts.insert(read_fact(word()));
      while (take(","));
    } else {
      refuse("'+', ftz, in FORMAT or with FACTS");
    }
  }

  static bool stands_alone(Unit unit) { return unit == Unit::steps || unit == Unit::variation; }

  /// Below half an ulp not even the nearest float would do.
  void check(const Promise& promise) const {
    for (const Bound& bound : promise.bounds) {
      for (const Term& term : bound.terms) {
        if (bound.terms.size() > 1 && stands_alone(term.unit)) {
          throw std::invalid_argument("the contract '" + text_ + "' adds " + name_of(term.unit) +
                                      ", which stands alone: write max(…, …)");
        }
      }
      const auto is_ulp_alone = bound.terms.size() == 1 && bound.terms.front().unit == Unit::ulp;
      if (is_ulp_alone && bound.terms.front().factor.at({}) < 0.5) {
        throw std::invalid_argument("the contract '" + text_ +
                                    "' promises less than 0.5ulp of error");
      }
    }
  }

  const std::string& text_;
  std::size_t place_ = 0;
};

}  // namespace

Promise Promise::read(const std::string& text) { return Reader(text).promise(); }

std::string to_string(Fact fact) { return find_name(fact_names, fact); }

Fact read_fact(const std::string& name) {
  for (const auto& [fact, known] : fact_names) {
    if (name == known) return fact;
  }
  throw std::invalid_argument("no fact '" + name + "': there are " + all_names(fact_names));
}

}  // namespace softlaw::properties
