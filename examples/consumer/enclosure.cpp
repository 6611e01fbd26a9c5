// SPDX-License-Identifier: Apache-2.0
// The exact value, to as many digits as one likes to print.
#include <iostream>
#include <softlaw/reference/functions.hpp>

int main() {
  std::cout << "logsumexp " << to_string(softlaw::reference::logsumexp({1000.0, 1000.0}), 40)
            << '\n';
}
