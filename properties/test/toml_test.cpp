// SPDX-License-Identifier: Apache-2.0
#include "value/toml.hpp"

#include <gtest/gtest.h>

namespace softlaw::properties {
namespace {

std::string refusal(const std::string& text, void (*use)(const Toml&)) {
  try {
    use(Toml::read(text, "f.toml"));
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "none";
}

TEST(Toml, ValuesKeepTheirPlace) {
  const Toml file =
      Toml::read("b = 'text'\na = 1\n[t]\nday = 2026-12-31\nyes = true\nl = [1.5]\n", "f");
  ASSERT_EQ(file.entries().size(), 3u);
  EXPECT_EQ(file.entries()[0].key(), "b") << "the order is that of the file";
  EXPECT_EQ(file.at("b").text(), "text");
  EXPECT_EQ(file.at("a").number(), 1);
  EXPECT_EQ(file.at("a").line(), 2u);
  EXPECT_EQ(to_text(file.at("t").at("day").date()), "2026-12-31");
  EXPECT_EQ(file.at("t").at("day").line(), 4u);
  EXPECT_TRUE(file.at("t").at("yes").yes());
  EXPECT_EQ(file.at("t").at("l").list().at(0).number(), 1.5);
  EXPECT_EQ(file.find("c"), nullptr);
}

TEST(Toml, ARefusalNamesLineKeyAndTheAllowed) {
  EXPECT_EQ(refusal("a = 1\n[t]\nb = 2\n", [](const Toml& f) { f.at("t").at("b").text(); }),
            "f.toml:3: t.b: expected a text in quotes, got a number");
  EXPECT_EQ(refusal("a = 1\nc = 2\n",
                    [](const Toml& f) {
                      f.allow({"a", "b"});
                    }),
            "f.toml:2: c: unknown key 'c'; allowed here are a or b");
  EXPECT_EQ(refusal("[t]\na = 1\n", [](const Toml& f) { f.at("t").at("b"); }),
            "f.toml:1: t: the key 'b' is missing");
  EXPECT_EQ(refusal("l = [1, 'x']\n", [](const Toml& f) { f.at("l").list()[1].number(); }),
            "f.toml:1: l[1]: expected a number, got a text");
  EXPECT_EQ(refusal("d = '2026-01-01'\n", [](const Toml& f) { f.at("d").date(); }),
            "f.toml:1: d: expected a date such as 2026-12-31, without quotes, got a text");
}

TEST(Toml, WhatIsNotTomlIsRefusedByItsLine) {
  EXPECT_EQ(refusal("a = 1\na = 2\n", [](const Toml&) {}).rfind("f.toml:2: ", 0), 0u);
  EXPECT_EQ(refusal("a = \n", [](const Toml&) {}).rfind("f.toml:1: ", 0), 0u);
  EXPECT_NE(refusal("a = 12:00:00\n", [](const Toml&) {}).find("f.toml:1: a: "), std::string::npos);
  EXPECT_THROW(Toml::read_file("/nonexistent.toml"), std::invalid_argument);
}

}  // namespace
}  // namespace softlaw::properties
