// SPDX-License-Identifier: Apache-2.0
// Distributions of few bits, whose products and mixtures are exact: information_inputs.hpp declares
// them.
#include <algorithm>
#include <cmath>

#include "families/information/inputs/inputs.hpp"
#include "inputs/admit.hpp"

namespace softlaw::properties {
namespace {

/// A distribution of n entries on a grid of 2^-bits, zeros among them.
Vector draw_coarse(Source& source, std::size_t n, int bits) {
  const std::int64_t whole = std::int64_t{1} << bits;
  Vector v(n);
  if (source.one_in(8)) {
    v[source.size(0, n - 1)] = 1;
    return v;
  }
  // zeros now and then only: with them a relative entropy is mostly infinite, and says little
  const std::int64_t least = source.one_in(4) ? 0 : 1;
  const std::int64_t rest = whole - least * static_cast<std::int64_t>(n);
  std::vector<std::int64_t> cuts{0, rest};
  for (std::size_t i = 1; i < n; ++i) cuts.push_back(source.integer(0, rest));
  std::ranges::sort(cuts);
  for (std::size_t i = 0; i < n; ++i) {
    v[i] = std::ldexp(static_cast<double>(cuts[i + 1] - cuts[i] + least), -bits);
  }
  return v;
}

/// Whether the entries from `first` on are a distribution on the grid.
bool is_coarse(const Vector& v, std::size_t first, std::size_t n, int bits) {
  double total = 0;
  for (std::size_t i = first; i < first + n; ++i) {
    const double units = std::ldexp(v[i], bits);
    if (!(units >= 0) || units != std::floor(units) || v[i] > 1) return false;
    total += v[i];
  }
  return total == 1;
}

constexpr int grid = 6;

/// Three places to move mass between without a change of the sum of p and that of p l.
Vector neutral_direction(Source& source, const Integers& lengths) {
  Vector direction(lengths.size(), 0.0);
  const std::size_t n = lengths.size(), i = source.size(0, n - 1), j = source.size(0, n - 1),
                    k = source.size(0, n - 1);
  const auto length = [&](std::size_t at) { return static_cast<double>(lengths[at]); };
  direction[i] += length(j) - length(k);
  direction[j] += length(k) - length(i);
  direction[k] += length(i) - length(j);
  return direction;
}

/// 2^-lengths.
Vector dyadic(const Integers& lengths) {
  Vector v;
  for (auto length : lengths) v.push_back(std::ldexp(1.0, -static_cast<int>(length)));
  return v;
}

double mean_length(const Vector& v, const Integers& lengths) {
  double sum = 0;  // exact: lengths are small and v on a grid
  for (std::size_t i = 0; i < v.size(); ++i) sum += v[i] * static_cast<double>(lengths[i]);
  return sum;
}

/// Every outcome in two halves, and the channel that joins them again: it loses nothing.
Case joined_halves(Source& source, Format format) {
  Case c = empty_case(format);
  c.input_class = "halves joined";
  const std::size_t n = source.size(1, 3);
  for (int which = 0; which < 2; ++which) {
    Vector halves;
    for (double entry : draw_coarse(source, n, grid - 1)) halves.insert(halves.end(), 2, entry / 2);
    c.arguments.emplace_back(std::move(halves));
  }
  Vector matrix(2 * n * n, 0.0);
  for (std::size_t i = 0; i < 2 * n; ++i) matrix[i * n + i / 2] = 1;
  c.arguments.emplace_back(std::move(matrix));
  return c;
}

}  // namespace

Inputs coarse_distributions(std::size_t count, std::size_t longest) {
  Inputs inputs;
  for (std::size_t i = 0; i < count; ++i) {
    inputs.parameters.push_back({std::string(1, "pqrst"[i]), Kind::vector});
  }
  inputs.hypothesis_text = "distributions of one length, at most " + std::to_string(longest) +
                           ", on a grid of 2^-" + std::to_string(grid);
  inputs.generate = [=](Source& source, Format format) {
    Case c = empty_case(format);
    c.input_class = "coarse";
    const std::size_t n = source.size(1, longest);
    for (std::size_t i = 0; i < count; ++i) c.arguments.emplace_back(draw_coarse(source, n, grid));
    return c;
  };
  inputs.hypothesis = [=](const Case& c) {
    if (!one_length(c) || vector_at(c, 0).size() > longest) return false;
    for (std::size_t i = 0; i < count; ++i) {
      const Vector& v = vector_at(c, i);
      if (!is_coarse(v, 0, v.size(), grid)) return false;
    }
    return true;
  };
  return inputs;
}

Inputs certain_or_coarse_distributions() {
  Inputs inputs = coarse_distributions(2, 5);
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    if (!source.one_in(3)) return c;
    c.input_class = "certain and even";
    const std::size_t n = source.one_of<std::size_t>({2, 3, 5});
    Vector certain(n, 0.0), even(n, std::ldexp(static_cast<double>(source.integer(0, 16)), -grid));
    certain.front() = 1;
    even.front() = 1 - static_cast<double>(n - 1) * even.back();
    c.arguments = {std::move(certain), std::move(even)};
    return c;
  };
  return inputs;
}

/// p and r on the first entries, q and s on others: the relative entropies add up to that of the mixtures.
Case apart(Source& source, Case c) {
  c.input_class = "supports apart";
  const std::size_t first = source.size(1, 2), second = source.size(1, 2);
  for (std::size_t i = 0; i < 4; ++i) {
    const bool in_front = i % 2 == 0;
    const Vector v = draw_coarse(source, in_front ? first : second, grid);
    Vector placed(in_front ? 0 : first);
    placed.insert(placed.end(), v.begin(), v.end());
    placed.resize(first + second);
    c.arguments[i] = std::move(placed);
  }
  return c;
}

Inputs coarse_mixtures() {
  Inputs inputs = coarse_distributions(5, 4);
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    Case c = draw(source, format);
    if (source.one_in(3)) return c;
    if (source.one_in(2)) return apart(source, std::move(c));
    c.input_class = "one pair equal";
    c.arguments[2] = c.arguments[0];
    return c;
  };
  return inputs;
}

Inputs coarse_channel() {
  Inputs inputs = coarse_distributions(2, 6);
  const auto admits = inputs.hypothesis;
  inputs.parameters.push_back({"K", Kind::vector});
  inputs.hypothesis_text += ", K a matrix whose rows are such";
  inputs.generate = [draw = inputs.generate](Source& source, Format format) {
    if (source.one_in(3)) return joined_halves(source, format);
    Case c = draw(source, format);
    const std::size_t columns = source.size(1, 4);
    Vector matrix;
    for (std::size_t row = 0; row < vector_at(c, 0).size(); ++row) {
      const Vector v = draw_coarse(source, columns, grid);
      matrix.insert(matrix.end(), v.begin(), v.end());
    }
    c.arguments.emplace_back(std::move(matrix));
    return c;
  };
  inputs.hypothesis = [admits](const Case& c) {
    Case both = c;
    both.arguments.pop_back();
    const Vector& matrix = vector_at(c, 2);
    const std::size_t rows = vector_at(c, 0).size();
    if (rows == 0 || matrix.empty() || matrix.size() % rows != 0 || !admits(both)) return false;
    const std::size_t columns = matrix.size() / rows;
    for (std::size_t row = 0; row < rows; ++row) {
      if (!is_coarse(matrix, row * columns, columns, grid)) return false;
    }
    return true;
  };
  return inputs;
}

Inputs coarse_square() {
  return {{{"joint", Kind::vector}},
          "a distribution of n x n entries on a grid of 2^-8, 2 <= n <= 5",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            const std::size_t n = source.one_of<std::size_t>({2, 3, 5, 3, 4});
            Vector joint = draw_coarse(source, n * n, 8);
            c.input_class = "any";
            if (n != 4 && source.one_in(2)) {
              // one observation, and all errors alike: where Fano's inequality is an equality
              c.input_class = "even errors";
              const double error = std::ldexp(static_cast<double>(source.integer(0, 63)), -8);
              std::ranges::fill(joint, 0.0);
              for (std::size_t i = 0; i < n; ++i) joint[i * n] = error;
              joint[0] = 1 - static_cast<double>(n - 1) * error;
            }
            c.arguments = {std::move(joint)};
            return c;
          },
          [](const Case& c) {
            const Vector& joint = vector_at(c, 0);
            const auto n = static_cast<std::size_t>(std::sqrt(static_cast<double>(joint.size())));
            return n >= 2 && n <= 5 && n * n == joint.size() && finite(c) &&
                   is_coarse(joint, 0, joint.size(), 8);
          }};
}

Inputs mean_preserving_distribution() {
  return {{{"lengths", Kind::integers}, {"p", Kind::vector}},
          "lengths of a complete binary code, at most 9; p on a grid of 2^-18 with the sum and the "
          "mean "
          "length of 2^-lengths",
          [](Source& source, Format format) {
            Case c = empty_case(format);
            c.input_class = "complete code";
            Integers lengths{1, 1};
            for (std::size_t splits = source.size(0, 7); splits > 0; --splits) {
              const std::size_t leaf = source.size(0, lengths.size() - 1);
              lengths.push_back(++lengths[leaf]);
            }
            Vector v = dyadic(lengths);
            const Vector direction = neutral_direction(source, lengths);
            double step = std::ldexp(1.0, -static_cast<int>(source.integer(2, 18)));
            const auto leaves_simplex = [&] {
              for (std::size_t i = 0; i < v.size(); ++i) {
                if (v[i] + step * direction[i] < 0) return true;
              }
              return false;
            };
            while (step >= 0x1p-18 && leaves_simplex()) step /= 2;
            if (step < 0x1p-18) step = 0;
            for (std::size_t i = 0; i < v.size(); ++i) v[i] += step * direction[i];
            c.arguments = {std::move(lengths), std::move(v)};
            return c;
          },
          [](const Case& c) {
            const auto& lengths = std::get<Integers>(c.arguments[0]);
            const Vector& v = vector_at(c, 1);
            if (lengths.size() != v.size() || v.empty()) return false;
            if (std::ranges::any_of(lengths, [](auto l) { return l < 1 || l > 9; })) return false;
            const Vector r = dyadic(lengths);
            return is_coarse(r, 0, r.size(), 18) && is_coarse(v, 0, v.size(), 18) &&
                   mean_length(v, lengths) == mean_length(r, lengths);
          }};
}

}  // namespace softlaw::properties
