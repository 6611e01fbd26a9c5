// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <softlaw_subject.h>

#include <type_traits>

namespace softlaw::properties {

// Fills a field with the static member of the same name, if the implementation has one.
#define SOFTLAW_FILL(field)                             \
  if constexpr (requires { &Implementation::field; }) { \
    table.field = &Implementation::field;               \
  }

/// The C table of one format, made from a class of static functions with the fields' names.
template <class Table, class Implementation>
Table fill_table() {
  Table table{};
  table.size = sizeof(Table);
  SOFTLAW_FILL(logsumexp)
  SOFTLAW_FILL(logsumexp_scaled)
  SOFTLAW_FILL(logaddexp)
  SOFTLAW_FILL(softmin)
  SOFTLAW_FILL(softmin_scaled)
  SOFTLAW_FILL(excess)
  SOFTLAW_FILL(softmax)
  SOFTLAW_FILL(softmax_temperature)
  SOFTLAW_FILL(log_softmax)
  SOFTLAW_FILL(log_softmax_temperature)
  SOFTLAW_FILL(softmax_rows)
  SOFTLAW_FILL(log_softmax_rows)
  SOFTLAW_FILL(softplus)
  SOFTLAW_FILL(logistic)
  SOFTLAW_FILL(logsumexp_hessian)
  SOFTLAW_FILL(logsumexp_hessian_vector)
  SOFTLAW_FILL(softmax_derivative)
  SOFTLAW_FILL(entropy)
  SOFTLAW_FILL(huffman_lengths)
  SOFTLAW_FILL(softmax_jet)
  SOFTLAW_FILL(softmax_taylor)
  SOFTLAW_FILL(logsumexp_cumulants)
  SOFTLAW_FILL(logsumexp_derivative)
  SOFTLAW_FILL(cross_entropy)
  SOFTLAW_FILL(kl_divergence)
  SOFTLAW_FILL(surprisal)
  SOFTLAW_FILL(nats_to_bits)
  SOFTLAW_FILL(bits_to_nats)
  SOFTLAW_FILL(softmax_entropy)
  SOFTLAW_FILL(escort)
  SOFTLAW_FILL(cross_entropy_logits)
  SOFTLAW_FILL(cross_entropy_logits_gradient)
  SOFTLAW_FILL(cross_entropy_label)
  SOFTLAW_FILL(cross_entropy_label_gradient)
  SOFTLAW_FILL(regression_logits)
  SOFTLAW_FILL(regression_loss)
  SOFTLAW_FILL(regression_gradient)
  SOFTLAW_FILL(preference)
  SOFTLAW_FILL(bradley_terry)
  SOFTLAW_FILL(choice)
  SOFTLAW_FILL(lattice_softmin)
  SOFTLAW_FILL(lattice_softmin_derivative)
  SOFTLAW_FILL(lattice_softmin_alpha)
  SOFTLAW_FILL(lattice_softmin_mixed)
  SOFTLAW_FILL(lattice_effective_terms)
  SOFTLAW_FILL(lattice_weights)
  SOFTLAW_FILL(lattice_jump)
  SOFTLAW_FILL(lattice_last)
  SOFTLAW_FILL(lattice_nearest)
  return table;
}

/// The same for prefix codes.
template <class Implementation>
softlaw_coding fill_coding() {
  softlaw_coding table{};
  table.size = sizeof(softlaw_coding);
  SOFTLAW_FILL(kraft_sum)
  SOFTLAW_FILL(prefix_encode)
  SOFTLAW_FILL(prefix_decode)
  SOFTLAW_FILL(digit_count)
  SOFTLAW_FILL(block_length)
  SOFTLAW_FILL(block_encode)
  SOFTLAW_FILL(block_decode)
  SOFTLAW_FILL(regression_parameters)
  return table;
}

#undef SOFTLAW_FILL

/// A whole subject from a class template `Of<Real>` and a class of prefix codes, or void for none.
template <template <class> class Of, class Coding = void>
const softlaw_subject& make_subject(const char* name, const char* contract) {
  static const auto binary64 = fill_table<softlaw_binary64, Of<double>>();
  static const auto binary32 = fill_table<softlaw_binary32, Of<float>>();
  static const softlaw_coding* coding = [] {
    if constexpr (std::is_void_v<Coding>) {
      return static_cast<const softlaw_coding*>(nullptr);
    } else {
      static const softlaw_coding table = fill_coding<Coding>();
      return &table;
    }
  }();
  static const softlaw_subject subject{SOFTLAW_SUBJECT_VERSION,
                                       sizeof(softlaw_subject),
                                       name,
                                       contract,
                                       &binary64,
                                       &binary32,
                                       coding};
  return subject;
}

}  // namespace softlaw::properties
