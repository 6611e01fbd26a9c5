// SPDX-License-Identifier: Apache-2.0
// Each law that applies to the kernels is a test: --gtest_list_tests, --gtest_filter=Kernels.bounds.*
#include "kernels.hpp"

#include <softlaw/laws/gtest.hpp>

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  softlaw::laws::Subject subject("kernels", "4ulp+4cond");
  subject.has("logsumexp",
              [](std::span<const double> x) { return kernels::logsumexp(x.data(), x.size()); });
  subject.has("softmax", [](std::span<const double> x, std::span<double> p) {
    kernels::softmax(x.data(), x.size(), p.data());
  });
  softlaw::laws::add_tests("Kernels", subject);
  return RUN_ALL_TESTS();
}
