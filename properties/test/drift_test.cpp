// SPDX-License-Identifier: Apache-2.0
// The parts of drift: outputs as tokens, the file, the comparison, the order of a sum.
#include "drift/drift.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "drift/input_name.hpp"
#include "drift/probes.hpp"
#include "drift/tree.hpp"
#include "subjects/catalogue.hpp"

namespace softlaw::properties::drift {
namespace {

constexpr Format tiny{"tiny", 4, -3, 3};

std::vector<double> all_floats(const Format& format) {
  std::vector<double> all{std::nan(""), -0.0, infinity};
  for (double value = -infinity; value < infinity; value = format.above(value)) {
    all.push_back(value);
  }
  return all;
}

TEST(DriftOutput, EveryPairOfFloatsComesBackFromItsToken) {
  for (const double right : all_floats(tiny)) {
    for (const double given : all_floats(tiny)) {
      const Output is = Output::of(given), should = Output::of(right);
      const std::string token = encode(is, should, tiny);
      EXPECT_EQ(token == "0", is == should) << hexadecimal(given) << ' ' << hexadecimal(right);
      EXPECT_TRUE(decode(token, should, tiny) == is) << token << " from " << hexadecimal(right);
    }
  }
}

TEST(DriftOutput, TheDistanceIsCountedInFloats) {
  EXPECT_EQ(steps(1, Format::binary64.above(1), Format::binary64), 1);
  EXPECT_EQ(steps(1, Format::binary64.below(1), Format::binary64), -1);
  EXPECT_EQ(
      steps(-Format::binary32.min_subnormal(), Format::binary32.min_subnormal(), Format::binary32),
      2);
  const double largest = Format::binary64.max_finite();
  EXPECT_GT(steps(-largest, largest, Format::binary64), 0x1p63);
  std::int64_t at = place(-tiny.max_finite(), tiny);
  for (double value = -tiny.max_finite(); value < infinity; value = tiny.above(value)) {
    EXPECT_EQ(place(value, tiny), at);
    EXPECT_EQ(float_at(at, tiny), value);
    ++at;
  }
}

TEST(DriftOutput, IntegersAndTheLackOfAnAnswerHaveTokens) {
  const Output right = Output::of(Counts{1, 2});
  for (const Output& output :
       {right, Output::of(Counts{}), Output::of(Counts{18446744073709551615u}),
        Output::of(std::optional<Counts>()), Output::lack(), Output::varying()}) {
    EXPECT_TRUE(decode(encode(output, right, Format::binary64), right, Format::binary64) == output);
  }
}

TEST(DriftOutput, ATokenThatIsNoneIsRefused) {
  const Output one = Output::of(1.0), nan = Output::of(std::nan(""));
  for (const char* token : {"", "x", "1.5", "=", "=x", "99999999999999999999"}) {
    EXPECT_THROW(decode(token, one, Format::binary64), std::invalid_argument) << token;
  }
  EXPECT_THROW(decode("3", nan, Format::binary64), std::invalid_argument);
}

std::vector<Outputs> rows(const std::vector<std::vector<double>>& values) {
  std::vector<Outputs> all;
  for (const auto& row : values) {
    Outputs& outputs = all.emplace_back();
    for (const double value : row) outputs.push_back(Output::of(value));
  }
  return all;
}

TEST(DriftTokens, RunsAreCountedAndComeBack) {
  const auto right = rows({{1, 1, 1}, {2}, {}, {4, 4}});
  const auto given = rows({{1, 1, 1}, {2}, {}, {std::nextafter(4, 5), 4}});
  const std::string tokens = to_tokens(given, right, Format::binary64);
  EXPECT_EQ(tokens, "0*4 1 0");
  EXPECT_EQ(from_tokens(tokens, right, Format::binary64), given);
  for (const char* wrong : {"0*4 1", "0*4 1 0 0", "0*4 1 0*2", "0*x", "0*0"}) {
    EXPECT_THROW(from_tokens(wrong, right, Format::binary64), std::invalid_argument) << wrong;
  }
}

TEST(DriftCorpus, EveryFunctionHasInputsThatEvalTakes) {
  std::set<std::string> names;
  for (const Block& block : corpus()) {
    names.insert(block.function->name);
    for (std::size_t i = 0; i < block.inputs.size(); ++i) {
      const Case& input = block.inputs[i];
      EXPECT_NO_THROW(block.function->check(input.arguments)) << input_name(block, i);
      EXPECT_EQ(input.format, block.format);
      EXPECT_EQ(&named_input(input_name(block, i)), &input);
    }
  }
  for (const FunctionItem* function : functions()) {
    EXPECT_TRUE(names.contains(function->name))
        << "softlaw corpus --draw " << function->name << " > properties/drift/corpus/"
        << function->name << ".txt";
  }
}

TEST(DriftCorpus, ItHasEveryClassOfAFunctionsInputs) {
  for (const Block& block : corpus()) {
    std::set<std::string> there;
    for (const Case& input : block.inputs) there.insert(input.input_class);
    EXPECT_TRUE(there.contains("special")) << block.name();
  }
}

TEST(DriftCorpus, ADigestIsTheSameEverywhere) {
  EXPECT_EQ(to_hex(digest("softmax")), "c9518f6ecede7d5a");
}

const Block& block_of(const std::string& name) {
  return *std::ranges::find_if(corpus(), [&](const Block& block) { return block.name() == name; });
}

TEST(DriftBaseline, OutputsComeBackFromTheFile) {
  const std::vector<const Block*> blocks{&block_of("softmax binary32"),
                                         &block_of("huffman_lengths binary64")};
  for (const auto& subject : built_in_subjects()) {
    const auto measured = measure(blocks, subject.get(), {1});
    Baseline baseline;
    std::vector<Approved> all;
    for (const auto& each : measured) {
      if (each.has_function) all.push_back(approved(each));
    }
    baseline.subject = subject->name();
    baseline.approve({"p", "l", "c"}, all, {"2026-01-01", "a reason, with: signs"});
    const Baseline again = Baseline::read(baseline.text());
    EXPECT_EQ(again.text(), baseline.text());
    ASSERT_EQ(again.records.size(), 1u);
    for (const auto& each : measured) {
      const Approved* there = again.records.front().find(each.block->name());
      if (!each.has_function) continue;
      ASSERT_TRUE(there);
      EXPECT_EQ(rebuild(*there, *each.block, each.right), each.given) << subject->name();
    }
  }
}

TEST(DriftBaseline, AChangedFileIsNoticed) {
  const Block& block = block_of("softmax binary32");
  const auto measured = measure({&block}, built_in_subjects().back().get(), {1});
  Approved kept = approved(measured.front());
  ASSERT_FALSE(kept.classes.empty());
  Approved more = kept;
  more.classes["no such class"] = "0";
  EXPECT_THROW(rebuild(more, block, measured.front().right), std::invalid_argument);
  kept.classes.begin()->second.front() = '7';
  EXPECT_THROW(rebuild(kept, block, measured.front().right), std::invalid_argument);
}

TEST(DriftBaseline, MachinesOfEqualOutputsShareARecord) {
  const Machine a{"p", "l", "gcc"}, b{"p", "l", "clang"}, c{"q", "m", "gcc"};
  const std::vector<Approved> some{{"softmax", "binary64", 1, 2, 3, {}}};
  const std::vector<Approved> other{{"softmax", "binary64", 1, 2, 4, {{"everyday", "1"}}}};
  Baseline baseline;
  baseline.approve(a, some, {"d", "one"});
  baseline.approve(b, some, {"d", "two"});
  EXPECT_EQ(baseline.records.size(), 1u);
  baseline.approve(b, other, {"d", "three"});
  ASSERT_EQ(baseline.records.size(), 2u);
  EXPECT_EQ(baseline.nearest(b)->blocks, other);
  EXPECT_EQ(baseline.nearest(c)->blocks, some);
  baseline.approve(b, some, {"d", "four"});
  EXPECT_EQ(baseline.records.size(), 1u);
  EXPECT_EQ(baseline.log.size(), 4u);
}

TEST(DriftBaseline, ABadLineIsNamed) {
  const auto refusal = [](const std::string& text) -> std::string {
    try {
      Baseline::read(text);
      return "";
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
  };
  EXPECT_NE(refusal("").find("does not begin with"), std::string::npos);
  EXPECT_NE(refusal("softlaw baseline 9\n").find("this build reads"), std::string::npos);
  EXPECT_NE(refusal("softlaw baseline 1\ncorpus x\n").find("line 2"), std::string::npos);
  EXPECT_NE(refusal("softlaw baseline 1\n\nnonsense\n").find("line 3: 'nonsense'"),
            std::string::npos);
  EXPECT_NE(refusal("softlaw baseline 1\n[everyday] 0\n").find("a machine must come first"),
            std::string::npos);
  EXPECT_NE(refusal("softlaw baseline 1\nmachine x\n").find("line 2"), std::string::npos);
}

Change change(double right, double before, double after) {
  const Block& block = block_of("logistic binary64");
  Block one{block.function, block.format, {block.inputs.front()}, 0};
  const auto compared = compare(one, rows({{right}}), rows({{before}}), rows({{after}}));
  for (std::size_t i = 0; i < changes; ++i) {
    if (compared.all.count[i]) return static_cast<Change>(i);
  }
  return Change::unchanged;
}

TEST(DriftMovement, AChangeIsNamedByWhereItLeads) {
  const double up = std::nextafter(1, 2), upper = std::nextafter(up, 2);
  EXPECT_EQ(change(1, 1, 1), Change::unchanged);
  EXPECT_EQ(change(1, up, 1), Change::newly_right);
  EXPECT_EQ(change(1, 1, up), Change::newly_wrong);
  EXPECT_EQ(change(1, upper, up), Change::toward);
  EXPECT_EQ(change(1, up, upper), Change::away);
  EXPECT_EQ(change(1, 1, std::nan("")), Change::newly_special);
  EXPECT_EQ(change(1, up, infinity), Change::newly_special);
  EXPECT_EQ(change(1, infinity, std::nan("")), Change::across);
  EXPECT_EQ(change(1, infinity, up), Change::toward);
  EXPECT_EQ(change(0, 0, -0.0), Change::newly_wrong);
  EXPECT_EQ(change(infinity, infinity, 1), Change::newly_wrong);
}

TEST(DriftMovement, BucketsHoldTheirMovements) {
  EXPECT_EQ(bucket_text(bucket(1)), "+1");
  EXPECT_EQ(bucket_text(bucket(-2)), "-2");
  EXPECT_EQ(bucket_text(bucket(3)), "+3..4");
  EXPECT_EQ(bucket_text(bucket(4)), "+3..4");
  EXPECT_EQ(bucket_text(bucket(-5)), "-5..8");
  EXPECT_EQ(bucket_text(bucket(infinity)), "special");
  EXPECT_EQ(bucket_text(bucket(0)), "sign of 0");
}

/// The answers that a sum gives to the probes of order, on any tree: here of a loop in lanes.
Tree::Met met_in_lanes(std::size_t n, std::size_t lanes) {
  Tree::Met met(n, std::vector(n, std::vector<bool>(n)));
  for (const Triple& t : triples(n)) {
    std::vector<double> lane(lanes);
    for (std::size_t i = 0; i < n; ++i) {
      const bool small = i == t.first || i == t.second;
      lane[i % lanes] += i == t.one ? 1 : small ? 0.75 * 0x1p-53 : 0;
    }
    double sum = lane[0];
    for (std::size_t k = 1; k < lanes; ++k) sum += lane[k];
    met[t.one][t.first][t.second] = met[t.one][t.second][t.first] = sum > 1;
  }
  return met;
}

TEST(DriftTree, TheOrderOfASumIsFoundByAbsorption) {
  const char* names[] = {"in order", "in 2 lanes, then in order", "in 4 lanes, then in order"};
  for (std::size_t k = 0; k < 3; ++k) {
    const auto tree = Tree::of(met_in_lanes(16, std::size_t{1} << k));
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->name(), names[k]);
  }
  const auto odd = Tree::of(met_in_lanes(8, 3));
  ASSERT_TRUE(odd);
  EXPECT_EQ(odd->name(), "((((0 3) 6) ((1 4) 7)) (2 5))");
  Tree::Met none(4, std::vector(4, std::vector<bool>(4)));
  EXPECT_FALSE(Tree::of(none));
}

}  // namespace
}  // namespace softlaw::properties::drift
