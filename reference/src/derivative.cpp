// SPDX-License-Identifier: Apache-2.0
#include "joint_moments.hpp"

namespace softlaw::reference {
namespace {

/// The closed forms of S1 with \f$\sigma=w/s\f$ put in and brought over one power of s: polynomials
/// in the weights and the directions, so that only one division rounds.
///
/// A derivative does not change when a constant is added to a direction. The directions are
/// therefore taken relative to their entry at the top, exactly: then constant ones are 0, and so is
/// the largest of the terms that would cancel when one weight dominates.
class ClosedForm {
 public:
  ClosedForm(const Vector& x, const std::vector<Vector>& directions) : w_(x) {
    for (const Vector& direction : directions) h_.push_back(differences(direction, w_.top));
  }

  Vector first() const {
    const Interval m1 = moment({0});
    return each([&](std::size_t i) { return h_[0][i] * s() - m1; }, 2);
  }

  Vector second() const {
    const Interval m1 = moment({0}), m2 = moment({1}), m12 = moment({0, 1});
    return each(
        [&](std::size_t i) {
          const Interval &h1 = h_[0][i], &h2 = h_[1][i];
          return sqr(s()) * h1 * h2 - s() * (m2 * h1 + m1 * h2 + m12) + 2 * m1 * m2;
        },
        3);
  }

  Vector third() const {
    const Interval m1 = moment({0}), m2 = moment({1}), m3 = moment({2});
    const Interval m12 = moment({0, 1}), m13 = moment({0, 2}), m23 = moment({1, 2});
    const Interval m123 = moment({0, 1, 2});
    return each(
        [&](std::size_t i) {
          const Interval &h1 = h_[0][i], &h2 = h_[1][i], &h3 = h_[2][i];
          return pow(s(), 3) * h1 * h2 * h3 -
                 sqr(s()) * (m3 * h1 * h2 + m2 * h1 * h3 + m1 * h2 * h3 +  //
                             m23 * h1 + m13 * h2 + m12 * h3 + m123) +
                 2 * s() *
                     (m2 * m3 * h1 + m1 * m3 * h2 + m1 * m2 * h3 +  //
                      m23 * m1 + m13 * m2 + m12 * m3) -
                 6 * m1 * m2 * m3;
        },
        4);
  }

 private:
  const Interval& s() const { return w_.total; }

  /// \f$\sum_iw_i\prod_{j}h_{j,i}\f$: s times the mean of the product of some directions.
  Interval moment(std::initializer_list<std::size_t> which) const {
    Interval sum;
    for (std::size_t i = 0; i < w_.weight.size(); ++i) {
      Interval term = w_.weight[i];
      for (const std::size_t j : which) term *= h_[j][i];
      sum += term;
    }
    return sum;
  }

  template <class Factor>
  Vector each(Factor&& factor, int power_of_total) const {
    const Interval denominator = pow(s(), power_of_total);
    Vector result;
    result.reserve(w_.weight.size());
    for (std::size_t i = 0; i < w_.weight.size(); ++i) {
      result.push_back(w_.weight[i] * factor(i) / denominator);
    }
    return result;
  }

  Weights w_;
  std::vector<Vector> h_;
};

}  // namespace

Vector softmax_derivative(const Vector& x, const std::vector<Vector>& directions) {
  require_same_size("softmax_derivative", x, directions);
  if (x.empty() || directions.empty()) return softmax(x);
  if (directions.size() > 3) return softmax_derivative_beyond_3(x, directions);
  const ClosedForm form(x, directions);
  if (directions.size() == 1) return form.first();
  return directions.size() == 2 ? form.second() : form.third();
}

Vector logsumexp_hessian_vector(const Vector& x, const Vector& v) {
  require_size("logsumexp_hessian_vector", "v", v, x);
  return softmax_derivative(x, {v});
}

}  // namespace softlaw::reference
