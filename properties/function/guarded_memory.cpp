// SPDX-License-Identifier: Apache-2.0
#include "function/guarded_memory.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <vector>

namespace softlaw::properties {
namespace {

constexpr std::size_t marked = 64;  ///< bytes before the start
constexpr std::byte mark{0xa5};
constexpr std::size_t usual_room = std::size_t{1} << 17;

/// Maps so much memory and a page behind it; returns the end of what may be used.
std::byte* map(std::size_t room) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  void* start =
      mmap(nullptr, room + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (start == MAP_FAILED) throw std::bad_alloc();
  std::byte* end = static_cast<std::byte*>(start) + room;
  if (mprotect(end, page, PROT_NONE) != 0) {
    throw std::system_error(errno, std::generic_category(), "mprotect");
  }
  return end;
}

void unmap(std::byte* end, std::size_t room) {
  munmap(end - room, room + static_cast<std::size_t>(sysconf(_SC_PAGESIZE)));
}

/// Blocks of the usual size that are free: mapping one costs more than most calls.
std::vector<std::byte*>& free_blocks() {
  static std::vector<std::byte*> blocks;
  return blocks;
}

std::size_t room_for(std::size_t bytes) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  return bytes + marked <= usual_room ? usual_room : (bytes + marked + page - 1) / page * page;
}

std::byte* take(std::size_t room) {
  std::vector<std::byte*>& blocks = free_blocks();
  if (room != usual_room || blocks.empty()) return map(room);
  std::byte* end = blocks.back();
  blocks.pop_back();
  return end;
}

}  // namespace

GuardedMemory::GuardedMemory(std::size_t bytes)
    : size_(bytes), room_(room_for(bytes)), end_(take(room_)) {
  std::fill_n(begin() - marked, marked, mark);
}

GuardedMemory::~GuardedMemory() {
  if (room_ == usual_room) {
    free_blocks().push_back(end_);
  } else {
    unmap(end_, room_);
  }
}

bool GuardedMemory::is_intact() const {
  return std::all_of(begin() - marked, begin(), [](std::byte b) { return b == mark; });
}

}  // namespace softlaw::properties
