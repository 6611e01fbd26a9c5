// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contracts/promise.hpp"
#include "function/conventions.hpp"

namespace softlaw::properties {

/// The results for which an override of a contract counts: any, where a name is empty.
struct Selector {
  std::string format;
  std::string function;

  /// `binary32`, `softmax`, `binary32.softmax`.
  static Selector read(const std::string& text);
  std::string text() const;
  bool selects(const FunctionItem& of, const Format& in) const;
  /// Whether it selects all that the other does.
  bool includes(const Selector& other) const {
    return (format.empty() || format == other.format) &&
           (function.empty() || function == other.function);
  }
  /// Of two that select a result, the one with more names counts; a function more than a format.
  int weight() const { return (function.empty() ? 0 : 2) + (format.empty() ? 0 : 1); }
  friend bool operator==(const Selector&, const Selector&) = default;
};

/**
 * The promises of a subject, by function and by format.  See docs/chapters/contracts.md.
 *
 * Written as the promise for everything and, after semicolons, those for less:
 * `4ulp; softmax: 2ulp; binary32.logsumexp: 1ulp+1cond`.  A name in the first place stands for its
 * contract: `textbook; softmax: 2ulp`.  A part such as `temperature-zero = argmax` declares a
 * convention.
 */
class Contract {
 public:
  struct Override {
    Selector selector;
    Promise promise;
    friend bool operator==(const Override&, const Override&) = default;
  };

  Contract();  ///< of 0.5ulp
  explicit Contract(Promise everywhere) : everywhere_(std::move(everywhere)) {}

  /// Reads what text() writes, or the name of a contract; throws std::invalid_argument that shows the
  /// text.
  static Contract read(const std::string& text);
  /// Its name, if it has one; else its promises.
  std::string text() const;

  /// From now on this is the promise where the selector holds, in place of the one it had there.
  void set(const Selector& selector, Promise promise);
  const Promise& promise(const FunctionItem& function, const Format& format) const;
  /// That which counts for all that the selector selects, but for narrower ones.
  const Promise& promise(const Selector& selector) const;
  const Promise& everywhere() const { return everywhere_; }
  const std::vector<Override>& overrides() const { return overrides_; }

  /// The name that it has, and how many of its overrides the name stands for.
  const std::string& name() const { return name_; }
  std::size_t named_overrides() const { return named_overrides_; }

  const Conventions& conventions() const { return conventions_; }
  void declare(const Conventions& conventions) { conventions_ = conventions; }

  /// Every exact value that the returned floats may stand for; NaN gives the empty interval.
  Intervals allow(const std::vector<double>& returned, const FunctionItem& function,
                  const Arguments& arguments, const Format& format, ExactValues& exact) const;

  /// The same promises, wherever their names come from.
  friend bool operator==(const Contract& a, const Contract& b) {
    return a.everywhere_ == b.everywhere_ && a.overrides_ == b.overrides_ &&
           a.conventions_ == b.conventions_;
  }

 private:
  std::string name_;
  std::size_t named_overrides_ = 0;  ///< how many of the overrides its name stands for
  Promise everywhere_;
  std::vector<Override> overrides_;
  Conventions conventions_;
};

/// A contract that has a name: a profile, the preset of a standard.  Declaring
/// `const NamedContract& x = named_contract({...})` at namespace scope is all that is needed.
struct NamedContract {
  std::string id;
  std::string kind;   ///< `profile` or `preset`
  std::string title;  ///< one line
  std::string text;   ///< as Contract::read() takes it
};

const NamedContract& named_contract(NamedContract definition);
std::vector<const NamedContract*> named_contracts();
const NamedContract* find_named_contract(const std::string& id);

}  // namespace softlaw::properties
