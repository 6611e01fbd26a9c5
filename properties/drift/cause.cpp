// SPDX-License-Identifier: Apache-2.0
#include "drift/cause.hpp"

#include <algorithm>
#include <set>

#include "drift/probed.hpp"

namespace softlaw::properties::drift {
namespace {

constexpr auto finders = {find_exponential, find_logarithm, find_order,    find_width,
                          find_contraction, find_flush,     find_threshold};

bool any_moved(const std::vector<Comparison>& compared, const Format& format) {
  return std::ranges::any_of(compared, [&](const Comparison& c) {
    return c.block->format == format && c.all.moved() > 0;
  });
}

}  // namespace

const Comparison* Probed::of(const std::string& function) const {
  const auto at = std::ranges::find_if(compared, [&](const Comparison& c) {
    return c.block->function->name == function && c.block->format == format;
  });
  return at == compared.end() ? nullptr : &*at;
}

std::vector<std::size_t> inputs_of(const Comparison* compared, const std::string& input_class) {
  std::vector<std::size_t> all;
  if (!compared) return all;
  const auto& inputs = compared->block->inputs;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (inputs[i].input_class == input_class) all.push_back(i);
  }
  return all;
}

std::vector<Cause> causes(const std::vector<Comparison>& compared) {
  std::vector<Cause> found;
  for (const Format& format : reference::formats()) {
    if (!any_moved(compared, format)) continue;
    const std::size_t before = found.size();
    const Probed probed{compared, format, found};
    for (const auto find : finders) find(probed);
    if (found.size() > before) continue;
    const bool has_probes = probed.of("logsumexp") || probed.of("softmax");
    probed.add("unknown", false,
               has_probes ? "the probes of exp, log, order, width, products, subnormal numbers and "
                            "thresholds show nothing"
                          : "the probes ask logsumexp and softmax, which are not there");
  }
  return found;
}

}  // namespace softlaw::properties::drift
