// SPDX-License-Identifier: Apache-2.0
#include "weights.hpp"

namespace softlaw::reference {
namespace {

/// The row of Pascal's triangle after \p row.
Vector next_binomials(const Vector& row) {
  Vector next{1};
  for (std::size_t j = 1; j < row.size(); ++j) next.push_back(row[j - 1] + row[j]);
  next.emplace_back(1);
  return next;
}

/// The series of \f$\operatorname{softmax}(x+th)\f$ over powers of s, so that only one division
/// rounds: with \f$m_k=\sum_iw_ih_i^k\f$, h relative to its entry at the top, the mean of
/// \f$e^{th}\f$ is \f$\sum_k(m_k/s)t^k/k!\f$.
class Line {
 public:
  Line(const Vector& x, const Vector& direction, std::size_t order)
      : w_(x), h_(differences(direction, w_.top)), moment_(order + 1) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      Interval term = w_.weight[i];
      for (std::size_t k = 0; k <= order; ++k, term *= h_[i]) moment_[k] += term;
    }
    power_.emplace_back(1);
    binomial_.push_back({1});
    for (std::size_t k = 0; k <= order; ++k) {
      power_.push_back(power_.back() * w_.total);
      binomial_.push_back(next_binomials(binomial_.back()));
    }
  }

  /// \f$s^kk!\f$ times the coefficients of the reciprocal of that mean.
  Vector reciprocal() const {
    Vector r(moment_.size());
    r[0] = 1;
    for (std::size_t k = 1; k < r.size(); ++k) {
      for (std::size_t j = 1; j <= k; ++j) {
        r[k] -= binomial_[k][j] * moment_[j] * power_[j - 1] * r[k - j];
      }
    }
    return r;
  }

  /// \f$s^kk!\f$ times the coefficients of its logarithm.
  Vector logarithm() const {
    Vector l(moment_.size());
    for (std::size_t k = 1; k < l.size(); ++k) {
      l[k] = moment_[k] * power_[k - 1];
      for (std::size_t j = 1; j < k; ++j) {
        l[k] -= binomial_[k - 1][j - 1] * l[j] * moment_[k - j] * power_[k - j - 1];
      }
    }
    return l;
  }

  /// \f$s^{k+1}\f$ times the derivative of order k at entry i, from the reciprocal \p r.
  Interval numerator(const Vector& r, std::size_t k, std::size_t i) const {
    Interval sum;
    Interval power_of_h = 1;
    for (std::size_t j = 0; j <= k; ++j, power_of_h *= h_[i]) {
      sum += binomial_[k][j] * power_of_h * power_[j] * r[k - j];
    }
    return w_.weight[i] * sum;
  }

  const Interval& power(std::size_t k) const { return power_[k]; }
  std::size_t top() const { return w_.top; }

 private:
  Weights w_;
  Vector h_;
  Vector moment_;
  Vector power_;                  ///< \f$s^k\f$.
  std::vector<Vector> binomial_;  ///< Pascal's triangle.
};

Interval integer(std::size_t k) { return static_cast<int>(k); }

}  // namespace

Vector softmax_jet(const Vector& x, const Vector& h, std::size_t order) {
  require_size("softmax_jet", "h", h, x);
  if (x.empty()) return {};
  const Line line(x, h, order);
  const Vector r = line.reciprocal();
  Vector result;
  Interval factorial = 1;
  for (std::size_t k = 0; k <= order; ++k) {
    if (k > 0) factorial *= integer(k);
    for (std::size_t i = 0; i < x.size(); ++i) {
      result.push_back(line.numerator(r, k, i) / (factorial * line.power(k + 1)));
    }
  }
  return result;
}

Vector softmax_taylor(const Vector& x, const Vector& h, std::size_t order) {
  require_size("softmax_taylor", "h", h, x);
  if (x.empty()) return {};
  const Line line(x, h, order);
  const Vector r = line.reciprocal();
  Vector result;
  for (std::size_t i = 0; i < x.size(); ++i) {
    Interval sum;
    Interval factor = 1;  // order! / k!
    for (std::size_t k = order + 1; k-- > 0;) {
      sum += factor * line.power(order - k) * line.numerator(r, k, i);
      if (k > 0) factor *= integer(k);
    }
    result.push_back(sum / (factor * line.power(order + 1)));
  }
  return result;
}

Vector logsumexp_cumulants(const Vector& x, const Vector& h, std::size_t order) {
  require_size("logsumexp_cumulants", "h", h, x);
  if (x.empty()) return Vector(order, Interval::empty());
  const Line line(x, h, order);
  const Vector l = line.logarithm();
  Vector result;
  for (std::size_t k = 1; k <= order; ++k) result.push_back(l[k] / line.power(k));
  if (order > 0) result.front() += h[line.top()];
  return result;
}

}  // namespace softlaw::reference
