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
  EXPECT_EQ(did_you_mean("x", {"xa", "xb", "xc", "xd", "xe"}),
            "; did you mean xa, xb, xc, xd, xe?");
  EXPECT_EQ(did_you_mean("x", {"xa", "xb", "xc", "xd", "xe", "xf", "xg"}),
            "; did you mean xa, xb, xc, xd, xe or one of 2 more?");
  EXPECT_EQ(did_you_mean("", {"a"}, ": see the list"), ": see the list") << "all contain nothing";
}

}  // namespace
}  // namespace softlaw::properties
