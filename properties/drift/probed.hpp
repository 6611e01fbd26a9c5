// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "drift/cause.hpp"
#include "drift/probes.hpp"

// The parts of causes.cpp: each looks at the probes of one kind.
namespace softlaw::properties::drift {

/// The comparisons of one format, and what was found there.
struct Probed {
  const std::vector<Comparison>& compared;
  Format format;
  std::vector<Cause>& found;

  const Comparison* of(const std::string& function) const;
  void add(const std::string& name, bool certain, const std::string& evidence) const {
    found.push_back({name, certain, std::string(format.name) + ": " + evidence});
  }
};

/// The inputs of a class in a block, in their order; empty for null.
std::vector<std::size_t> inputs_of(const Comparison* compared, const std::string& input_class);

// Each adds what it finds.
void find_exponential(const Probed& probed);
void find_logarithm(const Probed& probed);
void find_order(const Probed& probed);
void find_width(const Probed& probed);
void find_contraction(const Probed& probed);
void find_flush(const Probed& probed);
void find_threshold(const Probed& probed);

}  // namespace softlaw::properties::drift
