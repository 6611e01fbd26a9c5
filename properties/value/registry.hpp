// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <deque>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace softlaw::properties {

/// Things with an id that are declared all over the program.  It grows while static objects are
/// made, and is sorted by id, so that neither the order of files nor the linker shows.
template <class T>
class Registry {
 public:
  static Registry& instance() {
    static Registry registry;
    return registry;
  }

  const T& add(T item) {
    const auto place = std::ranges::lower_bound(sorted_, item.id, {}, &T::id);
    if (place != sorted_.end() && (*place)->id == item.id) {
      throw std::logic_error("two entries have the id " + item.id);
    }
    return **sorted_.insert(place, &items_.emplace_back(std::move(item)));
  }

  std::span<const T* const> all() const { return sorted_; }

  const T* find(const std::string& id) const {
    const auto place = std::ranges::lower_bound(sorted_, id, {}, &T::id);
    return place != sorted_.end() && (*place)->id == id ? *place : nullptr;
  }

 private:
  std::deque<T> items_;
  std::vector<const T*> sorted_;
};

}  // namespace softlaw::properties
