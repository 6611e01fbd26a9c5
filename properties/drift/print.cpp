// SPDX-License-Identifier: Apache-2.0
#include "drift/print.hpp"

#include <cmath>
#include <iomanip>
#include <ostream>
#include <sstream>

#include "drift/input_name.hpp"

namespace softlaw::properties::drift {
namespace {

constexpr Change columns[] = {Change::toward,      Change::away,        Change::across,
                              Change::newly_right, Change::newly_wrong, Change::newly_special,
                              Change::unstable};
constexpr const char* heads[] = {"toward", "away",    "across",  "right",
                                 "wrong",  "special", "unstable"};

std::string mean(double sum, std::size_t count) {
  if (count == 0) return "-";
  std::ostringstream text;
  text << std::setprecision(3) << sum / static_cast<double>(count);
  return text.str();
}

void print_head(std::ostream& out) {
  out << std::left << std::setw(44) << "" << std::right << std::setw(9) << "outputs" << std::setw(8)
      << "moved";
  for (const char* head : heads) out << std::setw(9) << head;
  out << std::setw(12) << "mean before" << std::setw(11) << "after"
      << "  worst in ulp\n";
}

void print_row(std::ostream& out, const std::string& name, const Tally& tally) {
  out << "  " << std::left << std::setw(42) << name << std::right << std::setw(9) << tally.outputs()
      << std::setw(8) << tally.moved();
  for (const Change change : columns) out << std::setw(9) << tally.of(change);
  out << std::setw(12) << mean(tally.before, tally.numbers) << std::setw(11)
      << mean(tally.after, tally.numbers);
}

/// The largest movement; or null.
const Moved* largest(const Tally& tally) {
  const Moved* found = nullptr;
  for (const auto& [change, moved] : tally.worst) {
    const bool is_drift = change != Change::unstable;
    if (is_drift && (!found || std::fabs(moved.steps) > std::fabs(found->steps))) found = &moved;
  }
  return found;
}

/// Where a class moved most: an input that softlaw corpus prints.
void print_largest(std::ostream& out, const Block& block, const Tally& tally) {
  const Moved* moved = largest(tally);
  if (!moved) return;
  out << "  " << bucket_text(bucket(moved->steps)) << " at " << input_name(block, moved->input);
}

std::string distance(const Output& output, const Output& right, const Format& format) {
  if (!output.is_finite() || !right.is_finite()) return "";
  std::ostringstream text;
  text << ", " << std::showpos << steps(right.value, output.value, format) << " ulp";
  return text.str();
}

void print_worst(std::ostream& out, const Block& block, const Moved& moved,
                 const std::string& subject) {
  const auto show = [&](const Output& output) {
    return to_text(output, block.format) + distance(output, moved.right, block.format);
  };
  out << "    " << to_string(moved.change);
  if (moved.steps != 0 && !std::isinf(moved.steps)) {
    out << " by " << std::showpos << moved.steps << std::noshowpos << " ulp";
  }
  out << "  (" << input_name(block, moved.input) << ", " << block.inputs[moved.input].input_class
      << ", output " << moved.output << ")\n"
      << "      before " << show(moved.before) << "\n      after  " << show(moved.after)
      << "\n      right  " << to_text(moved.right, block.format) << "\n      "
      << eval_command(block, moved.input, subject) << '\n';
}

void print_histogram(std::ostream& out, const Tally& tally) {
  out << "    movements in ulp:";
  for (const auto& [at, count] : tally.histogram) {
    out << "  " << bucket_text(at) << ": " << count;
  }
  out << '\n';
}

bool is_of_interest(const Tally& tally) {
  return tally.moved() > 0 || tally.of(Change::unstable) > 0;
}

void print_list(std::ostream& out, const char* title, const std::vector<std::string>& names) {
  if (names.empty()) return;
  out << title << '\n';
  for (const std::string& name : names) out << "  " << name << '\n';
}

}  // namespace

void print(std::ostream& out, const Drift& drift, const std::string& subject) {
  const bool any = drift.moved() > 0 || drift.unstable() > 0;
  if (any) {
    out << '\n';
    print_head(out);
  }
  for (const Comparison& compared : drift.compared) {
    if (!is_of_interest(compared.all)) continue;
    print_row(out, compared.block->name(), compared.all);
    out << '\n';
    for (const auto& [name, tally] : compared.classes) {
      if (!is_of_interest(tally)) continue;
      print_row(out, "  " + name, tally);
      print_largest(out, *compared.block, tally);
      out << '\n';
    }
    print_histogram(out, compared.all);
    for (const auto& [change, worst] : compared.all.worst) {
      print_worst(out, *compared.block, worst, subject);
    }
  }
  out << '\n';
  print_list(out, "no longer there:", drift.gone);
  print_list(out, "not in the baseline, hence not compared:", drift.added);
  print_list(out, "not compared:", drift.refused);
  if (!drift.causes.empty()) out << "why\n";
  for (const Cause& cause : drift.causes) {
    out << "  " << cause.name
        << (cause.name == "unknown" ? ""
            : cause.certain         ? ", certain"
                                    : ", likely")
        << "\n    " << cause.evidence << '\n';
  }
  out << drift.outputs() << " outputs: " << drift.moved() << " moved, " << drift.worse()
      << " of them for the worse";
  if (drift.unstable() > 0) out << "; " << drift.unstable() << " unstable, which are not compared";
  out << '\n';
}

}  // namespace softlaw::properties::drift
