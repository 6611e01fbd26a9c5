// SPDX-License-Identifier: Apache-2.0
#include "process/child.hpp"

#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>

#include "test/processes.hpp"

namespace softlaw::properties {
namespace {

std::string end_of(const std::function<Message()>& task, double seconds = 60) {
  try {
    return "answered " + contain(task, seconds).dump();
  } catch (const Ended& end) {
    return end.what();
  }
}

Message forever() {
  for (;;) pause();
}

TEST(Contain, AnAnswerComesBackWhole) {
  const std::string odd("a\0b\n\"", 5);
  EXPECT_EQ(contain([&] { return Message(odd); }, 60), odd);
  const std::string much(1 << 20, 'x');  // more than a pipe holds
  EXPECT_EQ(contain([&] { return Message(much); }, 60), much);
}

TEST(Contain, ATaskChangesNothingHere) {
  int here = 1;
  contain([&] { return Message(here = 2); }, 60);
  EXPECT_EQ(here, 1);
}

TEST(Contain, AnExceptionIsThrownHere) {
  try {
    contain([]() -> Message { throw std::domain_error("not this"); }, 60);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "not this");
  }
}

TEST(Contain, ACrashIsAnEnd) {
  EXPECT_EQ(end_of([]() -> Message { raise(SIGKILL), _exit(0); }), "ended by signal Killed");
}

TEST(Contain, AnExitIsAnEnd) {
  EXPECT_EQ(end_of([]() -> Message { _exit(7); }), "the process ended with exit code 7");
  EXPECT_EQ(end_of([]() -> Message { _exit(0); }), "the process ended with exit code 0");
}

TEST(Contain, AHangIsAnEnd) {
  EXPECT_EQ(end_of(forever, 0.2), "no answer within 0.2 s");
  EXPECT_THROW(contain(forever, 0), Late);
}

TEST(Child, SaysSeveralThingsInOrder) {
  Child child([](const Mouth& mouth) {
    for (int i = 0; i < 3; ++i) mouth.say({{"i", i}});
  });
  while (child.listen()) {
  }
  for (int i = 0; i < 3; ++i) EXPECT_EQ(child.take()->at("i"), i);
  EXPECT_FALSE(child.take());
  EXPECT_EQ(child.end(), "the process ended with exit code 0");
}

TEST(Child, ItsChildrenEndWithIt) {
  Child child([](const Mouth& mouth) {
    const pid_t grandchild = fork();
    if (grandchild == 0) forever();
    mouth.say({{"grandchild", grandchild}});
    forever();
  });
  while (child.listen()) {
    if (const auto message = child.take()) {
      const pid_t grandchild = message->at("grandchild");
      EXPECT_TRUE(is_alive(grandchild));
      child.kill();
      EXPECT_EQ(child.end(), "ended by signal Killed");
      EXPECT_TRUE(ends_soon(grandchild));
      return;
    }
  }
  FAIL() << "no message";
}

}  // namespace
}  // namespace softlaw::properties
