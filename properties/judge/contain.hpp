// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <stdexcept>
#include <string>

namespace softlaw::properties {

/// Thrown when the process of a task gave no answer: what() says how it ended.
struct Ended : std::runtime_error {
  using runtime_error::runtime_error;
};

/// Thrown when it took too long.
struct Late : Ended {
  using Ended::Ended;
};

/// Runs a task in a process of its own and returns what the task returned.  A crash, an exit or no
/// answer within so many seconds ends that process alone, and throws Ended or Late.  The task must
/// not throw.
std::string contain(const std::function<std::string()>& task, double seconds);

/// Makes standard output standard error, in a process whose answer goes through a pipe: what a
/// subject prints is no answer of the command.
void speak_on_stderr();

/// How a process ended, from the status that wait gave.
std::string describe_end(int status);

}  // namespace softlaw::properties
