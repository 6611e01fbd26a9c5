// SPDX-License-Identifier: Apache-2.0
#include "command/asked_subject.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "command/options.hpp"
#include "command/suggest.hpp"
#include "process/child.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/command_subject.hpp"

namespace softlaw::properties {
namespace {

SubjectPointer start(const std::string& command, double seconds) {
  const std::string who = "the subject '" + command + "' ";
  try {
    return std::make_shared<CommandSubject>(command, seconds);
  } catch (const std::invalid_argument& error) {
    throw UsageError(who + "cannot be judged: " + error.what());
  } catch (const Late&) {
    throw std::runtime_error(who + "hung before it said what it has: no answer within " +
                             decimal(seconds, Format::binary64) + " s; see --timeout");
  } catch (const Ended& end) {
    throw std::runtime_error(who + end.what() + ", before it said what it has");
  }
}

/// Loads the subject in another process first, and reports a failure there.
void try_to_load(const std::string& path, double seconds) {
  const std::string who = "the subject '" + path + "'";
  Message refusal;
  try {
    refusal = contain(
        [&]() -> Message {
          try {
            find_subject(path);
            return nullptr;
          } catch (const std::invalid_argument& error) {
            return error.what();
          }
        },
        seconds);
  } catch (const Late&) {
    throw std::runtime_error(who + " hung while it was loaded: no answer within " +
                             decimal(seconds, Format::binary64) + " s; see --timeout");
  } catch (const Ended& end) {
    throw std::runtime_error(who + " crashed while it was loaded: " + end.what());
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(who + " threw while it was loaded: " + error.what());
  }
  if (!refusal.is_null()) throw UsageError(refusal.get<std::string>());
}

/// While this lives, text written to standard output goes to standard error.
class OutputAside {
 public:
  OutputAside() {
    std::cout.flush();
    kept_ = dup(STDOUT_FILENO);
    speak_on_stderr();
  }
  ~OutputAside() {
    std::fflush(stdout);
    dup2(kept_, STDOUT_FILENO);
    close(kept_);
  }
  OutputAside(const OutputAside&) = delete;
  OutputAside& operator=(const OutputAside&) = delete;

 private:
  int kept_ = -1;
};

[[noreturn]] void refuse(const std::string& name, std::vector<std::string> names) {
  names.emplace_back(reference_subject);
  std::string all;
  for (const std::string& built_in : names) all += ", " + built_in;
  for (const Fault* fault : faults()) names.push_back(fault->id);
  throw UsageError("no subject '" + name + "': neither a file nor a fault nor one of " +
                   all.substr(2) + " (./softlaw peers builds the peers)" +
                   did_you_mean(name, names));
}

}  // namespace

const Fault* named_fault(const std::string& id) {
  constexpr std::string_view prefix = "fault.";
  return find_fault(id.starts_with(prefix) ? id.substr(prefix.size()) : id);
}

SubjectPointer asked_subject(const std::string& name, double seconds) {
  if (name.starts_with(command_prefix)) return start(name.substr(command_prefix.size()), seconds);
  if (const Fault* fault = named_fault(name)) return fault->subject();
  if (const auto command = peer_command(name)) return start(*command, seconds);
  std::vector<std::string> built_in;
  for (const SubjectPointer& subject : built_in_subjects()) {
    if (subject->name() == name) return subject;
    built_in.push_back(subject->name());
  }
  const std::vector<std::string> peers = built_peers();
  built_in.insert(built_in.end(), peers.begin(), peers.end());
  const bool is_peer = std::ranges::find(peers, name) != peers.end();
  if (!is_peer && !std::filesystem::exists(name)) refuse(name, std::move(built_in));
  try_to_load(name, seconds);
  const OutputAside aside;
  try {
    return find_subject(name);
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

}  // namespace softlaw::properties
