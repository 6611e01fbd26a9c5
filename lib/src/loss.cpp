// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/loss.hpp>
#include <vector>

#include "exact/logits.hpp"
#include "kernel/certain.hpp"
#include "kernel/environment.hpp"
#include "kernel/labels.hpp"

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

/// Writes entry(j) for every j at last: the entries of an argument in the same place are wanted to
/// the end.
template <class R, class Entry>
void write_beside(std::span<R> out, const Entry& entry) {
  std::vector<R> results(out.size());
  for (std::size_t j = 0; j < out.size(); ++j) results[j] = entry(j);
  std::ranges::copy(results, out.begin());
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
  const Scaled loss = cross_entropy_of(Shares(Exponents<R>(o, peak)), labels);
  if (const auto second = certain<R>(loss, log_total_error)) return *second;
  const exact::Logits<R> logits(o, peak.value);
  return exact::resolve<R>([&](const exact::Precision& p) {
    exact::Interval sum;
    for (std::size_t j = 0; j < o.size(); ++j) {
      if (y[j] > 0) sum = sum - p.multiply(logits.log_share(p, o[j]), labels[j]);
    }
    return sum;
  });
}

/// The exact derivative (s e_j - y_j sum e) / sum e, of which equal logits leave whole numbers.
template <class R>
R exact_residual(const exact::Logits<R>& logits, std::span<const R> o, std::span<const R> y,
                 std::size_t j) {
  return exact::resolve<R>([&](const exact::Precision& p) {
    exact::Interval labels;
    for (const R label : y) labels = labels + p.number(static_cast<double>(label));
    const exact::Interval total = logits.total(p);
    const exact::Interval share = p.multiply(logits.weight(p, o[j]), labels);
    return p.divide(share - p.multiply(total, static_cast<double>(y[j])), total);
  });
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
  const exact::Logits<R> logits(o, peak.value);
  write_beside(out, [&](std::size_t j) {
    const Scaled gain = shares.probability(j) * labels.others(j);
    const Scaled loss = make_scaled(labels[j]) * shares.others(j);
    const Scaled error = times_power_of_two(gain + loss, share_error);
    const auto second = certain<R>(gain - loss, error);
    return second ? *second : exact_residual(logits, o, y, j);
  });
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
  const Scaled loss = Shares(Exponents<R>(o, peak)).surprisal(label);
  if (const auto second = certain<R>(loss, log_total_error)) return *second;
  const exact::Logits<R> logits(o, peak.value);
  return -exact::resolve<R>(
      [&](const exact::Precision& p) { return logits.log_share(p, o[label]); });
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
  const exact::Logits<R> logits(o, peak.value);
  write_beside(out, [&](std::size_t j) {
    const Scaled value = j == label ? -shares.others(j) : shares.probability(j);
    if (const auto second = certain<R>(value, share_error)) return *second;
    return exact::resolve<R>([&](const exact::Precision& p) {
      return j == label ? p.divide(logits.weight(p, o[j]) - logits.total(p), logits.total(p))
                        : logits.share(p, o[j]);
    });
  });
}

}  // namespace

double cross_entropy_logits(std::span<const double> o, std::span<const double> y) {
  return in_default_environment([&] { return logits_loss(o, y); });
}
float cross_entropy_logits(std::span<const float> o, std::span<const float> y) {
  return in_default_environment([&] { return logits_loss(o, y); });
}

void cross_entropy_logits_gradient(std::span<const double> o, std::span<const double> y,
                                   std::span<double> out) {
  in_default_environment([&] { logits_gradient(o, y, out); });
}
void cross_entropy_logits_gradient(std::span<const float> o, std::span<const float> y,
                                   std::span<float> out) {
  in_default_environment([&] { logits_gradient(o, y, out); });
}

double cross_entropy_label(std::span<const double> o, std::size_t label) {
  return in_default_environment([&] { return label_loss(o, label); });
}
float cross_entropy_label(std::span<const float> o, std::size_t label) {
  return in_default_environment([&] { return label_loss(o, label); });
}

void cross_entropy_label_gradient(std::span<const double> o, std::size_t label,
                                  std::span<double> out) {
  in_default_environment([&] { label_gradient(o, label, out); });
}
void cross_entropy_label_gradient(std::span<const float> o, std::size_t label,
                                  std::span<float> out) {
  in_default_environment([&] { label_gradient(o, label, out); });
}

}  // namespace softlaw
