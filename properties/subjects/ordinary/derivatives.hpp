// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "subjects/ordinary/shares.hpp"

// Derivatives of softmax and log-sum-exp of any order, as ordinary implementations compute them: from the
// means of products of centred directions.
namespace softlaw::properties {

/// A direction less its mean under the shares.
template <class F>
struct Centred {
  using Real = typename F::Real;
  using Reals = typename F::Reals;

  Reals entries;     ///< divided by a power of two
  Real mean = 0;     ///< of the direction itself
  int exponent = 0;  ///< of that power: 0 unless products of the entries could overflow or vanish

  /// The textbook takes off the mean; with the maximum kept apart, the entries are first taken relative to
  /// its own, which then has no part in the mean.
  Centred(const Shares<F>& shares, const Reals& p, const Real* h, std::size_t order) {
    exponent = exponent_of(p, h, order);
    const auto entry = [&](std::size_t i) { return std::ldexp(h[i], -exponent); };
    const Real origin = F::is_plain ? Real(0) : entry(shares.top);
    Reals terms, plain;
    for (std::size_t i = 0; i < p.size(); ++i) {
      const bool is_there = shares.shift[i] != -F::infinity;
      entries.push_back(is_there ? entry(i) - origin : Real(0));
      terms.push_back(p[i] * entries[i]);
      plain.push_back(is_there ? p[i] * h[i] : Real(0));
    }
    const Real shift = F::total(terms);
    mean = F::total(plain);
    for (std::size_t i = 0; i < p.size(); ++i) {
      if (shares.shift[i] != -F::infinity) entries[i] -= shift;
    }
  }

 private:
  static int exponent_of(const Reals& p, const Real* h, std::size_t order) {
    Real largest = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
      if (p[i] > 0) largest = std::max(largest, std::abs(h[i]));
    }
    const int wanted = largest == 0 ? 0 : std::ilogb(largest) + 1;
    const int most = std::numeric_limits<Real>::max_exponent / 2;
    return std::abs(wanted) * static_cast<int>(order) < most ? 0 : wanted;
  }
};

template <class F>
struct OrdinaryDerivatives {
  using Real = typename F::Real;
  using Reals = typename F::Reals;

  static void logsumexp_hessian(const Real* x, std::size_t n, Real* out) {
    if (!F::is_defined(x, n)) return void(std::fill(out, out + n * n, F::nan));
    const Shares<F> shares(x, n);
    const Reals p = shares.shares();
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        out[i * n + j] = i != j        ? -p[i] * p[j]
                         : F::is_plain ? p[i] - p[i] * p[i]
                                       : p[i] * shares.complement(i);
      }
    }
  }
  static void logsumexp_hessian_vector(const Real* x, const Real* v, std::size_t n, Real* out) {
    const Real* directions[] = {v};
    softmax_derivative(x, n, directions, 1, out);
  }

  /// p_i times the mixed coefficient of prod_k (1 + t_k c_k,i) / M with the means M of these products.
  static void softmax_derivative(const Real* x, std::size_t n, const Real* const* directions,
                                 std::size_t order, Real* out) {
    const auto line = centred(x, n, directions, order, order);
    if (!line) return void(std::fill(out, out + n, F::nan));
    const Reals means = line->means(), reciprocal = reciprocal_of(means);
    const std::size_t all = means.size() - 1;
    for (std::size_t i = 0; i < n; ++i) {
      const Reals products = line->products(i);
      Reals terms;
      for (std::size_t set = 0; set <= all; ++set)
        terms.push_back(products[set] * reciprocal[all - set]);
      out[i] = std::ldexp(line->p[i] * F::total(terms), line->exponent());
    }
  }
  /// The mixed coefficient of log M: from sets that hold the first direction.
  static Real logsumexp_derivative(const Real* x, std::size_t n, const Real* const* directions,
                                   std::size_t order) {
    const auto line = centred(x, n, directions, order, order);
    if (!line) return F::nan;
    if (order == 1) return line->of.front().mean;
    const Reals means = line->means();
    Reals joint(means.size());
    for (std::size_t set = 1; set < means.size(); ++set) {
      const std::size_t first = set & (~set + 1);
      joint[set] = set == first ? 0 : means[set];
      for (std::size_t part = (set - 1) & set; part > 0; part = (part - 1) & set) {
        if ((part & first) != 0) joint[set] -= joint[part] * means[set & ~part];
      }
    }
    return std::ldexp(joint.back(), line->exponent());
  }

  static void softmax_jet(const Real* x, const Real* h, std::size_t n, std::size_t order,
                          Real* out) {
    const auto line = centred(x, n, &h, 1, order);
    if (!line) return void(std::fill(out, out + (order + 1) * n, F::nan));
    const Reals means = line->moments(order, true);
    Reals reciprocal(order + 1);
    reciprocal[0] = 1;
    for (std::size_t k = 1; k <= order; ++k) {
      for (std::size_t j = 1; j <= k; ++j) reciprocal[k] -= means[j] * reciprocal[k - j];
    }
    for (std::size_t i = 0; i < n; ++i) {
      const Reals powers = line->powers(i, order);
      for (std::size_t k = 0; k <= order; ++k) {
        Real sum = 0;
        for (std::size_t j = 0; j <= k; ++j) sum += powers[j] * reciprocal[k - j];
        out[k * n + i] = std::ldexp(line->p[i] * sum, static_cast<int>(k) * line->exponent());
      }
    }
  }
  static void softmax_taylor(const Real* x, const Real* h, std::size_t n, std::size_t order,
                             Real* out) {
    Reals jet((order + 1) * n);
    softmax_jet(x, h, n, order, jet.data());
    std::fill(out, out + n, Real(0));
    for (std::size_t k = jet.size(); k-- > 0;) out[k % n] += jet[k];
  }
  static void logsumexp_cumulants(const Real* x, const Real* h, std::size_t n, std::size_t order,
                                  Real* out) {
    const auto line = centred(x, n, &h, 1, order);
    if (!line) return void(std::fill(out, out + order, F::nan));
    const Reals means = line->moments(order, false);
    Reals cumulant(order + 1);
    for (std::size_t k = 2; k <= order; ++k) {
      cumulant[k] = means[k];
      Real binomial = static_cast<Real>(k - 1);  // of k - 1 over j - 1
      for (std::size_t j = 2; j < k; ++j) {
        cumulant[k] -= binomial * cumulant[j] * means[k - j];
        binomial = binomial * static_cast<Real>(k - j) / static_cast<Real>(j);
      }
    }
    for (std::size_t k = 1; k <= order; ++k) {
      out[k - 1] = k == 1 ? line->of.front().mean
                          : std::ldexp(cumulant[k], static_cast<int>(k) * line->exponent());
    }
  }

 private:
  struct Line {
    Reals p;
    std::vector<Centred<F>> of;

    /// The products over each set of directions at entry i.
    Reals products(std::size_t i) const {
      Reals all{1};
      for (const Centred<F>& h : of) {
        const std::size_t without = all.size();
        for (std::size_t set = 0; set < without; ++set) all.push_back(all[set] * h.entries[i]);
      }
      return all;
    }
    /// Their means; those of single directions are 0 by construction, and that of none is 1.
    Reals means() const {
      const std::size_t sets = std::size_t{1} << of.size();
      std::vector<Reals> terms(sets);
      for (std::size_t i = 0; i < p.size(); ++i) {
        const Reals all = products(i);
        for (std::size_t set = 0; set < sets; ++set) terms[set].push_back(p[i] * all[set]);
      }
      Reals result;
      for (std::size_t set = 0; set < sets; ++set) {
        const bool single = (set & (set - 1)) == 0;
        result.push_back(set == 0 ? 1 : single ? 0 : F::total(terms[set]));
      }
      return result;
    }
    /// c^k at entry i, over k! if asked.
    Reals powers(std::size_t i, std::size_t order, bool over_factorials = true) const {
      Reals all{1};
      for (std::size_t k = 1; k <= order; ++k) {
        const Real divisor = over_factorials ? static_cast<Real>(k) : Real(1);
        all.push_back(all.back() * of.front().entries[i] / divisor);
      }
      return all;
    }
    /// Of all directions together.
    int exponent() const {
      int sum = 0;
      for (const Centred<F>& h : of) sum += h.exponent;
      return sum;
    }
    /// The means of powers().
    Reals moments(std::size_t order, bool over_factorials) const {
      std::vector<Reals> terms(order + 1);
      for (std::size_t i = 0; i < p.size(); ++i) {
        const Reals all = powers(i, order, over_factorials);
        for (std::size_t k = 0; k <= order; ++k) terms[k].push_back(p[i] * all[k]);
      }
      Reals result;
      for (std::size_t k = 0; k <= order; ++k) {
        result.push_back(k == 0 ? 1 : k == 1 ? 0 : F::total(terms[k]));
      }
      return result;
    }
  };

  /// 1/M, of which the means of single directions are 0.
  static Reals reciprocal_of(const Reals& means) {
    Reals result(means.size());
    result[0] = 1;
    for (std::size_t set = 1; set < means.size(); ++set) {
      for (std::size_t part = set; part > 0; part = (part - 1) & set) {
        result[set] -= means[part] * result[set & ~part];
      }
    }
    return result;
  }

  static std::optional<Line> centred(const Real* x, std::size_t n, const Real* const* directions,
                                     std::size_t count, std::size_t order) {
    if (!F::is_defined(x, n)) return std::nullopt;
    const Shares<F> shares(x, n);
    Line line{shares.shares(), {}};
    for (std::size_t k = 0; k < count; ++k) {
      const Real* h = directions[k];
      if (!std::all_of(h, h + n, [](Real e) { return std::isfinite(e); })) return std::nullopt;
      line.of.emplace_back(shares, line.p, h, order);
    }
    return line;
  }
};

}  // namespace softlaw::properties
