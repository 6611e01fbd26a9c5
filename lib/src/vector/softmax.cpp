// SPDX-License-Identifier: Apache-2.0
#include "first_tier.hpp"
#include "row.hpp"

namespace softlaw::vector {

bool softmax(std::span<const double> x, double temperature, std::span<double> out,
             const Rest<double>& rest) {
  double maximum = 0;
  if (!find_maximum(x, temperature, maximum)) return false;
  Results<double> results(x, out);
  Scratch low(x.size());
  if (results.data() == nullptr || low.data() == nullptr) return false;
  const StoredRow row(x, maximum, temperature, results.data(), low.data());
  row.write_shares(results, rest);
  results.finish();
  return true;
}

bool log_softmax(std::span<const double> x, double temperature, std::span<double> out,
                 const Rest<double>& rest) {
  double maximum = 0;
  if (!find_maximum(x, temperature, maximum)) return false;
  const Exponents exponents = exponents_of(maximum, temperature);
  const LogSum log = log_sum<Long>(x, exponents);
  Results<double> results(x, out);
  if (!log.is_known || results.data() == nullptr) return false;
  const std::size_t failed = target().subtract(
      x.data(), x.size(), exponents, {log.value.hi, log.value.lo}, log.error, results.data());
  if (failed > 0) results.complete(rest);
  results.finish();
  return true;
}

bool softmax(std::span<const float> x, double temperature, std::span<float> out,
             const Rest<float>& rest) {
  double maximum = 0;
  if (!find_maximum(x, 1 / temperature, maximum)) return false;
  Results<float> results(x, out);
  Scratch values(x.size());
  if (results.data() == nullptr || values.data() == nullptr) return false;
  const double sum =
      target().store32(x.data(), x.size(), {maximum, {1 / temperature, 0}}, values.data());
  if (target().multiply32(values.data(), x.size(), 1 / sum, results.data())) {
    Finer32 finer(x, maximum, temperature);
    results.complete([&](std::size_t i) {
      DoubleDouble share;
      float result = 0;
      const bool is_known =
          finer.share(i, share) && round(share, Finer32::error * share.hi, result);
      return is_known ? result : rest(i);
    });
  }
  results.finish();
  return true;
}

bool log_softmax(std::span<const float> x, double temperature, std::span<float> out,
                 const Rest<float>& rest) {
  double maximum = 0;
  if (!find_maximum(x, 1 / temperature, maximum)) return false;
  const Exponents exponents{maximum, {1 / temperature, 0}};
  const LogSum32 log = log_sum32(x, exponents);
  Results<float> results(x, out);
  if (!log.is_known || results.data() == nullptr) return false;
  if (target().subtract32(x.data(), x.size(), exponents, log.value, log.error, results.data())) {
    Finer32 finer(x, maximum, temperature);
    const LogSum total = finer.log_sum();
    results.complete([&](std::size_t i) {
      const DoubleDouble d = finer.exponent(i);
      const double error = total.error + 0x1p-79 * std::abs(d.hi);
      float result = 0;
      const bool is_known = total.is_known && round(d + -total.value, error, result);
      return is_known ? result : rest(i);
    });
  }
  results.finish();
  return true;
}

}  // namespace softlaw::vector
