// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <softlaw/reference/functions.hpp>
#include <string>
#include <vector>

#include "inputs.hpp"

/// The functions that are compared with their exact values.
namespace correctness {

using Vector = softlaw::reference::Vector;

/// One case: what the library returned, and the enclosure of what it should be.
struct Case {
  std::vector<double> returned;
  std::function<Vector()> exact;
  std::vector<double> arguments;
};

template <class R>
struct Function {
  const char* name;
  bool is_vector;  // its length is free
  std::function<Case(Source&, Class, std::size_t)> run;
};

template <class R>
std::vector<Function<R>> functions();

}  // namespace correctness
