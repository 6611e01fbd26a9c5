// SPDX-License-Identifier: Apache-2.0
#include "peers.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <functional>
#include <softlaw/softlaw.hpp>
#include <string>
#include <vector>

#include "timing.hpp"

namespace {

constexpr std::size_t rounds = 21;

/// Times of a call, one a round.
struct Times {
  std::string name;
  std::function<void()> call;
  std::vector<double> nanoseconds;
};

/// Runs all calls in turn, round by round, so that they see the same machine.
void measure(std::vector<Times>& all, std::size_t n) {
  const std::size_t repetitions = std::max<std::size_t>(1, 100000 / (n + 20));
  for (std::size_t round = 0; round < rounds; ++round) {
    for (Times& times : all) {
      const auto start = std::chrono::steady_clock::now();
      for (std::size_t k = 0; k < repetitions; ++k) times.call();
      const std::chrono::duration<double, std::nano> spent =
          std::chrono::steady_clock::now() - start;
      times.nanoseconds.push_back(spent.count() / static_cast<double>(repetitions * n));
    }
  }
}

/// Our time, then the ratio to every peer: the median of the rounds, and their quartiles.
void print(const std::string& title, const std::vector<Times>& all) {
  const std::vector<double>& ours = all[0].nanoseconds;
  std::printf("%-28s %8.2f", title.c_str(), *std::ranges::min_element(ours));
  for (std::size_t k = 1; k < all.size(); ++k) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < rounds; ++i) ratios.push_back(ours[i] / all[k].nanoseconds[i]);
    std::ranges::sort(ratios);
    std::printf("  %s %.2f (%.2f-%.2f)", all[k].name.c_str(), ratios[rounds / 2],
                ratios[rounds / 4], ratios[3 * rounds / 4]);
  }
  std::printf("\n");
  std::fflush(stdout);
}

template <class R>
void compare(const std::string& format, const std::vector<const peers::Peer<R>*>& others,
             std::size_t n) {
  const std::vector<R> x = bench::normal_vector<R>(n, n);
  std::vector<R> out(n), p(n), q = bench::normal_vector<R>(n, n + 1);
  softlaw::softmax(x, p);
  softlaw::softmax(q, q);
  R sink = 0;
  const auto row = [&](const std::string& name, const std::function<void()>& ours,
                       const auto& theirs, const auto& function) {
    std::vector<Times> all{{"softlaw", ours, {}}};
    for (const peers::Peer<R>* peer : others) {
      if (peer->*function == nullptr) continue;
      all.push_back({peer->name, [&, peer] { theirs(*peer); }, {}});
    }
    measure(all, n);
    print(name + "/" + format + "/" + std::to_string(n), all);
  };
  row(
      "logsumexp", [&] { benchmark::DoNotOptimize(sink = softlaw::logsumexp(x)); },
      [&](const peers::Peer<R>& peer) {
        benchmark::DoNotOptimize(sink = peer.logsumexp(x.data(), n));
      },
      &peers::Peer<R>::logsumexp);
  row(
      "softmax", [&] { softlaw::softmax(x, out); },
      [&](const peers::Peer<R>& peer) { peer.softmax(x.data(), n, out.data()); },
      &peers::Peer<R>::softmax);
  row(
      "log_softmax", [&] { softlaw::log_softmax(x, out); },
      [&](const peers::Peer<R>& peer) { peer.log_softmax(x.data(), n, out.data()); },
      &peers::Peer<R>::log_softmax);
  row(
      "cross_entropy_label",
      [&] { benchmark::DoNotOptimize(sink = softlaw::cross_entropy_label(x, n / 2)); },
      [&](const peers::Peer<R>& peer) {
        benchmark::DoNotOptimize(sink = peer.label_loss(x.data(), n, n / 2));
      },
      &peers::Peer<R>::label_loss);
  row(
      "cross_entropy_label_gradient", [&] { softlaw::cross_entropy_label_gradient(x, n / 2, out); },
      [&](const peers::Peer<R>& peer) { peer.label_gradient(x.data(), n, n / 2, out.data()); },
      &peers::Peer<R>::label_gradient);
  row(
      "entropy", [&] { benchmark::DoNotOptimize(sink = softlaw::entropy(p)); },
      [&](const peers::Peer<R>& peer) {
        benchmark::DoNotOptimize(sink = peer.entropy(p.data(), n));
      },
      &peers::Peer<R>::entropy);
  row(
      "kl_divergence", [&] { benchmark::DoNotOptimize(sink = softlaw::kl_divergence(p, q)); },
      [&](const peers::Peer<R>& peer) {
        benchmark::DoNotOptimize(sink = peer.divergence(p.data(), q.data(), n));
      },
      &peers::Peer<R>::divergence);
}

}  // namespace

void compare_with_peers() {
  std::vector<const peers::Peer<double>*> wide{&peers::plain_libm, &peers::fast_math};
  std::vector<const peers::Peer<float>*> narrow{&peers::plain_libm32, &peers::fast_math32};
#ifdef SOFTLAW_BENCH_EIGEN
  wide.push_back(&peers::eigen);
  narrow.push_back(&peers::eigen32);
#endif
#ifdef SOFTLAW_BENCH_XSIMD
  wide.push_back(&peers::xsimd_loop);
  narrow.push_back(&peers::xsimd_loop32);
#endif
  std::printf("%-28s %8s  and softlaw's time over that of each peer: median (quartiles)\n",
              "function/format/n", "ns/entry");
  for (const std::size_t n :
       std::array<std::size_t, 8>{2, 4, 16, 64, 256, 1000, 100000, 10000000}) {
    compare<double>("binary64", wide, n);
    compare<float>("binary32", narrow, n);
  }
}
