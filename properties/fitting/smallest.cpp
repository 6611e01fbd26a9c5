// SPDX-License-Identifier: Apache-2.0
#include "fitting/smallest.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace softlaw::properties {
namespace {

/// A sum of rounded products is trusted to this.
constexpr double slack = 1e-9;

using Row = std::vector<double>;

/// The solution of a square system, right sides in the last column; nothing if it is singular.
std::optional<Row> solve(std::vector<Row> rows) {
  const std::size_t m = rows.size();
  for (std::size_t k = 0; k < m; ++k) {
    const auto pivot = std::max_element(
        rows.begin() + static_cast<std::ptrdiff_t>(k), rows.end(),
        [k](const Row& a, const Row& b) { return std::fabs(a[k]) < std::fabs(b[k]); });
    std::iter_swap(rows.begin() + static_cast<std::ptrdiff_t>(k), pivot);
    if (!(std::fabs(rows[k][k]) > 0)) return std::nullopt;
    for (std::size_t i = 0; i < m; ++i) {
      if (i == k) continue;
      const double factor = rows[i][k] / rows[k][k];
      for (std::size_t j = k; j <= m; ++j) rows[i][j] -= factor * rows[k][j];
    }
  }
  Row solution;
  for (std::size_t k = 0; k < m; ++k) solution.push_back(rows[k][m] / rows[k][k]);
  return solution;
}

double cost_of(const Row& constants, const Row& weights) {
  double sum = 0;
  for (std::size_t j = 0; j < constants.size(); ++j) sum += constants[j] * weights[j];
  return sum;
}

/// A linear program of few constants and few demands: the best of all corners.
class Corners {
 public:
  Corners(std::span<const Demand> demands, const std::vector<std::size_t>& chosen,
          const Row& weights)
      : demands_(demands), chosen_(chosen), weights_(weights) {}

  std::optional<Row> best() {
    choose(0, {});
    return best_;
  }

 private:
  std::size_t m() const { return weights_.size(); }

  /// Chooses m of the demands, met exactly, and of the constants, which are 0.
  void choose(std::size_t from, std::vector<Row> rows) {
    if (rows.size() == m()) {
      try_corner(rows);
      return;
    }
    for (std::size_t i = from; i < chosen_.size() + m(); ++i) {
      std::vector<Row> more = rows;
      more.push_back(row(i));
      choose(i + 1, std::move(more));
    }
  }

  Row row(std::size_t i) const {
    if (i >= m()) {
      Row met = demands_[chosen_[i - m()]].shares;
      met.push_back(1);
      return met;
    }
    Row zero(m() + 1, 0);
    zero[i] = 1;
    return zero;
  }

  void try_corner(const std::vector<Row>& rows) {
    std::optional<Row> corner = solve(rows);
    if (!corner) return;
    for (double& constant : *corner) {
      if (!(constant >= -slack) || std::isinf(constant)) return;
      constant = std::max(constant, 0.0);
    }
    for (std::size_t i : chosen_) {
      if (demands_[i].met_by(*corner) < 1 - slack) return;
    }
    if (!best_ || cost_of(*corner, weights_) < cost_of(*best_, weights_)) best_ = corner;
  }

  std::span<const Demand> demands_;
  const std::vector<std::size_t>& chosen_;
  const Row& weights_;
  std::optional<Row> best_;
};

std::size_t least_met(std::span<const Demand> demands, const Row& constants) {
  std::size_t least = 0;
  double least_met = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < demands.size(); ++i) {
    const double met = demands[i].met_by(constants);
    if (met < least_met) {
      least_met = met;
      least = i;
    }
  }
  return least;
}

/// Of the demands that are just met, that in which the constant has the largest share.
std::optional<std::size_t> forcing(std::span<const Demand> demands, const Row& constants,
                                   std::size_t j) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < demands.size(); ++i) {
    if (demands[i].met_by(constants) > 1 + 100 * slack || demands[i].shares[j] <= 0) continue;
    if (!found || demands[i].shares[j] > demands[*found].shares[j]) found = i;
  }
  return found;
}

/// Whether a tenth less of constant j leaves a demand unmet.
bool is_forced(std::span<const Demand> demands, Row constants, std::size_t j) {
  constants[j] *= 0.9;
  return std::ranges::any_of(demands, [&](const Demand& d) { return d.met_by(constants) < 1; });
}

void split_front(std::span<const Demand> demands, const Row& left, const Row& right,
                 std::vector<Row>& corners) {
  const Row weights{left[1] - right[1], right[0] - left[0]};
  if (!(weights[0] > 0) || !(weights[1] > 0) || corners.size() > 40) return;
  const auto middle = smallest_constants(demands, weights);
  if (!middle || cost_of(middle->constants, weights) > cost_of(left, weights) * (1 - 1e-6)) return;
  split_front(demands, left, middle->constants, corners);
  corners.push_back(middle->constants);
  split_front(demands, middle->constants, right, corners);
}

}  // namespace

double Demand::met_by(const std::vector<double>& constants) const {
  double sum = 0;
  for (std::size_t j = 0; j < shares.size(); ++j) sum += constants[j] * shares[j];
  return sum;
}

std::optional<Smallest> smallest_constants(std::span<const Demand> demands, const Row& weights) {
  // the demands of the solution are few: those that the last solution met least are added
  std::vector<std::size_t> chosen;
  Row constants(weights.size(), 0);
  while (!demands.empty()) {
    const std::size_t least = least_met(demands, constants);
    if (demands[least].met_by(constants) >= 1 - slack) break;
    if (std::ranges::count(chosen, least) > 0) return std::nullopt;  // no better can be computed
    chosen.push_back(least);
    const auto best = Corners(demands, chosen, weights).best();
    if (!best) return std::nullopt;
    constants = *best;
  }
  Smallest result{constants, {}};
  for (std::size_t j = 0; j < constants.size(); ++j) {
    result.forced_by.push_back(constants[j] > 0 ? forcing(demands, constants, j) : std::nullopt);
  }
  return result;
}

std::vector<Row> front_of_two(std::span<const Demand> demands) {
  constexpr double much = 1e9;
  const auto left = smallest_constants(demands, {much, 1}),
             right = smallest_constants(demands, {1, much});
  if (!left || !right) return {};
  std::vector<Row> corners{left->constants};
  split_front(demands, left->constants, right->constants, corners);
  if (right->constants != left->constants) corners.push_back(right->constants);
  return corners;
}

double round_up(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*e", digits - 1, value);
  const double nearest = std::strtod(text, nullptr);
  if (nearest >= value) return nearest;
  const double unit = std::pow(10, std::floor(std::log10(value)) - digits + 1);
  std::snprintf(text, sizeof text, "%.*e", digits - 1, nearest + unit);
  return std::strtod(text, nullptr);
}

Row round_up_forced(std::span<const Demand> demands, const Row& constants) {
  Row rounded = constants;
  for (int digits = 2; digits < 15; ++digits) {
    bool forced = true;
    for (std::size_t j = 0; j < constants.size(); ++j) {
      if (constants[j] > 0) rounded[j] = round_up(constants[j], digits);
    }
    for (std::size_t j = 0; j < constants.size(); ++j) {
      forced &= constants[j] == 0 || is_forced(demands, rounded, j);
    }
    if (forced) break;
  }
  return rounded;
}

}  // namespace softlaw::properties
