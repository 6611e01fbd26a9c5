// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <softlaw/coding.hpp>

#include "kernel/check.hpp"

namespace softlaw {
namespace {

using kernel::to_text;

void require_symbol(const char* function, const std::string& argument, std::size_t symbol,
                    std::size_t size) {
  if (symbol < size) return;
  throw std::out_of_range(std::string("softlaw::PrefixCode::") + function + ": " + argument +
                          " must be below " + to_text(size) + ", got " + to_text(symbol));
}

[[noreturn]] void fail_at(std::size_t position, const std::string& what) {
  throw std::invalid_argument("softlaw::PrefixCode::decode: digits[" + to_text(position) + "] " +
                              what);
}

}  // namespace

PrefixCode::PrefixCode(std::span<const std::uint32_t> lengths, std::uint32_t radix)
    : radix_(radix), nodes_(1), leaves_(lengths.size()) {
  const KraftSum sum = kraft_sum(lengths, radix);
  if (sum > 1) {
    throw std::domain_error(
        "softlaw::PrefixCode: the Kraft sum of lengths must be at most 1, got " + to_string(sum));
  }
  std::vector<std::size_t> order(lengths.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t symbol) { return lengths[symbol]; });

  // From the previous word climb to the nearest beginning with a free digit, then go down along
  // first digits. The Kraft inequality says that the climb ends below the root.
  std::size_t node = 0;
  std::uint32_t depth = 0;
  for (const std::size_t symbol : order) {
    while (nodes_[node].symbol != no_symbol || nodes_[node].children.size() == radix) {
      node = nodes_[node].parent;
      --depth;
    }
    for (; depth < lengths[symbol]; ++depth) node = add_child(node);
    nodes_[node].symbol = symbol;
    leaves_[symbol] = node;
  }
}

std::size_t PrefixCode::add_child(std::size_t parent) {
  const std::size_t child = nodes_.size();
  const auto digit = static_cast<std::uint32_t>(nodes_[parent].children.size());
  nodes_[parent].children.push_back(child);
  nodes_.push_back({.parent = parent, .digit = digit, .symbol = no_symbol, .children = {}});
  return child;
}

PrefixCode::Digits PrefixCode::word(std::size_t symbol) const {
  require_symbol("word", "symbol", symbol, size());
  Digits digits;
  for (std::size_t node = leaves_[symbol]; node != 0; node = nodes_[node].parent) {
    digits.push_back(nodes_[node].digit);
  }
  std::ranges::reverse(digits);
  return digits;
}

PrefixCode::Digits PrefixCode::encode(std::span<const std::size_t> symbols) const {
  Digits digits;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    require_symbol("encode", "symbols[" + to_text(i) + "]", symbols[i], size());
    const Digits next = word(symbols[i]);
    digits.insert(digits.end(), next.begin(), next.end());
  }
  return digits;
}

std::vector<std::size_t> PrefixCode::decode(std::span<const std::uint32_t> digits,
                                            std::size_t count) const {
  std::vector<std::size_t> symbols;
  std::size_t position = 0;
  for (std::size_t k = 0; k < count; ++k) symbols.push_back(decode_one(digits, position));
  if (position != digits.size()) {
    fail_at(position, "is left over after " + to_text(count) + " symbols");
  }
  return symbols;
}

std::size_t PrefixCode::decode_one(std::span<const std::uint32_t> digits,
                                   std::size_t& position) const {
  std::size_t node = 0;
  while (nodes_[node].symbol == no_symbol) {
    if (position == digits.size()) fail_at(position, "is missing: the digits end within a word");
    const std::uint32_t digit = digits[position];
    if (digit >= radix_) {
      fail_at(position, "must be below the radix " + to_text(radix_) + ", got " + to_text(digit));
    }
    if (digit >= nodes_[node].children.size()) {
      fail_at(position, "must continue a word, got " + to_text(digit));
    }
    node = nodes_[node].children[digit];
    ++position;
  }
  return nodes_[node].symbol;
}

}  // namespace softlaw
