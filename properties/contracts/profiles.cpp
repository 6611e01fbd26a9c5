// SPDX-License-Identifier: Apache-2.0
// The contracts of known algorithms: docs/chapters/profiles.md derives them.
#include "contracts/contract.hpp"

namespace softlaw::properties {
namespace {

/// One bound for most functions and one for derivatives of log-sum-exp and softmax, in which several means are
/// multiplied.
std::string two_bounds(const std::string& most, const std::string& derivatives) {
  const std::string fact = " with in-range";
  std::string text = most + fact;
  for (const char* function :
       {"logsumexp_hessian", "logsumexp_hessian_vector", "softmax_derivative", "softmax_jet",
        "softmax_taylor", "logsumexp_cumulants", "logsumexp_derivative"}) {
    text += std::string("; ") + function + ": " + derivatives + fact;
  }
  return text;
}

const NamedContract& correctly_rounded =
    named_contract({.id = "correctly-rounded",
                    .kind = "profile",
                    .title = "the float nearest to the exact value, ties to even",
                    .text = "correctly-rounded"});

const NamedContract& faithful = named_contract(
    {.id = "faithful",
     .kind = "profile",
     .title = "one of the two floats next to the exact value, or it itself if it is a float",
     .text = "faithful"});

const NamedContract& textbook =
    named_contract({.id = "textbook",
                    .kind = "profile",
                    .title = "m + log sum exp(x - m), exp(x - m) / sum; sums in any fixed order",
                    .text = two_bounds("(2n+8)ulp+(2n+8)plain", "(8n+32)ulp+(8n+32)plain")});

const NamedContract& textbook_online =
    named_contract({.id = "textbook-online",
                    .kind = "profile",
                    .title = "the same in one pass, with a running maximum",
                    .text = two_bounds("(5n+8)ulp+(5n+8)plain", "(16n+32)ulp+(16n+32)plain")});

const NamedContract& careful =
    named_contract({.id = "careful",
                    .kind = "profile",
                    .title = "log1p, the maximum kept apart; sums in any fixed order",
                    .text = two_bounds("(2n+8)ulp+(2n+8)cond", "(8n+32)ulp+(8n+32)cond")});

const NamedContract& careful_online =
    named_contract({.id = "careful-online",
                    .kind = "profile",
                    .title = "the same in one pass, with a running maximum",
                    .text = two_bounds("(5n+8)ulp+(5n+8)cond", "(16n+32)ulp+(16n+32)cond")});

const NamedContract& compensated =
    named_contract({.id = "compensated",
                    .kind = "profile",
                    .title = "careful, with compensated sums",
                    .text = two_bounds("8ulp+8cond", "32ulp+32cond")});

}  // namespace
}  // namespace softlaw::properties
