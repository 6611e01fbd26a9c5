// SPDX-License-Identifier: Apache-2.0
// Causes in exp, log, products and subnormal numbers.
#include <algorithm>
#include <cmath>

#include "drift/probed.hpp"

namespace softlaw::properties::drift {
namespace {

bool is_subnormal(const Output& output, const Format& format) {
  return output.is_finite() && output.value != 0 &&
         std::fabs(output.value) < std::ldexp(1.0, format.emin);
}
bool is_zero(const Output& output) { return output.is_finite() && output.value == 0; }

/// Within a tenth, as every exponential is.
bool is_near(const Output& output, const Output& right) {
  return output.is_finite() && std::fabs(output.value - right.value) <= std::fabs(right.value) / 10;
}

std::string share(std::size_t part, std::size_t whole) {
  return std::to_string(part) + " of " + std::to_string(whole);
}

/// p - p p in the format, with and without a rounding between.
double fused(double p, const Format& format) {
  if (format == Format::binary32) {
    const auto f = static_cast<float>(p);
    return static_cast<double>(std::fma(-f, f, f));
  }
  return std::fma(-p, p, p);
}
double unfused(double p, const Format& format) {
  if (format == Format::binary32) {
    const auto f = static_cast<float>(p);
    return static_cast<double>(f - f * f);
  }
  return p - p * p;
}
/// p (1 - p), which is as good as a fused one where 1 - p is exact.
double factored(double p, const Format& format) {
  if (format == Format::binary32) {
    const auto f = static_cast<float>(p);
    return static_cast<double>(f * (1 - f));
  }
  return p * (1 - p);
}

/// How often a formula gives the outputs, of those at which two formulas differ.
struct Votes {
  std::size_t fused = 0, unfused = 0, all = 0;

  void add(double output, double as_fused, double as_unfused) {
    if (as_fused == as_unfused) return;
    ++all;
    fused += output == as_fused;
    unfused += output == as_unfused;
  }
};

void report(const Probed& probed, const Votes& before, const Votes& after,
            const std::string& formula) {
  if (std::min(before.all, after.all) < 3) return;
  const bool was = before.fused == before.all, was_not = before.unfused == before.all;
  const bool is = after.fused == after.all, is_not = after.unfused == after.all;
  if (was_not && is) {
    probed.add("FMA gained", true,
               formula + " is rounded once now, twice before, at all " + std::to_string(after.all) +
                   " inputs that tell");
  } else if (was && is_not) {
    probed.add("FMA lost", true,
               formula + " is rounded twice now, once before, at all " + std::to_string(after.all) +
                   " inputs that tell");
  }
}

}  // namespace

void find_exponential(const Probed& probed) {
  const Comparison* softmax = probed.of("softmax");
  std::size_t changed = 0, all = 0;
  bool is_exponential = true;
  double first = 0, last = 0;
  for (const std::size_t i : inputs_of(softmax, probe::exponential)) {
    const Outputs &before = softmax->before[i], &after = softmax->after[i];
    // beside a denominator of 1 the second output is the exponential and nothing else
    if (!(before[0] == after[0]) || !before[0].is_finite() || before[0].value != 1) continue;
    ++all;
    const bool flushed = (is_zero(before[1]) && is_subnormal(after[1], probed.format)) ||
                         (is_zero(after[1]) && is_subnormal(before[1], probed.format));
    if (before[1] == after[1] || flushed) continue;
    is_exponential &= is_near(after[1], softmax->right[i][1]);
    last = std::get<Vector>(softmax->block->inputs[i].arguments[0])[1];
    if (changed++ == 0) first = last;
  }
  if (changed == 0 || !is_exponential) return;
  probed.add("another exponential", true,
             "softmax(0, -g) is (1, e^-g) before and after, and e^-g moved at " +
                 share(changed, all) + " g, from e^" + decimal(first, probed.format) + " to e^" +
                 decimal(last, probed.format));
}

void find_logarithm(const Probed& probed) {
  const Comparison* sum = probed.of("logsumexp");
  std::size_t changed = 0;
  const auto inputs = inputs_of(sum, probe::logarithm);
  for (const std::size_t i : inputs) changed += !(sum->before[i] == sum->after[i]);
  if (changed == 0) return;
  probed.add("another logarithm", true,
             "logsumexp of n zeros is log n, whose sum is exact in every order, and it moved at " +
                 share(changed, inputs.size()) + " n");
}

void find_contraction(const Probed& probed) {
  const Comparison* logits = probed.of("regression_logits");
  Votes before, after;
  for (const std::size_t i : inputs_of(logits, probe::product)) {
    const double error = logits->right[i][0].value;
    before.add(logits->before[i][0].value, error, 0);
    after.add(logits->after[i][0].value, error, 0);
  }
  report(probed, before, after, "x w + b");

  const Comparison *softmax = probed.of("softmax"), *hessian = probed.of("logsumexp_hessian");
  const auto at = inputs_of(softmax, probe::product), there = inputs_of(hessian, probe::product);
  before = after = {};
  for (std::size_t k = 0; k < at.size() && k < there.size(); ++k) {
    const auto vote = [&](Votes& votes, const Outputs& p, const Outputs& h) {
      const double q = p[1].value, once = fused(q, probed.format);
      if (once == factored(q, probed.format)) return;
      votes.add(h[3].value, once, unfused(q, probed.format));
    };
    vote(before, softmax->before[at[k]], hessian->before[there[k]]);
    vote(after, softmax->after[at[k]], hessian->after[there[k]]);
  }
  report(probed, before, after, "p - p p on the diagonal of the Hessian");
}

void find_flush(const Probed& probed) {
  const Comparison* softmax = probed.of("softmax");
  const Comparison* sum = probed.of("logsumexp");
  struct Count {
    std::size_t gained = 0, lost = 0, all = 0;
    void add(const Output& before, const Output& after, const Format& format) {
      all += is_subnormal(before, format) || is_subnormal(after, format);
      gained += is_subnormal(before, format) && is_zero(after);
      lost += is_zero(before) && is_subnormal(after, format);
    }
  } results, passed;
  for (const std::size_t i : inputs_of(softmax, probe::exponential)) {
    results.add(softmax->before[i][1], softmax->after[i][1], probed.format);
  }
  for (const std::size_t i : inputs_of(sum, probe::subnormal)) {
    passed.add(sum->before[i][0], sum->after[i][0], probed.format);
  }
  for (const bool gained : {true, false}) {
    const std::size_t r = gained ? results.gained : results.lost;
    const std::size_t p = gained ? passed.gained : passed.lost;
    if (r == 0) continue;
    const bool certain = r > 0 && r == results.all && p > 0 && p == passed.all;
    probed.add(gained ? "flush to zero" : "flush to zero no more", certain,
               share(r, results.all) + " subnormal exponentials and " + share(p, passed.all) +
                   " subnormal arguments " + (gained ? "became 0" : "are 0 no more") +
                   (certain ? "" : "; a threshold of exp may do that, too"));
  }
}

}  // namespace softlaw::properties::drift
