// SPDX-License-Identifier: Apache-2.0
#include "drift/drift.hpp"

#include <algorithm>
#include <numeric>

namespace softlaw::properties::drift {
namespace {

std::size_t sum(const std::vector<Comparison>& compared, std::size_t (Tally::*count)() const) {
  return std::accumulate(compared.begin(), compared.end(), std::size_t{0},
                         [&](std::size_t n, const Comparison& c) { return n + (c.all.*count)(); });
}

}  // namespace

Side measured_side(const std::string& name) {
  return {name, [](const Measurement& measured) -> std::optional<std::vector<Outputs>> {
            if (!measured.has_function) return std::nullopt;
            return measured.given;
          }};
}

Side approved_side(const std::string& name, const Record& record) {
  return {name,
          [&record](const Measurement& measured) -> std::optional<std::vector<Outputs>> {
            const Approved* approved = record.find(measured.block->name());
            if (!approved) return std::nullopt;
            return rebuild(*approved, *measured.block, measured.right);
          },
          [&record, name](const Block& block) -> std::string {
            const Approved* approved = record.find(block.name());
            if (!approved || approved->inputs == block.digest) return "";
            return name + " has it at other inputs (digest " + to_hex(approved->inputs) +
                   ", this corpus " + to_hex(block.digest) + ")";
          }};
}

std::size_t Drift::moved() const { return sum(compared, &Tally::moved); }
std::size_t Drift::worse() const { return sum(compared, &Tally::worse); }
std::size_t Drift::outputs() const { return sum(compared, &Tally::outputs); }
std::size_t Drift::unstable() const {
  return std::accumulate(
      compared.begin(), compared.end(), std::size_t{0},
      [](std::size_t n, const Comparison& c) { return n + c.all.of(Change::unstable); });
}

void add_unknown_functions(Drift& drift, const Record& record) {
  for (const Approved& approved : record.blocks) {
    const bool is_known = std::ranges::any_of(
        corpus(), [&](const Block& block) { return block.name() == approved.name(); });
    if (!is_known) drift.refused.push_back(approved.name() + ": this build does not have it");
  }
}

Drift find_drift(const std::vector<Measurement>& measured, const Side& before, const Side& after) {
  Drift drift;
  for (const Measurement& each : measured) {
    const Block& block = *each.block;
    std::string refusal = before.refusal(block);
    if (refusal.empty()) refusal = after.refusal(block);
    if (!refusal.empty()) {
      drift.refused.push_back(block.name() + ": " + refusal);
      continue;
    }
    auto was = before.outputs(each), is = after.outputs(each);
    if (was && is) {
      drift.compared.push_back(compare(block, each.right, *std::move(was), *std::move(is)));
    } else if (was) {
      drift.gone.push_back(block.name());
    } else if (is) {
      drift.added.push_back(block.name());
    }
  }
  drift.causes = causes(drift.compared);
  return drift;
}

}  // namespace softlaw::properties::drift
