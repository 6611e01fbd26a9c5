// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <softlaw/regression.hpp>

#include "kernel/exact_sum.hpp"
#include "kernel/labels.hpp"
#include "kernel/round.hpp"

namespace softlaw {
namespace {

using namespace kernel;

template <class R>
std::span<R> row_of(MatrixView<R> m, std::size_t i) {
  return {m.data + i * m.leading_dimension, m.columns};
}

template <class R>
bool all_finite(MatrixView<const R> m) {
  for (std::size_t i = 0; i < m.rows; ++i) {
    if (!kernel::all_finite(row_of(m, i))) return false;
  }
  return true;
}

template <class T>
void require_matrix(const char* function, const std::string& argument, MatrixView<T> m,
                    std::size_t rows, std::size_t columns) {
  require_size(function, (argument + ".rows").c_str(), m.rows, rows);
  require_size(function, (argument + ".columns").c_str(), m.columns, columns);
  require_leading_dimension(function, argument.c_str(), m.leading_dimension, columns);
}

/// The affine map of the logits.
template <class R>
struct Affine {
  MatrixView<const R> x, w;
  std::span<const R> b;

  std::size_t features() const { return x.columns; }
  std::size_t classes() const { return b.size(); }

  void require_shapes(const char* function) const {
    require_matrix(function, "x", x, x.rows, features());
    require_matrix(function, "w", w, features(), classes());
  }
  bool is_finite() const { return all_finite(x) && all_finite(w) && kernel::all_finite(b); }

  double feature(std::size_t i, std::size_t k) const {
    return static_cast<double>(row_of(x, i)[k]);
  }
  double weight(std::size_t k, std::size_t j) const { return static_cast<double>(row_of(w, k)[j]); }
  double bias(std::size_t j) const { return static_cast<double>(b[j]); }

  /// Adds logit (i, j) to the sum.
  void add(std::size_t i, std::size_t j, ExactSum& sum) const {
    for (std::size_t k = 0; k < features(); ++k) sum.add_product(feature(i, k), weight(k, j));
    sum.add(bias(j));
  }
  /// Minus logit (i, j).
  ExactSum minus(std::size_t i, std::size_t j) const {
    ExactSum sum;
    for (std::size_t k = 0; k < features(); ++k) sum.subtract_product(feature(i, k), weight(k, j));
    sum.subtract(bias(j));
    return sum;
  }

  /// The index of the largest logit of row i, by exact comparison.
  std::size_t top_of(std::size_t i) const {
    std::size_t top = 0;
    ExactSum minus_top = minus(i, top);
    for (std::size_t j = 1; j < classes(); ++j) {
      ExactSum difference = minus_top;
      add(i, j, difference);
      if (!(difference.total().mantissa.hi > 0)) continue;
      top = j;
      minus_top = minus(i, top);
    }
    return top;
  }

  /// The softmax of row i, of which there are one or more classes.
  Shares<StoredExponents> shares(std::size_t i) const {
    const ExactSum minus_top = minus(i, top_of(i));
    StoredExponents exponents{std::vector<Scaled>(classes())};
    for (std::size_t j = 0; j < classes(); ++j) {
      ExactSum difference = minus_top;
      add(i, j, difference);
      exponents.values[j] = difference.total();
    }
    return Shares<StoredExponents>(std::move(exponents));
  }

  /// The sum as IEEE 754 has it where a factor or the bias is not finite: finite terms do not count.
  double infinite_logit(std::size_t i, std::size_t j) const {
    double sum = std::isfinite(bias(j)) ? 0 : bias(j);
    for (std::size_t k = 0; k < features(); ++k) {
      const double a = feature(i, k), c = weight(k, j);
      if (!std::isfinite(a) || !std::isfinite(c)) sum += a * c;
    }
    return sum;
  }
  bool has_finite_terms(std::size_t i, std::size_t j) const {
    bool finite = std::isfinite(bias(j));
    for (std::size_t k = 0; k < features(); ++k) {
      finite = finite && std::isfinite(feature(i, k)) && std::isfinite(weight(k, j));
    }
    return finite;
  }
  R logit(std::size_t i, std::size_t j) const {
    if (!has_finite_terms(i, j)) return static_cast<R>(infinite_logit(i, j));
    ExactSum sum;
    add(i, j, sum);
    return round<R>(sum.total());
  }
};

/// An affine map and the labels of its rows.
template <class R>
struct Observations {
  Affine<R> affine;
  MatrixView<const R> y;

  /// False if a NaN or an infinity leaves nothing to compute.
  bool admit(const char* function) const {
    affine.require_shapes(function);
    require_matrix(function, "y", y, rows(), affine.classes());
    if (rows() == 0) {
      throw std::invalid_argument(std::string("softlaw::") + function +
                                  ": x.rows must be at least 1, got 0");
    }
    for (std::size_t i = 0; i < rows(); ++i) {
      require_weights<R>(function, "y", row_of(y, i), i * affine.classes());
    }
    return affine.is_finite() && all_finite(y);
  }
  std::size_t rows() const { return affine.x.rows; }
  Scaled per_row(const Scaled& sum) const { return sum / from_integer(rows()); }

  R loss() const {
    BinnedSum sum;
    if (affine.classes() == 0) return 0;
    for (std::size_t i = 0; i < rows(); ++i) {
      sum.add(cross_entropy_of(affine.shares(i), Labels<R>(row_of(y, i))));
    }
    return round<R>(per_row(sum.total()));
  }

  /// The gradients of the losses of all rows with respect to their logits, row by row.
  std::vector<Scaled> residuals() const {
    std::vector<Scaled> result;
    result.reserve(rows() * affine.classes());
    for (std::size_t i = 0; i < rows(); ++i) {
      const auto shares = affine.shares(i);
      const Labels<R> labels(row_of(y, i));
      for (std::size_t j = 0; j < shares.size(); ++j) {
        result.push_back(residual_of(shares, labels, j));
      }
    }
    return result;
  }

  void gradient(MatrixView<R> dw, std::span<R> db) const {
    if (affine.classes() == 0) return;
    const std::vector<Scaled> residual = residuals();
    for (std::size_t j = 0; j < affine.classes(); ++j) {
      for (std::size_t k = 0; k < affine.features(); ++k) {
        BinnedSum sum;
        for (std::size_t i = 0; i < rows(); ++i) {
          sum.add(make_scaled(affine.feature(i, k)) * residual[i * affine.classes() + j]);
        }
        row_of(dw, k)[j] = round<R>(per_row(sum.total()));
      }
      BinnedSum sum;
      for (std::size_t i = 0; i < rows(); ++i) sum.add(residual[i * affine.classes() + j]);
      db[j] = round<R>(per_row(sum.total()));
    }
  }
};

template <class R>
void write_logits(const Affine<R>& affine, MatrixView<R> out) {
  affine.require_shapes("regression_logits");
  require_matrix("regression_logits", "out", out, affine.x.rows, affine.classes());
  for (std::size_t i = 0; i < out.rows; ++i) {
    for (std::size_t j = 0; j < out.columns; ++j) row_of(out, i)[j] = affine.logit(i, j);
  }
}

template <class R>
R loss_of(const Observations<R>& data) {
  if (!data.admit("regression_loss")) return std::numeric_limits<R>::quiet_NaN();
  return data.loss();
}

template <class R>
void write_gradient(const Observations<R>& data, MatrixView<R> dw, std::span<R> db) {
  constexpr const char* name = "regression_gradient";
  const bool finite = data.admit(name);
  require_matrix(name, "dw", dw, data.affine.features(), data.affine.classes());
  require_size(name, "db", db.size(), data.affine.classes());
  if (finite) return data.gradient(dw, db);
  for (std::size_t k = 0; k < dw.rows; ++k) {
    std::ranges::fill(row_of(dw, k), std::numeric_limits<R>::quiet_NaN());
  }
  std::ranges::fill(db, std::numeric_limits<R>::quiet_NaN());
}

}  // namespace

std::uint64_t regression_parameters(std::uint64_t d, std::uint64_t q) {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  if (q == 0 || d < most / q) return d * q + q;
  throw std::overflow_error("softlaw::regression_parameters: " + to_text(d) + " features and " +
                            to_text(q) + " classes have 2^64 parameters or more");
}

void regression_logits(MatrixView<const double> x, MatrixView<const double> w,
                       std::span<const double> b, MatrixView<double> out) {
  write_logits<double>({x, w, b}, out);
}
void regression_logits(MatrixView<const float> x, MatrixView<const float> w,
                       std::span<const float> b, MatrixView<float> out) {
  write_logits<float>({x, w, b}, out);
}

double regression_loss(MatrixView<const double> x, MatrixView<const double> w,
                       std::span<const double> b, MatrixView<const double> y) {
  return loss_of<double>({{x, w, b}, y});
}
float regression_loss(MatrixView<const float> x, MatrixView<const float> w,
                      std::span<const float> b, MatrixView<const float> y) {
  return loss_of<float>({{x, w, b}, y});
}

void regression_gradient(MatrixView<const double> x, MatrixView<const double> w,
                         std::span<const double> b, MatrixView<const double> y,
                         MatrixView<double> dw, std::span<double> db) {
  write_gradient<double>({{x, w, b}, y}, dw, db);
}
void regression_gradient(MatrixView<const float> x, MatrixView<const float> w,
                         std::span<const float> b, MatrixView<const float> y, MatrixView<float> dw,
                         std::span<float> db) {
  write_gradient<float>({{x, w, b}, y}, dw, db);
}

}  // namespace softlaw
