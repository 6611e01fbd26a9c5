// SPDX-License-Identifier: Apache-2.0
#include "kernel/multilinear.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

/// 1 + t_1 + 2 t_2 + 3 t_1 t_2 and the like, with small integers.
BySubset<Scaled> series(std::initializer_list<double> coefficients) {
  BySubset<Scaled> result(coefficients.size());
  std::size_t set = 0;
  for (const double c : coefficients) result[set++] = make_scaled(c);
  return result;
}

double value(const Scaled& a) { return to_double_double(a).hi; }

TEST(Multilinear, TheReciprocalTimesTheSeriesIsOne) {
  const BySubset<Scaled> M = series({1, 1, 2, 3, -1, 4, 0, 7, 1, -2, 5, 1, 2, 2, 3, -3});
  BySubset<Scaled> inverse(M.size());
  reciprocal(M, inverse);
  for (Subset set = 0; set < M.size(); ++set) {
    Scaled product;
    for_each_split(set, 0,
                   [&](Subset part, Subset rest) { product = product + M[part] * inverse[rest]; });
    EXPECT_EQ(value(product), set == 0 ? 1 : 0) << set;
  }
}

TEST(Multilinear, TheLogarithmGivesJointCumulants) {
  // E t1 = 1, E t2 = 2, E t1 t2 = 3, E t3 = -1, E t1 t3 = 4, E t2 t3 = 0, E t1 t2 t3 = 7
  const BySubset<Scaled> M = series({1, 1, 2, 3, -1, 4, 0, 7});
  BySubset<Scaled> log(M.size());
  logarithm(M, log);
  EXPECT_EQ(value(log[1]), 1);
  EXPECT_EQ(value(log[3]), 3 - 1 * 2);
  EXPECT_EQ(value(log[7]), 7 - (3 * -1 + 4 * 2 + 0 * 1) + 2 * 1 * 2 * -1);
}

TEST(Multilinear, CentredProductsAreExactDifferences) {
  const std::vector<double> x{0, 0, 0, 0};
  const std::vector<double> a{1, 2, 3, 6};
  const std::vector<double> b{4, 4, 4, 4};
  const std::span<const double> directions[] = {a, b};
  const SoftmaxWeights<double> p(std::span<const double>(x), find_peak(std::span<const double>(x)));
  const Centred<double> c(p, directions);
  EXPECT_EQ(c.centre(0), 3);
  EXPECT_EQ(c.centre(1), 4);
  BySubset<Scaled> products(4);
  c.products(3, products);
  EXPECT_EQ(value(products[1]), 3);
  EXPECT_TRUE(is_zero(products[3]));
  EXPECT_EQ(value(c.moments(p)[1]), 0);
}

}  // namespace
}  // namespace softlaw::kernel
