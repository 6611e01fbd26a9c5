// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history/sqlite.hpp"
#include "reports/run.hpp"

namespace softlaw::properties {

/// A law in one run of the past.
struct PastLaw {
  std::int64_t run = 0;
  std::string law, verdict;
  std::int64_t cases = 0, effective = 0;
  double strain = 0;
  std::optional<double> ulp;  ///< the largest error
  double seconds = 0;
};

/// A run of the past.
struct PastRun {
  std::int64_t id = 0;
  std::string date, commit, subject, contract;
  std::int64_t seed = 0, cases = 0;
  std::string machine, compiler;
  double seconds = 0;
  std::vector<PastLaw> laws;  ///< sorted by id

  std::size_t broken() const;
  double worst_strain() const;
  const PastLaw* find(const std::string& law) const;
  /// Whether two runs differ only in the implementation: judged by the same cases and contract.
  bool is_comparable(const PastRun& other) const;
};

/// A law that got worse from one run to the next.
struct Worse {
  const PastLaw* before;
  const PastLaw* now;
  std::string how;  ///< `holds, then broken`, `worst error 0.5 ulp, then 0.7 ulp`
};

/// Runs in an SQLite file; docs/chapters/ci.md shows its tables.
class History {
 public:
  /// Makes the file and its tables if there are none.
  explicit History(const std::filesystem::path& file);

  /// Adds a run, in one transaction; nothing if the very same evidence is there.
  std::optional<std::int64_t> add(const Run& run);
  /// The last runs, the oldest first, of subjects of that name; empty for all.
  std::vector<PastRun> last(std::size_t count, const std::string& subject);

 private:
  Database database_;
};

/// The laws that are worse in the later of two comparable runs.
std::vector<Worse> worse(const PastRun& before, const PastRun& now);

/// A page of SVG: for each law the strain of run after run; red where it broke.
std::string trend_page(const std::vector<PastRun>& runs, const std::vector<std::string>& laws);

}  // namespace softlaw::properties
