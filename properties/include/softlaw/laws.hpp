// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <softlaw/laws/callable.hpp>
#include <string>
#include <vector>

/// \file
/// The laws in one's own program: name the functions that one has, and have them judged.

namespace softlaw::laws {

/// An implementation under judgement, function by function: each is anything that can be called.
class Subject {
 public:
  /// With a contract, which is what each result promises, as `--contract` takes it, such as `4ulp`.
  /// \throws std::invalid_argument if the contract cannot be read.
  Subject(std::string name, const std::string& contract);

  /// Says that it has this function, named as in softlaw_subject.h.  The parameters are those that
  /// `softlaw list --functions` names:
  /// - a number: `double` or `float`, which is the format;
  /// - a vector: `std::span<const double>`, or `const std::vector<double>&`;
  /// - directions: `std::span<const std::span<const double>>`;
  /// - an integer: `std::size_t` or another integer type;
  /// - integers: `std::span<const std::uint32_t>`.
  ///
  /// Results are returned, as a number or a vector, or written to a last parameter
  /// `std::span<double> out`, which has room for all of them.  Rows are dense: a function of rows takes
  /// no padding.  Give a function twice, in `double` and in `float`, to be judged in both formats.
  /// \throws std::invalid_argument if there is no such function or it takes other parameters.
  template <class F>
  Subject& has(const std::string& function, F f) {
    add(function, detail::erase(std::function(std::move(f))));
    return *this;
  }

  class Implementation;
  const std::shared_ptr<Implementation>& implementation() const { return implementation_; }

 private:
  void add(const std::string& function, detail::Erased erased);
  std::shared_ptr<Implementation> implementation_;
};

/// How to judge.
struct Settings {
  std::string laws = "*";          ///< those to judge, as `--law` takes them
  std::string input = {};          ///< if not empty: judge this input alone, as a report prints it
  std::uint64_t seed = 1;          ///< of the inputs
  std::size_t cases = 400;         ///< of each law
  std::size_t processes = 0;       ///< at the same time; 0 for one a processor
  double seconds_for_a_case = 60;  ///< after which the subject counts as hung
  /// Judge in child processes, so that a crash or a hang is a finding with its input.  Without, a crash is
  /// one, and a debugger, threads and devices work as anywhere.
  bool isolated = true;
  /// The command that judges this law at this input again: for the report.
  std::function<std::string(const std::string& law, const std::string& input)> again = nullptr;
};

/// The same with whatever SOFTLAW_CASES, SOFTLAW_SEED, SOFTLAW_INPUT and SOFTLAW_IN_PROCESS set.
/// \throws std::invalid_argument if one of the first two is not a whole number.
Settings from_environment(Settings settings = {});

/// The end of a trial.
enum class Verdict {
  holds,
  broken,
  not_applicable,  ///< the subject lacks a function that the law needs
  vacuous,         ///< no case could have told a right implementation from a wrong one
  flaky,           ///< broken once, but not when tried again
  crashed,
  hung,
};
std::string to_string(Verdict verdict);

/// The evidence on one law.
struct Evidence {
  std::string law;
  Verdict verdict = Verdict::holds;
  std::size_t cases = 0;
  std::size_t effective = 0;  ///< cases that could have told right from wrong
  double strain = 0;          ///< the largest share of the contract that was used
  std::optional<double> ulp;  ///< the largest error, where the law knows one
  std::string input;          ///< if the law broke: the smallest input
  std::string report;         ///< if it broke: as the command shows it
  std::string note;

  bool failed() const {
    return verdict != Verdict::holds && verdict != Verdict::not_applicable &&
           verdict != Verdict::vacuous;
  }
};

/// The evidence of a whole run.
struct Judgement {
  std::vector<Evidence> laws;
  std::vector<std::string> unjudged;  ///< functions that the subject has and no effective case met
  std::string report;                 ///< as the command prints it
  std::string json;                   ///< as the command writes it to evidence.json

  /// No law is broken, and everything that the subject has was judged.
  bool green() const;
};

/// The laws all of whose functions the subject has, of those that match a pattern.
std::vector<std::string> applicable_laws(const Subject& subject, const std::string& pattern = "*");
/// Judges one law.  \throws std::invalid_argument if there is no such law or the input cannot be read.
Evidence judge(const Subject& subject, const std::string& law, const Settings& settings = {});
/// Judges all that apply.  \throws std::invalid_argument as judge().
Judgement verify(const Subject& subject, const Settings& settings = {});

}  // namespace softlaw::laws
