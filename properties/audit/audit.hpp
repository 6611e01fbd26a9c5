// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contracts/contract.hpp"
#include "judge/law.hpp"

namespace softlaw::properties {

/// What a contract is worth for a function in a format, at vectors of these lengths.  Each answer comes
/// from a run over the cases.
struct AuditRow {
  std::string function, format;
  std::size_t shortest = 0, longest = 0;  ///< lengths
  std::size_t cases = 0;
  std::string held_by;      ///< an algorithm whose bound proves it, and which held it in every case
  std::string forced_by;    ///< an input at which not even the nearest floats hold it
  std::string open;         ///< the reason, if it is neither
  std::string trivial;      ///< an answer that needs no computation and holds it in every case
  double median_error = 0;  ///< the largest error that still passes, in ulp: in the middle case
  double largest_error = 0;  ///< and in the widest; infinite where any result passes
};

struct AuditSettings {
  std::uint64_t seed = 1;
  std::size_t cases = 200;  ///< of each function and format
};

/// Whether it says nothing of the function in the format.
bool is_silent(const Promise& promise);

/// A row for each group of lengths that the inputs of the function's law of agreement have.
std::vector<AuditRow> audit(const FunctionItem& function, const Format& format,
                            const Promise& promise, const AuditSettings& settings);

/// The functions that an audit looks at unless it is told: those of which the contract says something
/// of its own, or else the usual ones.
std::vector<const FunctionItem*> audited_functions(const Contract& contract);

/// Whether all that the one allows the other allows too, by their terms, for vectors of these lengths.
bool implies(const Promise& narrow, const Promise& wide, const Format& format, double shortest,
             double longest);

}  // namespace softlaw::properties
