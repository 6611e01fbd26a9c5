// SPDX-License-Identifier: Apache-2.0
// The contract of our library, as its headers state it.
#include "contracts/contract.hpp"

namespace softlaw::properties {
namespace {

std::string text_of_ours() {
  std::string text = "0.5001ulp+0.00390625cond with in-range";
  for (const char* function : {"logsumexp",
                               "logsumexp_scaled",
                               "logaddexp",
                               "softmin",
                               "softmin_scaled",
                               "excess",
                               "softmax",
                               "softmax_temperature",
                               "softmax_rows",
                               "log_softmax",
                               "log_softmax_temperature",
                               "log_softmax_rows",
                               "softplus",
                               "logistic",
                               "log_logistic",
                               "logit",
                               "log1mexp",
                               "logsubexp",
                               "softplus_inverse",
                               "entropy",
                               "softmax_entropy",
                               "cross_entropy",
                               "kl_divergence",
                               "surprisal",
                               "nats_to_bits",
                               "bits_to_nats",
                               "escort",
                               "cross_entropy_logits",
                               "cross_entropy_logits_gradient",
                               "cross_entropy_label",
                               "cross_entropy_label_gradient",
                               "preference",
                               "bradley_terry",
                               "choice"}) {
    text += std::string("; ") + function + ": correctly-rounded";
  }
  return text;
}

const NamedContract& ours = named_contract(
    {.id = "softlaw",
     .kind = "profile",
     .title = "our library: the core correctly rounded, other functions as careful pairs give them",
     .text = text_of_ours()});

}  // namespace
}  // namespace softlaw::properties
