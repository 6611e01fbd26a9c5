// SPDX-License-Identifier: Apache-2.0
#include "drift/output.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace softlaw::properties::drift {
namespace {

/// Beyond it the distance is no shorter than the number.
constexpr double furthest = 0x1p40;

bool same_number(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  return a == b && std::signbit(a) == std::signbit(b);
}

std::string braced(const std::optional<Counts>& counts) {
  if (!counts) return "none";
  std::string all = "{";
  for (const auto count : *counts) all += (all.size() > 1 ? "," : "") + std::to_string(count);
  return all + "}";
}

template <class Integer>
Integer read_integer(const std::string& text) {
  Integer value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw std::invalid_argument("cannot read the output '" + text + "'");
  }
  return value;
}

std::optional<Counts> read_braced(const std::string& text) {
  if (text == "none") return std::nullopt;
  if (text.size() < 2 || text.front() != '{' || text.back() != '}') {
    throw std::invalid_argument("cannot read the integers '" + text + "'");
  }
  Counts counts;
  for (std::size_t start = 1; start + 1 < text.size();) {
    const std::size_t end = std::min(text.find(',', start), text.size() - 1);
    counts.push_back(read_integer<std::uint64_t>(text.substr(start, end - start)));
    start = end + 1;
  }
  return counts;
}

}  // namespace

bool Output::is_finite() const { return kind == Kind::number && std::isfinite(value); }

bool operator==(const Output& a, const Output& b) {
  if (a.kind != b.kind) return false;
  return a.kind == Output::Kind::number ? same_number(a.value, b.value) : a.counts == b.counts;
}

std::int64_t place(double value, const Format& format) {
  if (value == 0) return 0;
  const int binade = std::max(std::ilogb(value), format.emin);
  const std::int64_t in_binade = std::int64_t{1} << (format.precision - 1);
  const double units = std::ldexp(std::fabs(value), format.precision - 1 - binade);
  const std::int64_t above = (binade - format.emin) * in_binade + static_cast<std::int64_t>(units);
  return value < 0 ? -above : above;
}

double float_at(std::int64_t place, const Format& format) {
  const std::int64_t in_binade = std::int64_t{1} << (format.precision - 1);
  const std::int64_t above = place < 0 ? -place : place;
  const std::int64_t binade = std::max<std::int64_t>(above / in_binade - 1, 0);
  const auto units = static_cast<double>(above - binade * in_binade);
  const double value =
      std::ldexp(units, format.emin + static_cast<int>(binade) - format.precision + 1);
  return place < 0 ? -value : value;
}

double steps(double from, double value, const Format& format) {
  const std::int64_t a = place(from, format), b = place(value, format);
  // each is below 2^63, the difference of two signs may not be
  return (a < 0) == (b < 0) ? static_cast<double>(b - a)
                            : static_cast<double>(b) - static_cast<double>(a);
}

std::string encode(const Output& output, const Output& right, const Format& format) {
  switch (output.kind) {
    case Output::Kind::none:
      return "!";
    case Output::Kind::unstable:
      return "?";
    case Output::Kind::integers:
      return output == right ? "0" : "=" + braced(output.counts);
    case Output::Kind::number:
      break;
  }
  if (output == right) return "0";
  const bool near = output.is_finite() && right.is_finite();
  if (near && output.value == 0 && right.value == 0) return "-0";
  if (near && output.value != 0) {
    const double k = steps(right.value, output.value, format);
    if (std::fabs(k) <= furthest) return std::to_string(static_cast<std::int64_t>(k));
  }
  return "=" + hexadecimal(output.value);
}

Output decode(const std::string& token, const Output& right, const Format& format) {
  if (token == "0") return right;
  if (token == "!") return Output::lack();
  if (token == "?") return Output::varying();
  if (right.kind == Output::Kind::integers) {
    return Output::of(read_braced(token.substr(token.starts_with('='))));
  }
  if (token.starts_with('=')) return Output::of(read_number(token.substr(1)));
  if (!right.is_finite()) {
    throw std::invalid_argument("'" + token + "' counts from a result that is not finite");
  }
  if (token == "-0") return Output::of(std::copysign(0.0, std::signbit(right.value) ? 1.0 : -1.0));
  const auto k = read_integer<std::int64_t>(token);
  return Output::of(float_at(place(right.value, format) + k, format));
}

std::string to_text(const Output& output, const Format& format) {
  if (output.kind == Output::Kind::none) return "no answer";
  if (output.kind == Output::Kind::unstable) return "varies from call to call";
  if (output.kind == Output::Kind::integers) return braced(output.counts);
  const std::string hex = hexadecimal(output.value), dec = decimal(output.value, format);
  return hex == dec ? dec : dec + " (" + hex + ")";
}

}  // namespace softlaw::properties::drift
