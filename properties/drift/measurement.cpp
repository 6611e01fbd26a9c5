// SPDX-License-Identifier: Apache-2.0
#include "drift/measurement.hpp"

#include <poll.h>

#include <algorithm>
#include <bit>
#include <chrono>
#include <deque>
#include <nlohmann/json.hpp>
#include <set>

#include "function/room.hpp"
#include "judge/gate.hpp"
#include "process/child.hpp"
#include "subjects/reference_subject.hpp"

namespace softlaw::properties::drift {
namespace {

Outputs outputs_of(const Answer& answer) {
  if (const auto* counts = std::get_if<std::optional<Counts>>(&answer))
    return {Output::of(*counts)};
  Outputs outputs;
  for (const double value : std::get<std::vector<double>>(answer)) {
    outputs.push_back(Output::of(value));
  }
  return outputs;
}

Outputs right_outputs(const FunctionItem& function, const Case& input) {
  return outputs_of(ReferenceSubject().answer(function, input.arguments, input.format));
}

/// What the subject gives; no answer for each output if it throws.
Outputs ask(const Subject& subject, const FunctionItem& function, const Case& input,
            std::size_t count) {
  Outputs outputs;
  try {
    outputs = outputs_of(subject.answer(function, input.arguments, input.format));
  } catch (const EnvironmentChanged& changed) {  // verify reports it
    outputs = outputs_of(changed.answer);
  } catch (const std::runtime_error&) {
    outputs.clear();
  }
  outputs.resize(count, Output::lack());
  return outputs;
}

// How outputs travel from process to process: numbers by their bits.

Message to_message(const std::vector<Outputs>& all) {
  Message rows = Message::array();
  for (const Outputs& outputs : all) {
    Message row = Message::array();
    for (const Output& output : outputs) {
      if (output.kind == Output::Kind::number) {
        row.push_back(std::bit_cast<std::uint64_t>(output.value));
      } else {
        row.push_back(output.counts ? Message(*output.counts) : Message(nullptr));
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Outputs> from_message(const Message& rows) {
  std::vector<Outputs> all;
  for (const Message& row : rows) {
    Outputs& outputs = all.emplace_back();
    for (const Message& each : row) {
      if (each.is_number()) {
        outputs.push_back(Output::of(std::bit_cast<double>(each.get<std::uint64_t>())));
      } else if (each.is_null()) {
        outputs.push_back(Output::of(std::optional<Counts>()));
      } else {
        outputs.push_back(Output::of(std::optional<Counts>(each.get<Counts>())));
      }
    }
  }
  return all;
}

using Dead = std::set<std::size_t>;  ///< inputs at which the subject ended its process

/// A function that ends its process at so many inputs is not asked any more.
constexpr std::size_t most_dead = 10;
constexpr std::size_t nowhere = SIZE_MAX;

/// The subject twice at every input: first in order, then from the last to the first, so that what one
/// call leaves behind is not what it left behind before.
std::vector<Outputs> ask_all(const Block& block, const Subject& subject,
                             const std::vector<Outputs>& right, const Dead& dead,
                             const Mouth& mouth) {
  std::vector<Outputs> first(right.size());
  const auto at = [&](std::size_t i) -> Outputs {
    if (dead.contains(i)) return Outputs(right[i].size(), Output::lack());
    mouth.say({{"at", i}});
    return ask(subject, *block.function, block.inputs[i], right[i].size());
  };
  for (std::size_t i = 0; i < right.size(); ++i) first[i] = at(i);
  for (std::size_t i = right.size(); i-- > 0;) {
    const Outputs again = at(i);
    for (std::size_t j = 0; j < again.size(); ++j) {
      if (!(again[j] == first[i][j])) first[i][j] = Output::varying();
    }
  }
  return first;
}

void work(const Block& block, const Subject* subject, const Dead& dead, const Mouth& mouth) {
  try {
    std::vector<Outputs> right;
    for (const Case& input : block.inputs) {
      right.push_back(right_outputs(*block.function, input));
    }
    Message result{{"right", to_message(right)}};
    if (subject) {
      const auto given = ask_all(block, *subject, right, dead, mouth);
      result["given"] = to_tokens(given, right, block.format);
    }
    mouth.say(result);
  } catch (const std::exception& error) {
    mouth.say({{"error", block.name() + ": " + error.what()}});
  }
}

using Clock = std::chrono::steady_clock;

/// A process that measures one block, again without an input that ended it.
struct Worker {
  std::optional<Child> child;
  std::size_t index = 0;
  std::size_t at = nowhere;
  bool done = false;
  Dead dead;
  Clock::time_point moved;
};

class Pool {
 public:
  Pool(const std::vector<const Block*>& blocks, const Subject* subject,
       const MeasureSettings& settings)
      : blocks_(blocks), subject_(subject), settings_(settings) {
    for (const Block* block : blocks) measured_.push_back({block, true, {}, {}});
    const std::size_t asked = settings.workers ? settings.workers : processor_count();
    workers_.resize(std::min(asked, blocks.size()));
  }

  std::vector<Measurement> run() {
    for (Worker& worker : workers_) take_next(worker);
    while (std::ranges::any_of(workers_, [](const Worker& w) { return w.child.has_value(); })) {
      listen();
      end_the_late();
    }
    return std::move(measured_);
  }

 private:
  void take_next(Worker& worker) {
    worker.dead.clear();
    if (next_ == blocks_.size()) return;
    worker.index = next_++;
    start(worker);
  }

  void start(Worker& worker) {
    const Block& block = *blocks_[worker.index];
    Measurement& measured = measured_[worker.index];
    measured.has_function = !subject_ || subject_->has(*block.function, block.format);
    const Subject* subject = measured.has_function ? subject_ : nullptr;
    worker.done = false;
    worker.at = nowhere;
    worker.moved = Clock::now();
    worker.child.emplace([&block, subject, &worker](const Mouth& mouth) {
      work(block, subject, worker.dead, mouth);
    });
  }

  void listen() {
    std::vector<pollfd> files;
    for (const Worker& worker : workers_) {
      files.push_back({worker.child ? worker.child->file() : -1, POLLIN, 0});
    }
    poll(files.data(), files.size(), 200);
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (files[i].revents != 0) receive(workers_[i]);
    }
  }

  void receive(Worker& worker) {
    const bool goes_on = worker.child->listen();
    worker.moved = Clock::now();
    while (const auto message = worker.child->take()) {
      if (message->contains("error")) throw std::runtime_error(message->at("error"));
      if (message->contains("at")) {
        worker.at = message->at("at");
        continue;
      }
      Measurement& measured = measured_[worker.index];
      measured.right = from_message(message->at("right"));
      if (message->contains("given")) {
        measured.given = from_tokens(message->at("given"), measured.right, measured.block->format);
      }
      worker.done = true;
    }
    if (!goes_on) ended(worker);
  }

  void ended(Worker& worker) {
    const std::string how = worker.child->end();
    worker.child.reset();
    if (worker.done) return take_next(worker);
    const Block& block = *blocks_[worker.index];
    if (worker.at == nowhere)
      throw std::runtime_error("the reference of " + block.name() + ": " + how);
    worker.dead.insert(worker.at);
    if (worker.dead.size() == most_dead) {
      for (std::size_t i = 0; i < block.inputs.size(); ++i) worker.dead.insert(i);
    }
    start(worker);
  }

  void end_the_late() {
    for (Worker& worker : workers_) {
      const std::chrono::duration<double> still = Clock::now() - worker.moved;
      if (worker.child && still.count() > settings_.seconds_for_an_input) worker.child->kill();
    }
  }

  const std::vector<const Block*>& blocks_;
  const Subject* subject_;
  const MeasureSettings& settings_;
  std::vector<Measurement> measured_;
  std::vector<Worker> workers_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Measurement> measure(const std::vector<const Block*>& blocks, const Subject* subject,
                                 const MeasureSettings& settings) {
  return Pool(blocks, subject, settings).run();
}

}  // namespace softlaw::properties::drift
