// SPDX-License-Identifier: Apache-2.0
#include "command/known_failures.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "reports/finding.hpp"

namespace softlaw::properties {
namespace {

constexpr std::size_t most_of_a_law = 5;

bool is_in_ci() {
  const char* ci = std::getenv("CI");
  return ci && *ci && std::string(ci) != "false";
}

/// A file is known by its place, whatever the current folder.
std::string key_of(const std::string& subject) {
  std::error_code none;
  return std::filesystem::exists(subject, none) ? std::filesystem::absolute(subject).string()
                                                : subject;
}

/// One line on a finding, for those who read the corpus.
std::string reason_of(const Finding& finding, const Run& run) {
  std::string text = run.subject_name + ": " + to_string(finding.evidence->verdict);
  for (const auto& [label, row] : finding.rows) {
    if (label == "needed" || label == "note" || label == "exceeded") text += ", " + row;
  }
  return text;
}

std::vector<KnownFailure> failures_of(const Run& run) {
  const std::string now = value_of(run.environment, "date");
  std::vector<KnownFailure> found;
  for (const Evidence& evidence : run.laws) {
    if (!is_failure(evidence.verdict) || !evidence.counterexample) continue;
    found.push_back({evidence.id, to_input(evidence.counterexample->smallest), now.substr(0, 10),
                     reason_of(finding_of(evidence, run), run)});
  }
  return found;
}

/// Held while a file is read and written anew.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& folder)
      : file_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (file_ >= 0) flock(file_, LOCK_EX);
  }
  ~FolderLock() {
    if (file_ >= 0) close(file_);
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int file_;
};

}  // namespace

const Option& corpus_option() {
  static const Option option{
      .name = "--corpus",
      .takes = "FILE",
      .help =
          "Inputs at which laws broke, to be judged first: paragraphs of law, input, date, reason"};
  return option;
}

const Option& record_flag() {
  static const Option option{
      .name = "--record", .takes = "", .help = "Append the findings to the --corpus"};
  return option;
}

const Option& database_option() {
  static const Option option{.name = "--database",
                             .takes = "FILE",
                             .help =
                                 "Recent failures of this folder, judged first, and renewed; '' "
                                 "for none, as in a CI",
                             .preset = ".softlaw/failures"};
  return option;
}

KnownFailures::KnownFailures(const Given& given, const std::string& subject, bool fresh)
    : subject_(key_of(subject)), record_(given.has(record_flag())) {
  if (given.has(corpus_option())) corpus_ = given.text(corpus_option());
  if (record_ && corpus_.empty()) throw UsageError("--record needs a --corpus to append to");
  const bool wanted = given.has(database_option()) || !is_in_ci();
  if (wanted && !fresh) database_ = given.text(database_option());
  try {
    if (!corpus_.empty() && (!record_ || std::filesystem::exists(corpus_))) {
      failures_ = read_corpus(corpus_);
    }
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
  if (!database_.empty() && std::filesystem::is_regular_file(database_)) {
    for (KnownFailure& failure : read_corpus(database_, true)) {
      if (failure.subject == subject_) failures_.push_back(std::move(failure));
    }
  }
}

std::map<std::string, std::vector<std::string>> KnownFailures::by_law() const {
  std::map<std::string, std::vector<std::string>> all;
  for (const KnownFailure& failure : failures_) {
    std::vector<std::string>& inputs = all[failure.law];
    if (std::ranges::count(inputs, failure.input) == 0) inputs.push_back(failure.input);
  }
  return all;
}

void KnownFailures::note(const Run& run) const {
  const std::vector<KnownFailure> found = failures_of(run);
  if (record_) {
    const std::size_t added = append_to_corpus(corpus_, found);
    std::cerr << "softlaw: " << counted(added, "input") << " recorded in " << corpus_.string()
              << '\n';
  }
  if (!database_.empty()) renew_database(run, found);
}

/// Laws that hold are forgotten.  The database is a convenience: where it cannot be written, there is none.
void KnownFailures::renew_database(const Run& run, const std::vector<KnownFailure>& found) const {
  const bool exists = std::filesystem::exists(database_);
  if (found.empty() && !exists) return;
  std::error_code failed;
  const std::filesystem::path folder = std::filesystem::absolute(database_).parent_path();
  std::filesystem::create_directories(folder, failed);
  const FolderLock lock(folder);
  std::vector<KnownFailure> kept;
  if (exists) kept = read_corpus(database_, true);
  std::erase_if(kept, [&](const KnownFailure& old) {
    const auto law = std::ranges::find(run.laws, old.law, &Evidence::id);
    return old.subject == subject_ && law != run.laws.end() && law->cases > 0 &&
           !is_failure(law->verdict);
  });
  for (KnownFailure failure : found) {
    failure.subject = subject_;
    const auto same = [&](const KnownFailure& old) { return old.same_input(failure); };
    const auto of_law = std::ranges::count_if(kept, [&](const KnownFailure& old) {
      return old.law == failure.law && old.subject == subject_;
    });
    if (std::ranges::any_of(kept, same) || of_law >= std::ptrdiff_t(most_of_a_law)) continue;
    kept.push_back(std::move(failure));
  }
  const std::filesystem::path part = database_.string() + ".part";
  std::ofstream out(part);
  out << "# Recent failures of this folder: softlaw verify judges them first.\n";
  for (const KnownFailure& failure : kept) out << '\n' << to_text(failure);
  out.close();
  if (out) std::filesystem::rename(part, database_, failed);
}

}  // namespace softlaw::properties
