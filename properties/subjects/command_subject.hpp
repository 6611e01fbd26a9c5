// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "process/conversation.hpp"
#include "subjects/protocol.hpp"
#include "subjects/subject.hpp"

namespace softlaw::properties {

/**
 * An implementation in a process of its own, in any language: a command that answers by the protocol.
 *
 * Each process of the judge that asks has one process of the subject.  If that crashes, hangs or
 * answers something else, the call is a finding, and the next call starts the command again.
 */
class CommandSubject : public Subject {
 public:
  /// Starts the command and hears what it has, within so many seconds, which are also the limit of each
  /// call.  Throws std::invalid_argument when that cannot be read, Ended or Late when there is none.
  CommandSubject(const std::string& command, double seconds);

  bool has(const FunctionItem& function, const Format& format) const override;
  Answer answer(const FunctionItem& function, const Arguments& arguments,
                const Format& format) const override;
  bool watches_time() const override { return true; }

 private:
  CommandSubject(const std::string& command, double seconds, protocol::Description description);

  Conversation& started() const;

  std::string command_;
  double seconds_;
  protocol::Description description_;
  mutable std::unique_ptr<Conversation> conversation_;
  mutable std::uint64_t questions_ = 0;
};

}  // namespace softlaw::properties
