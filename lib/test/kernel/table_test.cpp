// SPDX-License-Identifier: Apache-2.0
#include "kernel/table.hpp"

#include "support.hpp"

namespace softlaw::kernel {
namespace {

TEST(Table, HoldsFewAndMany) {
  for (const std::size_t size : {0U, 1U, 4U, 5U, 100U}) {
    Table<std::size_t, 4> table(size);
    EXPECT_EQ(table.size(), size);
    EXPECT_EQ(table.all().size(), size);
    for (std::size_t k = 0; k < size; ++k) EXPECT_EQ(table[k], 0U);
    for (std::size_t k = 0; k < size; ++k) table[k] = k;
    const Table<std::size_t, 4> copy = table;
    for (std::size_t k = 0; k < size; ++k) EXPECT_EQ(copy[k], k);
  }
}

}  // namespace
}  // namespace softlaw::kernel
