// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/series.hpp>
#include <stdexcept>
#include <string>

#include "subsets.hpp"

namespace softlaw::reference {
namespace {

std::size_t common_size(const MultilinearSeries& a, const MultilinearSeries& b) {
  if (a.coefficient.size() == b.coefficient.size()) return a.coefficient.size();
  throw std::invalid_argument("softlaw::reference::MultilinearSeries: operands have " +
                              std::to_string(a.coefficient.size()) + " and " +
                              std::to_string(b.coefficient.size()) + " coefficients");
}

}  // namespace

MultilinearSeries MultilinearSeries::linear(const Interval& constant, const Vector& slopes) {
  MultilinearSeries series{Vector(std::size_t{1} << slopes.size())};
  series.coefficient[0] = constant;
  for (std::size_t j = 0; j < slopes.size(); ++j) {
    series.coefficient[std::size_t{1} << j] = slopes[j];
  }
  return series;
}

MultilinearSeries operator+(const MultilinearSeries& a, const MultilinearSeries& b) {
  MultilinearSeries sum = a;
  for (std::size_t set = 0; set < common_size(a, b); ++set) {
    sum.coefficient[set] += b.coefficient[set];
  }
  return sum;
}

MultilinearSeries operator-(const MultilinearSeries& a, const MultilinearSeries& b) {
  MultilinearSeries difference = a;
  for (std::size_t set = 0; set < common_size(a, b); ++set) {
    difference.coefficient[set] -= b.coefficient[set];
  }
  return difference;
}

MultilinearSeries operator*(const MultilinearSeries& a, const MultilinearSeries& b) {
  MultilinearSeries product{Vector(common_size(a, b))};
  for (std::size_t set = 0; set < a.coefficient.size(); ++set) {
    for_each_split(set, [&](std::size_t part, std::size_t rest) {
      product.coefficient[set] += a.coefficient[part] * b.coefficient[rest];
    });
  }
  return product;
}

MultilinearSeries operator/(const MultilinearSeries& a, const MultilinearSeries& b) {
  MultilinearSeries quotient = a;
  for (std::size_t set = 0; set < common_size(a, b); ++set) {
    Interval& q = quotient.coefficient[set];
    for_each_split(set, [&](std::size_t part, std::size_t rest) {
      if (part != 0) q -= b.coefficient[part] * quotient.coefficient[rest];
    });
    q /= b.coefficient[0];
  }
  return quotient;
}

MultilinearSeries exp(const MultilinearSeries& a) {
  MultilinearSeries g{Vector(a.coefficient.size())};
  g.coefficient[0] = exp(a.coefficient[0]);
  for (std::size_t set = 1; set < a.coefficient.size(); ++set) {
    const std::size_t first = first_of(set);
    for_each_split(set ^ first, [&](std::size_t part, std::size_t rest) {
      g.coefficient[set] += a.coefficient[part | first] * g.coefficient[rest];
    });
  }
  return g;
}

MultilinearSeries log(const MultilinearSeries& a) {
  MultilinearSeries l = a;
  l.coefficient[0] = log(a.coefficient[0]);
  for (std::size_t set = 1; set < a.coefficient.size(); ++set) {
    const std::size_t first = first_of(set);
    for_each_split(set ^ first, [&](std::size_t part, std::size_t rest) {
      if (rest != 0) l.coefficient[set] -= l.coefficient[part | first] * a.coefficient[rest];
    });
    l.coefficient[set] /= a.coefficient[0];
  }
  return l;
}

}  // namespace softlaw::reference
