// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/series.hpp>
#include <stdexcept>
#include <string>

namespace softlaw::reference {
namespace {

std::size_t common_size(const Series& a, const Series& b) {
  if (a.coefficient.size() == b.coefficient.size()) return a.coefficient.size();
  throw std::invalid_argument("softlaw::reference::Series: operands have " +
                              std::to_string(a.coefficient.size()) + " and " +
                              std::to_string(b.coefficient.size()) + " coefficients");
}

Interval integer(std::size_t k) { return static_cast<int>(k); }

}  // namespace

Series operator+(const Series& a, const Series& b) {
  Series sum = a;
  for (std::size_t k = 0; k < common_size(a, b); ++k) sum.coefficient[k] += b.coefficient[k];
  return sum;
}

Series operator-(const Series& a, const Series& b) {
  Series difference = a;
  for (std::size_t k = 0; k < common_size(a, b); ++k) difference.coefficient[k] -= b.coefficient[k];
  return difference;
}

Series operator*(const Series& a, const Series& b) {
  Series product{Vector(common_size(a, b))};
  for (std::size_t k = 0; k < a.coefficient.size(); ++k) {
    for (std::size_t j = 0; j <= k; ++j) {
      product.coefficient[k] += a.coefficient[j] * b.coefficient[k - j];
    }
  }
  return product;
}

Series operator/(const Series& a, const Series& b) {
  Series quotient = a;
  for (std::size_t k = 0; k < common_size(a, b); ++k) {
    Interval& q = quotient.coefficient[k];
    for (std::size_t j = 1; j <= k; ++j) q -= b.coefficient[j] * quotient.coefficient[k - j];
    q /= b.coefficient[0];
  }
  return quotient;
}

Series exp(const Series& a) {
  Series g{Vector(a.coefficient.size())};
  if (a.coefficient.empty()) return g;
  g.coefficient[0] = exp(a.coefficient[0]);
  for (std::size_t k = 1; k < a.coefficient.size(); ++k) {
    for (std::size_t j = 1; j <= k; ++j) {
      g.coefficient[k] += integer(j) * a.coefficient[j] * g.coefficient[k - j];
    }
    g.coefficient[k] /= integer(k);
  }
  return g;
}

Series log(const Series& a) {
  Series l = a;
  if (a.coefficient.empty()) return l;
  l.coefficient[0] = log(a.coefficient[0]);
  for (std::size_t k = 1; k < a.coefficient.size(); ++k) {
    Interval sum;
    for (std::size_t j = 1; j < k; ++j) {
      sum += integer(j) * l.coefficient[j] * a.coefficient[k - j];
    }
    l.coefficient[k] = (a.coefficient[k] - sum / integer(k)) / a.coefficient[0];
  }
  return l;
}

}  // namespace softlaw::reference
