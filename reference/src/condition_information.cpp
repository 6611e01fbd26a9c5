// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/information.hpp>

#include "scales.hpp"

namespace softlaw::reference::condition {
namespace {

bool is_zero(const Interval& a) { return a.contains(0.0) && a.is_point(); }

/// \f$|p\log q|\f$.
Interval term(const Interval& p, const Interval& q) {
  return abs(reference::cross_entropy({p}, {q}));
}

}  // namespace

Interval surprisal(const Interval& p) { return abs(reference::surprisal(p)); }

Interval cross_entropy(const Vector& p, const Vector& q) {
  require_size("condition::cross_entropy", "q", q, p);
  Interval sum;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (!is_zero(q[i])) sum += abs(reference::cross_entropy({p[i]}, {q[i]}));
  }
  return sum;
}

Interval kl_divergence(const Vector& p, const Vector& q) {
  require_size("condition::kl_divergence", "q", q, p);
  Interval sum;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (is_zero(q[i])) continue;
    sum += Arithmetic::is_plain() ? term(p[i], p[i]) + term(p[i], q[i])
                                  : abs(reference::kl_divergence({p[i]}, {q[i]}));
  }
  return sum;
}

Interval nats_to_bits(const Interval& nats) { return abs(reference::nats_to_bits(nats)); }
Interval bits_to_nats(const Interval& bits) { return abs(reference::bits_to_nats(bits)); }

Interval softmax_entropy(const Vector& x) {
  if (x.empty()) return 0;
  const Scales scales(x);
  Interval squares;
  for (std::size_t i = 0; i < x.size(); ++i) {
    squares += (scales.p[i] * scales.depth[i] + Arithmetic::underflow(scales.w.weight[i])) *
               scales.depth[i];
  }
  return scales.entropy() + scales.mean_depth + sqr(scales.mean_depth) + squares;
}

Vector escort(const Vector& p, const Interval& alpha) {
  const Vector q = reference::escort(p, alpha);
  Interval greatest = 0;
  for (const Interval& entry : p) greatest = max(greatest, entry);
  Vector depth;
  Interval mean;
  for (std::size_t i = 0; i < p.size(); ++i) {
    depth.push_back(is_zero(p[i]) ? 0 : alpha * log(greatest / p[i]));
    mean += q[i] * depth[i];
  }
  Vector result;
  for (std::size_t i = 0; i < p.size(); ++i) result.push_back(q[i] * (depth[i] + mean));
  return result;
}

}  // namespace softlaw::reference::condition
