// SPDX-License-Identifier: Apache-2.0
#include "drift/movement.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "function/exact_values.hpp"

namespace softlaw::properties::drift {
namespace {

constexpr int special_bucket = 1024;

double distance(const Output& output, const Output& right, const Format& format) {
  return steps(right.value, output.value, format);
}

/// Of two numbers equally many floats from the right one, on its two sides: which is nearer to the exact
/// value, if either is.
Change on_the_other_side(const Block& block, const Moved& moved, ExactValues& exact) {
  const double low = std::min(moved.before.value, moved.after.value);
  const double high = std::max(moved.before.value, moved.after.value);
  try {
    const Arguments& arguments = block.inputs[moved.input].arguments;
    const Interval& value = exact.values(*block.function, arguments).at(moved.output);
    const Interval twice = ldexp(value, 1), sum = exact_sum(Interval(low), Interval(high));
    const bool is_low = certainly_less(twice, sum), is_high = certainly_less(sum, twice);
    if (!is_low && !is_high) return Change::across;
    return (moved.after.value == low) == is_low ? Change::toward : Change::away;
  } catch (const std::runtime_error&) {
    return Change::across;  // the reference leaves it open
  }
}

Change change_of(const Block& block, const Moved& m, ExactValues& exact) {
  if (m.before == m.after) return Change::unchanged;
  const auto is_unstable = [](const Output& o) { return o.kind == Output::Kind::unstable; };
  if (is_unstable(m.before) || is_unstable(m.after)) return Change::unstable;
  if (m.after == m.right) return Change::newly_right;
  const bool number_is_right = m.right.is_finite();
  if (number_is_right && !m.after.is_finite()) {
    return m.before.is_finite() ? Change::newly_special : Change::across;
  }
  if (m.before == m.right) return Change::newly_wrong;
  if (!number_is_right) return Change::across;       // another wrong one
  if (!m.before.is_finite()) return Change::toward;  // a number, at least
  const double was = std::fabs(distance(m.before, m.right, block.format));
  const double is = std::fabs(distance(m.after, m.right, block.format));
  if (is != was) return is < was ? Change::toward : Change::away;
  return on_the_other_side(block, m, exact);
}

void add_means(Tally& tally, const Moved& moved, const Format& format) {
  if (moved.before.is_finite() && moved.after.is_finite() && moved.right.is_finite()) {
    ++tally.numbers;
    tally.before += distance(moved.before, moved.right, format);
    tally.after += distance(moved.after, moved.right, format);
  }
}

void add(Tally& tally, const Moved& moved) {
  ++tally.count[static_cast<std::size_t>(moved.change)];
  if (moved.change == Change::unchanged) return;
  if (moved.change != Change::unstable) ++tally.histogram[bucket(moved.steps)];
  const auto [at, is_first] = tally.worst.emplace(moved.change, moved);
  if (!is_first && std::fabs(moved.steps) > std::fabs(at->second.steps)) at->second = moved;
}

double movement(const Moved& m, const Format& format) {
  if (!m.before.is_finite() || !m.after.is_finite()) return infinity;
  return steps(m.before.value, m.after.value, format);
}

}  // namespace

std::string to_string(Change change) {
  constexpr const char* names[changes] = {"unchanged",     "moved toward", "moved away",
                                          "moved across",  "newly right",  "newly wrong",
                                          "newly special", "unstable"};
  return names[static_cast<std::size_t>(change)];
}

bool is_worse(Change change) {
  return change == Change::away || change == Change::newly_wrong || change == Change::newly_special;
}

std::size_t Tally::outputs() const {
  std::size_t sum = 0;
  for (const std::size_t each : count) sum += each;
  return sum;
}

std::size_t Tally::moved() const {
  return outputs() - of(Change::unchanged) - of(Change::unstable);
}

std::size_t Tally::worse() const {
  return of(Change::away) + of(Change::newly_wrong) + of(Change::newly_special);
}

int bucket(double steps) {
  if (std::isinf(steps)) return special_bucket;
  if (steps == 0) return 0;  // a zero changed its sign
  const int size = static_cast<int>(std::ceil(std::log2(std::fabs(steps)))) + 1;
  return steps < 0 ? -size : size;
}

std::string bucket_text(int bucket) {
  if (bucket == special_bucket) return "special";
  if (bucket == 0) return "sign of 0";
  const char* sign = bucket < 0 ? "-" : "+";
  const int size = std::abs(bucket);
  if (size <= 2) return sign + std::to_string(size);
  if (size > 20) return sign + ("2^" + std::to_string(size - 1));
  const long low = (1L << (size - 2)) + 1, high = 1L << (size - 1);
  return sign + std::to_string(low) + ".." + std::to_string(high);
}

Comparison compare(const Block& block, std::vector<Outputs> right, std::vector<Outputs> before,
                   std::vector<Outputs> after) {
  Comparison result{&block, std::move(right), std::move(before), std::move(after), {}, {}};
  ExactValues exact;
  for (std::size_t i = 0; i < block.inputs.size(); ++i) {
    const std::string& name = block.inputs[i].input_class;
    if (result.classes.empty() || result.classes.back().first != name) {
      result.classes.emplace_back(name, Tally());
    }
    for (std::size_t j = 0; j < result.right[i].size(); ++j) {
      Moved moved{i, j, {}, result.before[i][j], result.after[i][j], result.right[i][j], 0};
      moved.steps = movement(moved, block.format);
      moved.change = change_of(block, moved, exact);
      add(result.classes.back().second, moved);
      add_means(result.classes.back().second, moved, block.format);
      add(result.all, moved);
      if (name.starts_with("probe")) continue;  // extreme on purpose
      add_means(result.all, moved, block.format);
    }
  }
  return result;
}

}  // namespace softlaw::properties::drift
