// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/loss.hpp>
#include <softlaw/reference/regression.hpp>
#include <stdexcept>
#include <string>

#include "scales.hpp"

namespace softlaw::reference {
namespace {

/// The product of two floats has at most 106 bits.
Interval exact_product(const Interval& a, const Interval& b) {
  const WorkingPrecision guard(std::max(WorkingPrecision::current(), 128));
  return a * b;
}

void require(bool condition, const std::string& function, const std::string& complaint) {
  if (!condition) throw std::invalid_argument("softlaw::reference::" + function + ": " + complaint);
}

void require_shape(const std::string& function, const std::string& argument, const Matrix& m,
                   std::size_t rows, std::size_t columns) {
  require(m.rows == rows && m.columns == columns && m.entries.size() == rows * columns, function,
          argument + " must be " + std::to_string(rows) + " by " + std::to_string(columns) +
              ", got " + std::to_string(m.rows) + " by " + std::to_string(m.columns) + " with " +
              std::to_string(m.entries.size()) + " entries");
}

void require_map(const std::string& function, const Matrix& x, const Matrix& w, const Vector& b) {
  require_shape(function, "x", x, x.rows, x.columns);
  require_shape(function, "w", w, x.columns, b.size());
}

void require_data(const std::string& function, const Matrix& x, const Matrix& w, const Vector& b,
                  const Matrix& y) {
  require_map(function, x, w, b);
  require_shape(function, "y", y, x.rows, b.size());
  require(x.rows > 0, function, "x has no rows");
}

Vector row(const Matrix& m, std::size_t i) {
  const auto begin = m.entries.begin() + static_cast<std::ptrdiff_t>(i * m.columns);
  return Vector(begin, begin + static_cast<std::ptrdiff_t>(m.columns));
}

Matrix matrix(const Matrix& x, const Vector& b, Vector entries) {
  return {x.rows, b.size(), std::move(entries)};
}

/// The mean over the rows of \f$x_{ik}r_{ij}\f$ for each k and j, then of \f$r_{ij}\f$.
Vector gradient_of(const Matrix& x, const Matrix& r) {
  const Interval rows(static_cast<double>(x.rows));
  Vector result;
  for (std::size_t k = 0; k <= x.columns; ++k) {
    for (std::size_t j = 0; j < r.columns; ++j) {
      Interval sum;
      for (std::size_t i = 0; i < x.rows; ++i) sum += k < x.columns ? x(i, k) * r(i, j) : r(i, j);
      result.push_back(sum / rows);
    }
  }
  return result;
}

Matrix magnitudes(Matrix m) {
  for (Interval& entry : m.entries) entry = abs(entry);
  return m;
}

}  // namespace

Vector regression_logits(const Matrix& x, const Matrix& w, const Vector& b) {
  require_map("regression_logits", x, w, b);
  Vector o;
  for (std::size_t i = 0; i < x.rows; ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      Interval sum = b[j];
      for (std::size_t k = 0; k < x.columns; ++k) {
        sum = exact_sum(sum, exact_product(x(i, k), w(k, j)));
      }
      o.push_back(sum);
    }
  }
  return o;
}

Interval regression_loss(const Matrix& x, const Matrix& w, const Vector& b, const Matrix& y) {
  require_data("regression_loss", x, w, b, y);
  const Matrix o = matrix(x, b, regression_logits(x, w, b));
  Interval sum;
  for (std::size_t i = 0; i < x.rows; ++i) sum += cross_entropy_logits(row(o, i), row(y, i));
  return sum / static_cast<double>(x.rows);
}

Vector regression_gradient(const Matrix& x, const Matrix& w, const Vector& b, const Matrix& y) {
  require_data("regression_gradient", x, w, b, y);
  const Matrix o = matrix(x, b, regression_logits(x, w, b));
  Vector residuals;
  for (std::size_t i = 0; i < x.rows; ++i) {
    for (const Interval& r : cross_entropy_logits_gradient(row(o, i), row(y, i))) {
      residuals.push_back(r);
    }
  }
  return gradient_of(x, matrix(x, b, std::move(residuals)));
}

namespace condition {
namespace {

Interval sum_of(const Vector& terms) {
  Interval sum;
  for (const Interval& term : terms) sum += term;
  return sum;
}

Interval dot(const Vector& a, const Vector& b) {
  Interval sum;
  for (std::size_t j = 0; j < a.size(); ++j) sum += a[j] * b[j];
  return sum;
}

/// The error of one row's residuals.
Vector of_residuals(const Vector& o, const Vector& y, const Vector& terms) {
  Vector scale = condition::cross_entropy_logits_gradient(o, y);
  const Matrix hessian = magnitudes({o.size(), o.size(), reference::logsumexp_hessian(o)});
  const Interval total = sum_of(y);
  for (std::size_t j = 0; j < o.size(); ++j) scale[j] += total * dot(row(hessian, j), terms);
  return scale;
}

}  // namespace

Vector regression_logits(const Matrix& x, const Matrix& w, const Vector& b) {
  return reference::regression_logits(magnitudes(x), magnitudes(w),
                                      magnitudes({1, b.size(), b}).entries);
}

Interval regression_loss(const Matrix& x, const Matrix& w, const Vector& b, const Matrix& y) {
  require_data("condition::regression_loss", x, w, b, y);
  const Matrix o = matrix(x, b, reference::regression_logits(x, w, b));
  const Matrix terms = matrix(x, b, condition::regression_logits(x, w, b));
  Interval sum;
  for (std::size_t i = 0; i < x.rows; ++i) {
    sum += condition::cross_entropy_logits(row(o, i), row(y, i)) +
           dot(residual_sizes(reference::softmax(row(o, i)), row(y, i)), row(terms, i));
  }
  return sum / static_cast<double>(x.rows);
}

Vector regression_gradient(const Matrix& x, const Matrix& w, const Vector& b, const Matrix& y) {
  require_data("condition::regression_gradient", x, w, b, y);
  const Matrix o = matrix(x, b, reference::regression_logits(x, w, b));
  const Matrix terms = matrix(x, b, condition::regression_logits(x, w, b));
  Vector residuals;
  for (std::size_t i = 0; i < x.rows; ++i) {
    for (const Interval& r : of_residuals(row(o, i), row(y, i), row(terms, i))) {
      residuals.push_back(r);
    }
  }
  return gradient_of(magnitudes(x), matrix(x, b, std::move(residuals)));
}

}  // namespace condition
}  // namespace softlaw::reference
