// SPDX-License-Identifier: Apache-2.0
// That the inputs have the properties of their classes: adversarial ones are adversarial.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <softlaw/reference/functions.hpp>

#include "inputs/inputs.hpp"
#include "inputs/shrink.hpp"

namespace softlaw::properties {
namespace {

constexpr Format formats[] = {Format::binary64, Format::binary32};

const VectorClass& class_named(const std::string& name) {
  return *std::ranges::find(vector_classes(), name, &VectorClass::name);
}

std::vector<Vector> draws(const std::string& name, Format format, int count = 200) {
  Source source(7);
  std::vector<Vector> all;
  all.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    all.push_back(class_named(name).draw(source, Landscape::of(format)));
  }
  return all;
}

double logsumexp(const Vector& x) { return midpoint_double(reference::logsumexp(enclose(x))); }

TEST(Generate, EveryClassGivesFiniteFloatsOfTheFormat) {
  for (const VectorClass& c : vector_classes()) {
    for (Format format : formats) {
      for (const Vector& x : draws(c.name, format)) {
        ASSERT_FALSE(x.empty()) << c.name;
        for (double e : x) {
          EXPECT_TRUE(std::isfinite(e) && format.contains(e)) << c.name << " " << e;
        }
      }
    }
  }
}

TEST(Generate, CancellationComesNextToZero) {
  for (Format format : formats) {
    int near = 0, very_near = 0;
    const int p = format.precision;
    for (const Vector& x : draws("cancellation", format)) {
      const double lse = std::fabs(logsumexp(x));
      near += lse < std::ldexp(8, -p);
      very_near += lse < std::ldexp(1, -p - 20);
    }
    EXPECT_GT(near, 190);
    EXPECT_GT(very_near, 80);
  }
}

TEST(Generate, AbsorptionIsAtTheEdgeOfHalfAnUlp) {
  int lost = 0, kept = 0;
  for (const Vector& x : draws("absorption", Format::binary64)) {
    const double excess = midpoint_double(reference::excess(enclose(x)));
    (excess < 0x1p-53 ? lost : kept) += 1;
  }
  EXPECT_GT(lost, 20);
  EXPECT_GT(kept, 20);
}

TEST(Generate, UnderflowReachesSubnormalsAndZero) {
  int subnormal = 0, zero = 0;
  for (const Vector& x : draws("underflow", Format::binary64)) {
    for (const Interval& p : reference::softmax(enclose(x))) {
      const double value = midpoint_double(p);
      subnormal += value > 0 && value < 0x1p-1022;
      zero += value == 0;
    }
  }
  EXPECT_GT(subnormal, 20);
  EXPECT_GT(zero, 20);
}

TEST(Generate, TiesAreExact) {
  for (const Vector& x : draws("exact ties", Format::binary32)) {
    std::map<double, int> count;
    for (double e : x) ++count[e];
    EXPECT_TRUE(std::ranges::any_of(count, [](const auto& c) { return c.second > 1; }));
  }
}

TEST(Generate, LongVectorsPassEveryRegister) {
  for (const Vector& x : draws("long", Format::binary64)) EXPECT_GE(x.size(), 15u);
}

TEST(Generate, ADistributionSumsToOneExactly) {
  Source source(3);
  for (Format format : formats) {
    for (int i = 0; i < 500; ++i) {
      const Vector p = draw_simplex(source, format, source.size(1, 40));
      double total = 0;
      for (double e : p) total = (Vector{total} + e).front();  // throws if it rounds
      EXPECT_EQ(total, 1.0);
    }
  }
}

TEST(Generate, EveryInputMeetsItsHypothesis) {
  const std::vector<Inputs> all{one_vector(),
                                one_vector(2),
                                one_number(),
                                two_numbers(),
                                vector_and_shift(),
                                vector_and_scale(),
                                vector_and_two_scales(),
                                vector_and_power_of_two(),
                                vector_and_integer("k", 1, 5),
                                two_vectors(),
                                two_vectors_exact_difference(),
                                two_vectors_of_any_length(),
                                chord(),
                                vector_and_directions(3),
                                matrix(),
                                special_vector(),
                                distribution(),
                                two_distributions(),
                                weights_and_radix(),
                                lengths_and_radix()};
  for (const Inputs& inputs : all) {
    for (int i = 0; i < 400; ++i) {
      Source source(mix(static_cast<std::uint64_t>(i)));
      const Case c = inputs.generate(source, formats[i % 2]);
      EXPECT_TRUE(inputs.hypothesis(c)) << inputs.hypothesis_text << ": " << to_input(c);
      EXPECT_EQ(c.arguments.size(), inputs.parameters.size());
    }
  }
}

TEST(Generate, SeedsOfCasesDiffer) {
  EXPECT_EQ(case_seed("a.b", 1, 2), case_seed("a.b", 1, 2));
  EXPECT_NE(case_seed("a.b", 1, 2), case_seed("a.b", 1, 3));
  EXPECT_NE(case_seed("a.b", 1, 2), case_seed("a.b", 2, 2));
  EXPECT_NE(case_seed("a.b", 1, 2), case_seed("a.c", 1, 2));
}

TEST(Shrink, CandidatesMeetTheHypothesis) {
  const Inputs inputs = vector_and_shift();
  Source source(11);
  const Case start = inputs.generate(source, Format::binary32);
  const auto candidates = simpler(inputs, start);
  EXPECT_FALSE(candidates.empty());
  for (const Case& candidate : candidates) EXPECT_TRUE(inputs.hypothesis(candidate));
}

TEST(Shrink, EndsAtTheSimplestCase) {
  const Inputs inputs = one_vector();
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Source source(seed);
    Case current = inputs.generate(source, Format::binary64);
    std::size_t steps = 0;
    for (auto next = simpler(inputs, current); !next.empty(); next = simpler(inputs, current)) {
      current = next.back();  // the least bold way down
      ASSERT_LT(++steps, 200000u);
      if (std::get<Vector>(current.arguments[0]).size() > 20) {
        current = simpler(inputs, current).front();
      }
    }
    EXPECT_EQ(std::get<Vector>(current.arguments[0]), Vector{0});
  }
}

}  // namespace
}  // namespace softlaw::properties
