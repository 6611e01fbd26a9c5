// SPDX-License-Identifier: Apache-2.0
#include "judge/gate.hpp"

#include <poll.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <iostream>
#include <new>
#include <nlohmann/json.hpp>
#include <system_error>
#include <thread>

#include "process/child.hpp"

namespace softlaw::properties {
namespace {

/// The current task of a worker, in memory that outlives it.
struct Slot {
  static constexpr std::size_t room = 1 << 16;
  static constexpr std::size_t idle = SIZE_MAX;

  std::atomic<std::size_t> law{idle};
  std::atomic<std::size_t> cases{0};
  std::array<char, room> input{};  ///< the input under evaluation, as `--input` gives it
  std::array<char, 64> input_class{};

  void note(const Case& c) {
    copy(to_input(c), input);
    copy(c.input_class, input_class);
    cases.fetch_add(1);
  }
  template <std::size_t N>
  static void copy(const std::string& text, std::array<char, N>& to) {
    const std::size_t size = std::min(text.size(), N - 1);
    std::memcpy(to.data(), text.data(), size);
    to[size] = '\0';
  }
};

/// The laws still to be taken, and a slot a worker.
struct Shared {
  std::atomic<std::size_t> next{0};
  std::array<Slot, 64> slots;
};

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// Anonymous memory that forked processes share.
class SharedMemory {
 public:
  SharedMemory() {
    void* memory =
        mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) fail("mmap");
    shared_ = new (memory) Shared;
  }
  ~SharedMemory() { munmap(shared_, sizeof(Shared)); }
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;
  Shared* operator->() const { return shared_; }

 private:
  Shared* shared_;
};

using Moment = std::chrono::steady_clock::time_point;

/// A process that judges one law after the other.
struct Worker {
  std::optional<Child> child;
  std::size_t cases_seen = 0;
  Moment last_moved;
  bool killed = false;
};

class Gate {
 public:
  Gate(std::span<const Law* const> laws, const Defendant& defendant, const GateSettings& settings)
      : laws_(laws), defendant_(defendant), settings_(settings), evidence_(laws.size()) {
    const std::size_t asked = settings.workers ? settings.workers : processor_count();
    workers_.resize(std::min({asked, laws.size(), shared_->slots.size()}));
    progress_.laws = laws.size();
    // a subject that watches the time itself says more of a hang than the end of a worker
    if (defendant.subject && defendant.subject->watches_time()) limit_ *= 2;
  }

  std::vector<Evidence> run() {
    for (std::size_t i = 0; i < workers_.size(); ++i) start(i);
    while (progress_.laws_done < laws_.size() && !settings_.interrupted()) {
      listen();
      watch();
      settings_.progress(progress_, nullptr);
    }
    for (std::size_t i = 0; i < laws_.size(); ++i) {
      if (!evidence_[i].id.empty()) continue;
      evidence_[i].id = laws_[i]->id;
      evidence_[i].verdict = Verdict::not_applicable;
      evidence_[i].note = interrupted_note;
    }
    return std::move(evidence_);
  }

 private:
  void start(std::size_t i) {
    Worker& worker = workers_[i];
    worker.child.emplace([this, i](const Mouth& mouth) { work(shared_->slots[i], mouth); });
    worker.cases_seen = shared_->slots[i].cases;
    worker.last_moved = now();
    worker.killed = false;
  }

  void work(Slot& slot, const Mouth& mouth) {
    Settings each = settings_.each;
    each.before = [&slot](const Case& c) { slot.note(c); };
    for (std::size_t i = shared_->next++; i < laws_.size(); i = shared_->next++) {
      slot.law = i;
      const auto known = settings_.known.find(laws_[i]->id);
      each.known = known == settings_.known.end() ? std::vector<std::string>{} : known->second;
      try {
        mouth.say({{"evidence", judge(*laws_[i], defendant_, each)}});
      } catch (const std::exception& error) {
        mouth.say({{"error", laws_[i]->id + ": " + error.what()}});
      }
      slot.law = Slot::idle;
    }
  }

  /// Reads the messages of the workers, for a fifth of a second.
  void listen() {
    std::vector<pollfd> files;
    for (const Worker& worker : workers_) {
      files.push_back({worker.child ? worker.child->file() : -1, POLLIN, 0});
    }
    poll(files.data(), files.size(), 200);
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (files[i].revents != 0) receive(i);
    }
  }

  void receive(std::size_t i) {
    Child& child = *workers_[i].child;
    const bool goes_on = child.listen();
    while (const auto message = child.take()) {
      if (message->contains("error")) throw std::runtime_error(message->at("error"));
      finish(read_evidence(message->at("evidence")));
    }
    if (!goes_on) ended(i);
  }

  void finish(Evidence evidence) {
    const auto place = std::ranges::find(laws_, evidence.id, &Law::id);
    Evidence& kept = evidence_[static_cast<std::size_t>(place - laws_.begin())];
    kept = std::move(evidence);
    ++progress_.laws_done;
    progress_.cases += kept.cases;
    if (is_failure(kept.verdict)) ++progress_.broken;
    settings_.progress(progress_, &kept);
  }

  /// The worker is through, or the subject took it down.
  void ended(std::size_t i) {
    Worker& worker = workers_[i];
    const std::string end = worker.child->end();
    worker.child.reset();
    Slot& slot = shared_->slots[i];
    const std::size_t law = slot.law;
    if (law == Slot::idle) return;
    slot.law = Slot::idle;
    blame(*laws_[law], slot, worker.killed, end);
    start(i);
  }

  void blame(const Law& law, const Slot& slot, bool hung, const std::string& end) {
    Evidence evidence;
    evidence.id = law.id;
    evidence.cases = 1;
    evidence.verdict = hung ? Verdict::hung : Verdict::crashed;
    const std::string input(slot.input.data());
    evidence.note = end;
    if (hung) {
      evidence.note =
          "no answer within " + decimal(settings_.seconds_for_a_case, Format::binary64) + " s";
    }
    if (!input.empty() && input.size() + 1 < Slot::room) {
      Case guilty = read_input(input, law.inputs.parameters);
      guilty.input_class = slot.input_class.data();
      evidence.counterexample =
          Counterexample{guilty, guilty, 0, {}, {evidence.note, "", "", ""}, 0};
      waive(evidence, guilty);
    }
    finish(std::move(evidence));
  }

  void waive(Evidence& evidence, const Case& guilty) const {
    const auto waiver = settings_.each.waiver(evidence.id, guilty);
    if (!waiver) return;
    evidence.waived[*waiver] = 1;
    evidence.note = to_string(evidence.verdict) + ", and so not judged further: " + evidence.note;
    evidence.verdict = Verdict::waived;
  }

  /// Ends workers that have not moved for too long.
  void watch() {
    for (std::size_t i = 0; i < workers_.size(); ++i) {
      Worker& worker = workers_[i];
      const Slot& slot = shared_->slots[i];
      if (slot.law == Slot::idle || worker.cases_seen != slot.cases) {
        worker.cases_seen = slot.cases;
        worker.last_moved = now();
      } else if (seconds_since(worker.last_moved) > limit_ && worker.child) {
        worker.killed = true;
        worker.child->kill();
        worker.last_moved = now();
      }
    }
  }

  static Moment now() { return std::chrono::steady_clock::now(); }
  static double seconds_since(Moment moment) {
    return std::chrono::duration<double>(now() - moment).count();
  }

  std::span<const Law* const> laws_;
  const Defendant& defendant_;
  const GateSettings& settings_;
  SharedMemory shared_;
  std::vector<Worker> workers_;
  std::vector<Evidence> evidence_;
  Progress progress_;
  double limit_ = settings_.seconds_for_a_case;
};

}  // namespace

std::size_t processor_count() { return std::max(1u, std::thread::hardware_concurrency()); }

std::vector<Evidence> run_gate(std::span<const Law* const> laws, const Defendant& defendant,
                               const GateSettings& settings) {
  return Gate(laws, defendant, settings).run();
}

}  // namespace softlaw::properties
