// SPDX-License-Identifier: Apache-2.0
#include "audit/audit.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <softlaw/reference/round.hpp>

#include "function/exact_values.hpp"
#include "judge/rapidcheck.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/reference_subject.hpp"
#include "subjects/subject.hpp"

namespace softlaw::properties {
namespace {

/// A case, and all that is asked of it: computed once.
struct Question {
  Case input;
  std::vector<double> nearest;  ///< the correctly rounded results
  std::size_t length = 1;
};

/// From a length on, up to the next.
constexpr std::array<std::size_t, 6> groups{1, 2, 3, 10, 100, 1000};

std::size_t group_of(std::size_t length) {
  const auto next = std::ranges::upper_bound(groups, length);
  return next == groups.begin() ? groups.front() : *(next - 1);
}

/// An answer that looks at no more than the number of entries, or at the largest.
struct Trivial {
  const char* name;
  double (*value)(const Question&);
};

double largest_entry(const Question& q) {
  const auto* x = std::get_if<Vector>(&q.input.arguments.front());
  return x && !x->empty() ? maximum(*x) : std::get<double>(q.input.arguments.front());
}

constexpr std::array<Trivial, 6> trivial_answers{{
    {"always 0", [](const Question&) { return 0.0; }},
    {"always 1", [](const Question&) { return 1.0; }},
    {"1/n", [](const Question& q) { return 1 / static_cast<double>(q.length); }},
    {"the number half way to 1 in the order of floats",
     [](const Question& q) {
       // bit patterns grow with the exponent, so that half of those below 1 are below this
       return std::ldexp(1.0, q.input.format.emin / 2);
     }},
    {"-log n", [](const Question& q) { return -std::log(static_cast<double>(q.length)); }},
    {"the largest entry", largest_entry},
}};

class Audit {
 public:
  Audit(const FunctionItem& function, const Format& format, const Promise& promise)
      : function_(function), format_(format), promise_(promise) {}

  AuditRow row(const std::vector<Question>& questions) {
    AuditRow row{function_.name,
                 format_.name,
                 questions.front().length,
                 questions.front().length,
                 questions.size(),
                 {},
                 {},
                 {},
                 {},
                 0,
                 0};
    for (const Question& q : questions) {
      row.shortest = std::min(row.shortest, q.length);
      row.longest = std::max(row.longest, q.length);
    }
    find_algorithm(row, questions);
    find_trivial(row, questions);
    measure_width(row, questions);
    return row;
  }

 private:
  bool passes(const Question& q, const std::vector<double>& returned) {
    const Intervals& exact = exact_.values(function_, q.input.arguments);
    return !same(promise_.allow(returned, function_, q.input.arguments, format_, exact_), exact)
                .broken();
  }

  bool passes(const Question& q, const Subject& subject) {
    const auto answer = subject.answer(function_, q.input.arguments, format_);
    return passes(q, std::get<std::vector<double>>(answer));
  }

  /// The name of an algorithm, its subject and the profile that is proved of it.
  void find_algorithm(AuditRow& row, const std::vector<Question>& questions) {
    for (const Question& q : questions) {
      if (!passes(q, q.nearest)) {
        row.forced_by = function_.name + "(" + to_text(q.input.arguments, format_) + ")";
        return;
      }
    }
    const auto low = static_cast<double>(row.shortest), high = static_cast<double>(row.longest);
    for (const char* name : {"textbook", "careful", "compensated", "correctly-rounded"}) {
      const Promise proved = Contract::read(name).promise(function_, format_);
      if (!implies(proved, promise_, format_, low, high)) continue;
      const SubjectPointer subject = subject_of(name);
      if (!subject || !subject->has(function_, format_)) continue;
      const auto broken = std::ranges::find_if_not(
          questions, [&](const Question& q) { return passes(q, *subject); });
      if (broken == questions.end()) {
        row.held_by = name;
        return;
      }
      row.open = std::string(name) + " breaks it, against its bound, at " +
                 to_text(broken->input.arguments, format_);
      return;
    }
    row.open = "no bound of a known algorithm implies it";
  }

  static SubjectPointer subject_of(const std::string& profile) {
    const std::string name = profile == "correctly-rounded" ? "exact" : profile;
    for (const SubjectPointer& subject : built_in_subjects()) {
      if (subject->name() == name) return subject;
    }
    return nullptr;
  }

  /// Where the function itself is constant there is nothing to be found.
  void find_trivial(AuditRow& row, const std::vector<Question>& questions) {
    const auto& first = questions.front().nearest;
    if (std::ranges::all_of(questions, [&](const Question& q) { return q.nearest == first; })) {
      return;
    }
    for (const Trivial& trivial : trivial_answers) {
      const auto answer = [&](const Question& q) {
        return std::vector<double>(q.nearest.size(), format_.round(trivial.value(q)));
      };
      // such as the largest entry for log-sum-exp of one
      const bool is_right =
          std::ranges::all_of(questions, [&](const Question& q) { return answer(q) == q.nearest; });
      const bool passes_all =
          std::ranges::all_of(questions, [&](const Question& q) { return passes(q, answer(q)); });
      if (passes_all && !is_right) {
        row.trivial = trivial.name;
        return;
      }
    }
  }

  void measure_width(AuditRow& row, const std::vector<Question>& questions) {
    std::vector<double> widths;
    for (const Question& q : questions) widths.push_back(width(q));
    std::ranges::sort(widths);
    row.median_error = widths[widths.size() / 2];
    row.largest_error = widths.back();
  }

  /// From the nearest float: how far an exact value may be, in its ulp; of the widest result.
  double width(const Question& q) {
    const Intervals& exact = exact_.values(function_, q.input.arguments);
    const Intervals allowed =
        promise_.allow(q.nearest, function_, q.input.arguments, format_, exact_);
    double widest = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
      if (!allowed[i].is_bounded()) return infinity;
      const Interval size =
          max(abs(allowed[i].upper_point() - exact[i]), abs(exact[i] - allowed[i].lower_point()));
      widest = std::max(widest, upper_bound_double(size / reference::ulp(exact[i], format_)));
    }
    return widest;
  }

  const FunctionItem& function_;
  const Format& format_;
  const Promise& promise_;
  ExactValues exact_;
};

const Law& agreement_of(const FunctionItem& function) {
  return *find_law("agreement." + law_name(function));
}

bool is_usable(const Question& q, const FunctionItem& function) {
  const Intervals exact = exact_values(function, q.input.arguments);
  return std::ranges::all_of(exact,
                             [](const Interval& v) { return !v.is_empty() && v.is_bounded(); });
}

}  // namespace

bool is_silent(const Promise& promise) {
  return std::ranges::any_of(promise.bounds, [](const Bound& bound) {
    return bound.terms.size() == 1 && bound.terms.front().unit == Unit::relative &&
           bound.terms.front().factor.constant >= 1;
  });
}

std::vector<AuditRow> audit(const FunctionItem& function, const Format& format,
                            const Promise& promise, const AuditSettings& settings) {
  std::map<std::size_t, std::vector<Question>> by_length;
  for (std::size_t index = 0; index < settings.cases; ++index) {
    Question q{draw(agreement_of(function), settings.seed, index, format), {}, 1};
    if (!is_usable(q, function)) continue;
    q.nearest = correctly_rounded(function, q.input.arguments, format).values;
    if (std::ranges::any_of(q.nearest, [](double y) { return std::isnan(y); })) continue;
    q.length = static_cast<std::size_t>(extent_of(q.input.arguments).n);
    by_length[group_of(q.length)].push_back(std::move(q));
  }
  std::vector<AuditRow> rows;
  for (const auto& [group, questions] : by_length) {
    rows.push_back(Audit(function, format, promise).row(questions));
  }
  return rows;
}

std::vector<const FunctionItem*> audited_functions(const Contract& contract) {
  std::vector<const FunctionItem*> found;
  for (const FunctionItem* function : functions()) {
    const bool named = std::ranges::any_of(contract.overrides(), [&](const auto& each) {
      return each.selector.function == function->name;
    });
    if (named) found.push_back(function);
  }
  if (!found.empty()) return found;
  for (const char* name : {"logsumexp", "softmax", "log_softmax", "softplus", "logistic"}) {
    found.push_back(find_function(name));
  }
  return found;
}

}  // namespace softlaw::properties
