// SPDX-License-Identifier: Apache-2.0
#include "judge/applicable.hpp"

#include <softlaw/reference/filter.hpp>

#include "judge/rapidcheck.hpp"
#include "judge/trial.hpp"

namespace softlaw::properties {
namespace {

/// The reference, as far as the subject has the functions.
class RollCall : public ReferenceEvaluator {
 public:
  RollCall(const Subject& subject, const Format& format)
      : ReferenceEvaluator(format), subject_(subject) {}

 protected:
  Intervals enclose(const FunctionItem& function, const Arguments& arguments) const override {
    require(function);
    return ReferenceEvaluator::enclose(function, arguments);
  }
  std::optional<Counts> count(const FunctionItem& function,
                              const Arguments& arguments) const override {
    require(function);
    return ReferenceEvaluator::count(function, arguments);
  }

 private:
  void require(const FunctionItem& function) const {
    if (!subject_.has(function, format())) throw Absent(function.name);
  }
  const Subject& subject_;
};

}  // namespace

bool is_applicable(const Law& law, const Subject& subject) {
  for (const Format& format : subject.formats()) {
    const RollCall evaluator(subject, format);
    try {
      // a predicate may ask for more at one input than at another
      for (std::size_t index = 0; index < 3; ++index) {
        breaks(law, evaluator, draw(law, 0, index, format));
      }
      return true;
    } catch (const Absent&) {
    }
  }
  return false;
}

}  // namespace softlaw::properties
