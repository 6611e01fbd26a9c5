// SPDX-License-Identifier: Apache-2.0
// Every reader of foreign bytes at its seeds and at changes of them: it reads, or refuses in its own way.  The
// fuzzers of the preset `fuzz` go on from there; what they find becomes a seed.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "fuzz/reader.hpp"

namespace softlaw::properties {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> seeds_of(const Reader& reader) {
  std::vector<std::string> seeds;
  for (const auto& entry :
       fs::directory_iterator(fs::path(SOFTLAW_TREE) / "properties/fuzz/seeds" / reader.id)) {
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    seeds.push_back(bytes.str());
  }
  std::ranges::sort(seeds);
  return seeds;
}

/// Some bytes changed, taken out, doubled, or taken from the other.
std::string changed(std::string bytes, const std::string& other, std::mt19937_64& random) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % (n + 1)); };
  for (std::size_t times = 1 + below(3); times > 0; --times) {
    const std::size_t at = below(bytes.size());
    switch (random() % 5) {
      case 0:
        if (at < bytes.size()) bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes.erase(at, below(8));
        break;
      case 2:
        bytes.insert(at, bytes.substr(below(bytes.size()), below(16)));
        break;
      case 3:
        bytes = bytes.substr(0, at) + other.substr(below(other.size()));
        break;
      default:
        bytes.insert(at, 1, "0-+.,;[]{}\"'ex\n\0"[random() % 17]);
    }
  }
  return bytes;
}

class ForeignBytes : public testing::TestWithParam<const Reader*> {};

TEST_P(ForeignBytes, AreReadOrRefused) {
  const Reader& reader = *GetParam();
  const std::vector<std::string> seeds = seeds_of(reader);
  ASSERT_FALSE(seeds.empty());
  std::mt19937_64 random(13);
  std::size_t read = 0, refused = 0;
  const auto attempt = [&](const std::string& bytes) {
    try {
      reader.read(bytes);
      ++read;
    } catch (const Refused&) {
      ++refused;
    } catch (const std::exception& error) {
      FAIL() << error.what() << " at: " << testing::PrintToString(bytes);
    }
  };
  for (const std::string& seed : seeds) attempt(seed);
  EXPECT_GT(read, 0u) << "no seed is right";
  for (int i = 0; i < 3000 && !HasFatalFailure(); ++i) {
    attempt(changed(seeds[random() % seeds.size()], seeds[random() % seeds.size()], random));
  }
  EXPECT_GT(refused, 100u);
}

INSTANTIATE_TEST_SUITE_P(All, ForeignBytes, testing::ValuesIn(Registry<Reader>::instance().all()),
                         [](const auto& tested) { return tested.param->id; });

}  // namespace
}  // namespace softlaw::properties
