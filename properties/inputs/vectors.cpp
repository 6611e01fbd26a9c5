// SPDX-License-Identifier: Apache-2.0
#include "inputs/vectors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "inputs/cancellation.hpp"

namespace softlaw::properties {
namespace {

std::size_t short_length(Source& source) { return source.size(2, source.one_in(4) ? 9 : 4); }

/// Sum of four uniforms: bell-shaped, with variance 1.
double bell(Source& source) {
  double total = 0;
  for (int i = 0; i < 4; ++i) total += source.uniform(-1, 1);
  return total * std::sqrt(0.75);
}

template <class Entry>
Vector fill(std::size_t n, const Landscape& format, Entry&& entry) {
  Vector x(n);
  for (double& e : x) e = format.round(entry());
  return x;
}

Vector everyday(Source& s, const Landscape& f) {
  const double scale = s.one_of({0.125, 1.0, 8.0, 64.0});
  return fill(short_length(s), f, [&] { return scale * bell(s); });
}

Vector any_exponent(Source& s, const Landscape& f) {
  return fill(short_length(s), f, [&] {
    const auto exponent = static_cast<int>(s.integer(-40, std::min(f.wide, 9)));
    return std::ldexp(s.uniform(1, 2), exponent) * s.one_of({-1.0, 1.0});
  });
}

/// The whole format, from the subnormal to the largest numbers; the entries are of one size.
Vector one_magnitude(Source& s, const Landscape& f) {
  const int least = f.format.emin - f.format.precision + 1;
  auto exponent = static_cast<int>(s.integer(least, f.format.emax));
  if (s.one_in(3)) exponent = f.format.emax - static_cast<int>(s.size(0, 2));  // products overflow
  const std::size_t n = s.one_in(3) ? 1 : short_length(s);
  const double sign = s.one_of({-1.0, 1.0});
  return fill(n, f, [&] {
    const double entry = std::ldexp(s.uniform(0.5, 1), exponent) * (s.one_in(4) ? -sign : sign);
    return s.one_in(4) ? entry : 2 * entry;
  });
}

Vector small_dyadics(Source& s, const Landscape& f) {
  return fill(short_length(s), f, [&] { return static_cast<double>(s.integer(-64, 64)) / 8; });
}

Vector exact_ties(Source& s, const Landscape& f) {
  Vector x = everyday(s, f);
  const double tied = s.one_in(2) ? maximum(x) : x.front();
  for (std::size_t copies = s.size(1, 3); copies > 0; --copies) x.push_back(tied);
  std::swap(x[s.size(0, x.size() - 1)], x.back());
  return x;
}

Vector all_equal(Source& s, const Landscape& f) {
  return Vector(s.size(1, 12), f.round(8 * bell(s)));
}

Vector near_ties(Source& s, const Landscape& f) {
  const double centre = f.round(s.one_of({1.0, 100.0}) * bell(s));
  Vector x{centre};
  for (std::size_t n = s.size(1, 4); n > 0; --n) {
    x.push_back(s.one_in(2) ? f.above(x.back()) : f.below(x.back()));
  }
  return x;
}

Vector gaps(Source& s, const Landscape& f, double low, double high) {
  const double top = f.round(s.one_of({0.0, 1.0, -3.0}) * bell(s));
  Vector x{top};
  for (std::size_t n = s.size(1, 4); n > 0; --n) x.push_back(f.round(top - s.uniform(low, high)));
  std::swap(x[s.size(0, x.size() - 1)], x.front());
  return x;
}

Vector absorption(Source& s, const Landscape& f) {
  return gaps(s, f, f.absorption_low, f.absorption_high);
}

Vector underflow(Source& s, const Landscape& f) { return gaps(s, f, f.within_exp, f.beyond_exp); }

Vector dominant(Source& s, const Landscape& f) {
  Vector x = everyday(s, f);
  x[s.size(0, x.size() - 1)] += f.round(s.uniform(4, f.absorption_low));
  for (double& entry : x) entry = f.round(entry);
  return x;
}

Vector offset(Source& s, const Landscape& f) {
  const double largest = f.largest_offset(), usual = std::min(1e3, largest / 8);
  const double magnitude = std::exp(s.uniform(std::log(usual), std::log(largest)));
  const double centre =
      s.one_of({-1.0, 1.0}) * (s.one_in(2) ? s.uniform(usual, std::min(1e6, largest)) : magnitude);
  return fill(short_length(s), f, [&] { return centre + 4 * bell(s); });
}

Vector subnormal(Source& s, const Landscape& f) {
  const double tiny = f.format.min_subnormal();
  return fill(short_length(s), f,
              [&] { return tiny * static_cast<double>(s.integer(-1000, 1000)); });
}

/// A power of two from 2^7 to 2^12, one less, or one more: blocks of loops, and their remainders.
std::size_t length_of_blocks(Source& s) {
  return (std::size_t{1} << s.size(7, 12)) + s.size(0, 2) - 1;
}

Vector long_vector(Source& s, const Landscape& f) {
  const std::size_t n = s.one_in(12) ? length_of_blocks(s) : s.size(15, 70);
  const double scale = s.one_of({1.0, 8.0});
  Vector x = fill(n, f, [&] { return scale * bell(s); });
  if (s.one_in(2)) {  // the largest entry first, last, or in what a loop by blocks leaves over
    const auto largest = std::ranges::max_element(x);
    const std::size_t place =
        s.one_of({std::size_t{0}, n - 1, n - 1 - s.size(0, std::min<std::size_t>(n, 16) - 1)});
    std::swap(*largest, x[place]);
    // far above the others: a maximum that is missed shows at once
    if (s.one_in(4)) x[place] = f.round(s.uniform(0, 1.5 * f.beyond_exp));
  }
  return x;
}

Vector sorted(Source& s, const Landscape& f) {
  Vector x = s.one_in(2) ? everyday(s, f) : long_vector(s, f);
  std::ranges::sort(x);
  if (s.one_in(2)) std::ranges::reverse(x);
  return x;
}

Vector single(Source& s, const Landscape& f) { return {f.round(100 * bell(s))}; }

Vector mixture(Source& s, const Landscape& f) {
  Vector x = any_exponent(s, f);
  const Vector other = s.one_in(2) ? absorption(s, f) : everyday(s, f);
  x.insert(x.end(), other.begin(), other.end());
  return x;
}

const std::array<VectorClass, 17> classes{{
    {"everyday", "the scales that people use", everyday},
    {"any exponent", "magnitudes from 2^-40 to 2^9 side by side", any_exponent},
    {"one magnitude", "any exponent of the format, the same for all entries", one_magnitude},
    {"small dyadics", "few bits: sums and products are exact", small_dyadics},
    {"exact ties", "several equal entries, often the maximum", exact_ties},
    {"all equal", "softmax is uniform, the excess is log n", all_equal},
    {"near ties", "neighbouring floats", near_ties},
    {"absorption", "the other terms are about half an ulp of the largest", absorption},
    {"underflow", "the other terms are subnormal or vanish", underflow},
    {"dominant", "one entry takes nearly all", dominant},
    {"offset", "a large common offset", offset},
    {"cancellation", "logsumexp is next to 0", draw_cancellation},
    {"subnormal", "entries are subnormal", subnormal},
    {"long", "longer than any vector register", long_vector},
    {"sorted", "ascending or descending", sorted},
    {"single", "one entry", single},
    {"mixture", "two of these in one vector", mixture},
}};

}  // namespace

Landscape Landscape::of(const Format& format) {
  const double ln2 = std::log(2.0);
  // round figures, because people read them: 700 and 750 in binary64, 80 and 110 in binary32
  const double normal = -format.emin * ln2, gone = normal + format.precision * ln2;
  const double figure = normal > 20 ? 10 : 0.25;
  const double absorbed = format.precision * ln2;
  return {.format = format,
          .absorption_low = std::floor(absorbed - ln2),
          .absorption_high = std::ceil(absorbed + ln2),
          .within_exp = std::floor(normal / figure) * figure,
          .beyond_exp = std::ceil(gone / figure) * figure,
          .wide = format.emax - format.emax / 32};
}

double Landscape::largest_offset() const { return std::ldexp(1.0, wide); }

std::span<const VectorClass> vector_classes() { return classes; }

Vector draw_vector(Source& source, Format format, std::string& input_class) {
  const VectorClass& chosen = classes[source.size(0, classes.size() - 1)];
  input_class = chosen.name;
  return chosen.draw(source, Landscape::of(format));
}

Vector draw_grid(Source& source, Format format, std::size_t n, int spare) {
  const int bits = std::clamp(format.precision - spare, 1, 40);
  const auto used = static_cast<int>(source.integer(std::min(3, bits), bits));
  const std::int64_t limit = std::int64_t{1} << used;
  const auto top = static_cast<int>(source.integer(-2, 6));
  Vector x(n);
  for (double& entry : x) {
    entry = std::ldexp(static_cast<double>(source.integer(-limit, limit)), top - used);
  }
  return x;
}

void share_a_grid(Vector& x, double& c, Format format) {
  double largest = std::fabs(c);
  for (double entry : x) largest = std::max(largest, std::fabs(entry));
  if (largest == 0) return;
  // |x + c| < 2^(e+2): on a grid of 2^(e+2-p) it has at most p bits.
  const double grid =
      std::max(std::ldexp(1.0, std::ilogb(largest) + 2 - format.precision), format.min_subnormal());
  const auto snap = [&](double value) { return std::nearbyint(value / grid) * grid; };
  for (double& entry : x) entry = snap(entry);
  c = snap(c);
}

Vector draw_simplex(Source& source, Format format, std::size_t n) {
  const int bits = format.precision - 1;
  const std::int64_t whole = std::int64_t{1} << source.integer(std::min(bits, 8), bits);
  // cut [0, whole] at n - 1 places, evenly or crowded towards 0
  const double crowding = source.one_of({1.0, 4.0, 12.0});
  std::vector<std::int64_t> cuts{0, whole};
  for (std::size_t i = 1; i < n; ++i) {
    cuts.push_back(
        static_cast<std::int64_t>(std::pow(source.unit(), crowding) * static_cast<double>(whole)));
  }
  std::ranges::sort(cuts);
  Vector p;
  for (std::size_t i = 0; i < n; ++i) {
    p.push_back(static_cast<double>(cuts[i + 1] - cuts[i]) / static_cast<double>(whole));
  }
  return p;
}

}  // namespace softlaw::properties
