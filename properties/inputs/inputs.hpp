// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "inputs/vectors.hpp"

namespace softlaw::properties {

/**
 * The inputs that a law is stated for.
 *
 * `generate` makes them constructively, so that nothing is thrown away; `hypothesis` says of any
 * case whether the law speaks of it: shrinking and inputs given by hand are held to it.
 */
struct Inputs {
  std::vector<Parameter> parameters;
  std::string hypothesis_text;
  std::function<Case(Source&, Format)> generate;
  std::function<bool(const Case&)> hypothesis;
};

// Vectors are finite and not empty unless said otherwise.

Inputs one_vector();                      ///< x
Inputs one_vector(std::size_t at_least);  ///< x of two or more entries, say
Inputs one_number();                      ///< t
/// A finite number that `draw` makes and `admits` holds for, as the hypothesis says in words.
Inputs drawn_number(const char* name, const char* hypothesis,
                    double (*draw)(Source&, Format, std::string& input_class),
                    bool (*admits)(double));
Inputs two_numbers();              ///< a, b
Inputs vector_and_shift();         ///< x, c with x + c exact
Inputs vector_and_scale();         ///< x, lambda > 0
Inputs vector_and_two_scales();    ///< x, 0 < lambda < mu
Inputs vector_and_power_of_two();  ///< x, lambda a power of two, lambda x exact
Inputs vector_and_integer(const char* name, std::int64_t low, std::int64_t high);
Inputs two_vectors();                         ///< x, y of one length
Inputs two_vectors_exact_difference();        ///< x, y with y - x exact
Inputs two_vectors_of_any_length();           ///< x, y
Inputs chord();                               ///< x, y, theta in {1/4, 1/2, 3/4}, all exact
Inputs vector_and_directions(std::size_t k);  ///< x, h1 ... hk: sums and doubles of h are exact
Inputs matrix();                              ///< x, columns, padding, temperature
Inputs special_vector();                      ///< x with infinities and NaN, perhaps empty
Inputs distribution();                        ///< p, the entries sum to 1 exactly
Inputs two_distributions();                   ///< p, q independent of each other
Inputs weights_and_radix();                   ///< positive weights, radix
Inputs lengths_and_radix();                   ///< code lengths with Kraft sum <= 1, radix

/// The same inputs under one further hypothesis that every generated case meets.
Inputs where(Inputs inputs, const std::string& text, std::function<bool(const Case&)> also);

bool finite(const Case& input);

}  // namespace softlaw::properties
