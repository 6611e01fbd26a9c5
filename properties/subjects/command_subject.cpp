// SPDX-License-Identifier: Apache-2.0
#include "subjects/command_subject.hpp"

#include <iostream>

#include "contracts/contract.hpp"
#include "process/child.hpp"

namespace softlaw::properties {
namespace {

Conversation::Moment in(double seconds) {
  using Clock = std::chrono::steady_clock;
  return Clock::now() +
         std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

/// The next marked line; other lines are what the subject prints, and go where its errors go.
std::string next_marked(Conversation& with, Conversation::Moment until) {
  for (;;) {
    const std::optional<std::string> line = with.hear(until);
    if (!line) throw Ended(with.end());
    if (const auto text = protocol::marked(*line)) return std::string(*text);
    std::cerr << *line << '\n';
  }
}

protocol::Description hear_description(Conversation& with, Conversation::Moment until) {
  protocol::Description description;
  while (!description.ready) description.read(next_marked(with, until));
  return description;
}

protocol::Description describe(const std::string& command, double seconds) {
  Conversation with(command);
  return hear_description(with, in(seconds));
}

std::string limit(double seconds) {
  return "no answer within " + decimal(seconds, Format::binary64) + " s";
}

}  // namespace

CommandSubject::CommandSubject(const std::string& command, double seconds)
    : CommandSubject(command, seconds, describe(command, seconds)) {}

CommandSubject::CommandSubject(const std::string& command, double seconds,
                               protocol::Description description)
    : Subject(description.name, Contract::read(description.contract)),
      command_(command),
      seconds_(seconds),
      description_(std::move(description)) {}

bool CommandSubject::has(const FunctionItem& function, const Format& format) const {
  const auto known = description_.functions.find(format.name);
  return known != description_.functions.end() && known->second.contains(function.name);
}

Conversation& CommandSubject::started() const {
  if (!conversation_ || !conversation_->is_own()) {
    conversation_ = std::make_unique<Conversation>(command_);
    try {
      hear_description(*conversation_, in(seconds_));
    } catch (const std::invalid_argument& error) {
      throw protocol::NoAnswer(std::string("was started again, and ") + error.what());
    }
  }
  return *conversation_;
}

Answer CommandSubject::answer(const FunctionItem& function, const Arguments& arguments,
                              const Format& format) const {
  if (!has(function, format)) throw Absent(function.name);
  const std::uint64_t number = ++questions_;
  const std::string question = protocol::question(number, function, arguments, format);
  try {
    Conversation& with = started();
    with.say(question);
    const std::string line = next_marked(with, in(seconds_));
    return protocol::read_answer(line, number, function, arguments, format);
  } catch (const Late&) {
    conversation_.reset();
    throw Hung(limit(seconds_));
  } catch (const Ended& end) {
    conversation_.reset();
    throw Failed(end.what());
  } catch (const protocol::NoAnswer& garbage) {
    conversation_.reset();
    throw Failed(garbage.what());
  }
}

}  // namespace softlaw::properties
