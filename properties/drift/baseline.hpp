// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "drift/machine.hpp"
#include "drift/measurement.hpp"

namespace softlaw::properties::drift {

/// The approved outputs of one function in one format.
struct Approved {
  std::string function, format;
  std::uint64_t inputs = 0;  ///< the digest of the block's inputs
  std::size_t count = 0;     ///< of outputs
  std::uint64_t bits = 0;    ///< a digest of the outputs: it checks the file, nothing else
  /// The tokens of each class that has an output other than the right one.
  std::map<std::string, std::string> classes;

  std::string name() const { return function + " " + format; }
  friend bool operator==(const Approved&, const Approved&) = default;
};

/// The outputs that the subject gives on some machines.
struct Record {
  std::vector<Machine> machines;
  std::vector<Approved> blocks;

  const Approved* find(const std::string& name) const;
};

/// One approval: a day and a reason.
struct Approval {
  std::string date, reason;
};

/// Outputs that someone approved; docs/chapters/drift.md describes the file.
struct Baseline {
  int corpus = corpus_version;
  std::string subject;
  std::vector<Approval> log;
  std::vector<Record> records;

  /// Throws std::invalid_argument that names the line.
  static Baseline read(const std::string& text);
  std::string text() const;

  /// The record of the machine, or else of the most similar one.
  const Record* nearest(const Machine& machine) const;
  /// Takes the blocks for the outputs of this machine.  Machines of which all outputs are equal share a
  /// record.
  void approve(const Machine& machine, std::vector<Approved> blocks, Approval approval);
};

/// A measurement as a baseline keeps it.
Approved approved(const Measurement& measured);
/// The outputs, rebuilt from the right ones.  Throws std::invalid_argument if their digest is wrong.
std::vector<Outputs> rebuild(const Approved& approved, const Block& block,
                             const std::vector<Outputs>& right);

}  // namespace softlaw::properties::drift
