// SPDX-License-Identifier: Apache-2.0
#include "exact_trial.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>

// The reference as a subject at as many legal inputs as one likes:
//   softlaw_exact_trial [FUNCTION|all [FIRST [COUNT]]]
// It prints every wrong input, and for each function the number from which a longer trial goes on.
int main(int argc, char** argv) {
  using namespace softlaw::properties;
  const std::string which = argc > 1 ? argv[1] : "all";
  const std::uint64_t first = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 0;
  const std::uint64_t count = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1'000'000;
  std::uint64_t all_wrong = 0;
  for (const FunctionItem* function : functions()) {
    if (function->returns_integers || (which != "all" && which != function->name)) continue;
    const auto start = std::chrono::steady_clock::now();
    std::uint64_t wrong = 0;
    for (std::uint64_t number = first; number < first + count; ++number) {
      const auto what = test::try_exact(*function, number);
      if (what && ++wrong <= 3) std::cout << *what << ", input " << number << std::endl;
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    std::cout << function->name << ": " << wrong << " wrong of " << count << ", next "
              << first + count << ", " << taken.count() << " s" << std::endl;
    all_wrong += wrong;
  }
  return all_wrong == 0 ? 0 : 1;
}
