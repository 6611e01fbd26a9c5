// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <softlaw/coding.hpp>

#include "kernel/check.hpp"

namespace softlaw {

std::string to_string(const KraftSum& sum) {
  std::string text = kernel::to_text(sum.whole);
  if (!sum.digits.empty()) text += '.';
  for (const std::uint32_t digit : sum.digits) {
    const std::string letters = kernel::to_text(digit);
    text += digit < 10 ? letters : "(" + letters + ")";
  }
  return text + " (base " + kernel::to_text(sum.radix) + ")";
}

KraftSum kraft_sum(std::span<const std::uint32_t> lengths, std::uint32_t radix) {
  kernel::require_radix("kraft_sum", radix);
  std::uint32_t longest = 0;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (lengths[i] > longest_word) {
      throw std::invalid_argument("softlaw::kraft_sum: lengths[" + kernel::to_text(i) +
                                  "] must be at most " + kernel::to_text(longest_word) + ", got " +
                                  kernel::to_text(lengths[i]));
    }
    longest = std::max(longest, lengths[i]);
  }
  std::vector<std::uint64_t> count(longest + std::size_t{1});
  for (const std::uint32_t length : lengths) ++count[length];

  KraftSum sum{.whole = 0, .digits = std::vector<std::uint32_t>(longest), .radix = radix};
  std::uint64_t carry = 0;
  for (std::size_t k = longest; k > 0; --k) {
    const std::uint64_t value = count[k] + carry;
    sum.digits[k - 1] = static_cast<std::uint32_t>(value % radix);
    carry = value / radix;
  }
  sum.whole = count[0] + carry;
  while (!sum.digits.empty() && sum.digits.back() == 0) sum.digits.pop_back();
  return sum;
}

}  // namespace softlaw
