// SPDX-License-Identifier: Apache-2.0
#include "judge/trial.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <softlaw/reference/filter.hpp>

#include "function/conventions.hpp"
#include "function/exact_values.hpp"
#include "function/room.hpp"
#include "judge/rapidcheck.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/fault.hpp"
#include "subjects/moved_subject.hpp"

namespace softlaw::properties {
namespace {

/// For one counterexample: trials, and seconds.
constexpr std::size_t shrink_budget = 3000;
constexpr double shrink_seconds = 2;

/// The function whose agreement the law is; or null.
const FunctionItem* function_of_agreement(const Law& law) {
  const auto found = std::ranges::find_if(functions(), [&](const FunctionItem* function) {
    return law.id == "agreement." + law_name(*function);
  });
  return found == functions().end() ? nullptr : *found;
}

class Clock {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// One law, one defendant: goes through the cases and writes the evidence.
class Trial {
 public:
  Trial(const Law& law, const Defendant& defendant, const Settings& settings)
      : law_(law),
        defendant_(defendant),
        settings_(settings),
        conventions_(defendant.contract.conventions()) {
    evidence_.id = law.id;
    const Fault* witness = find_fault(law.witness);
    if (!witness) throw std::logic_error(law.id + ": no fault named '" + law.witness + "'");
    absent_.resize(defendant.formats.size());
    for (const Format& format : defendant.formats) {
      evaluators_.push_back(defendant.evaluator(format, exact_));
      witnesses_.push_back(std::make_unique<SubjectEvaluator>(*witness->subject(),
                                                              defendant.contract, format, exact_));
    }
    if (const FunctionItem* function = function_of_agreement(law)) add_moved_witness(*function);
    if (!defendant.contract.conventions().are_ours()) add_library_as_witness();
  }

  Evidence run() {
    if (settings_.cases_from) {
      try_listed();
    } else {
      settings_.input ? try_given() : try_drawn();
    }
    if (evidence_.cases == 0 && !evidence_.note.empty()) {
      evidence_.verdict = Verdict::not_applicable;
    }
    if (!is_failure(evidence_.verdict)) add_note(evidence_.unpromised.text());
    evidence_.seconds = clock_.seconds();
    return std::move(evidence_);
  }

 private:
  /// Agreement sees any error beyond the contract, where its second term is small: more than the one
  /// fault that shows that it can fail.
  void add_moved_witness(const FunctionItem& function) {
    double beyond = 0;
    for (const Format& format : defendant_.formats) {
      beyond = std::max(beyond, defendant_.contract.promise(function, format).visible(format));
    }
    moved_.emplace(built_in_subjects().front(), function, beyond);
    for (const Format& format : defendant_.formats) {
      moved_witnesses_.push_back(
          std::make_unique<SubjectEvaluator>(*moved_, defendant_.contract, format, exact_));
    }
  }

  /// Where another convention than ours is declared, our library breaks it.
  void add_library_as_witness() {
    for (const Format& format : defendant_.formats) {
      library_witnesses_.push_back(std::make_unique<SubjectEvaluator>(
          *built_in_subjects().front(), defendant_.contract, format, exact_));
    }
  }

  void try_given() {
    const Case input = read_input(*settings_.input, law_.inputs.parameters);
    if (!law_.inputs.hypothesis(input)) {
      throw std::invalid_argument("the input does not satisfy the hypotheses of the law " +
                                  law_.id + ": " + law_.inputs.hypothesis_text);
    }
    for (std::size_t i = 0; i < defendant_.formats.size(); ++i) {
      if (defendant_.formats[i] == input.format) {
        try_one(input, i);
        return;
      }
    }
    evidence_.note = std::string("nothing in ") + input.format.name;
  }

  void try_listed() {
    std::size_t broken = 0;
    for (std::size_t index = 0; in_time(); ++index) {
      const std::optional<Case> input = settings_.cases_from(index);
      if (!input) break;
      const auto format = std::ranges::find(defendant_.formats, input->format);
      if (format == defendant_.formats.end() || !law_.inputs.hypothesis(*input)) continue;
      const auto which = static_cast<std::size_t>(format - defendant_.formats.begin());
      if (broken == 0 ? !try_one(*input, which) : breaks_again(*input, which)) ++broken;
    }
    if (broken > 0) {
      evidence_.note = "broken at " + std::to_string(broken) + " of " +
                       std::to_string(evidence_.cases) + " calls";
    } else if (evidence_.effective == 0) {
      evidence_.verdict = Verdict::vacuous;
    }
  }

  /// Of a law that is broken already, for which the worst input is known: the first.
  bool breaks_again(const Case& input, std::size_t which) {
    settings_.before(input);
    const auto truth = try_case(law_, *evaluators_[which], input);
    if (!truth) return false;
    ++evidence_.cases;
    if (truth->broken()) ++evidence_.effective;
    note_worst(*truth, input);
    return truth->broken();
  }

  void try_drawn() {
    const auto [first, end] = settings_.seconds ? endless() : settings_.shard.of(settings_.cases);
    if (first == 0 && !try_known()) return;
    if (first > 0) probe();
    for (std::size_t index = first; more(index, end); ++index) {
      const std::size_t which = index % evaluators_.size();
      if (absent_[which]) continue;
      if (!try_one(drawn(index), which, index < evaluators_.size())) return;
    }
    if (evidence_.effective > 0) return;
    evidence_.verdict =
        evidence_.unpromised.facts.empty() ? Verdict::vacuous : Verdict::not_applicable;
  }

  Case drawn(std::size_t index) const {
    return draw(law_, settings_.seed, index, defendant_.formats[index % evaluators_.size()]);
  }

  /// Under a limit of time every part has cases of its own that no other part comes to.
  std::pair<std::size_t, std::size_t> endless() const {
    constexpr std::size_t apart = std::size_t{1} << 40;
    return {(settings_.shard.index - 1) * apart, settings_.shard.index * apart};
  }

  bool more(std::size_t index, std::size_t end) const {
    if (index >= end || std::ranges::all_of(absent_, std::identity())) return false;
    return in_time();
  }

  /// The inputs that broke the law before; false when it breaks again.
  bool try_known() {
    for (const std::string& text : settings_.known) {
      Case input = read_input(text, law_.inputs.parameters);
      input.input_class = "known";
      const auto place = std::ranges::find(defendant_.formats, input.format);
      if (place == defendant_.formats.end()) continue;
      const auto which = static_cast<std::size_t>(place - defendant_.formats.begin());
      if (!try_one(input, which, false)) return false;
    }
    return true;
  }

  /// The first case of each format tells whether the subject lacks a function there: a part that does
  /// not have that case asks nevertheless, so that all parts judge the same formats.
  void probe() {
    for (std::size_t which = 0; which < evaluators_.size(); ++which) {
      try {
        const Case input = drawn(which);
        settings_.before(input);
        try_defendant(input, which);
      } catch (const Absent& absent) {
        note_absent(absent, which, true);
      }
    }
  }

  void note_absent(const Absent& absent, std::size_t which, bool in_first) {
    if (in_first) absent_[which] = true;
    add_note(std::string("no ") + absent.what() + " in " + defendant_.formats[which].name);
  }

  void add_note(const std::string& text) {
    if (text.empty() || evidence_.note.find(text) != std::string::npos) return;
    evidence_.note += (evidence_.note.empty() ? "" : "; ") + text;
  }

  bool in_time() const { return !settings_.seconds || clock_.seconds() < *settings_.seconds; }

  /// False when the law broke and there is no point in going on.
  /// A function that is absent at the first case of its format is taken to be absent from then on.
  bool try_one(const Case& input, std::size_t which, bool first = true) try {
    settings_.before(input);
    std::optional<Truth> truth;
    try {
      truth = try_defendant(input, which);
    } catch (const Absent& absent) {
      note_absent(absent, which, first);
      return true;
    }
    if (!truth) {
      ++evidence_.discards;
      return true;
    }
    ++evidence_.cases;
    ++evidence_.formats[input.format.name];
    ++evidence_.classes[input.input_class];
    if (truth->broken() || breaks_witness(input, which)) {
      ++evidence_.effective;
      ++evidence_.effective_formats[input.format.name];
    }
    note_worst(*truth, input);
    note_facts(*truth, input);
    if (!truth->broken()) return true;
    if (const auto waiver = settings_.waiver(law_.id, input)) {
      waive(input, which, *waiver);
      return true;
    }
    evidence_.verdict = Verdict::broken;
    if (settings_.explain) explain(input, which);
    return false;
  } catch (const Hung& hung) {
    ++evidence_.cases;
    evidence_.verdict = Verdict::hung;
    evidence_.note = hung.what();
    evidence_.counterexample = Counterexample{input, input, 0, {}, {hung.what(), "", "", ""}, 0};
    return false;
  }

  /// A known failure: the first of a law is explained like any other, and the trial goes on.
  void waive(const Case& input, std::size_t which, std::size_t waiver) {
    ++evidence_.waived[waiver];
    if (settings_.explain && !evidence_.counterexample) explain(input, which);
    evidence_.verdict = Verdict::waived;
  }

  /// What the law says; by the filter, if it can tell that the case is nothing to write down.
  std::optional<Truth> try_defendant(const Case& input, std::size_t which) const {
    if (defendant_.subject) {
      const auto quick =
          reference::filtered([&] { return try_case(law_, *evaluators_[which], input); });
      if (quick && (!*quick || is_unremarkable(**quick))) return *quick;
    }
    return try_case(law_, *evaluators_[which], input);
  }

  /// Neither broken nor worse than the worst so far.
  bool is_unremarkable(const Truth& truth) const {
    return evidence_.worst_input && !truth.broken() && truth.strain() <= evidence_.worst_strain &&
           (!truth.ulp() || truth.ulp() <= evidence_.worst_ulp);
  }

  /// A witness that does not exist in a format shows nothing there.
  bool breaks_witness(const Case& input, std::size_t which) const try {
    return breaks(law_, *witnesses_[which], input) ||
           (moved_ && breaks(law_, *moved_witnesses_[which], input)) ||
           (!library_witnesses_.empty() && breaks(law_, *library_witnesses_[which], input));
  } catch (const Absent&) {
    return false;
  }

  /// Facts that are not promised are seen, and asked of nobody.
  void note_facts(const Truth& truth, const Case& input) {
    if (truth.not_promised().empty()) return;
    Unpromised& unpromised = evidence_.unpromised;
    unpromised.facts = truth.not_promised();
    if (truth.seen_false() && ++unpromised.seen_false == 1) unpromised.first = to_input(input);
  }

  /// The worst input is that of the largest error in ulp or, of laws that know none, of the
  /// largest strain.
  void note_worst(const Truth& truth, const Case& input) {
    const bool worse = truth.ulp()
                           ? truth.ulp() > evidence_.worst_ulp
                           : !evidence_.worst_ulp && truth.strain() > evidence_.worst_strain;
    if (!evidence_.worst_input || worse) evidence_.worst_input = input;
    evidence_.worst_strain = std::max(evidence_.worst_strain, truth.strain());
    if (truth.ulp()) evidence_.worst_ulp = std::max(evidence_.worst_ulp.value_or(0), *truth.ulp());
  }

  void explain(const Case& input, std::size_t which) {
    const Evaluator& evaluator = *evaluators_[which];
    const Clock shrinking;
    const auto fails = [&](const Case& candidate) {
      if (shrinking.seconds() > shrink_seconds) return false;
      settings_.before(candidate);
      try {
        const auto truth = try_case(law_, evaluator, candidate);
        return truth && truth->broken();
      } catch (const Absent&) {  // a smaller input may ask for a function that a larger one did not
        return false;
      } catch (const Hung&) {  // another failure
        return false;
      }
    };
    if (!fails(input)) return note_flaky(input);
    const Shrunk shrunk = shrink(law_.inputs, input, fails, shrink_budget);
    Counterexample found{input, shrunk.smallest, shrunk.steps, {}, {}, 0};
    evaluator.record(&found.calls);
    const auto truth = try_case(law_, evaluator, shrunk.smallest);
    evaluator.record(nullptr);
    if (!truth || !truth->broken()) return note_flaky(shrunk.smallest);
    if (truth->breach()) found.breach = *truth->breach();
    found.strain = truth->strain();
    evidence_.verdict = Verdict::broken;
    evidence_.counterexample = std::move(found);
  }

  void note_flaky(const Case& input) {
    evidence_.verdict = Verdict::flaky;
    evidence_.note = "broken once, but not when tried again";
    evidence_.counterexample = Counterexample{input, input, 0, {}, {}, 0};
  }

  const Law& law_;
  const Defendant& defendant_;
  const Settings& settings_;
  UnderConventions conventions_;
  ExactValues exact_;  ///< of the case that is being judged, for both
  std::optional<MovedSubject> moved_;
  std::vector<std::unique_ptr<Evaluator>> evaluators_, witnesses_, moved_witnesses_,
      library_witnesses_;
  std::vector<bool>
      absent_;  ///< the formats in which the subject lacks a function that the law needs
  Evidence evidence_;
  Clock clock_;
};

}  // namespace

std::pair<std::size_t, std::size_t> Shard::of(std::size_t cases) const {
  return {cases * (index - 1) / count, cases * index / count};
}

Defendant Defendant::of(const SubjectPointer& subject) { return of(subject, subject->contract()); }

Defendant Defendant::of(const SubjectPointer& subject, const Contract& contract) {
  Defendant defendant{subject->name(), subject, contract, subject->formats()};
  if (defendant.formats.empty()) {
    throw std::invalid_argument("the subject '" + subject->name() + "' has none of the functions");
  }
  return defendant;
}

Defendant Defendant::reference(int bits) {
  const auto formats = softlaw::reference::formats();
  return {"reference", nullptr, Contract{}, {formats.begin(), formats.end()}, bits};
}

std::unique_ptr<Evaluator> Defendant::evaluator(const Format& format, ExactValues& exact) const {
  if (!subject) return std::make_unique<ReferenceEvaluator>(format, bits);
  return std::make_unique<SubjectEvaluator>(*subject, contract, format, exact);
}

std::optional<Truth> try_case(const Law& law, const Evaluator& evaluator, const Case& input) {
  try {
    return law.predicate(evaluator, input);
  } catch (const Inexact&) {
    return std::nullopt;
  } catch (const Failed& failed) {
    return Truth(false, std::string("an answer, but the subject ") + failed.what());
  } catch (const Trespass& trespass) {
    return Truth(false, std::string("writes to its results alone, but ") + trespass.what());
  } catch (const NotANumber& nan) {
    return Truth(false, std::string("a number, but ") + nan.what());
  } catch (const EnvironmentChanged& changed) {
    return Truth(false, std::string("the environment as it was, but after the call the process ") +
                            changed.what());
  }
}

bool breaks(const Law& law, const Evaluator& evaluator, const Case& input) {
  const auto quick = reference::filtered([&] { return try_case(law, evaluator, input); });
  const auto truth = quick ? *quick : try_case(law, evaluator, input);
  return truth && truth->broken();
}

Evidence judge(const Law& law, const Defendant& defendant, const Settings& settings) {
  return Trial(law, defendant, settings).run();
}

Evidence judge(const Erratum& erratum) {
  Evidence evidence;
  evidence.id = erratum.id;
  evidence.cases = evidence.effective = 1;
  const Case input = read_input(erratum.counterexample, erratum.parameters);
  const ReferenceEvaluator exact(input.format);
  Counterexample found{input, input, 0, {}, {}, 0};
  exact.record(&found.calls);
  const Truth truth = erratum.printed(exact, input);
  if (truth.broken()) {
    if (truth.breach()) found.breach = *truth.breach();
    evidence.counterexample = std::move(found);
  } else {
    evidence.verdict = Verdict::broken;
    evidence.note = "the printed statement is not certainly false at the counterexample";
  }
  return evidence;
}

}  // namespace softlaw::properties
