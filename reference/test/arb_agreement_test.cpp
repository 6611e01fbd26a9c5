// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "ball.hpp"
#include "family.hpp"

/// \file
/// The reference against Arb, which shares no code with it but MPFR's: the formulas of the sources
/// as printed, in ball arithmetic. Both enclose the exact value, so that they must meet.

namespace softlaw::reference::test {
namespace {

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

double greatest(const std::vector<double>& x) { return *std::ranges::max_element(x); }
double least(const std::vector<double>& x) { return *std::ranges::min_element(x); }

std::vector<double> negated(std::vector<double> x) {
  for (double& entry : x) entry = -entry;
  return x;
}

Ball lse(const std::vector<double>& x, double lambda) {
  const double shift = lambda > 0 ? greatest(x) : least(x);
  return shift + log1p(Terms(x, shift, lambda).rest) / lambda;
}

Balls probabilities(const std::vector<double>& x, const Ball& factor) {
  const Terms terms(x, greatest(x), factor);
  Balls p;
  for (const Ball& e : terms.e) p.push_back(e / terms.sum);
  return p;
}

Balls log_probabilities(const std::vector<double>& x, const Ball& factor) {
  const Terms terms(x, greatest(x), factor);
  Balls l;
  for (const Ball& exponent : terms.exponent) l.push_back(exponent - log1p(terms.rest));
  return l;
}

Ball shannon(const std::vector<double>& p) {
  Ball sum;
  for (const double entry : p) sum = entry == 0 ? sum : sum - entry * log(Ball(entry));
  return sum;
}

/// Of p log p - p log q, the second part alone or the whole.
Ball crossed(const std::vector<double>& p, const std::vector<double>& q, bool relative) {
  Ball sum;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] == 0) continue;
    const Ball from = relative ? log(Ball(p[i])) : Ball(0);
    sum = sum + p[i] * (from - log(Ball(q[i])));
  }
  return sum;
}

Ball mean_surprisal(const std::vector<double>& x) {
  const Balls p = probabilities(x, 1), l = log_probabilities(x, 1);
  Ball sum;
  for (std::size_t i = 0; i < x.size(); ++i) sum = sum - p[i] * l[i];
  return sum;
}

Balls powers(const std::vector<double>& p, double alpha) {
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

Balls hessian(const std::vector<double>& x) {
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

using Formula = Balls (*)(const Arguments&);

/// In the order of the family.
const Formula formulas[] = {
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
};

class ArbAgreement : public testing::TestWithParam<std::size_t> {
 protected:
  /// Compares at precisions drawn at random.
  void compare(const Arguments& arguments) {
    const Function& function = family[GetParam()];
    const WorkingPrecision guard(std::to_array({53, 128, 256, 500})[inputs_.below(4)]);
    Ball::bits() = std::to_array<slong>({64, 150, 333, 600})[inputs_.below(4)];
    const Vector ours = function.evaluate(arguments);
    const Balls theirs = formulas[GetParam()](arguments);
    ASSERT_EQ(ours.size(), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
      const Interval ball = theirs[i].interval();
      EXPECT_TRUE(meets(ours[i], ball))
          << function.name << ": " << to_string(ours[i]) << " misses " << to_string(ball);
      ++compared_;
      effective_ += tells(ours[i]) && tells(ball);
    }
  }

  Inputs inputs_{100 + GetParam()};
  int compared_ = 0;
  int effective_ = 0;  ///< Comparisons of two narrow enclosures.

 private:
  static bool tells(const Interval& a) {
    return a.is_bounded() && certainly_less_equal(width(a), ldexp(abs(a), -20));
  }
};

/// The rest are wide by rights: zeros that cancel, and underflow beyond MPFR's exponents.
TEST_P(ArbAgreement, EnclosuresOfRandomInputsMeetArbsBalls) {
  for (int run = 0; run < 6000; ++run) compare(Arguments(inputs_));
  EXPECT_GT(4 * effective_, 3 * compared_);
}

/// Most derivatives at these are nearly 0, so that the balls cancel at the lower precisions.
TEST_P(ArbAgreement, EnclosuresOfSpecialInputsMeetArbsBalls) {
  for (const double a : special_values) {
    compare(Arguments({a}, inputs_));
    for (const double b : special_values) {
      compare(Arguments({a, b}, inputs_));
      compare(Arguments({a, b, special_values[inputs_.below(special_values.size())]}, inputs_));
    }
  }
  EXPECT_GT(3 * effective_, compared_);
}

INSTANTIATE_TEST_SUITE_P(Family, ArbAgreement, testing::Range(std::size_t{0}, std::size(family)),
                         [](const testing::TestParamInfo<std::size_t>& function) {
                           std::string name = family[function.param].name;
                           std::ranges::replace(name, ' ', '_');
                           return name;
                         });

static_assert(std::size(formulas) == std::size(family));

}  // namespace
}  // namespace softlaw::reference::test
