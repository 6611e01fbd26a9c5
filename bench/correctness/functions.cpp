// SPDX-License-Identifier: Apache-2.0
#include "functions.hpp"

#include <softlaw/reference/choice.hpp>
#include <softlaw/reference/functions.hpp>
#include <softlaw/reference/information.hpp>
#include <softlaw/reference/loss.hpp>
#include <softlaw/softlaw.hpp>

namespace correctness {
namespace {

namespace exact = softlaw::reference;
using exact::Interval;

template <class R>
std::vector<double> widen(const std::vector<R>& x) {
  return {x.begin(), x.end()};
}
template <class R>
Vector points(const std::vector<R>& x) {
  Vector result;
  for (const R entry : x) result.emplace_back(static_cast<double>(entry));
  return result;
}

template <class R>
R positive(R x) {
  return std::max(std::abs(x), std::numeric_limits<R>::denorm_min());
}

/// A function of logits, with or without a result for each.
template <class R, class Ours, class Theirs>
Function<R> of_logits(const char* name, Ours ours, Theirs theirs) {
  return {name, true, [=](Source& source, Class kind, std::size_t n) {
            const std::vector<R> x = logits<R>(source, kind, n);
            return Case{widen(ours(x)), [=] { return theirs(points(x)); }, widen(x)};
          }};
}

template <class R, class Ours, class Theirs>
Function<R> of_weights(const char* name, Ours ours, Theirs theirs) {
  return {name, true, [=](Source& source, Class kind, std::size_t n) {
            const std::vector<R> p = weights<R>(source, kind, n);
            return Case{widen(ours(p)), [=] { return theirs(points(p)); }, widen(p)};
          }};
}

template <class R, class Ours, class Theirs>
Function<R> of_two_weights(const char* name, Ours ours, Theirs theirs) {
  return {name, true, [=](Source& source, Class kind, std::size_t n) {
            const std::vector<R> p = weights<R>(source, kind, n);
            std::vector<R> q = weights<R>(source, kind, n);
            if (kind == Class::absorbed) {  // close to each other
              for (std::size_t i = 0; i < n; ++i) {
                q[i] = p[i] * static_cast<R>(1 + source.normal() * 1e-4);
              }
            }
            for (R& entry : q) entry = entry == 0 ? R(1) : entry;
            std::vector<double> arguments = widen(p);
            arguments.insert(arguments.end(), q.begin(), q.end());
            return Case{widen(ours(p, q)), [=] { return theirs(points(p), points(q)); }, arguments};
          }};
}

template <class R, class Ours, class Theirs>
Function<R> of_logits_and_labels(const char* name, Ours ours, Theirs theirs) {
  return {name, true, [=](Source& source, Class kind, std::size_t n) {
            const std::vector<R> o = logits<R>(source, kind, n);
            const std::vector<R> y = weights<R>(source, kind, n);
            std::vector<double> arguments = widen(o);
            arguments.insert(arguments.end(), y.begin(), y.end());
            return Case{widen(ours(o, y)), [=] { return theirs(points(o), points(y)); }, arguments};
          }};
}

/// A function of one number, which prepare() makes of the first logit.
template <class R, class Prepare, class Ours, class Theirs>
Function<R> of_number(const char* name, Prepare prepare, Ours ours, Theirs theirs) {
  return {name, false, [=](Source& source, Class kind, std::size_t) {
            const std::vector<R> x = logits<R>(source, kind, 2);
            const bool is_far = kind == Class::absorbed || kind == Class::subnormal;
            const R t = prepare(is_far ? x[1] - x[0] : x[0]);
            return Case{{static_cast<double>(ours(t))},
                        [=] { return Vector{theirs(Interval(static_cast<double>(t)))}; },
                        {static_cast<double>(t)}};
          }};
}

/// The same of a number between 0 and 1.
template <class R, class Ours, class Theirs>
Function<R> of_share(const char* name, Ours ours, Theirs theirs) {
  return {name, false, [=](Source& source, Class kind, std::size_t) {
            const R weight = weights<R>(source, kind, 1)[0];
            const R p =
                weight > 0 && weight < 1 ? weight : static_cast<R>(source.uniform(0.4, 0.6));
            return Case{{static_cast<double>(ours(p))},
                        [=] { return Vector{theirs(Interval(static_cast<double>(p)))}; },
                        {static_cast<double>(p)}};
          }};
}

enum class Numbers { any, positive, descending };

template <class R, class Ours, class Theirs>
Function<R> of_two_numbers(const char* name, Numbers numbers, Ours ours, Theirs theirs) {
  return {name, false, [=](Source& source, Class kind, std::size_t) {
            std::vector<R> x = numbers == Numbers::positive ? weights<R>(source, kind, 2)
                                                            : logits<R>(source, kind, 2);
            if (numbers == Numbers::positive) x = {positive(x[0]), positive(x[1])};
            if (numbers == Numbers::descending) std::ranges::sort(x, std::greater());
            if (numbers == Numbers::descending && x[0] == x[1])
              x[0] = std::nextafter(x[0], R(1e30));
            return Case{{static_cast<double>(ours(x[0], x[1]))},
                        [=] {
                          return Vector{theirs(Interval(static_cast<double>(x[0])),
                                               Interval(static_cast<double>(x[1])))};
                        },
                        widen(x)};
          }};
}

/// What a function writes, as its result.
template <class R, class Write>
auto written(Write write) {
  return [=](const auto&... arguments) {
    const auto size = [](const auto& first, const auto&...) { return first.size(); };
    std::vector<R> out(size(arguments...));
    write(arguments..., std::span<R>(out));
    return out;
  };
}

}  // namespace

template <class R>
std::vector<Function<R>> functions() {
  using In = const std::vector<R>&;
  using Out = std::span<R>;
  const auto half = static_cast<R>(0.7);
  const Interval half_exactly(static_cast<double>(half));
  using namespace softlaw;
  return {
      of_logits<R>(
          "logsumexp", [](In x) { return std::vector<R>{logsumexp(x)}; },
          [](const Vector& x) { return Vector{exact::logsumexp(x)}; }),
      of_logits<R>(
          "logsumexp_scaled", [=](In x) { return std::vector<R>{logsumexp(x, half)}; },
          [=](const Vector& x) { return Vector{exact::logsumexp(x, half_exactly)}; }),
      of_logits<R>(
          "softmin", [](In x) { return std::vector<R>{softmin(x)}; },
          [](const Vector& x) { return Vector{exact::softmin(x)}; }),
      of_logits<R>(
          "excess", [](In x) { return std::vector<R>{excess(x)}; },
          [](const Vector& x) { return Vector{exact::excess(x)}; }),
      of_logits<R>("softmax", written<R>([](In x, Out out) { softmax(x, out); }),
                   [](const Vector& x) { return exact::softmax(x); }),
      of_logits<R>("softmax_tempered", written<R>([=](In x, Out out) { softmax(x, half, out); }),
                   [=](const Vector& x) { return exact::softmax(x, half_exactly); }),
      of_logits<R>("log_softmax", written<R>([](In x, Out out) { log_softmax(x, out); }),
                   [](const Vector& x) { return exact::log_softmax(x); }),
      of_logits<R>("log_softmax_tempered",
                   written<R>([=](In x, Out out) { log_softmax(x, half, out); }),
                   [=](const Vector& x) { return exact::log_softmax(x, half_exactly); }),
      of_logits<R>(
          "softmax_entropy", [](In x) { return std::vector<R>{softmax_entropy(x)}; },
          [](const Vector& x) { return Vector{exact::softmax_entropy(x)}; }),
      of_logits<R>(
          "cross_entropy_label",
          [](In x) { return std::vector<R>{cross_entropy_label(x, x.size() - 1)}; },
          [](const Vector& x) { return Vector{exact::cross_entropy_label(x, x.size() - 1)}; }),
      of_logits<R>("cross_entropy_label_gradient",
                   written<R>([](In x, Out out) { cross_entropy_label_gradient(x, 0, out); }),
                   [](const Vector& x) { return exact::cross_entropy_label_gradient(x, 0); }),
      of_logits_and_labels<R>(
          "cross_entropy_logits",
          [](In o, In y) { return std::vector<R>{cross_entropy_logits(o, y)}; },
          [](const Vector& o, const Vector& y) {
            return Vector{exact::cross_entropy_logits(o, y)};
          }),
      of_logits_and_labels<R>("cross_entropy_logits_gradient", written<R>([](In o, In y, Out out) {
                                cross_entropy_logits_gradient(o, y, out);
                              }),
                              [](const Vector& o, const Vector& y) {
                                return exact::cross_entropy_logits_gradient(o, y);
                              }),
      of_weights<R>(
          "entropy", [](In p) { return std::vector<R>{entropy(p)}; },
          [](const Vector& p) { return Vector{exact::entropy(p)}; }),
      of_two_weights<R>(
          "cross_entropy", [](In p, In q) { return std::vector<R>{cross_entropy(p, q)}; },
          [](const Vector& p, const Vector& q) { return Vector{exact::cross_entropy(p, q)}; }),
      of_two_weights<R>(
          "kl_divergence", [](In p, In q) { return std::vector<R>{kl_divergence(p, q)}; },
          [](const Vector& p, const Vector& q) { return Vector{exact::kl_divergence(p, q)}; }),
      of_number<R>(
          "softplus", [](R t) { return t; }, [](R t) { return softplus(t); },
          [](const Interval& t) { return exact::softplus(t); }),
      of_number<R>(
          "logistic", [](R t) { return t; }, [](R t) { return logistic(t); },
          [](const Interval& t) { return exact::logistic(t); }),
      of_number<R>(
          "log_logistic", [](R t) { return t; }, [](R t) { return log_logistic(t); },
          [](const Interval& t) { return exact::log_logistic(t); }),
      of_share<R>(
          "logit", [](R p) { return logit(p); }, [](const Interval& p) { return exact::logit(p); }),
      of_number<R>(
          "log1mexp", [](R t) { return -positive(t); }, [](R t) { return log1mexp(t); },
          [](const Interval& t) { return exact::log1mexp(t); }),
      of_number<R>(
          "softplus_inverse", [](R t) { return positive(t); },
          [](R t) { return softplus_inverse(t); },
          [](const Interval& t) { return exact::softplus_inverse(t); }),
      of_two_numbers<R>(
          "logsubexp", Numbers::descending, [](R a, R b) { return logsubexp(a, b); },
          [](const Interval& a, const Interval& b) { return exact::logsubexp(a, b); }),
      of_two_numbers<R>(
          "logaddexp", Numbers::any, [](R a, R b) { return logaddexp(a, b); },
          [](const Interval& a, const Interval& b) { return exact::logaddexp(a, b); }),
      of_two_numbers<R>(
          "preference", Numbers::any, [](R a, R b) { return preference(a, b); },
          [](const Interval& a, const Interval& b) { return exact::preference(a, b); }),
      of_two_numbers<R>(
          "bradley_terry", Numbers::positive, [](R a, R b) { return bradley_terry(a, b); },
          [](const Interval& a, const Interval& b) { return exact::bradley_terry(a, b); }),
  };
}

template std::vector<Function<double>> functions();
template std::vector<Function<float>> functions();

}  // namespace correctness
