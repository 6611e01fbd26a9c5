// SPDX-License-Identifier: Apache-2.0
// The first tier of a build without Highway: it answers nothing.
#include "first_tier.hpp"

namespace softlaw::vector {

bool logsumexp(std::span<const double>, double, double&) { return false; }
bool logsumexp(std::span<const float>, double, float&) { return false; }
bool excess(std::span<const double>, double&) { return false; }
bool excess(std::span<const float>, float&) { return false; }

bool logaddexp(double, double, double&) { return false; }
bool logaddexp(float, float, float&) { return false; }
bool softplus(double, double&) { return false; }
bool softplus(float, float&) { return false; }
bool logistic(double, double&) { return false; }
bool logistic(float, float&) { return false; }

bool softmax(std::span<const double>, double, std::span<double>, const Rest<double>&) {
  return false;
}
bool softmax(std::span<const float>, double, std::span<float>, const Rest<float>&) { return false; }
bool log_softmax(std::span<const double>, double, std::span<double>, const Rest<double>&) {
  return false;
}
bool log_softmax(std::span<const float>, double, std::span<float>, const Rest<float>&) {
  return false;
}

bool entropy(std::span<const double>, double&) { return false; }
bool entropy(std::span<const float>, float&) { return false; }
bool cross_entropy(std::span<const double>, std::span<const double>, double&) { return false; }
bool cross_entropy(std::span<const float>, std::span<const float>, float&) { return false; }
bool kl_divergence(std::span<const double>, std::span<const double>, double&) { return false; }
bool kl_divergence(std::span<const float>, std::span<const float>, float&) { return false; }
bool softmax_entropy(std::span<const double>, double&) { return false; }
bool softmax_entropy(std::span<const float>, float&) { return false; }

bool cross_entropy_label(std::span<const double>, std::size_t, double&) { return false; }
bool cross_entropy_label(std::span<const float>, std::size_t, float&) { return false; }
bool cross_entropy_logits(std::span<const double>, std::span<const double>, double&) {
  return false;
}
bool cross_entropy_logits(std::span<const float>, std::span<const float>, float&) { return false; }
bool cross_entropy_label_gradient(std::span<const double>, std::size_t, std::span<double>,
                                  const Rest<double>&) {
  return false;
}
bool cross_entropy_label_gradient(std::span<const float>, std::size_t, std::span<float>,
                                  const Rest<float>&) {
  return false;
}
bool cross_entropy_logits_gradient(std::span<const double>, std::span<const double>,
                                   std::span<double>, const Rest<double>&) {
  return false;
}
bool cross_entropy_logits_gradient(std::span<const float>, std::span<const float>, std::span<float>,
                                   const Rest<float>&) {
  return false;
}

}  // namespace softlaw::vector
