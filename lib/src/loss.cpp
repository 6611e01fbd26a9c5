// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <softlaw/loss.hpp>
#include <vector>

#include "exact/logits.hpp"
#include "kernel/certain.hpp"
#include "kernel/environment.hpp"
#include "kernel/labels.hpp"
#include "vector/first_tier.hpp"

namespace softlaw {
namespace {

using namespace kernel;

template <class R>
constexpr R nan = std::numeric_limits<R>::quiet_NaN();

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
  constexpr const char* name = "cross_entropy_logits";
  require_size(name, "y", y.size(), o.size());
  if (R result; vector::cross_entropy_logits(o, y, result)) return result;
  require_weights(name, "y", y);
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

/// The entries of the gradient, one by one, by the second tier and the last.
template <class R>
class LogitsGradient {
 public:
  LogitsGradient(std::span<const R> o, std::span<const R> y, const Peak& peak)
      : o_(o), y_(y), labels_(y), shares_(Exponents<R>(o, peak)), logits_(o, peak.value) {}

  R operator()(std::size_t j) const {
    const Scaled gain = shares_.probability(j) * labels_.others(j);
    const Scaled loss = make_scaled(labels_[j]) * shares_.others(j);
    const Scaled error = times_power_of_two(gain + loss, share_error);
    const auto second = certain<R>(gain - loss, error);
    return second ? *second : exact_residual(logits_, o_, y_, j);
  }

 private:
  std::span<const R> o_, y_;
  Labels<R> labels_;
  Shares<Exponents<R>> shares_;
  exact::Logits<R> logits_;
};

template <class R>
void logits_gradient(std::span<const R> o, std::span<const R> y, std::span<R> out) {
  constexpr const char* name = "cross_entropy_logits_gradient";
  require_size(name, "y", y.size(), o.size());
  require_size(name, "out", out.size(), o.size());
  std::optional<LogitsGradient<R>> entries;
  const auto entry = [&](std::size_t j) {
    if (!entries) entries.emplace(o, y, find_peak(o));
    return (*entries)(j);
  };
  if (vector::cross_entropy_logits_gradient(o, y, out, entry)) return;
  require_weights(name, "y", y);
  if (!find_peak(o).is_finite() || any_nan(y)) {
    std::ranges::fill(out, nan<R>);
  } else {
    write_beside(out, entry);
  }
}

void require_label(const char* function, std::size_t label, std::size_t n) {
  if (label < n) return;
  throw std::invalid_argument(std::string("softlaw::") + function + ": label must be below " +
                              to_text(n) + ", got " + to_text(label));
}

template <class R>
R label_loss(std::span<const R> o, std::size_t label) {
  require_label("cross_entropy_label", label, o.size());
  if (R result; vector::cross_entropy_label(o, label, result)) return result;
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
class LabelGradient {
 public:
  LabelGradient(std::span<const R> o, std::size_t label, const Peak& peak)
      : o_(o), label_(label), shares_(Exponents<R>(o, peak)), logits_(o, peak.value) {}

  R operator()(std::size_t j) const {
    const bool own = j == label_;
    const Scaled value = own ? -shares_.others(j) : shares_.probability(j);
    if (const auto second = certain<R>(value, share_error)) return *second;
    return exact::resolve<R>([&](const exact::Precision& p) {
      return own ? p.divide(logits_.weight(p, o_[j]) - logits_.total(p), logits_.total(p))
                 : logits_.share(p, o_[j]);
    });
  }

 private:
  std::span<const R> o_;
  std::size_t label_;
  Shares<Exponents<R>> shares_;
  exact::Logits<R> logits_;
};

template <class R>
void label_gradient(std::span<const R> o, std::size_t label, std::span<R> out) {
  constexpr const char* name = "cross_entropy_label_gradient";
  require_label(name, label, o.size());
  require_size(name, "out", out.size(), o.size());
  std::optional<LabelGradient<R>> entries;
  const auto entry = [&](std::size_t j) {
    if (!entries) entries.emplace(o, label, find_peak(o));
    return (*entries)(j);
  };
  if (vector::cross_entropy_label_gradient(o, label, out, entry)) return;
  if (!find_peak(o).is_finite()) {
    std::ranges::fill(out, nan<R>);
  } else {
    write_beside(out, entry);
  }
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
