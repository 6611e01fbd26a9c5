// SPDX-License-Identifier: Apache-2.0
#include "judge.hpp"

#include <chrono>
#include <cmath>

#include "../faults/fault.hpp"
#include "rapidcheck.hpp"

namespace softlaw::properties {
namespace {

/// Trials for one counterexample: a second or two at the slowest laws.
constexpr std::size_t shrink_budget = 3000;

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
      : law_(law), defendant_(defendant), settings_(settings) {
    evidence_.id = law.id;
    const Fault* witness = find_fault(law.witness);
    if (!witness) throw std::logic_error(law.id + ": no fault named '" + law.witness + "'");
    witness_ = witness->subject;
    witness_->promise(defendant.contract);
    for (Format format : defendant.formats) {
      evaluators_.push_back(defendant.evaluator(format));
      witnesses_.push_back(std::make_unique<SubjectEvaluator>(*witness_, format));
    }
  }

  Evidence run() {
    try {
      settings_.input ? try_given() : try_drawn();
    } catch (const Absent& absent) {
      evidence_.verdict = Verdict::not_applicable;
      evidence_.note = std::string("the subject has no ") + absent.what();
    }
    evidence_.seconds = clock_.seconds();
    return std::move(evidence_);
  }

 private:
  void try_given() {
    const Case input = read_input(*settings_.input, law_.inputs.parameters);
    if (!law_.inputs.hypothesis(input)) {
      throw std::invalid_argument("the law " + law_.id +
                                  " does not speak of this input: it needs " +
                                  law_.inputs.hypothesis_text);
    }
    for (std::size_t i = 0; i < defendant_.formats.size(); ++i) {
      if (defendant_.formats[i] == input.format) try_one(input, i);
    }
  }

  void try_drawn() {
    for (std::size_t index = 0; more(index); ++index) {
      const std::size_t which = index % evaluators_.size();
      if (!try_one(draw(law_, settings_.seed, index, defendant_.formats[which]), which)) return;
    }
    if (evidence_.effective == 0) evidence_.verdict = Verdict::vacuous;
  }

  bool more(std::size_t index) const {
    return settings_.seconds ? clock_.seconds() < *settings_.seconds : index < settings_.cases;
  }

  /// False when the law broke and there is no point in going on.
  bool try_one(const Case& input, std::size_t which) {
    settings_.before(input);
    const auto truth = try_case(law_, *evaluators_[which], input);
    if (!truth) {
      ++evidence_.discards;
      return true;
    }
    ++evidence_.cases;
    ++evidence_.formats[format_name(input.format)];
    ++evidence_.classes[input.input_class];
    const auto witness = try_case(law_, *witnesses_[which], input);
    if (witness && witness->broken()) ++evidence_.effective;
    note_strain(*truth, input);
    if (!truth->broken()) return true;
    explain(input, which);
    return false;
  }

  void note_strain(const Truth& truth, const Case& input) {
    const double ulp = truth.strain() * defendant_.contract.ulps;
    if (!evidence_.worst_input || ulp > evidence_.worst_ulp) {
      evidence_.worst_ulp = ulp;
      evidence_.worst_input = input;
    }
  }

  void explain(const Case& input, std::size_t which) {
    const Evaluator& evaluator = *evaluators_[which];
    const auto fails = [&](const Case& candidate) {
      settings_.before(candidate);
      const auto truth = try_case(law_, evaluator, candidate);
      return truth && truth->broken();
    };
    if (!fails(input)) {
      evidence_.verdict = Verdict::flaky;
      evidence_.note = "broken at " + to_input(input) + ", but not when tried again";
      return;
    }
    const Shrunk shrunk = shrink(law_.inputs, input, fails, shrink_budget);
    Counterexample found{input, shrunk.smallest, shrunk.steps, {}, {}, 0};
    evaluator.record(&found.calls);
    const auto truth = try_case(law_, evaluator, shrunk.smallest);
    evaluator.record(nullptr);
    if (truth && truth->breach()) found.breach = *truth->breach();
    if (truth) found.strain = truth->strain();
    evidence_.verdict = Verdict::broken;
    evidence_.counterexample = std::move(found);
  }

  const Law& law_;
  const Defendant& defendant_;
  const Settings& settings_;
  std::optional<Subject> witness_;
  std::vector<std::unique_ptr<Evaluator>> evaluators_, witnesses_;
  Evidence evidence_;
  Clock clock_;
};

}  // namespace

Defendant Defendant::of(const Subject& subject) {
  Defendant defendant{subject.name(), subject.contract(), {}, {}};
  for (Format format : {Format::binary64, Format::binary32}) {
    if (subject.has(format)) defendant.formats.push_back(format);
  }
  if (defendant.formats.empty()) {
    throw std::invalid_argument("the subject '" + subject.name() + "' has no function at all");
  }
  defendant.evaluator = [subject](Format format) {
    struct Owning : SubjectEvaluator {
      Owning(std::shared_ptr<const Subject> s, Format f) : SubjectEvaluator(*s, f), keep(s) {}
      std::shared_ptr<const Subject> keep;
    };
    return std::make_unique<Owning>(std::make_shared<const Subject>(subject), format);
  };
  return defendant;
}

Defendant Defendant::reference() {
  return {"reference", Contract{}, {Format::binary64, Format::binary32}, [](Format format) {
            return std::make_unique<ReferenceEvaluator>(format);
          }};
}

std::optional<Truth> try_case(const Law& law, const Evaluator& evaluator, const Case& input) {
  try {
    return law.predicate(evaluator, input);
  } catch (const Inexact&) {
    return std::nullopt;
  }
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
    evidence.note = "what is printed is not certainly false at the counterexample";
  }
  return evidence;
}

}  // namespace softlaw::properties
