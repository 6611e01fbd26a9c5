// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <softlaw/softmax.hpp>
#include <vector>

#include "exact/logits.hpp"
#include "kernel/certain.hpp"
#include "kernel/check.hpp"
#include "kernel/environment.hpp"
#include "kernel/precise.hpp"
#include "kernel/sum.hpp"
#include "vector/first_tier.hpp"

namespace softlaw {
namespace {

using namespace kernel;

/// What the first tier leaves over, entry by entry: pairs, and behind them integers. Nothing is
/// computed before an entry is wanted.
template <class R>
class Entries {
 public:
  Entries(std::span<const R> x, double temperature) : x_(x), temperature_(temperature) {}

  const Peak& peak() {
    if (!peak_) peak_ = find_peak(x_);
    return *peak_;
  }

  R share(std::size_t i) {
    prepare();
    const Scaled value = at_peak(i) ? inverse_ : exponential(pair(i)) * inverse_;
    if (const auto second = certain<R>(value, share_error)) return *second;
    const Scaled total = precise_total();
    if (const auto third = certain<R>(precise_exponential(pair(i)) / total, precise_share_error)) {
      return *third;
    }
    return last(&exact::Logits<R>::share, i);
  }

  R log_share(std::size_t i) {
    if (std::isinf(x_[i])) return -std::numeric_limits<R>::infinity();
    prepare();
    const Scaled value = difference(i) - log_total_;
    if (const auto second = certain<R>(value, log_total_error)) return *second;
    if (const Scaled log_total = make_scaled(precise_log_total()); log_total.exponent > -10) {
      const Scaled error = times_power_of_two(make_scaled(1.0), precise_share_error);
      const auto third = certain<R>(difference(i) - log_total, error + relative_slack(i));
      if (third) return *third;
    }
    return last(&exact::Logits<R>::log_share, i);
  }

 private:
  /// What sums of up to 2^24 terms add to precise_error.
  static constexpr int precise_share_error = -88;

  bool at_peak(std::size_t i) { return static_cast<double>(x_[i]) == peak().value; }
  ScaledShift scaled_shift() { return {peak(), make_scaled(1.0) / make_scaled(temperature_)}; }
  /// The exponent; -inf where x_i - max x overflows, which only matters to exponential().
  DoubleDouble pair(std::size_t i) {
    const auto entry = static_cast<double>(x_[i]);
    return temperature_ == 1 ? Shift{peak()}.pair(entry) : scaled_shift().pair(entry);
  }
  Scaled difference(std::size_t i) { return scaled_shift()(static_cast<double>(x_[i])); }

  /// The error of difference(i), which is exact but for a temperature.
  Scaled relative_slack(std::size_t i) {
    constexpr int of_scaled_shift = -100;
    return times_power_of_two(absolute(difference(i)), of_scaled_shift);
  }

  /// The sum of exponentials in blocks, so that few roundings meet.
  Scaled precise_total() {
    if (is_zero(precise_total_)) {
      constexpr std::size_t block = 1024;
      Scaled part;
      for (std::size_t i = 0; i < x_.size(); ++i) {
        part = part + precise_exponential(pair(i));
        if ((i + 1) % block == 0 || i + 1 == x_.size()) {
          precise_total_ = precise_total_ + part;
          part = {};
        }
      }
    }
    return precise_total_;
  }
  DoubleDouble precise_log_total() {
    if (is_zero(make_scaled(precise_log_total_))) {
      precise_log_total_ = precise_log(to_double_double(precise_total()));
    }
    return precise_log_total_;
  }

  void prepare() {
    if (logits_) return;
    const Sum sum = temperature_ == 1 ? sum_exponentials(x_, Shift{peak()})
                                      : sum_exponentials(x_, scaled_shift());
    inverse_ = make_scaled(1.0) / sum.total();
    log_total_ = sum.log_total();
    logits_.emplace(x_, peak().value, exact::Scaling{.divisor = temperature_});
  }

  template <class Enclosure>
  R last(const Enclosure& enclosure, std::size_t i) {
    return exact::resolve<R>(
        [&](const exact::Precision& p) { return ((*logits_).*enclosure)(p, x_[i]); });
  }

  std::span<const R> x_;
  double temperature_;
  std::optional<Peak> peak_;
  Scaled inverse_;
  Scaled log_total_;
  Scaled precise_total_;
  DoubleDouble precise_log_total_;
  std::optional<exact::Logits<R>> logits_;
};

struct Softmax {
  template <class R>
  static bool first_tier(std::span<const R> x, double temperature, std::span<R> out,
                         const vector::Rest<R>& rest) {
    return vector::softmax(x, temperature, out, rest);
  }
  template <class R>
  static R entry(Entries<R>& entries, std::size_t i) {
    return entries.share(i);
  }
  /// The limit of an infinite temperature: 1 / count on the entries above -inf.
  template <class R>
  static R uniform(std::uint64_t count) {
    return round<R>(make_scaled(1.0) / from_integer(count));
  }
  static constexpr double masked = 0;
};

struct LogSoftmax {
  template <class R>
  static bool first_tier(std::span<const R> x, double temperature, std::span<R> out,
                         const vector::Rest<R>& rest) {
    return vector::log_softmax(x, temperature, out, rest);
  }
  template <class R>
  static R entry(Entries<R>& entries, std::size_t i) {
    return entries.log_share(i);
  }
  template <class R>
  static R uniform(std::uint64_t count) {
    const Scaled log_count = make_scaled(log(from_integer(count)));
    if (const auto second = certain<R>(-log_count, log_total_error)) return *second;
    return exact::resolve<R>(
        [&](const exact::Precision& p) { return -p.logarithm(p.whole(count)); });
  }
  static constexpr double masked = -infinity;
};

template <class Function, class R>
void write_uniform(std::span<const R> x, std::span<R> out) {
  const auto count = std::ranges::count_if(x, [](R y) { return !std::isinf(y); });
  const R each = Function::template uniform<R>(static_cast<std::uint64_t>(count));
  const auto masked = static_cast<R>(Function::masked);
  for (std::size_t i = 0; i < x.size(); ++i) out[i] = std::isinf(x[i]) ? masked : each;
}

/// The given function of x / temperature.
template <class Function, class R>
void apply(std::span<const R> x, R temperature, std::span<R> out) {
  Entries<R> entries(x, static_cast<double>(temperature));
  const vector::Rest<R> rest = [&](std::size_t i) { return Function::entry(entries, i); };
  if (Function::template first_tier<R>(x, static_cast<double>(temperature), out, rest)) return;
  if (!entries.peak().is_finite()) {
    std::ranges::fill(out, std::numeric_limits<R>::quiet_NaN());
  } else if (std::isinf(temperature)) {
    write_uniform<Function>(x, out);
  } else {
    std::vector<R> results(x.size());  // beside x, which is wanted to the end
    for (std::size_t i = 0; i < x.size(); ++i) results[i] = Function::entry(entries, i);
    std::ranges::copy(results, out.begin());
  }
}

template <class Function, class R>
void apply_checked(const char* name, std::span<const R> x, R temperature, std::span<R> out) {
  require_temperature(name, temperature);
  require_size(name, "out", out.size(), x.size());
  apply<Function>(x, temperature, out);
}

template <class Function, class R>
void apply_rows(const char* name, MatrixView<const R> x, R temperature, MatrixView<R> out) {
  require_temperature(name, temperature);
  require_size(name, "out.rows", out.rows, x.rows);
  require_size(name, "out.columns", out.columns, x.columns);
  require_leading_dimension(name, "x", x.leading_dimension, x.columns);
  require_leading_dimension(name, "out", out.leading_dimension, out.columns);
  for (std::size_t i = 0; i < x.rows; ++i) {
    apply<Function>(std::span<const R>(x.data + i * x.leading_dimension, x.columns), temperature,
                    std::span<R>(out.data + i * out.leading_dimension, out.columns));
  }
}

}  // namespace

void softmax(std::span<const double> x, std::span<double> out) {
  in_default_environment([&] { apply_checked<Softmax>("softmax", x, 1.0, out); });
}
void softmax(std::span<const float> x, std::span<float> out) {
  in_default_environment([&] { apply_checked<Softmax>("softmax", x, 1.0F, out); });
}
void softmax(std::span<const double> x, double temperature, std::span<double> out) {
  in_default_environment([&] { apply_checked<Softmax>("softmax", x, temperature, out); });
}
void softmax(std::span<const float> x, float temperature, std::span<float> out) {
  in_default_environment([&] { apply_checked<Softmax>("softmax", x, temperature, out); });
}

void log_softmax(std::span<const double> x, std::span<double> out) {
  in_default_environment([&] { apply_checked<LogSoftmax>("log_softmax", x, 1.0, out); });
}
void log_softmax(std::span<const float> x, std::span<float> out) {
  in_default_environment([&] { apply_checked<LogSoftmax>("log_softmax", x, 1.0F, out); });
}
void log_softmax(std::span<const double> x, double temperature, std::span<double> out) {
  in_default_environment([&] { apply_checked<LogSoftmax>("log_softmax", x, temperature, out); });
}
void log_softmax(std::span<const float> x, float temperature, std::span<float> out) {
  in_default_environment([&] { apply_checked<LogSoftmax>("log_softmax", x, temperature, out); });
}

void softmax_rows(MatrixView<const double> x, double temperature, MatrixView<double> out) {
  in_default_environment([&] { apply_rows<Softmax>("softmax_rows", x, temperature, out); });
}
void softmax_rows(MatrixView<const float> x, float temperature, MatrixView<float> out) {
  in_default_environment([&] { apply_rows<Softmax>("softmax_rows", x, temperature, out); });
}
void log_softmax_rows(MatrixView<const double> x, double temperature, MatrixView<double> out) {
  in_default_environment([&] { apply_rows<LogSoftmax>("log_softmax_rows", x, temperature, out); });
}
void log_softmax_rows(MatrixView<const float> x, float temperature, MatrixView<float> out) {
  in_default_environment([&] { apply_rows<LogSoftmax>("log_softmax_rows", x, temperature, out); });
}

}  // namespace softlaw
