// SPDX-License-Identifier: Apache-2.0
#include "judge/contain.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <iostream>
#include <sstream>
#include <system_error>

namespace softlaw::properties {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

[[noreturn]] void run(const std::function<std::string()>& task, int pipe) {
  speak_on_stderr();
  const std::string answer = task();
  std::cout.flush();
  for (std::size_t done = 0; done < answer.size();) {
    const ssize_t count = write(pipe, answer.data() + done, answer.size() - done);
    if (count < 0 && errno != EINTR) _exit(3);
    if (count > 0) done += static_cast<std::size_t>(count);
  }
  _exit(0);
}

/// Reads until the other end is closed; false if that takes too long.
bool read_all(int pipe, double seconds, std::string& text) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::duration<double>(seconds);
  std::array<char, 1 << 12> buffer{};
  for (;;) {
    const double left = std::chrono::duration<double>(end - Clock::now()).count();
    if (left <= 0) return false;
    pollfd file{pipe, POLLIN, 0};
    if (poll(&file, 1, static_cast<int>(std::min(left, 1e3) * 1000) + 1) <= 0) continue;
    const ssize_t count = read(pipe, buffer.data(), buffer.size());
    if (count == 0) return true;
    if (count > 0) text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

void speak_on_stderr() { dup2(STDERR_FILENO, STDOUT_FILENO); }

std::string describe_end(int status) {
  return WIFSIGNALED(status)
             ? std::string("ended by signal ") + strsignal(WTERMSIG(status))
             : "the process ended with exit code " + std::to_string(WEXITSTATUS(status));
}

std::string contain(const std::function<std::string()>& task, double seconds) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) fail("pipe");
  std::cout.flush();
  std::cerr.flush();
  const pid_t process = fork();
  if (process < 0) fail("fork");
  if (process == 0) {
    close(ends[0]);
    run(task, ends[1]);
  }
  close(ends[1]);
  std::string answer;
  const bool answered = read_all(ends[0], seconds, answer);
  if (!answered) kill(process, SIGKILL);
  int status = 0;
  waitpid(process, &status, 0);
  close(ends[0]);
  if (!answered) {
    std::ostringstream text;
    text << "no answer within " << seconds << " s";
    throw Late(text.str());
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || answer.empty()) {
    throw Ended(describe_end(status));
  }
  return answer;
}

}  // namespace softlaw::properties
