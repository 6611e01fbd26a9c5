// SPDX-License-Identifier: Apache-2.0
// Entropy and what is measured in nats and bits.
#include <softlaw/reference/condition.hpp>
#include <softlaw/reference/functions.hpp>

#include "arguments.hpp"
#include "call.hpp"
#include "conventions.hpp"

namespace softlaw::properties {
namespace {

namespace ref = softlaw::reference;
using A = const Arguments&;
using F = const FunctionInfo&;

const FunctionInfo& entropy = function(
    {.id = Function::entropy,
     .name = "entropy",
     .parameters = {vector_named("p")},
     .meaning = "minus the sum of p log p, in nats",
     .enclose = [](A a) -> Intervals { return {ref::entropy(enclosed(a, 0))}; },
     .condition = [](A a) -> Intervals { return {ref::condition::entropy(enclosed(a, 0))}; },
     .result_count = one,
     .extended = [](F self, A a) -> Intervals {
       if (has_nan(vector_of(a, 0))) return {not_a_number()};
       return self.enclose(a);
     },
     .check = [](F self, A a) { require_weights(self, a, 0); },
     .call = SOFTLAW_CALL(entropy, a.vector(0), a.size(0))});

}  // namespace
}  // namespace softlaw::properties
