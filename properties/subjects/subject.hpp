// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "function/item.hpp"

namespace softlaw::properties {

class Contract;

/// Thrown when a law asks for a function that the subject does not have.
struct Absent : std::runtime_error {
  using runtime_error::runtime_error;
};

/// Thrown when a subject does not answer as it should: says what it did, such as `ended by signal Aborted`.
struct Failed : std::runtime_error {
  using runtime_error::runtime_error;
};

/// Thrown when a subject throws: says what.
struct Threw : Failed {
  explicit Threw(const std::string& what) : Failed("threw: " + what) {}
};

/// Thrown when a subject that is watched while it works gives no answer in time: says in what time.
struct Hung : std::runtime_error {
  using runtime_error::runtime_error;
};

/// Thrown when a subject answers and leaves the floating-point environment changed: says how.
struct EnvironmentChanged : std::runtime_error {
  EnvironmentChanged(const std::string& how, Answer given)
      : runtime_error(how), answer(std::move(given)) {}
  Answer answer;
};

/// An implementation under judgement: asked for a function at arguments in a format, it answers,
/// says that it lacks it, or fails.
class Subject {
 public:
  virtual ~Subject() = default;
  Subject(const Subject&) = delete;
  Subject& operator=(const Subject&) = delete;

  const std::string& name() const { return name_; }
  /// Its own contract.
  const Contract& contract() const { return *contract_; }

  /// What the report says of it beside the laws; empty for most.
  const std::string& notice() const { return notice_; }

  virtual bool has(const FunctionItem& function, const Format& format) const = 0;
  /// Throws Absent if has() says no, Failed or Hung if it does, EnvironmentChanged or Trespass if it has a side
  /// effect, Inexact when an argument is not a float of the format.
  virtual Answer answer(const FunctionItem& function, const Arguments& arguments,
                        const Format& format) const = 0;

  /// Whether answer() throws Hung by itself when the time limit of a call has come.
  virtual bool watches_time() const { return false; }
  /// Where the code of a function begins in this process; null if that is not known.
  virtual const void* code(const FunctionItem&, const Format&) const { return nullptr; }

  /// The formats in which it has a function at all.
  std::vector<Format> formats() const;

 protected:
  Subject(std::string name, const Contract& contract, std::string notice = {});

 private:
  std::string name_;
  std::shared_ptr<const Contract> contract_;
  std::string notice_;
};

using SubjectPointer = std::shared_ptr<const Subject>;

}  // namespace softlaw::properties
