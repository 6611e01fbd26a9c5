// SPDX-License-Identifier: Apache-2.0
#include "judge/contain.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

namespace softlaw::properties {
namespace {

std::string end_of(const std::function<std::string()>& task, double seconds = 60) {
  try {
    return "answered " + contain(task, seconds);
  } catch (const Ended& end) {
    return end.what();
  }
}

TEST(Contain, AnAnswerComesBackWhole) {
  EXPECT_EQ(contain([] { return std::string("a\0b", 3); }, 60), std::string("a\0b", 3));
  const std::string much(1 << 20, 'x');  // more than a pipe holds
  EXPECT_EQ(contain([&] { return much; }, 60), much);
}

TEST(Contain, WhatATaskChangesStaysWithIt) {
  int here = 1;
  contain([&] { return std::to_string(here = 2); }, 60);
  EXPECT_EQ(here, 1);
}

TEST(Contain, ACrashIsAnEnd) {
  EXPECT_NE(end_of([] {
              raise(SIGKILL);
              return std::string("never");
            }).find("ended by signal"),
            std::string::npos);
}

TEST(Contain, AnExitIsAnEnd) {
  EXPECT_EQ(end_of([]() -> std::string { _exit(7); }), "the process ended with exit code 7");
  EXPECT_EQ(end_of([]() -> std::string { _exit(0); }), "the process ended with exit code 0");
}

TEST(Contain, AHangIsAnEnd) {
  EXPECT_EQ(end_of(
                []() -> std::string {
                  for (;;) pause();
                },
                0.2),
            "no answer within 0.2 s");
  EXPECT_THROW(contain(
                   []() -> std::string {
                     for (;;) pause();
                   },
                   0),
               Late);
}

}  // namespace
}  // namespace softlaw::properties
