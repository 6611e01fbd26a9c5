// SPDX-License-Identifier: Apache-2.0
#include "pages/page.hpp"

#include <algorithm>

namespace softlaw::properties {

std::span<const Page> pages() {
  static const std::vector<Page> all = records_of({"law", "erratum"});
  return all;
}

const Page* find_page(const std::string& id) {
  const auto found = std::ranges::find(pages(), id, &Page::id);
  return found == pages().end() ? nullptr : &*found;
}

}  // namespace softlaw::properties
