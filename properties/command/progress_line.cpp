// SPDX-License-Identifier: Apache-2.0
#include "command/progress_line.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <iostream>

namespace softlaw::properties {
namespace {

/// `45 s`, `3 min`, `2 h 5 min`.
std::string duration(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole < 100) return std::to_string(whole) + " s";
  const long minutes = (whole + 59) / 60;
  if (minutes < 100) return std::to_string(minutes) + " min";
  return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

}  // namespace

ProgressLine::ProgressLine(std::optional<double> budget)
    : place_(place_of(STDERR_FILENO)), budget_(budget) {}

ProgressLine::Place ProgressLine::place_of(int descriptor) {
  struct stat file {};
  if (fstat(descriptor, &file) != 0 || S_ISREG(file.st_mode)) return Place::file;
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal && std::string(terminal) == "dumb";
  return isatty(descriptor) && !dumb ? Place::terminal : Place::log;
}

void ProgressLine::show(const Progress& progress) {
  constexpr double seconds_between_changes = 0.1, seconds_between_lines = 30;
  if (place_ == Place::file) return;
  const double seconds = clock();
  const bool over = place_ == Place::terminal;
  if (seconds - last_ < (over ? seconds_between_changes : seconds_between_lines)) return;
  last_ = seconds;
  std::cerr << (over ? "\r\033[K" : "") << progress.laws_done << '/' << progress.laws << " laws, "
            << progress.cases << " cases, " << progress.broken << " broken, " << duration(seconds)
            << left(progress) << (over ? "" : "\n") << std::flush;
}

std::string ProgressLine::left(const Progress& progress) const {
  constexpr std::size_t enough_laws = 8;  // laws take unequal times
  const double seconds = clock();
  if (budget_) return ", " + duration(std::max(0.0, *budget_ - seconds)) + " left";
  if (progress.laws_done < std::min(enough_laws, progress.laws)) return "";
  const auto done = static_cast<double>(progress.laws_done);
  const double rest = static_cast<double>(progress.laws) - done;
  return ", about " + duration(seconds * rest / done) + " left";
}

void ProgressLine::clear() const {
  if (place_ == Place::terminal) std::cerr << "\r\033[K" << std::flush;
}

double ProgressLine::clock() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

}  // namespace softlaw::properties
