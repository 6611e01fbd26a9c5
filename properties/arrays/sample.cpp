// SPDX-License-Identifier: Apache-2.0
#include "arrays/sample.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <utility>

#include "subjects/catalogue.hpp"

namespace softlaw::properties {
namespace {

/// A walk through 0 ... n - 1 of which every beginning lies evenly: steps of the golden section.
class EvenWalk {
 public:
  explicit EvenWalk(std::size_t n)
      : n_(n), step_(static_cast<std::size_t>(static_cast<double>(n) * 0.6180339887498949)) {
    while (n > 1 && std::gcd(step_, n) != 1) ++step_;
  }
  std::size_t next() { return std::exchange(here_, (here_ + step_) % n_); }

 private:
  std::size_t n_, step_, here_ = 0;
};

/// In units of the last place of the other, as far as binary64 tells.
double distance(double a, double b, const Format& format) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b) ? 0 : infinity;
  if (a == b) return 0;
  if (std::isinf(a) || std::isinf(b)) return infinity;
  const int binade = b == 0 ? format.emin : std::ilogb(b);
  return std::fabs(a - b) / std::ldexp(1.0, reference::quantum(binade, format));
}

double suspicion(const SavedCalls& calls, std::size_t call) {
  const Subject& ours = *built_in_subjects().front();
  if (!ours.has(calls.function(), calls.format())) return 0;
  const Answer answer = ours.answer(calls.function(), calls.arguments(call), calls.format());
  const auto& right = std::get<std::vector<double>>(answer);
  const std::vector<double> returned = calls.results(call);
  double worst = 0;
  for (std::size_t i = 0; i < right.size(); ++i) {
    worst = std::max(worst, distance(returned[i], right[i], calls.format()));
  }
  return worst;
}

}  // namespace

Sample choose(const SavedCalls& calls, std::size_t most, double seconds) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  const auto is_over = [&] {
    return std::chrono::duration<double>(Clock::now() - start).count() > seconds;
  };
  struct Suspect {
    double suspicion;
    std::size_t call;
  };
  Sample sample;
  std::vector<Suspect> suspects;
  EvenWalk walk(calls.count());
  for (std::size_t i = 0; i < calls.count() && (i == 0 || !is_over()); ++i) {
    ++sample.looked_over;
    const std::size_t call = walk.next();
    if (calls.is_legal(call)) {
      suspects.push_back({suspicion(calls, call), call});
    } else {
      ++sample.illegal;
    }
  }
  // the walk is even, so that the rest of a stable sort in its beginning is
  sample.suspicious = suspects.size() > most ? (most + 1) / 2 : suspects.size();
  std::vector<Suspect> rest = suspects;
  const auto by_suspicion = [](const Suspect& a, const Suspect& b) {
    return a.suspicion != b.suspicion ? a.suspicion > b.suspicion : a.call < b.call;
  };
  const auto middle = suspects.begin() + static_cast<std::ptrdiff_t>(sample.suspicious);
  std::partial_sort(suspects.begin(), middle, suspects.end(), by_suspicion);
  for (auto at = suspects.begin(); at != middle; ++at) sample.calls.push_back(at->call);
  std::vector<std::size_t> first = sample.calls;
  std::ranges::sort(first);
  for (const Suspect& other : rest) {
    if (sample.calls.size() >= most) break;
    if (!std::ranges::binary_search(first, other.call)) sample.calls.push_back(other.call);
  }
  return sample;
}

}  // namespace softlaw::properties
