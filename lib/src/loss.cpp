// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/loss.hpp>

#include "kernel/labels.hpp"
#include "kernel/round.hpp"

namespace softlaw {
namespace {

using namespace kernel;

template <class R>
constexpr R nan = std::numeric_limits<R>::quiet_NaN();

template <class R>
void require_pair(const char* function, std::span<const R> o, std::span<const R> y) {
  require_size(function, "y", y.size(), o.size());
  require_weights(function, "y", y);
}

/// Is there a logit -inf whose label is not 0?
template <class R>
bool excludes_a_label(std::span<const R> o, std::span<const R> y) {
  for (std::size_t j = 0; j < o.size(); ++j) {
    if (y[j] > 0 && std::isinf(o[j])) return true;
  }
  return false;
}

template <class R>
R logits_loss(std::span<const R> o, std::span<const R> y) {
  require_pair("cross_entropy_logits", o, y);
  if (o.empty()) return 0;
  const Peak peak = find_peak(o);
  const Labels<R> labels(y);
  if (!peak.is_finite() || labels.has_nan()) return nan<R>;
  if (excludes_a_label(o, y)) return std::numeric_limits<R>::infinity();
  return round<R>(cross_entropy_of(Shares(Exponents<R>(o, peak)), labels));
}

template <class R>
void logits_gradient(std::span<const R> o, std::span<const R> y, std::span<R> out) {
  constexpr const char* name = "cross_entropy_logits_gradient";
  require_pair(name, o, y);
  require_size(name, "out", out.size(), o.size());
  const Peak peak = find_peak(o);
  const Labels<R> labels(y);
  if (!peak.is_finite() || labels.has_nan()) {
    std::ranges::fill(out, nan<R>);
    return;
  }
  const Shares shares(Exponents<R>(o, peak));
  for (std::size_t j = 0; j < o.size(); ++j) out[j] = round<R>(residual_of(shares, labels, j));
}

void require_label(const char* function, std::size_t label, std::size_t n) {
  if (label < n) return;
  throw std::invalid_argument(std::string("softlaw::") + function + ": label must be below " +
                              to_text(n) + ", got " + to_text(label));
}

template <class R>
R label_loss(std::span<const R> o, std::size_t label) {
  require_label("cross_entropy_label", label, o.size());
  const Peak peak = find_peak(o);
  if (!peak.is_finite()) return nan<R>;
  if (std::isinf(o[label])) return std::numeric_limits<R>::infinity();
  return round<R>(Shares(Exponents<R>(o, peak)).surprisal(label));
}

template <class R>
void label_gradient(std::span<const R> o, std::size_t label, std::span<R> out) {
  constexpr const char* name = "cross_entropy_label_gradient";
  require_label(name, label, o.size());
  require_size(name, "out", out.size(), o.size());
  const Peak peak = find_peak(o);
  if (!peak.is_finite()) {
    std::ranges::fill(out, nan<R>);
    return;
  }
  const Shares shares(Exponents<R>(o, peak));
  for (std::size_t j = 0; j < o.size(); ++j) {
    out[j] = round<R>(j == label ? -shares.others(j) : shares.probability(j));
  }
}

}  // namespace

double cross_entropy_logits(std::span<const double> o, std::span<const double> y) {
  return logits_loss(o, y);
}
float cross_entropy_logits(std::span<const float> o, std::span<const float> y) {
  return logits_loss(o, y);
}

void cross_entropy_logits_gradient(std::span<const double> o, std::span<const double> y,
                                   std::span<double> out) {
  logits_gradient(o, y, out);
}
void cross_entropy_logits_gradient(std::span<const float> o, std::span<const float> y,
                                   std::span<float> out) {
  logits_gradient(o, y, out);
}

double cross_entropy_label(std::span<const double> o, std::size_t label) {
  return label_loss(o, label);
}
float cross_entropy_label(std::span<const float> o, std::size_t label) {
  return label_loss(o, label);
}

void cross_entropy_label_gradient(std::span<const double> o, std::size_t label,
                                  std::span<double> out) {
  label_gradient(o, label, out);
}
void cross_entropy_label_gradient(std::span<const float> o, std::size_t label,
                                  std::span<float> out) {
  label_gradient(o, label, out);
}

}  // namespace softlaw
