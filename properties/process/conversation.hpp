// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>

namespace softlaw::properties {

/**
 * A command of the shell with which this process speaks by lines, over the standard streams of that
 * command.  What it writes to standard error goes to ours, and its last line is kept: it often says
 * why the command ended.
 *
 * The command has a process group of its own, which ends with it or with this object, and its input ends
 * when this process does.
 */
class Conversation {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  /// Starts the command.  Throws std::system_error when no process can be made.
  explicit Conversation(const std::string& command);
  /// Ends the command at once; in a process that was forked since, leaves it alone.
  ~Conversation();
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  /// Whether this process has started it; one that was forked since must not speak with it.
  bool is_own() const;

  /// Says the text while the next line is heard.
  void say(std::string text) { unsaid_ += text; }
  /// The next line of its standard output; nothing at the end of that.  Throws Late when the time has
  /// come.
  std::optional<std::string> hear(Moment until);

  /// Says how it came to its end, such as `ended with exit code 1: ` and the last line of its errors.
  /// Ends it if it goes on though it has closed its standard output.
  std::string end();

 private:
  bool has_line() const { return heard_.find('\n', searched_) != std::string::npos; }
  std::string take_line();
  void speak();
  bool read_output();
  void read_errors();
  void close_all();

  pid_t process_ = -1, owner_ = -1;
  int input_ = -1, output_ = -1, errors_ = -1;  ///< of the command
  std::string unsaid_, heard_, last_error_;
  std::size_t said_ = 0;      ///< so much of unsaid_ has been said
  std::size_t searched_ = 0;  ///< so much of heard_ has no end of a line
};

}  // namespace softlaw::properties
