// SPDX-License-Identifier: Apache-2.0
#include "process/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>
#include <utility>

namespace softlaw::properties {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// In the child: it ends with the parent, and nothing that it prints is taken for an answer.
[[noreturn]] void work(const std::function<void(const Mouth&)>& task, int pipe, pid_t parent) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(3);
  speak_on_stderr();
  task(Mouth(pipe));
  std::cout.flush();
  _exit(0);
}

using Clock = std::chrono::steady_clock;

/// Waits until there is something to read, or the time has come; false if it has.
bool wait_for(int file, Clock::time_point end) {
  for (;;) {
    const double left = std::chrono::duration<double>(end - Clock::now()).count();
    if (left <= 0) return false;
    pollfd one{file, POLLIN, 0};
    if (poll(&one, 1, static_cast<int>(std::min(left, 1e3) * 1000) + 1) > 0) return true;
  }
}

}  // namespace

std::string describe_end(int status) {
  return WIFSIGNALED(status) ? std::string("ended by signal ") + strsignal(WTERMSIG(status))
                             : "ended with exit code " + std::to_string(WEXITSTATUS(status));
}

void speak_on_stderr() { dup2(STDERR_FILENO, STDOUT_FILENO); }

void Mouth::say(const Message& message) const {
  const std::string line = message.dump(-1, ' ', false, Message::error_handler_t::replace) + "\n";
  for (std::size_t done = 0; done < line.size();) {
    const ssize_t count = write(file_, line.data() + done, line.size() - done);
    if (count < 0 && errno != EINTR) _exit(3);
    if (count > 0) done += static_cast<std::size_t>(count);
  }
}

Child::Child(const std::function<void(const Mouth&)>& task) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe");
  std::cout.flush();
  std::cerr.flush();
  const pid_t parent = getpid();
  process_ = fork();
  if (process_ < 0) fail("fork");
  if (process_ == 0) {
    close(ends[0]);
    work(task, ends[1], parent);
  }
  setpgid(process_, process_);  // parent and child both do it, in either order
  close(ends[1]);
  pipe_ = ends[0];
}

Child::Child(Child&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      pipe_(std::exchange(other.pipe_, -1)),
      read_(std::move(other.read_)) {}

Child& Child::operator=(Child&& other) noexcept {
  std::swap(process_, other.process_);
  std::swap(pipe_, other.pipe_);
  std::swap(read_, other.read_);
  return *this;
}

Child::~Child() {
  kill();
  end();
}

bool Child::listen() {
  std::array<char, 1 << 16> buffer;
  const ssize_t count = read(pipe_, buffer.data(), buffer.size());
  if (count > 0) read_.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0 || (count < 0 && errno == EINTR);
}

std::optional<Message> Child::take() {
  const auto end = read_.find('\n');
  if (end == std::string::npos) return std::nullopt;
  Message message = Message::parse(read_.substr(0, end));
  read_.erase(0, end + 1);
  return message;
}

void Child::kill() {
  if (process_ > 0) ::kill(-process_, SIGKILL);
}

std::string Child::end() {
  int status = 0;
  if (pipe_ >= 0) close(std::exchange(pipe_, -1));
  if (process_ > 0) {
    waitpid(process_, &status, 0);
    kill();  // children that it left behind
    process_ = -1;
  }
  return (WIFSIGNALED(status) ? "" : "the process ") + describe_end(status);
}

Message contain(const std::function<Message()>& task, double seconds) {
  const auto until = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                        std::chrono::duration<double>(seconds));
  Child child([&](const Mouth& mouth) {
    try {
      mouth.say({{"answer", task()}});
    } catch (const std::exception& error) {
      mouth.say({{"error", error.what()}});
    } catch (...) {
      mouth.say({{"error", "a non-standard exception"}});
    }
  });
  for (;;) {
    if (const auto message = child.take()) {
      if (message->contains("error")) throw std::runtime_error(message->at("error"));
      return message->at("answer");
    }
    if (!wait_for(child.file(), until)) {
      std::ostringstream text;
      text << "no answer within " << seconds << " s";
      throw Late(text.str());
    }
    if (!child.listen()) throw Ended(child.end());
  }
}

}  // namespace softlaw::properties
