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

/// Entry i of a result that this tier cannot round; x is still there.
template <class R>
using Rest = std::function<R(std::size_t)>;

/// softmax and log-softmax of x / temperature. A call that returns false leaves x unchanged, even in place.
bool softmax(std::span<const double> x, double temperature, std::span<double> out,
             const Rest<double>& rest);
bool softmax(std::span<const float> x, double temperature, std::span<float> out,
             const Rest<float>& rest);
bool log_softmax(std::span<const double> x, double temperature, std::span<double> out,
                 const Rest<double>& rest);
bool log_softmax(std::span<const float> x, double temperature, std::span<float> out,
                 const Rest<float>& rest);

}  // namespace softlaw::vector
