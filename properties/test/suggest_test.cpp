// SPDX-License-Identifier: Apache-2.0
#include "command/suggest.hpp"

#include <gtest/gtest.h>

namespace softlaw::properties {
namespace {

TEST(Suggest, NamesThatContainWhatWasTyped) {
  EXPECT_EQ(did_you_mean("B", {"ab", "cd", "Bc"}), "; did you mean ab, Bc?");
  EXPECT_EQ(did_you_mean("x", {"ab", "cd"}), "");
}

TEST(Suggest, TheNearestWhereNoneContainsIt) {
  EXPECT_EQ(did_you_mean("sofmax", {"softmax", "softmin", "log"}), "; did you mean softmax?");
  EXPECT_EQ(did_you_mean("Softmaxxx", {"softmax"}), "; did you mean softmax?");
  EXPECT_EQ(did_you_mean("softmaxxxx", {"softmax"}), "") << "three letters off";
  EXPECT_EQ(did_you_mean("ax", {"bc", "ac"}), "; did you mean ac?") << "half of the letters";
}

TEST(Suggest, AFewAreShownAndTheRestCounted) {
  EXPECT_EQ(did_you_mean("", {"a", "b", "c", "d", "e"}), "; did you mean a, b, c, d, e?");
  EXPECT_EQ(did_you_mean("", {"a", "b", "c", "d", "e", "f", "g"}),
            "; did you mean a, b, c, d, e or one of 2 more?");
}

}  // namespace
}  // namespace softlaw::properties
