// SPDX-License-Identifier: Apache-2.0
#include "process/conversation.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "process/child.hpp"

namespace softlaw::properties {
namespace {

using Clock = std::chrono::steady_clock;

/// So much text without an end of a line is not an answer of anything.
constexpr std::size_t longest_line = 1 << 28;

/// Both ends of a pipe: the child's, which it inherits by dup2 alone, and ours, which never blocks.
struct Pipe {
  std::array<int, 2> ends{};
  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
      throw std::system_error(errno, std::generic_category(), "pipe");
    }
  }
  int keep(std::size_t ours) const {
    close(ends[1 - ours]);
    fcntl(ends[ours], F_SETFL, O_NONBLOCK);
    return ends[ours];
  }
};

/// A shell that becomes its last command leaves one process, whose end is that of the command.  Only a
/// plain command can be told to be that.
std::string as_one_process(const std::string& command) {
  const bool is_plain = command.find_first_of(";&|(){}<>`\n") == std::string::npos;
  const auto first = command.substr(0, command.find(' '));
  const bool is_program = first != "exec" && first.find('=') == std::string::npos;
  return is_plain && is_program ? "exec " + command : command;
}

/// In the child.
[[noreturn]] void become(const std::string& command, pid_t parent, const Pipe& input,
                         const Pipe& output, const Pipe& errors) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(3);
  signal(SIGPIPE, SIG_DFL);
  dup2(input.ends[0], STDIN_FILENO);
  dup2(output.ends[1], STDOUT_FILENO);
  dup2(errors.ends[1], STDERR_FILENO);
  execl("/bin/sh", "sh", "-c", as_one_process(command).c_str(), nullptr);
  _exit(127);
}

void pass_on(const char* text, std::size_t size) {
  while (size > 0) {
    const ssize_t count = write(STDERR_FILENO, text, size);
    if (count <= 0) return;
    text += count;
    size -= static_cast<std::size_t>(count);
  }
}

/// Waits a little for a process that is about to end; its status, or nothing if it goes on.
std::optional<int> wait_a_little(pid_t process) {
  for (int i = 0; i < 100; ++i) {
    int status = 0;
    if (waitpid(process, &status, WNOHANG) == process) return status;
    poll(nullptr, 0, 10);
  }
  return std::nullopt;
}

/// The last line that is not empty, on which a traceback ends too.
void keep_last_line(std::string& last, const char* text, std::size_t size) {
  constexpr std::size_t most = 4096;
  last.append(text, size);
  const auto end = std::min(last.find_last_not_of("\r\n"), last.size());
  const auto before = last.find_last_of('\n', end);
  if (before != std::string::npos) last.erase(0, before + 1);
  if (last.size() > most) last.resize(most);
}

/// In one line, without anything that a terminal would obey.
std::string printable(const std::string& text) {
  std::string line;
  for (char c : text) {
    if (c != '\r' && c != '\n') line += static_cast<unsigned char>(c) < ' ' || c == 127 ? '?' : c;
  }
  return line;
}

}  // namespace

Conversation::Conversation(const std::string& command) : owner_(getpid()) {
  signal(SIGPIPE, SIG_IGN);  // a command that has ended is heard to have ended
  const Pipe input, output, errors;
  process_ = fork();
  if (process_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (process_ == 0) become(command, owner_, input, output, errors);
  setpgid(process_, process_);  // parent and child both do it, in either order
  input_ = input.keep(1);
  output_ = output.keep(0);
  errors_ = errors.keep(0);
}

Conversation::~Conversation() {
  close_all();
  if (process_ < 0 || !is_own()) return;
  kill(-process_, SIGKILL);
  waitpid(process_, nullptr, 0);
}

bool Conversation::is_own() const { return getpid() == owner_; }

void Conversation::close_all() {
  for (int* file : {&input_, &output_, &errors_}) {
    if (*file >= 0) close(std::exchange(*file, -1));
  }
}

std::optional<std::string> Conversation::hear(Moment until) {
  while (!has_line()) {
    searched_ = heard_.size();
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left < 0) throw Late("no answer");
    std::array<pollfd, 3> files{
        {{output_, POLLIN, 0}, {errors_, POLLIN, 0}, {unsaid_.empty() ? -1 : input_, POLLOUT, 0}}};
    poll(files.data(), files.size(), static_cast<int>(std::min<long long>(left, 1000)) + 1);
    if (files[2].revents != 0) speak();
    if (files[1].revents != 0) read_errors();
    if (files[0].revents != 0 && !read_output()) return std::nullopt;
  }
  return take_line();
}

std::string Conversation::take_line() {
  const auto end = heard_.find('\n', searched_);
  std::string line = heard_.substr(0, end);
  heard_.erase(0, end + 1);
  searched_ = 0;
  return line;
}

void Conversation::speak() {
  const ssize_t count = write(input_, unsaid_.data() + said_, unsaid_.size() - said_);
  if (count > 0) said_ += static_cast<std::size_t>(count);
  const bool is_over = count < 0 && errno != EAGAIN && errno != EINTR;  // shows in its output, too
  if (!is_over && said_ < unsaid_.size()) return;
  unsaid_.clear();
  said_ = 0;
}

bool Conversation::read_output() {
  std::array<char, 1 << 16> buffer;
  const ssize_t count = read(output_, buffer.data(), buffer.size());
  if (count < 0) return errno == EAGAIN || errno == EINTR;
  heard_.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0 && heard_.size() <= longest_line;
}

void Conversation::read_errors() {
  std::array<char, 1 << 12> buffer;
  const ssize_t count = read(errors_, buffer.data(), buffer.size());
  if (count > 0) {
    pass_on(buffer.data(), static_cast<std::size_t>(count));
    keep_last_line(last_error_, buffer.data(), static_cast<std::size_t>(count));
  } else if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
    close(std::exchange(errors_, -1));
  }
}

std::string Conversation::end() {
  if (heard_.size() > longest_line) return "prints without an end";
  const auto status = wait_a_little(process_);
  if (!status) return "closed its standard output";
  kill(-process_, SIGKILL);  // processes that it left behind
  process_ = -1;
  pollfd more{errors_, POLLIN, 0};
  while (errors_ >= 0 && poll(&more, 1, 0) > 0) {
    read_errors();
    more.fd = errors_;
  }
  return describe_end(*status) + (last_error_.empty() ? "" : ": " + printable(last_error_));
}

}  // namespace softlaw::properties
