// SPDX-License-Identifier: Apache-2.0
// The only file that knows RapidCheck: its random numbers, generators and lazy trees of shrinks.
// Its own loop is not used, for it gives every property the same stream, forgets the values of a
// counterexample and shrinks without bound.
#include "judge/rapidcheck.hpp"

#include <rapidcheck.h>

#include "inputs/shrink.hpp"

namespace softlaw::properties {
namespace {

constexpr int full_size = 100, most_redraws = 50;

/// A case with the tree of its simplifications below it.
rc::Shrinkable<Case> tree(const Inputs& inputs, const Case& root) {
  return rc::shrinkable::shrinkRecur(
      root, [&inputs](const Case& c) { return rc::seq::fromContainer(simpler(inputs, c)); });
}

rc::Gen<Case> generator(const Inputs& inputs, Format format) {
  return rc::Gen<Case>([&inputs, format](const rc::Random& random, int) {
    rc::Random stream(random);
    Source source(stream.next());
    Case drawn = inputs.generate(source, format);
    // in a narrow format a draw may round to an input of which the law does not speak
    for (int again = 0; again < most_redraws && !inputs.hypothesis(drawn); ++again) {
      drawn = inputs.generate(source, format);
    }
    return tree(inputs, drawn);
  });
}

}  // namespace

Case draw(const Law& law, std::uint64_t seed, std::size_t index, Format format) {
  const rc::Random random(case_seed(law.id, seed, index));
  return generator(law.inputs, format)(random, full_size).value();
}

Shrunk shrink(const Inputs& inputs, const Case& start,
              const std::function<bool(const Case&)>& fails, std::size_t budget) {
  Shrunk result{start, 0};
  auto candidates = tree(inputs, start).shrinks();
  for (std::size_t trials = 0; trials < budget; ++trials) {
    const auto candidate = candidates.next();
    if (!candidate) break;
    Case value = candidate->value();
    if (!fails(value)) continue;
    result = {std::move(value), result.steps + 1};
    candidates = candidate->shrinks();
  }
  return result;
}

}  // namespace softlaw::properties
