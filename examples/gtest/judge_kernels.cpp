// SPDX-License-Identifier: Apache-2.0
// The same without a test framework: the evidence as values, the report as text.
#include <cstdio>
#include <softlaw/laws.hpp>

#include "kernels.hpp"

int main() {
  softlaw::laws::Subject subject("kernels", "4ulp+4cond");
  subject.has("logsumexp",
              [](std::span<const float> x) { return kernels::logsumexp(x.data(), x.size()); });
  const softlaw::laws::Judgement run = softlaw::laws::verify(subject);
  std::fputs(run.report.c_str(), stdout);
  return run.green() ? 0 : 1;
}
