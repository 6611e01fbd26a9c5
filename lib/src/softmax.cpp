// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/softmax.hpp>

#include "kernel/check.hpp"
#include "kernel/softmax_weights.hpp"

namespace softlaw {
namespace {

using namespace kernel;

template <class R>
R log_entry(const Shift& shift, double x, DoubleDouble log_total) {
  const DoubleDouble a = shift.pair(x);
  if (std::isinf(a.hi)) return -std::numeric_limits<R>::infinity();
  return round<R>(a + -log_total);
}

template <class R>
R log_entry(const ScaledShift& shift, double x, DoubleDouble log_total) {
  if (x == -infinity) return -std::numeric_limits<R>::infinity();
  return round<R>(shift(x) - make_scaled(log_total));
}

template <class R, class Exponent>
void write_log_softmax(std::span<const R> x, const Exponent& exponent, std::span<R> out) {
  const Scaled log_total = sum_exponentials(x, exponent).log_total();
  const DoubleDouble pair = to_double_double(log_total);
  const R largest = round<R>(-log_total);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto value = static_cast<double>(x[i]);
    out[i] = value == exponent.peak.value ? largest : log_entry<R>(exponent, value, pair);
  }
}

struct Softmax {
  template <class R, class Exponent>
  static void write(std::span<const R> x, const Exponent& exponent, std::span<R> out) {
    write_softmax(x, exponent, out);
  }
  /// The limit of an infinite temperature: 1 / count on the entries above -inf.
  static double uniform(double count) { return 1 / count; }
  static constexpr double masked = 0;
};

struct LogSoftmax {
  template <class R, class Exponent>
  static void write(std::span<const R> x, const Exponent& exponent, std::span<R> out) {
    write_log_softmax(x, exponent, out);
  }
  static DoubleDouble uniform(double count) { return -log(make_scaled(count)); }
  static constexpr double masked = -infinity;
};

/// The given function of x / temperature; temperature 1 is the fast road.
template <class Function, class R>
void apply(std::span<const R> x, R temperature, std::span<R> out) {
  const Peak peak = find_peak(x);
  if (!peak.is_finite()) {
    std::ranges::fill(out, std::numeric_limits<R>::quiet_NaN());
  } else if (temperature == 1) {
    Function::write(x, Shift{peak}, out);
  } else if (std::isinf(temperature)) {
    const auto count = std::ranges::count_if(x, [](R y) { return !std::isinf(y); });
    const auto each = make_scaled(Function::uniform(static_cast<double>(count)));
    const auto masked = static_cast<R>(Function::masked);
    for (std::size_t i = 0; i < x.size(); ++i) out[i] = std::isinf(x[i]) ? masked : round<R>(each);
  } else {
    const Scaled inverse = make_scaled(1.0) / make_scaled(static_cast<double>(temperature));
    Function::write(x, ScaledShift{peak, inverse}, out);
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
  apply_checked<Softmax>("softmax", x, 1.0, out);
}
void softmax(std::span<const float> x, std::span<float> out) {
  apply_checked<Softmax>("softmax", x, 1.0F, out);
}
void softmax(std::span<const double> x, double temperature, std::span<double> out) {
  apply_checked<Softmax>("softmax", x, temperature, out);
}
void softmax(std::span<const float> x, float temperature, std::span<float> out) {
  apply_checked<Softmax>("softmax", x, temperature, out);
}

void log_softmax(std::span<const double> x, std::span<double> out) {
  apply_checked<LogSoftmax>("log_softmax", x, 1.0, out);
}
void log_softmax(std::span<const float> x, std::span<float> out) {
  apply_checked<LogSoftmax>("log_softmax", x, 1.0F, out);
}
void log_softmax(std::span<const double> x, double temperature, std::span<double> out) {
  apply_checked<LogSoftmax>("log_softmax", x, temperature, out);
}
void log_softmax(std::span<const float> x, float temperature, std::span<float> out) {
  apply_checked<LogSoftmax>("log_softmax", x, temperature, out);
}

void softmax_rows(MatrixView<const double> x, double temperature, MatrixView<double> out) {
  apply_rows<Softmax>("softmax_rows", x, temperature, out);
}
void softmax_rows(MatrixView<const float> x, float temperature, MatrixView<float> out) {
  apply_rows<Softmax>("softmax_rows", x, temperature, out);
}
void log_softmax_rows(MatrixView<const double> x, double temperature, MatrixView<double> out) {
  apply_rows<LogSoftmax>("log_softmax_rows", x, temperature, out);
}
void log_softmax_rows(MatrixView<const float> x, float temperature, MatrixView<float> out) {
  apply_rows<LogSoftmax>("log_softmax_rows", x, temperature, out);
}

}  // namespace softlaw
