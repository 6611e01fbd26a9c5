// SPDX-License-Identifier: Apache-2.0
// Causes in sums and in branches.
#include <algorithm>
#include <cmath>

#include "drift/probed.hpp"
#include "drift/tree.hpp"

namespace softlaw::properties::drift {
namespace {

/// What the terms beside the 1 came to, in half ulps of 1.
double beside_one(const Outputs& outputs, const Triple& triple, const Format& format) {
  const bool is_softmax = outputs.size() > 1;
  const Output& output = outputs[is_softmax ? triple.one : 0];
  if (!output.is_finite()) return infinity;
  return std::ldexp(is_softmax ? 1 - output.value : output.value, format.precision);
}

/// A sum as the probes of order show it.
struct Order {
  std::optional<Tree> tree;
  bool is_wide = false;  ///< every two small terms count, in any order, with all their bits
};

Order order_of(const Comparison& compared, const std::vector<Outputs>& outputs) {
  const std::size_t n = order_terms(*compared.block->function);
  const auto inputs = inputs_of(&compared, probe::order);
  const auto all = triples(n);
  Tree::Met met(n, std::vector(n, std::vector<bool>(n)));
  bool regular = true, wide = true;
  for (std::size_t k = 0; k < all.size(); ++k) {
    // 3/4 twice: nothing if each was absorbed, 2 if they met and were rounded up, else what they are
    const double sum = beside_one(outputs[inputs[k]], all[k], compared.block->format);
    const bool absorbed = std::fabs(sum) < 0.25, together = std::fabs(sum - 2) < 0.25;
    const auto& [one, first, second] = all[k];
    met[one][first][second] = met[one][second][first] = together;
    regular &= absorbed || together;
    wide &= sum > 0.75 && sum < 2.25;
  }
  return {regular ? Tree::of(met) : std::nullopt, wide};
}

std::string name_of(const Order& order) {
  if (order.tree) return order.tree->name();
  return order.is_wide ? "with no term lost in any order" : "as no tree of the format's additions";
}

bool moved(const Comparison& compared, const char* input_class) {
  return std::ranges::any_of(inputs_of(&compared, input_class), [&](std::size_t i) {
    return compared.before[i] != compared.after[i];
  });
}

/// The bits of a small term that a sum keeps beyond those of the format: the most at which every
/// placement shows them.
int bits_kept(const Comparison& sum, const std::vector<Outputs>& outputs) {
  const auto inputs = inputs_of(&sum, probe::width);
  int kept = 0;
  for (std::size_t k = 0; k + 2 < inputs.size(); k += 3) {
    const int bits = 2 * static_cast<int>(k / 3 + 1);
    for (std::size_t place = 0; place < 3; ++place) {
      // 1 + 2^-bits half ulps if all is kept, 2 if it was rounded then, 1 or 0 if the bit was lost
      const Output& output = outputs[inputs[k + place]][0];
      const double seen = std::ldexp(output.value, sum.block->format.precision);
      if (!output.is_finite() || !(seen > 1 + std::ldexp(1.0, -bits - 1))) return kept;
    }
    kept = bits;
  }
  return kept;
}

/// Two terms below half an ulp of binary64 beside 1: seen in one place and lost in another, which shows
/// a sum in binary64.
bool loses_deep_terms(const Comparison& sum, const std::vector<Outputs>& outputs) {
  std::size_t seen = 0;
  const auto inputs = inputs_of(&sum, probe::deep);
  for (const std::size_t i : inputs) seen += outputs[i][0].is_finite() && outputs[i][0].value > 0;
  return seen > 0 && seen < inputs.size();
}

/// Six terms beside the second largest change nothing, though they would beside the largest.
bool keeps_the_largest_apart(const Comparison& sum, const std::vector<Outputs>& outputs) {
  const auto inputs = inputs_of(&sum, probe::apart);
  for (std::size_t k = 0; k + 1 < inputs.size(); k += 2) {
    if (!(outputs[inputs[k]] == outputs[inputs[k + 1]])) return false;
  }
  return !inputs.empty();
}

/// What a branch of a function returns, where people can tell.
struct Branch {
  const char* name;
  double (*value)(double t);
};
constexpr Branch branches[] = {{"0", [](double) { return 0.0; }},
                               {"1", [](double) { return 1.0; }},
                               {"t", [](double t) { return t; }},
                               {"-t", [](double t) { return -t; }}};

/// One function along its ladder.
class Ladder {
 public:
  explicit Ladder(const Comparison& compared)
      : compared_(compared), inputs_(inputs_of(&compared, probe::ladder)) {}

  /// The rungs that moved are one run, with rungs on both sides that did not.
  bool is_run() {
    for (std::size_t k = 0; k < inputs_.size(); ++k) {
      if (output(compared_.before, k) == output(compared_.after, k)) continue;
      if (count_++ == 0) first_ = k;
      last_ = k;
    }
    return count_ > 0 && count_ == last_ - first_ + 1 && count_ < inputs_.size() / 4;
  }

  /// The branch that gave the run before or gives it now, and that goes on beyond it; or null.
  const Branch* branch() const {
    for (const Branch& each : branches) {
      const bool was = is(each, compared_.before, first_, last_);
      const bool now = is(each, compared_.after, first_, last_);
      if (was != now && goes_on(each)) return &each;
    }
    return nullptr;
  }

  double argument(std::size_t k) const {
    const Value& value = compared_.block->inputs[inputs_[k]].arguments[0];
    const auto* x = std::get_if<Vector>(&value);
    return x ? x->back() : std::get<double>(value);
  }
  std::string range() const {
    const Format& format = compared_.block->format;
    return decimal(argument(first_), format) + " to " + decimal(argument(last_), format);
  }

 private:
  const Output& output(const std::vector<Outputs>& all, std::size_t k) const {
    return all[inputs_[k]].back();
  }
  bool is(const Branch& branch, const std::vector<Outputs>& all, std::size_t from,
          std::size_t to) const {
    for (std::size_t k = from; k <= to; ++k) {
      const Output& at = output(all, k);
      if (!at.is_finite() || at.value != branch.value(argument(k))) return false;
    }
    return true;
  }
  /// Three rungs below the run or above it have it, too.
  bool goes_on(const Branch& branch) const {
    const bool below = first_ >= 3 && is(branch, compared_.before, first_ - 3, first_ - 1);
    const bool above =
        last_ + 3 < inputs_.size() && is(branch, compared_.before, last_ + 1, last_ + 3);
    return below || above;
  }

  const Comparison& compared_;
  std::vector<std::size_t> inputs_;
  std::size_t first_ = 0, last_ = 0, count_ = 0;
};

}  // namespace

void find_order(const Probed& probed) {
  for (const char* function : {"logsumexp", "softmax"}) {
    const Comparison* compared = probed.of(function);
    if (!compared) continue;
    if (moved(*compared, probe::order)) {
      const Order before = order_of(*compared, compared->before);
      const Order after = order_of(*compared, compared->after);
      const bool trees = before.tree && after.tree && !(*before.tree == *after.tree);
      if (before.is_wide != after.is_wide) continue;  // find_width says it
      if (name_of(before) == name_of(after)) continue;
      probed.add("another order of summation", trees,
                 std::string(function) + " of " +
                     std::to_string(order_terms(*compared->block->function)) + " terms adds them " +
                     name_of(after) + ", before " + name_of(before));
    } else if (moved(*compared, probe::profile) && !moved(*compared, probe::logarithm)) {
      probed.add(
          "another order of summation", false,
          std::string(function) + " of 64 terms adds them in another order, of 16 in the same");
    }
  }
}

void find_width(const Probed& probed) {
  const Comparison* sum = probed.of("logsumexp");
  if (!sum) return;
  const int before = bits_kept(*sum, sum->before), after = bits_kept(*sum, sum->after);
  if (before == after) return;
  const int bits = std::max(before, after), most = probed.format.precision > 24 ? 42 : 18;
  const auto& better = after > before ? sum->after : sum->before;
  const std::string kept = "in every placement a sum beside 1 keeps " + std::to_string(after) +
                           " bits more than the format, before " + std::to_string(before);
  const std::string no_more = after > before ? "" : " no more";
  if (loses_deep_terms(*sum, better)) {
    probed.add(after > before ? "a wider accumulator" : "a narrower accumulator", true,
               kept + "; it loses terms where binary64 does");
  } else if (bits < most) {
    probed.add(after > before ? "a wider accumulator" : "a narrower accumulator", true, kept);
  } else if (keeps_the_largest_apart(*sum, better)) {
    probed.add("the largest term apart" + no_more, true,
               kept + ", but loses the same terms beside the second largest: log1p of the others");
  } else {
    probed.add("no small term lost" + no_more, true,
               kept + " (the probes see " + std::to_string(most) +
                   "): a wider accumulator, a compensated sum, or the smallest terms first");
  }
}

void find_threshold(const Probed& probed) {
  const bool flushes = std::ranges::any_of(probed.found, [&](const Cause& cause) {
    return cause.name.starts_with("flush") && cause.evidence.starts_with(probed.format.name);
  });
  for (const Comparison& compared : probed.compared) {
    if (compared.block->format != probed.format) continue;
    Ladder ladder(compared);
    if (!ladder.is_run() || flushes) continue;
    const Branch* branch = ladder.branch();
    const std::string& name = compared.block->function->name;
    probed.add(
        "a changed threshold", branch != nullptr,
        name + " moved from " + ladder.range() + " and nowhere else on its ladder" +
            (branch ? std::string(": the branch that returns ") + branch->name + " begins elsewhere"
                    : ""));
  }
}

}  // namespace softlaw::properties::drift
