// SPDX-License-Identifier: Apache-2.0
#include "filter_trial.hpp"

#include <chrono>
#include <cstdlib>
#include <iostream>

// The filter against the slow road at as many inputs as one likes:
//   softlaw_filter_trial [FIRST [COUNT]]
// It prints a line now and then, from whose number a run that was stopped goes on.
namespace {

using namespace softlaw::reference;
using Clock = std::chrono::steady_clock;

/// Seconds that the evaluations of some inputs take on either road.
double time_family(std::uint64_t first, std::uint64_t count, bool filter) {
  const auto start = Clock::now();
  for (std::uint64_t number = first; number < first + count; ++number) {
    test::Inputs inputs(number);
    const test::Function& function = test::family[number % std::size(test::family)];
    const test::Arguments arguments(inputs);
    if (filter) {
      filtered([&] { return function.evaluate(arguments); });
    } else {
      const WorkingPrecision working(192);
      function.evaluate(arguments);
    }
  }
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void show(std::uint64_t next, const test::Tally& all) {
  std::cout << "next " << next << ": " << all.questions << " questions, " << all.passed_on
            << " passed on, " << all.misses << " misses " << all.first_miss << std::endl;
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t first = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 0;
  const std::uint64_t count = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 100'000'000;
  test::Tally all;
  for (std::uint64_t number = first; number < first + count; ++number) {
    all += test::try_filter(number);
    if ((number + 1) % 1'000'000 == 0) show(number + 1, all);
  }
  show(first + count, all);
  const std::uint64_t timed = std::min<std::uint64_t>(count, 100'000);
  std::cout << "microseconds for a function of the family: "
            << 1e6 * time_family(first, timed, true) / static_cast<double>(timed)
            << " by the filter, "
            << 1e6 * time_family(first, timed, false) / static_cast<double>(timed)
            << " by MPFR at 192 bits\n";
  return all.misses == 0 ? 0 : 1;
}
