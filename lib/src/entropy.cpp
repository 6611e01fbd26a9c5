// SPDX-License-Identifier: Apache-2.0
#include <softlaw/entropy.hpp>

#include "kernel/binned_sum.hpp"
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

template <class R>
R entropy_of(std::span<const R> p) {
  require_probabilities(p);
  BinnedSum sum;
  for (const R entry : p) {
    if (std::isnan(entry)) return entry;
    if (entry == 0) continue;
    const Scaled q = make_scaled(static_cast<double>(entry));
    sum.add(normalize(log(q) * -q.mantissa.hi, q.exponent));
  }
  return round<R>(sum.total());
}

}  // namespace

double entropy(std::span<const double> p) { return entropy_of(p); }
float entropy(std::span<const float> p) { return entropy_of(p); }

}  // namespace softlaw
