// SPDX-License-Identifier: Apache-2.0
//
//   softlaw_correctness [FORMAT [FUNCTION [CLASS [LENGTH [FIRST [COUNT]]]]]]
//
// compares results with the correctly rounded ones of the reference; `all` stands for every format,
// function and class, 0 for the lengths 1 to 4. Case k of a class is the same on every machine, so that
// a run is resumed where another ended: FIRST is the number of its first case. Exit code 1 if a result
// is wrong.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <softlaw/reference/round.hpp>

#include "functions.hpp"

namespace {

using namespace correctness;

struct Options {
  const char* format = "all";
  const char* function = "all";
  const char* kind = "all";
  std::size_t length = 0;
  std::uint64_t first = 0;
  std::uint64_t count = 100;
};

bool is_chosen(const char* choice, const char* name) {
  return std::strcmp(choice, "all") == 0 || std::strcmp(choice, name) == 0;
}

void report(const char* name, const char* kind, std::uint64_t number, const Case& item,
            std::size_t i, double expected) {
  std::printf("wrong  %s %s %llu entry %zu: %a, not %a; of", name, kind,
              static_cast<unsigned long long>(number), i, item.returned[i], expected);
  for (std::size_t k = 0; k < std::min<std::size_t>(item.arguments.size(), 8); ++k) {
    std::printf(" %a", item.arguments[k]);
  }
  std::printf("\n");
}

/// How many results of a case are wrong; what the reference cannot decide counts as open.
template <class R>
int check(const Function<R>& function, const Options& options, std::size_t kind,
          std::uint64_t number, long& open) {
  const std::size_t n = options.length != 0 ? options.length : 1 + number % 4;
  Source source(static_cast<Class>(kind), n, number);
  const Case item = function.run(source, static_cast<Class>(kind), n);
  const auto decided = softlaw::reference::correctly_rounded<R>(item.exact);
  int wrong = 0;
  for (std::size_t i = 0; i < item.returned.size(); ++i) {
    if (std::isnan(decided.values[i])) {
      ++open;
    } else if (decided.values[i] != item.returned[i]) {
      ++wrong;
      report(function.name, class_names[kind], number, item, i, decided.values[i]);
    }
  }
  return wrong;
}

template <class R>
long run(const char* format, const Options& options) {
  if (!is_chosen(options.format, format)) return 0;
  long wrong = 0;
  for (const Function<R>& function : functions<R>()) {
    if (!is_chosen(options.function, function.name)) continue;
    long wrong_here = 0;
    long open = 0;
    for (std::size_t kind = 0; kind < class_names.size(); ++kind) {
      if (!is_chosen(options.kind, class_names[kind])) continue;
      for (std::uint64_t k = options.first; k < options.first + options.count; ++k) {
        wrong_here += check(function, options, kind, k, open);
      }
    }
    std::printf("%-9s %-30s %ld wrong, %ld open\n", format, function.name, wrong_here, open);
    std::fflush(stdout);
    wrong += wrong_here;
  }
  return wrong;
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  if (count > 1) options.format = arguments[1];
  if (count > 2) options.function = arguments[2];
  if (count > 3) options.kind = arguments[3];
  if (count > 4) options.length = std::strtoull(arguments[4], nullptr, 10);
  if (count > 5) options.first = std::strtoull(arguments[5], nullptr, 10);
  if (count > 6) options.count = std::strtoull(arguments[6], nullptr, 10);
  const long wrong = run<double>("binary64", options) + run<float>("binary32", options);
  return wrong == 0 ? 0 : 1;
}
