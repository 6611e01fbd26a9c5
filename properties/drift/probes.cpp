// SPDX-License-Identifier: Apache-2.0
#include "drift/probes.hpp"

#include <algorithm>
#include <cmath>

namespace softlaw::properties::drift {
namespace {

constexpr double log_2 = 0x1.62e42fefa39efp-1;

/// The gap below 0 of a term of t half ulps of 1, with log t given.
double gap(const Format& format, double log_t) {
  return -format.round(format.precision * log_2 - log_t);
}

/// log(1 + h) for small h, by its series: no libm, whose last bits differ between machines.
double log_near_one(double h) {
  double sum = 0, power = h;
  for (int k = 1; k <= 60; ++k, power *= -h) sum += power / k;
  return sum;
}

/// -1000 vanishes beside 0 in every format, and yet is a number.
constexpr double absent = -1000;
constexpr double log_three_quarters = -0.287682072451781;

Case probe_case(const char* input_class, const Format& format, Arguments arguments) {
  return {format, std::move(arguments), input_class};
}

void add_orders(const Format& format, std::size_t n, std::vector<Case>& all) {
  const double small = gap(format, log_three_quarters);
  for (const Triple& t : triples(n)) {
    Vector x(n, absent);
    x[t.one] = 0;
    x[t.first] = x[t.second] = small;
    all.push_back(probe_case(probe::order, format, {std::move(x)}));
  }
}

void add_profiles(const Format& format, std::vector<Case>& all) {
  constexpr std::size_t n = 64;
  for (std::size_t one = 0; one < n; ++one) {
    Vector x(n, gap(format, log_three_quarters));
    x[one] = 0;
    all.push_back(probe_case(probe::profile, format, {std::move(x)}));
  }
}

/// Beside 0, two terms of 1 - h and 2h half ulps: together they round up, if a sum keeps h = 2^-b.
void add_widths(const Format& format, std::vector<Case>& all) {
  const int most = format.precision > 24 ? 42 : 18;
  for (int b = 2; b <= most; b += 2) {
    const double h = std::ldexp(1.0, -b);
    const double large = gap(format, log_near_one(-h)), small = gap(format, (1 - b) * log_2);
    for (const Vector& x :
         {Vector{0, large, small}, Vector{large, 0, small}, Vector{large, small, 0}}) {
      all.push_back(probe_case(probe::width, format, {x}));
    }
  }
}

/// Two terms of 3/4 of half an ulp of binary64, for a sum that is kept in it.
void add_deep(const Format& format, std::vector<Case>& all) {
  const double small = -format.round(53 * log_2 - log_three_quarters);
  for (const Vector& x :
       {Vector{0, small, small}, Vector{small, 0, small}, Vector{small, small, 0}}) {
    all.push_back(probe_case(probe::deep, format, {x}));
  }
}

/// Beside a largest term 1 and a second one above 1/2, six terms of 3/4 of half an ulp of 1/2; and the
/// same without them.
void add_apart(const Format& format, std::vector<Case>& all) {
  const double small = gap(format, log_three_quarters - log_2);
  for (int k = 2; k <= 22; k += 4) {
    Vector x(8, small);
    x[0] = 0;
    x[1] = -k / 32.0;
    all.push_back(probe_case(probe::apart, format, {x}));
    std::fill(x.begin() + 2, x.end(), absent);
    all.push_back(probe_case(probe::apart, format, {std::move(x)}));
  }
}

/// From where e^-g is lost beside 1 to where it is 0.
void add_exponentials(const Format& format, std::vector<Case>& all) {
  const double first = format.precision > 24 ? 38 : 18;
  const double last = (format.precision - format.emin) * log_2 + 2;
  constexpr int count = 192;
  for (int k = 0; k <= count; ++k) {
    const double g = format.round(first + (last - first) * k / count);
    all.push_back(probe_case(probe::exponential, format, {Vector{0, -g}}));
  }
}

void add_logarithms(const Format& format, std::vector<Case>& all) {
  for (std::size_t n = 2; n <= 130; n += n < 66 ? 1 : 8) {
    all.push_back(probe_case(probe::logarithm, format, {Vector(n)}));
  }
}

void add_subnormals(const Format& format, std::vector<Case>& all) {
  for (const double k : {1.0, 3.0, 1000.0, 65537.0}) {
    for (const double sign : {1.0, -1.0}) {
      all.push_back(
          probe_case(probe::subnormal, format, {Vector{sign * k * format.min_subnormal()}}));
    }
  }
}

/// x w + b with b = -(x w rounded): 0 if the product was rounded, else its error.
void add_products(const Format& format, std::vector<Case>& all) {
  for (int k = 1; k <= 24; ++k) {
    const double x = format.round(1 + k / 29.0), w = format.round(1 + k / 31.0);
    const double b = -format.round(x * w);
    all.push_back(probe_case(probe::product, format, {Vector{x}, Vector{w}, Vector{b}}));
  }
}

/// Softmax and the Hessian at the same two entries: p - p p follows from p.
void add_pairs(const Format& format, std::vector<Case>& all) {
  for (int k = 1; k <= 40; ++k) {
    all.push_back(probe_case(probe::product, format, {Vector{0, -k / 4.0}}));
  }
}

/// Eight steps for each power of two from 2^-12 to 2^9, both signs, from below.
std::vector<double> rungs() {
  std::vector<double> all;
  for (int e = 9; e >= -12; --e) {
    for (int k = 15; k >= 8; --k) all.push_back(-std::ldexp(k / 8.0, e));
  }
  for (std::size_t i = all.size(); i > 0; --i) all.push_back(-all[i - 1]);
  return all;
}

void add_ladder(const Format& format, const Domain& domain, bool pairs, std::vector<Case>& all) {
  for (const double t : rungs()) {
    if (pairs ? t > 0 : domain.admits && !domain.admits(t)) continue;
    all.push_back(probe_case(probe::ladder, format, {pairs ? Value(Vector{0, t}) : Value(t)}));
  }
}

}  // namespace

std::size_t order_terms(const FunctionItem& function) {
  return function.name == "logsumexp" ? 16 : function.name == "softmax" ? 8 : 0;
}

std::vector<Triple> triples(std::size_t n) {
  std::vector<Triple> all;
  for (std::size_t one = 0; one < n; ++one) {
    for (std::size_t first = 0; first < n; ++first) {
      for (std::size_t second = first + 1; second < n; ++second) {
        if (first != one && second != one) all.push_back({one, first, second});
      }
    }
  }
  return all;
}

std::vector<Case> probes(const FunctionItem& function, const Format& format) {
  std::vector<Case> all;
  if (const std::size_t n = order_terms(function)) add_orders(format, n, all);
  const std::string& name = function.name;
  if (name == "logsumexp") {
    add_profiles(format, all);
    add_widths(format, all);
    if (format.precision <= 24) add_deep(format, all);
    add_apart(format, all);
    add_logarithms(format, all);
    add_subnormals(format, all);
  }
  if (name == "softmax") add_exponentials(format, all);
  if (name == "softmax" || name == "log_softmax") add_ladder(format, {}, true, all);
  if (name == "softmax" || name == "logsumexp_hessian") add_pairs(format, all);
  if (name == "regression_logits") add_products(format, all);
  const bool one_number = function.parameters.size() == 1 && !function.returns_integers &&
                          function.parameters.front().kind == Kind::scalar;
  if (one_number) add_ladder(format, function.domains.front(), false, all);
  return all;
}

}  // namespace softlaw::properties::drift
