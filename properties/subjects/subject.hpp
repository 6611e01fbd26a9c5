// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "function/item.hpp"
#include "subjects/contract.hpp"

namespace softlaw::properties {

/// Thrown when a law asks for a function that the subject does not have.
struct Absent : std::runtime_error {
  using runtime_error::runtime_error;
};

/// Thrown when a subject fails: says how.
struct Threw : std::runtime_error {
  using runtime_error::runtime_error;
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
  const Contract& contract() const { return contract_; }

  virtual bool has(const FunctionItem& function, const Format& format) const = 0;
  /// Throws Absent if has() says no, Threw if it fails, Inexact when an argument is not a float of
  /// the format.
  virtual Answer answer(const FunctionItem& function, const Arguments& arguments,
                        const Format& format) const = 0;

  /// The formats in which it has a function at all.
  std::vector<Format> formats() const;

 protected:
  Subject(std::string name, Contract contract) : name_(std::move(name)), contract_(contract) {}

 private:
  std::string name_;
  Contract contract_;
};

using SubjectPointer = std::shared_ptr<const Subject>;

}  // namespace softlaw::properties
