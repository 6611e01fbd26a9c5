// SPDX-License-Identifier: Apache-2.0
#include "history/history.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "reports/finding.hpp"

namespace softlaw::properties {
namespace {

constexpr int schema_version = 1;
constexpr const char* schema = R"sql(
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  evidence TEXT NOT NULL UNIQUE,  -- a hash: the same file is added once
  date TEXT NOT NULL,             -- of the run, ISO 8601 in UTC
  softlaw TEXT NOT NULL,          -- version of the command
  commit_id TEXT NOT NULL,        -- of the tree from which it was built
  subject TEXT NOT NULL,
  contract TEXT,                  -- null: the statements themselves
  seed INTEGER NOT NULL,
  cases INTEGER NOT NULL,         -- of each law; 0: a time was given
  machine TEXT NOT NULL,          -- processor
  compiler TEXT NOT NULL,
  environment TEXT NOT NULL,      -- all of the stamp, as JSON
  seconds REAL NOT NULL
);
CREATE TABLE law (
  run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  law TEXT NOT NULL,
  verdict TEXT NOT NULL,
  cases INTEGER NOT NULL,
  effective INTEGER NOT NULL,
  strain REAL NOT NULL,           -- share of the contract used; above 1 is broken
  ulp REAL,                       -- largest error, of laws that know one
  worst_input TEXT,
  seconds REAL NOT NULL,
  PRIMARY KEY (run, law)
) WITHOUT ROWID;
PRAGMA user_version = 1;
)sql";

std::string hash_of(const std::string& text) {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return std::to_string(hash);
}

SqlValue number_of(std::size_t count) { return static_cast<std::int64_t>(count); }
SqlValue text_or_null(const std::string& text) {
  return text.empty() ? SqlValue() : SqlValue(text);
}

void insert(Database& database, const Run& run, const std::string& hash) {
  nlohmann::ordered_json environment = nlohmann::ordered_json::object();
  for (const auto& [name, value] : run.environment) environment[name] = value;
  const auto stamp = [&](const char* name) { return SqlValue(value_of(run.environment, name)); };
  database.run(
      "INSERT INTO run (evidence, date, softlaw, commit_id, subject, contract, seed, cases, "
      "machine, "
      "compiler, environment, seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {hash, stamp("date"), run.version, stamp("commit"), run.subject_name,
       text_or_null(run.contract), number_of(run.seed), number_of(run.cases), stamp("processor"),
       stamp("compiler"), environment.dump(), run.seconds});
  const std::int64_t id = database.last_id();
  for (const Evidence& evidence : run.laws) {
    database.run("INSERT INTO law VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 {id, evidence.id, to_string(evidence.verdict), number_of(evidence.cases),
                  number_of(evidence.effective), evidence.worst_strain,
                  evidence.worst_ulp ? SqlValue(*evidence.worst_ulp) : SqlValue(),
                  evidence.worst_input ? SqlValue(to_input(*evidence.worst_input)) : SqlValue(),
                  evidence.seconds});
  }
}

bool is_failure_text(const std::string& verdict) {
  for (const Verdict each : {Verdict::broken, Verdict::flaky, Verdict::crashed, Verdict::hung}) {
    if (verdict == to_string(each)) return true;
  }
  return false;
}

}  // namespace

std::size_t PastRun::broken() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(laws, [](const PastLaw& law) { return is_failure_text(law.verdict); }));
}

double PastRun::worst_strain() const {
  double worst = 0;
  for (const PastLaw& law : laws) worst = std::max(worst, law.strain);
  return worst;
}

const PastLaw* PastRun::find(const std::string& law) const {
  const auto found = std::ranges::lower_bound(laws, law, {}, &PastLaw::law);
  return found != laws.end() && found->law == law ? &*found : nullptr;
}

bool PastRun::is_comparable(const PastRun& other) const {
  return subject == other.subject && contract == other.contract && seed == other.seed &&
         cases == other.cases && cases > 0;
}

History::History(const std::filesystem::path& file) : database_(file) {
  database_.run("PRAGMA foreign_keys = ON;");
  database_.transaction([&] {
    std::int64_t version = 0;
    database_.run("PRAGMA user_version", {}, [&](const SqlRow& row) { version = row.whole(0); });
    if (version == 0) database_.run(schema);
    if (version > schema_version) {
      throw std::runtime_error("the history '" + file.string() + "' is of a newer softlaw");
    }
  });
}

std::optional<std::int64_t> History::add(const Run& run) {
  const std::string hash = hash_of(to_json(run).dump());
  std::optional<std::int64_t> id;
  database_.transaction([&] {
    bool known = false;
    database_.run("SELECT 1 FROM run WHERE evidence = ?", {hash},
                  [&](const SqlRow&) { known = true; });
    if (known) return;
    insert(database_, run, hash);
    database_.run("SELECT id FROM run WHERE evidence = ?", {hash},
                  [&](const SqlRow& row) { id = row.whole(0); });
  });
  return id;
}

std::vector<PastRun> History::last(std::size_t count, const std::string& subject) {
  std::vector<PastRun> runs;
  database_.run(
      "SELECT id, date, commit_id, subject, contract, seed, cases, machine, compiler, seconds FROM "
      "run "
      "WHERE ?1 = '' OR subject = ?1 ORDER BY date DESC, id DESC LIMIT ?2",
      {subject, number_of(count)}, [&](const SqlRow& row) {
        runs.push_back({row.whole(0),
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.whole(5),
                        row.whole(6),
                        row.text(7),
                        row.text(8),
                        row.number(9),
                        {}});
      });
  std::ranges::reverse(runs);
  for (PastRun& run : runs) {
    database_.run(
        "SELECT run, law, verdict, cases, effective, strain, ulp, seconds FROM law WHERE run = ? "
        "ORDER BY law",
        {run.id}, [&](const SqlRow& row) {
          run.laws.push_back(
              {row.whole(0), row.text(1), row.text(2), row.whole(3), row.whole(4), row.number(5),
               row.is_null(6) ? std::nullopt : std::optional(row.number(6)), row.number(7)});
        });
  }
  return runs;
}

std::vector<Worse> worse(const PastRun& before, const PastRun& now) {
  std::vector<Worse> found;
  for (const PastLaw& law : now.laws) {
    const PastLaw* old = before.find(law.law);
    if (!old) continue;
    const auto from = [](const std::string& a, const std::string& b) { return a + ", then " + b; };
    if (is_failure_text(law.verdict) && !is_failure_text(old->verdict)) {
      found.push_back({old, &law, from(old->verdict, law.verdict)});
    } else if (law.ulp && old->ulp && *law.ulp > *old->ulp) {
      found.push_back({old, &law,
                       "worst error " + from(short_number(*old->ulp) + " ulp",
                                             short_number(*law.ulp) + " ulp")});
    } else if (!law.ulp && law.strain > old->strain) {
      found.push_back(
          {old, &law, "strain " + from(short_number(old->strain), short_number(law.strain))});
    } else if (law.effective == 0 && old->effective > 0) {
      found.push_back(
          {old, &law, from(counted(std::size_t(old->effective), "effective case"), "none")});
    }
  }
  return found;
}

}  // namespace softlaw::properties
