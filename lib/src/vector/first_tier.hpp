// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>

/// The first tier: vectors of pairs, and a test at the end whether the result is the rounded one.
///
/// Every function returns whether it has answered. The second tier answers the other calls, among them all
/// special values.
namespace softlaw::vector {

/// log(sum exp(lambda x_i)) / lambda for lambda > 0.
bool logsumexp(std::span<const double> x, double lambda, double& result);
bool logsumexp(std::span<const float> x, double lambda, float& result);

/// log sum exp(x_i - max x).
bool excess(std::span<const double> x, double& result);
bool excess(std::span<const float> x, float& result);

/// The functions of one and two numbers.
bool logaddexp(double a, double b, double& result);
bool logaddexp(float a, float b, float& result);
bool softplus(double t, double& result);
bool softplus(float t, float& result);
bool logistic(double t, double& result);
bool logistic(float t, float& result);

/// Sums over one and two distributions.
bool entropy(std::span<const double> p, double& result);
bool entropy(std::span<const float> p, float& result);
bool cross_entropy(std::span<const double> p, std::span<const double> q, double& result);
bool cross_entropy(std::span<const float> p, std::span<const float> q, float& result);
bool kl_divergence(std::span<const double> p, std::span<const double> q, double& result);
bool kl_divergence(std::span<const float> p, std::span<const float> q, float& result);
bool softmax_entropy(std::span<const double> x, double& result);
bool softmax_entropy(std::span<const float> x, float& result);

/// Losses of logits, with a label or with soft labels.
bool cross_entropy_label(std::span<const double> o, std::size_t label, double& result);
bool cross_entropy_label(std::span<const float> o, std::size_t label, float& result);
bool cross_entropy_logits(std::span<const double> o, std::span<const double> y, double& result);
bool cross_entropy_logits(std::span<const float> o, std::span<const float> y, float& result);

/// Entry i of a result that this tier cannot round; the arguments are still there.
template <class R>
using Rest = std::function<R(std::size_t)>;

/// softmax and log-softmax of x / temperature. A call that returns false leaves x
/// unchanged, even in place.
bool softmax(std::span<const double> x, double temperature, std::span<double> out,
             const Rest<double>& rest);
bool softmax(std::span<const float> x, double temperature, std::span<float> out,
             const Rest<float>& rest);
bool log_softmax(std::span<const double> x, double temperature, std::span<double> out,
                 const Rest<double>& rest);
bool log_softmax(std::span<const float> x, double temperature, std::span<float> out,
                 const Rest<float>& rest);

/// The gradients of the losses.
bool cross_entropy_label_gradient(std::span<const double> o, std::size_t label,
                                  std::span<double> out, const Rest<double>& rest);
bool cross_entropy_label_gradient(std::span<const float> o, std::size_t label, std::span<float> out,
                                  const Rest<float>& rest);
bool cross_entropy_logits_gradient(std::span<const double> o, std::span<const double> y,
                                   std::span<double> out, const Rest<double>& rest);
bool cross_entropy_logits_gradient(std::span<const float> o, std::span<const float> y,
                                   std::span<float> out, const Rest<float>& rest);

}  // namespace softlaw::vector
