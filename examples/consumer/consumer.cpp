// SPDX-License-Identifier: Apache-2.0
// The library's results where the textbook formula overflows.
#include <array>
#include <cstdio>
#include <softlaw/softlaw.hpp>

int main() {
  const std::array<double, 2> x{1000.0, 1000.0};
  std::array<double, 2> p{};
  softlaw::softmax(x, p);
  std::printf("logsumexp %.17g\nsoftmax %g %g\n", softlaw::logsumexp(x), p[0], p[1]);
}
