// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <stdexcept>
#include <string>

// Running something that may crash or hang: the gate's workers, the answers of eval, and loading.
namespace softlaw::properties {

/// An answer of a child process: one JSON object, on one line.
using Message = nlohmann::ordered_json;

/// Where a child puts its messages.
class Mouth {
 public:
  explicit Mouth(int file) : file_(file) {}
  /// Ends the process with code 3 when nobody listens any more.
  void say(const Message& message) const;

 private:
  int file_;
};

/// A process of this program with a task, in a process group of its own.  What it prints to standard
/// output goes to standard error.
class Child {
 public:
  /// Throws std::system_error when no process can be made.
  explicit Child(const std::function<void(const Mouth&)>& task);
  /// Ends it, and all processes that it has started.
  ~Child();
  Child(Child&& other) noexcept;
  Child& operator=(Child&& other) noexcept;

  /// To be polled for: readable when there is something to take, or it has ended.
  int file() const { return pipe_; }
  /// Reads the available text without waiting; false at the end of it.
  bool listen();
  /// The next whole message of those that were read.
  std::optional<Message> take();

  /// Ends the group at once.
  void kill();
  /// Waits for the end and says how it came about, such as `ended by signal Aborted`.
  std::string end();

 private:
  pid_t process_ = -1;
  int pipe_ = -1;
  std::string read_;
};

/// Thrown when the process of a task gave no answer: what() says how it ended.
struct Ended : std::runtime_error {
  using runtime_error::runtime_error;
};

/// Thrown when it took too long.
struct Late : Ended {
  using Ended::Ended;
};

/// Runs a task in a process of its own and returns its answer.  A crash, an exit or no answer within
/// so many seconds ends that process and its children, and throws Ended or Late.  What the task
/// throws becomes a std::runtime_error here.
Message contain(const std::function<Message()>& task, double seconds);

/// How a process ended, by its status, such as `ended by signal Aborted` or `ended with exit code 1`.
std::string describe_end(int status);

/// Makes standard output standard error: the output of a subject is not an answer of the command.
void speak_on_stderr();

}  // namespace softlaw::properties
