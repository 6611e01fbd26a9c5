// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

/// The yardstick: the shifted formulas as one would write them, on the C library's functions.
namespace libm {

double logsumexp(std::span<const double> x);
float logsumexp(std::span<const float> x);
void softmax(std::span<const double> x, std::span<double> out);
void softmax(std::span<const float> x, std::span<float> out);
void log_softmax(std::span<const double> x, std::span<double> out);
void log_softmax(std::span<const float> x, std::span<float> out);
double entropy(std::span<const double> p);
float entropy(std::span<const float> p);

}  // namespace libm
