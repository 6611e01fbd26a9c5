// SPDX-License-Identifier: Apache-2.0
#include <softlaw/entropy.hpp>

#include "kernel/check.hpp"
#include "kernel/log.hpp"
#include "kernel/round.hpp"

namespace softlaw {
namespace {

using namespace kernel;

template <class R>
void require_probabilities(std::span<const R> p) {
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (!(p[i] < 0) && !std::isinf(p[i])) continue;
    throw std::domain_error("softlaw::entropy: p[" + to_text(i) +
                            "] must be finite and not negative, got " + to_text(p[i]));
  }
}

/// The sum goes in pairs, but for entries so small or so large that a product could leave their range.
template <class R>
R entropy_of(std::span<const R> p) {
  require_probabilities(p);
  DoubleDouble sum;
  Scaled outside;
  for (const R entry : p) {
    if (std::isnan(entry)) return entry;
    if (entry == 0) continue;
    const auto value = static_cast<double>(entry);
    const Scaled q = make_scaled(value);
    if (value > 0x1p-900 && value < 0x1p900) {
      sum = sum + log(q) * -value;
    } else {
      outside = outside - q * make_scaled(log(q));
    }
  }
  return round<R>(make_scaled(sum) + outside);
}

}  // namespace

double entropy(std::span<const double> p) { return entropy_of(p); }
float entropy(std::span<const float> p) { return entropy_of(p); }

}  // namespace softlaw
