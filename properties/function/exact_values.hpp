// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "function/item.hpp"

namespace softlaw::properties {

/**
 * The exact side of the calls of a case: the values, and the scales of their contracts.
 *
 * A subject and a witness are judged on the same inputs: the judge of a case owns this, and each
 * value is computed once.
 */
class ExactValues {
 public:
  /// The exact values, enclosed far beyond the resolution of any contract.
  const Intervals& values(const FunctionItem& function, const Arguments& arguments);
  /// The scales, sharp to 2^-24 or below every float: of the careful or of the textbook's formulas.
  const Intervals& scales(const FunctionItem& function, const Arguments& arguments,
                          const Format& format, bool plain);

 private:
  /// Of the calls made last, in the order in which they came.
  class Recent {
   public:
    const Intervals& of(const FunctionItem& function, const Arguments& arguments,
                        const Format* format, const std::function<Intervals()>& compute);

   private:
    struct Entry {
      const FunctionItem* function = nullptr;
      const char* format = nullptr;  ///< its name, if it matters
      Arguments arguments;
      Intervals results;
    };
    std::array<Entry, 32> entries_;
    std::size_t next_ = 0;
  };

  /// Those of one kind, apart on the road of the reference's filter.
  struct Kept {
    Recent exact, filtered;
    Recent& here();
  };
  Kept values_, scales_, plain_scales_;
};

/// The exact values to a relative accuracy of so many bits.
Intervals exact_values(const FunctionItem& function, const Arguments& arguments, int bits = 128);

}  // namespace softlaw::properties
