// SPDX-License-Identifier: Apache-2.0
#include "drift/baseline.hpp"

#include <algorithm>
#include <stdexcept>

namespace softlaw::properties::drift {
namespace {

std::uint64_t digest_of(const std::vector<Outputs>& given, const Format& format) {
  std::string all;
  for (const Outputs& outputs : given) {
    for (const Output& output : outputs) {
      // an absolute text: what the output is, not where it stands beside the right one
      const bool number = output.kind == Output::Kind::number;
      all += number ? hexadecimal(output.value) : encode(output, Output::lack(), format);
      all += ' ';
    }
  }
  return digest(all);
}

/// Calls f(class, first, last) for the inputs of each class.
template <class F>
void for_each_class(const Block& block, F&& f) {
  for (std::size_t first = 0; first < block.inputs.size();) {
    std::size_t last = first + 1;
    const std::string& name = block.inputs[first].input_class;
    while (last < block.inputs.size() && block.inputs[last].input_class == name) ++last;
    f(name, first, last);
    first = last;
  }
}

std::vector<Outputs> part(const std::vector<Outputs>& all, std::size_t first, std::size_t last) {
  return {all.begin() + static_cast<std::ptrdiff_t>(first),
          all.begin() + static_cast<std::ptrdiff_t>(last)};
}

}  // namespace

const Approved* Record::find(const std::string& name) const {
  const auto found = std::ranges::find(blocks, name, &Approved::name);
  return found == blocks.end() ? nullptr : &*found;
}

const Record* Baseline::nearest(const Machine& machine) const {
  const Record* best = nullptr;
  int most = -1;
  for (const Record& record : records) {
    for (const Machine& other : record.machines) {
      if (machine.likeness(other) <= most) continue;
      most = machine.likeness(other);
      best = &record;
    }
  }
  return best;
}

void Baseline::approve(const Machine& machine, std::vector<Approved> blocks, Approval approval) {
  corpus = corpus_version;
  log.push_back(std::move(approval));
  for (Record& record : records) std::erase(record.machines, machine);
  std::erase_if(records, [](const Record& record) { return record.machines.empty(); });
  const auto same = std::ranges::find(records, blocks, &Record::blocks);
  if (same != records.end()) {
    same->machines.push_back(machine);
  } else {
    records.push_back({{machine}, std::move(blocks)});
  }
}

Approved approved(const Measurement& measured) {
  const Block& block = *measured.block;
  Approved result{block.function->name,
                  block.format.name,
                  block.digest,
                  0,
                  digest_of(measured.given, block.format),
                  {}};
  for (const Outputs& outputs : measured.given) result.count += outputs.size();
  for_each_class(block, [&](const std::string& name, std::size_t first, std::size_t last) {
    const auto given = part(measured.given, first, last), right = part(measured.right, first, last);
    if (given != right) result.classes[name] = to_tokens(given, right, block.format);
  });
  return result;
}

std::vector<Outputs> rebuild(const Approved& approved, const Block& block,
                             const std::vector<Outputs>& right) {
  std::vector<Outputs> all = right;
  std::size_t seen = 0;
  try {
    for_each_class(block, [&](const std::string& name, std::size_t first, std::size_t last) {
      const auto found = approved.classes.find(name);
      if (found == approved.classes.end()) return;
      ++seen;
      auto outputs = from_tokens(found->second, part(right, first, last), block.format);
      std::ranges::move(outputs, all.begin() + static_cast<std::ptrdiff_t>(first));
    });
  } catch (const std::invalid_argument& error) {
    throw std::invalid_argument(approved.name() + ": " + error.what());
  }
  if (seen != approved.classes.size() || digest_of(all, block.format) != approved.bits) {
    throw std::invalid_argument(approved.name() +
                                ": its outputs do not have the digest that stands beside them");
  }
  return all;
}

}  // namespace softlaw::properties::drift
