// SPDX-License-Identifier: Apache-2.0
#include <softlaw/reference/series.hpp>

#include "weights.hpp"

namespace softlaw::reference {
namespace {

/// \f$e^{x_i-x_{\mathrm{top}}+\sum_jt_jh_{j,i}}\f$ for each i.
std::vector<MultilinearSeries> exponentials(const Vector& x,
                                            const std::vector<Vector>& directions) {
  const Vector d = differences(x, top_of(x));
  std::vector<MultilinearSeries> series;
  for (std::size_t i = 0; i < x.size(); ++i) {
    Vector slopes;
    for (const Vector& direction : directions) slopes.push_back(direction[i]);
    series.push_back(exp(MultilinearSeries::linear(d[i], slopes)));
  }
  return series;
}

MultilinearSeries sum(const std::vector<MultilinearSeries>& terms) {
  MultilinearSeries total = terms.front();
  for (std::size_t i = 1; i < terms.size(); ++i) total = total + terms[i];
  return total;
}

}  // namespace

Vector softmax_derivative_by_series(const Vector& x, const std::vector<Vector>& directions) {
  require_same_size("softmax_derivative_by_series", x, directions);
  if (x.empty()) return {};
  const std::vector<MultilinearSeries> terms = exponentials(x, directions);
  const MultilinearSeries total = sum(terms);
  Vector result;
  for (const MultilinearSeries& term : terms) result.push_back((term / total).mixed());
  return result;
}

Interval logsumexp_derivative_by_series(const Vector& x, const std::vector<Vector>& directions) {
  require_same_size("logsumexp_derivative_by_series", x, directions);
  if (x.empty() || directions.empty()) return logsumexp(x);
  return log(sum(exponentials(x, directions))).mixed();
}

}  // namespace softlaw::reference
