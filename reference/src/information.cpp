// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/constants.hpp>
#include <softlaw/reference/information.hpp>
#include <stdexcept>

#include "weights.hpp"

namespace softlaw::reference {
namespace {

bool is_zero(const Interval& a) { return a.contains(0.0) && a.is_point(); }
bool is_negative(const Interval& a) { return a.is_empty() || certainly_less(a, 0); }

Interval infinity() { return -log(Interval(0)); }

/// p times f(q), where f has its only infinity at q = 0.
template <class Term>
Interval weighted(const Interval& p, const Interval& q, Term&& term) {
  if (is_negative(p) || is_negative(q)) return Interval::empty();
  if (is_zero(p)) return 0;
  if (is_zero(q)) return certainly_less(0, p) ? infinity() : Interval::between(0, infinity());
  return term();
}

/// 1 for the greatest entries; else (p_i / greatest)^alpha.
Interval power(const Interval& p, const Interval& greatest, const Interval& alpha) {
  if (is_zero(p)) return 0;
  return exp(alpha * log(p / greatest));
}

}  // namespace

Interval surprisal(const Interval& p) { return -log(p); }

Interval cross_entropy(const Vector& p, const Vector& q) {
  require_size("cross_entropy", "q", q, p);
  Interval sum;
  for (std::size_t i = 0; i < p.size(); ++i) {
    sum += weighted(p[i], q[i], [&] { return p[i] * -log(q[i]); });
  }
  return sum;
}

Interval kl_divergence(const Vector& p, const Vector& q) {
  require_size("kl_divergence", "q", q, p);
  Interval sum;
  for (std::size_t i = 0; i < p.size(); ++i) {
    sum += weighted(p[i], q[i], [&] { return p[i] * log(p[i] / q[i]); });
  }
  return sum;
}

Interval nats_to_bits(const Interval& nats) { return nats / log2(); }
Interval bits_to_nats(const Interval& bits) { return bits * log2(); }

Interval softmax_entropy(const Vector& x) {
  if (x.empty()) return 0;
  const Weights w(x);
  Interval depth;
  for (std::size_t i = 0; i < x.size(); ++i) depth += w.weight[i] * -w.shift[i];
  return w.log_total() + depth / w.total;
}

Vector escort(const Vector& p, const Interval& alpha) {
  if (!certainly_less(0, alpha)) {
    throw std::domain_error("softlaw::reference::escort: alpha must be positive, got " +
                            to_string(alpha, 17));
  }
  Interval greatest = 0;
  for (const Interval& entry : p) greatest = max(greatest, entry);
  Vector result;
  Interval total;
  for (const Interval& entry : p) {
    result.push_back(power(entry, greatest, alpha));
    total += result.back();
  }
  for (Interval& entry : result) entry /= total;
  return result;
}

}  // namespace softlaw::reference
