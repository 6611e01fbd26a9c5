// SPDX-License-Identifier: Apache-2.0
#include "joint_moments.hpp"

#include <bit>

#include "subsets.hpp"

namespace softlaw::reference {
namespace {

/// The moments of the directions, by subset, and their consequences; all over powers of s, so
/// that only one division rounds.
///
/// With \f$m_S=\sum_iw_i\prod_{a\in S}h_{a,i}\f$ the mean of the product is \f$m_S/s\f$. Then
/// \f$M=\sum_S(m_S/s)t^S\f$ has a reciprocal and a logarithm whose coefficients times \f$s^{|S|}\f$
/// are polynomials. The directions are taken relative to their entry at the top, as for order 1 to 3.
class JointMoments {
 public:
  JointMoments(const Vector& x, const std::vector<Vector>& directions)
      : w_(x), moment_(std::size_t{1} << directions.size()) {
    for (const Vector& direction : directions) h_.push_back(differences(direction, w_.top));
    for (std::size_t i = 0; i < x.size(); ++i) {
      const Vector product = products(i);
      for (std::size_t set = 0; set < sets(); ++set) moment_[set] += w_.weight[i] * product[set];
    }
    power_.emplace_back(1);
    for (std::size_t a = 0; a <= h_.size(); ++a) power_.push_back(power_.back() * w_.total);
  }

  /// \f$s^{|S|}[t^S]\,1/M\f$, from \f$M\cdot(1/M)=1\f$.
  Vector reciprocal() const {
    Vector r(sets());
    r[0] = 1;
    for (std::size_t set = 1; set < sets(); ++set) {
      for_each_split(set, [&](std::size_t part, std::size_t rest) {
        if (part != 0) r[set] -= moment_[part] * power(size(part) - 1) * r[rest];
      });
    }
    return r;
  }

  /// \f$s^{|S|}[t^S]\log M\f$, from \f$M\,\partial\log M=\partial M\f$ by the first variable of S.
  Vector logarithm() const {
    Vector l(sets());
    for (std::size_t set = 1; set < sets(); ++set) {
      const std::size_t first = first_of(set);
      l[set] = moment_[set] * power(size(set) - 1);
      for_each_split(set ^ first, [&](std::size_t part, std::size_t rest) {
        if (rest != 0) l[set] -= l[part | first] * moment_[rest] * power(size(rest) - 1);
      });
    }
    return l;
  }

  Vector derivative() const {
    const Vector r = reciprocal();
    const std::size_t all = sets() - 1;
    Vector result;
    for (std::size_t i = 0; i < w_.weight.size(); ++i) {
      const Vector product = products(i);
      Interval sum;
      for (std::size_t set = 0; set <= all; ++set) {
        sum += product[set] * power(size(set)) * r[all ^ set];
      }
      result.push_back(w_.weight[i] * sum / power(size(all) + 1));
    }
    return result;
  }

  /// The joint cumulant of all directions, but for the constant that was taken off the first.
  Interval cumulant() const { return logarithm().back() / power(h_.size()); }
  std::size_t top() const { return w_.top; }

 private:
  static std::size_t size(std::size_t set) { return static_cast<std::size_t>(std::popcount(set)); }
  std::size_t sets() const { return moment_.size(); }
  const Interval& power(std::size_t k) const { return power_[k]; }

  /// \f$\prod_{a\in S}h_{a,i}\f$ by subset.
  Vector products(std::size_t i) const {
    Vector product(sets());
    product[0] = 1;
    for (std::size_t a = 0; a < h_.size(); ++a) {
      const std::size_t bit = std::size_t{1} << a;
      for (std::size_t set = 0; set < bit; ++set) product[set | bit] = product[set] * h_[a][i];
    }
    return product;
  }

  Weights w_;
  std::vector<Vector> h_;
  Vector moment_;
  Vector power_;  ///< \f$s^k\f$.
};

}  // namespace

Vector softmax_derivative_beyond_3(const Vector& x, const std::vector<Vector>& directions) {
  return JointMoments(x, directions).derivative();
}

Interval logsumexp_derivative(const Vector& x, const std::vector<Vector>& directions) {
  require_same_size("logsumexp_derivative", x, directions);
  if (x.empty() || directions.empty()) return logsumexp(x);
  const JointMoments moments(x, directions);
  const Interval cumulant = moments.cumulant();
  return directions.size() == 1 ? directions[0][moments.top()] + cumulant : cumulant;
}

}  // namespace softlaw::reference
