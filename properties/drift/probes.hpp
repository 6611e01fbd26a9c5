// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "function/item.hpp"

// Inputs whose results show how a function was computed: see docs/chapters/drift.md.
namespace softlaw::properties::drift {

/// The classes of probes, as the corpus names them.
namespace probe {
inline constexpr const char* order = "probe: order";          ///< three terms of 16 or 8
inline constexpr const char* profile = "probe: profile";      ///< one large term of 64
inline constexpr const char* exponential = "probe: exp";      ///< softmax(0, -g): e^-g alone
inline constexpr const char* logarithm = "probe: log";        ///< n zeros: log n alone
inline constexpr const char* width = "probe: width";          ///< bits that a sum keeps
inline constexpr const char* deep = "probe: deep";            ///< terms at half an ulp of binary64
inline constexpr const char* apart = "probe: apart";          ///< terms lost beside the second
inline constexpr const char* product = "probe: product";      ///< a product and a sum
inline constexpr const char* subnormal = "probe: subnormal";  ///< one subnormal entry
inline constexpr const char* ladder = "probe: ladder";        ///< one argument through all sizes
}  // namespace probe

/// The terms of the probes of order for a function: 0 if it has none.
std::size_t order_terms(const FunctionItem& function);

/// One probe of order: the term 1 at `one`, the terms `first` < `second` of 3/4 of half an ulp.
struct Triple {
  std::size_t one, first, second;
};
/// All of n terms, in the order of the corpus.
std::vector<Triple> triples(std::size_t n);

/// The probes of a function, class by class.  They come from +, -, * and powers of two alone, which are
/// the same on every machine.
std::vector<Case> probes(const FunctionItem& function, const Format& format);

}  // namespace softlaw::properties::drift
