// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "ball.hpp"
#include "family.hpp"

/// \file
/// The formulas of the sources as printed, in ball arithmetic.
namespace softlaw::reference::test {

struct Terms {
  Terms(const std::vector<double>& x, double shift, const Ball& factor) {
    for (const double entry : x) {
      exponent.push_back(Ball::difference(entry, shift) * factor);
      e.push_back(exp(exponent.back()));
      sum = sum + e.back();
      if (entry != shift || found) {
        rest = rest + e.back();
      } else {
        found = true;
      }
    }
  }
  Balls exponent, e;
  Ball sum, rest;  // all terms; all but the shift itself
  bool found = false;
};

inline double greatest(const std::vector<double>& x) { return *std::ranges::max_element(x); }
inline double least(const std::vector<double>& x) { return *std::ranges::min_element(x); }

inline std::vector<double> negated(std::vector<double> x) {
  for (double& entry : x) entry = -entry;
  return x;
}

inline Ball lse(const std::vector<double>& x, double lambda) {
  const double shift = lambda > 0 ? greatest(x) : least(x);
  return shift + log1p(Terms(x, shift, lambda).rest) / lambda;
}

inline Balls probabilities(const std::vector<double>& x, const Ball& factor) {
  const Terms terms(x, greatest(x), factor);
  Balls p;
  for (const Ball& e : terms.e) p.push_back(e / terms.sum);
  return p;
}

inline Balls log_probabilities(const std::vector<double>& x, const Ball& factor) {
  const Terms terms(x, greatest(x), factor);
  Balls l;
  for (const Ball& exponent : terms.exponent) l.push_back(exponent - log1p(terms.rest));
  return l;
}

inline Ball shannon(const std::vector<double>& p) {
  Ball sum;
  for (const double entry : p) sum = entry == 0 ? sum : sum - entry * log(Ball(entry));
  return sum;
}

/// Of p log p - p log q, the second part alone or the whole.
inline Ball crossed(const std::vector<double>& p, const std::vector<double>& q, bool relative) {
  Ball sum;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] == 0) continue;
    const Ball from = relative ? log(Ball(p[i])) : Ball(0);
    sum = sum + p[i] * (from - log(Ball(q[i])));
  }
  return sum;
}

inline Ball mean_surprisal(const std::vector<double>& x) {
  const Balls p = probabilities(x, 1), l = log_probabilities(x, 1);
  Ball sum;
  for (std::size_t i = 0; i < x.size(); ++i) sum = sum - p[i] * l[i];
  return sum;
}

inline Balls powers(const std::vector<double>& p, double alpha) {
  Balls result;
  Ball total;
  for (const double entry : p) {
    // divided by the greatest: Arb would not mind, but the balls would be wide
    const Ball power =
        entry == 0 ? Ball(0) : exp(alpha * (log(Ball(entry)) - log(Ball(greatest(p)))));
    result.push_back(power);
    total = total + power;
  }
  for (Ball& entry : result) entry = entry / total;
  return result;
}

inline Balls hessian(const std::vector<double>& x) {
  const Balls p = probabilities(x, 1);
  Balls h;
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = 0; j < x.size(); ++j) {
      h.push_back(i == j ? p[i] - p[i] * p[i] : -(p[i] * p[j]));
    }
  }
  return h;
}

/// S1's derivatives, term by term.
class Printed {
 public:
  explicit Printed(const Arguments& a) : a_(a), p_(probabilities(a.x, 1)) {}

  Balls first() const {
    return each([&](std::size_t i) { return h(0, i) - mean({0}); });
  }
  Balls second() const {
    return each([&](std::size_t i) {
      return h(0, i) * h(1, i) - mean({1}) * h(0, i) - mean({0}) * h(1, i) - mean({0, 1}) +
             2 * mean({0}) * mean({1});
    });
  }
  Balls third() const {
    return each([&](std::size_t i) {
      return h(0, i) * h(1, i) * h(2, i) + 2 * mean({1}) * mean({2}) * h(0, i) +
             2 * mean({0}) * mean({2}) * h(1, i) + 2 * mean({0}) * mean({1}) * h(2, i) -
             mean({2}) * h(0, i) * h(1, i) - mean({1}) * h(0, i) * h(2, i) -
             mean({0}) * h(1, i) * h(2, i) - mean({1, 2}) * h(0, i) - mean({0, 2}) * h(1, i) -
             mean({0, 1}) * h(2, i) - mean({0, 1, 2}) + 2 * mean({1, 2}) * mean({0}) +
             2 * mean({0, 2}) * mean({1}) + 2 * mean({0, 1}) * mean({2}) -
             6 * mean({0}) * mean({1}) * mean({2});
    });
  }

 private:
  Ball h(std::size_t j, std::size_t i) const { return a_.directions[j][i]; }
  Ball mean(std::initializer_list<std::size_t> which) const {
    Ball sum;
    for (std::size_t i = 0; i < p_.size(); ++i) {
      Ball term = p_[i];
      for (const std::size_t j : which) term = term * h(j, i);
      sum = sum + term;
    }
    return sum;
  }
  template <class Factor>
  Balls each(Factor&& factor) const {
    Balls result;
    for (std::size_t i = 0; i < p_.size(); ++i) result.push_back(p_[i] * factor(i));
    return result;
  }

  const Arguments& a_;
  Balls p_;
};

/// The coefficients of 1 / M, or of log M, for a series M with the constant term 1.
inline Balls reciprocal(const Balls& M) {
  Balls r{1};
  for (std::size_t k = 1; k < M.size(); ++k) {
    Ball sum;
    for (std::size_t j = 1; j <= k; ++j) sum = sum - M[j] * r[k - j];
    r.push_back(sum);
  }
  return r;
}
inline Balls logarithm(const Balls& M) {
  Balls l{0};
  for (std::size_t k = 1; k < M.size(); ++k) {
    Ball sum = M[k];
    for (std::size_t j = 1; j < k; ++j) {
      sum = sum - static_cast<double>(j) * l[j] * M[k - j] / static_cast<double>(k);
    }
    l.push_back(sum);
  }
  return l;
}

/// Softmax along the line x + t h, as a quotient of exponential series.
class Line {
 public:
  Line(const Arguments& a, std::size_t order) : p_(probabilities(a.x, 1)), mean_(order + 1) {
    for (std::size_t i = 0; i < p_.size(); ++i) {
      Balls series{1};
      for (std::size_t k = 1; k <= order; ++k) {
        series.push_back(series.back() * a.directions[0][i] / static_cast<double>(k));
      }
      for (std::size_t k = 0; k <= order; ++k) mean_[k] = mean_[k] + p_[i] * series[k];
      exponential_.push_back(series);
    }
    mean_[0] = 1;
  }

  Balls jet() const {
    const Balls r = reciprocal(mean_);
    Balls result;
    for (std::size_t k = 0; k < mean_.size(); ++k) {
      for (std::size_t i = 0; i < p_.size(); ++i) {
        Ball sum;
        for (std::size_t j = 0; j <= k; ++j) sum = sum + exponential_[i][j] * r[k - j];
        result.push_back(p_[i] * sum);
      }
    }
    return result;
  }

  Balls cumulants() const {
    const Balls l = logarithm(mean_);
    Balls result;
    double factorial = 1;
    for (std::size_t k = 1; k < l.size(); ++k) {
      factorial *= static_cast<double>(k);
      result.push_back(factorial * l[k]);
    }
    return result;
  }

 private:
  Balls p_;
  std::vector<Balls> exponential_;
  Balls mean_;
};

inline Ball loss(const Arguments& a) {
  const Balls l = log_probabilities(a.x, 1);
  Ball sum;
  for (std::size_t j = 0; j < l.size(); ++j) sum = sum - a.weights[j] * l[j];
  return sum;
}

inline Balls loss_gradient(const Arguments& a) {
  Ball labels;
  for (const double label : a.weights) labels = labels + label;
  Balls result = probabilities(a.x, 1);
  for (std::size_t j = 0; j < result.size(); ++j) result[j] = labels * result[j] - a.weights[j];
  return result;
}

/// S0's sum, with all its terms, and its derivatives by moments.
inline Balls lattice(double n, double d, double alpha) {
  std::vector<Ball> delta;
  for (double k = 0; std::fma(k, d, -n) <= 0; ++k) delta.push_back(n - k * Ball(d) - Ball(d) * d);
  double nearest = std::numeric_limits<double>::infinity();
  for (const Ball& entry : delta) {
    const Interval square = (entry * entry).interval();
    nearest = std::min(nearest, mpfr_get_d(square.lower().get(), MPFR_RNDD));
  }
  Ball total, first, second;
  for (const Ball& entry : delta) {
    const Ball weight = exp(-(alpha * (entry * entry - nearest)));
    total = total + weight;
    first = first + weight * entry;
    second = second + weight * entry * entry;
  }
  const Ball mean = first / total, square = second / total;
  const Ball log_total = log(total) - alpha * Ball(nearest);
  return {1 - log_total / alpha, 2 * mean, 2 - 4 * (alpha * (square - mean * mean)),
          (log_total / alpha + square) / alpha};
}

using Formula = Balls (*)(const Arguments&);

/// In the order of the family.
inline const Formula formulas[] = {
    [](const Arguments& a) { return Balls{lse(a.x, 1)}; },
    [](const Arguments& a) { return Balls{lse(a.x, a.parameter)}; },
    [](const Arguments& a) {
      return Balls{lse({a.x[0], a.x.back()}, 1)};
    },
    [](const Arguments& a) { return Balls{-lse(negated(a.x), 1)}; },
    [](const Arguments& a) { return Balls{-lse(negated(a.x), a.parameter)}; },
    [](const Arguments& a) { return Balls{log1p(Terms(a.x, greatest(a.x), 1).rest)}; },
    [](const Arguments& a) { return probabilities(a.x, 1); },
    [](const Arguments& a) { return probabilities(a.x, Ball(1) / a.positive); },
    [](const Arguments& a) { return log_probabilities(a.x, 1); },
    [](const Arguments& a) { return log_probabilities(a.x, Ball(1) / a.positive); },
    [](const Arguments& a) {
      return Balls{lse({0, a.x[0]}, 1)};
    },
    [](const Arguments& a) { return Balls{Ball(1) / (Ball(1) + exp(-Ball(a.x[0])))}; },
    [](const Arguments& a) { return Balls{shannon(a.weights)}; },
    [](const Arguments& a) { return Balls{-log(Ball(a.weights[0]))}; },
    [](const Arguments& a) { return Balls{crossed(a.weights, others(a), false)}; },
    [](const Arguments& a) { return Balls{crossed(a.weights, others(a), true)}; },
    [](const Arguments& a) { return Balls{mean_surprisal(a.x)}; },
    [](const Arguments& a) { return powers(positive_weights(a), a.positive); },
    [](const Arguments& a) { return hessian(a.x); },
    [](const Arguments& a) { return Printed(a).first(); },
    [](const Arguments& a) { return Printed(a).second(); },
    [](const Arguments& a) { return Printed(a).third(); },
    [](const Arguments& a) { return Printed(a).third(); },
    [](const Arguments& a) { return Line(a, 4).jet(); },
    [](const Arguments& a) { return Line(a, 4).cumulants(); },
    [](const Arguments& a) { return Balls{loss(a)}; },
    loss_gradient,
    [](const Arguments& a) {
      return Balls{Ball(1) / (Ball(1) + exp(Ball::difference(a.x.back(), a.x[0])))};
    },
    [](const Arguments& a) {
      std::vector<double> x = a.x;
      x.push_back(a.parameter);
      return probabilities(x, 1);
    },
    [](const Arguments& a) { return lattice(place(a), gap(a), a.positive); },
};

static_assert(std::size(formulas) == std::size(family));

}  // namespace softlaw::reference::test
