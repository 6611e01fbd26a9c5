// SPDX-License-Identifier: Apache-2.0
// The functions by their names, as laws ask for them.
#include "judge/evaluator.hpp"

namespace softlaw::properties {

Interval Evaluator::logsumexp(const Vector& x) const {
  return (*this)(Function::logsumexp, {x}).front();
}
Interval Evaluator::logsumexp(const Vector& x, double lambda) const {
  return (*this)(Function::logsumexp_scaled, {x, lambda}).front();
}
Interval Evaluator::logaddexp(double a, double b) const {
  return (*this)(Function::logaddexp, {a, b}).front();
}
Interval Evaluator::softmin(const Vector& x) const {
  return (*this)(Function::softmin, {x}).front();
}
Interval Evaluator::softmin(const Vector& x, double lambda) const {
  return (*this)(Function::softmin_scaled, {x, lambda}).front();
}
Interval Evaluator::excess(const Vector& x) const { return (*this)(Function::excess, {x}).front(); }
Intervals Evaluator::softmax(const Vector& x) const { return (*this)(Function::softmax, {x}); }
Intervals Evaluator::softmax(const Vector& x, double temperature) const {
  return (*this)(Function::softmax_temperature, {x, temperature});
}
Intervals Evaluator::log_softmax(const Vector& x) const {
  return (*this)(Function::log_softmax, {x});
}
Intervals Evaluator::log_softmax(const Vector& x, double temperature) const {
  return (*this)(Function::log_softmax_temperature, {x, temperature});
}
Interval Evaluator::softplus(double t) const { return (*this)(Function::softplus, {t}).front(); }
Interval Evaluator::logistic(double t) const { return (*this)(Function::logistic, {t}).front(); }
Intervals Evaluator::logsumexp_hessian(const Vector& x) const {
  return (*this)(Function::logsumexp_hessian, {x});
}
Intervals Evaluator::logsumexp_hessian_vector(const Vector& x, const Vector& v) const {
  return (*this)(Function::logsumexp_hessian_vector, {x, v});
}
Intervals Evaluator::softmax_derivative(const Vector& x,
                                        const std::vector<Vector>& directions) const {
  const Function by_order[] = {Function::softmax_derivative_1, Function::softmax_derivative_2,
                               Function::softmax_derivative_3, Function::softmax_derivative_4};
  Arguments arguments{x};
  arguments.insert(arguments.end(), directions.begin(), directions.end());
  return (*this)(by_order[directions.size() - 1], arguments);
}
Interval Evaluator::entropy(const Vector& p) const {
  return (*this)(Function::entropy, {p}).front();
}
Interval Evaluator::cross_entropy(const Vector& p, const Vector& q) const {
  return (*this)(Function::cross_entropy, {p, q}).front();
}
Interval Evaluator::kl_divergence(const Vector& p, const Vector& q) const {
  return (*this)(Function::kl_divergence, {p, q}).front();
}
Interval Evaluator::surprisal(double p) const { return (*this)(Function::surprisal, {p}).front(); }
Interval Evaluator::nats_to_bits(double nats) const {
  return (*this)(Function::nats_to_bits, {nats}).front();
}
Interval Evaluator::bits_to_nats(double bits) const {
  return (*this)(Function::bits_to_nats, {bits}).front();
}
Interval Evaluator::softmax_entropy(const Vector& x) const {
  return (*this)(Function::softmax_entropy, {x}).front();
}
Intervals Evaluator::escort(const Vector& p, double alpha) const {
  return (*this)(Function::escort, {p, alpha});
}
Interval Evaluator::cross_entropy_logits(const Vector& o, const Vector& y) const {
  return (*this)(Function::cross_entropy_logits, {o, y}).front();
}
Intervals Evaluator::cross_entropy_logits_gradient(const Vector& o, const Vector& y) const {
  return (*this)(Function::cross_entropy_logits_gradient, {o, y});
}
Interval Evaluator::cross_entropy_label(const Vector& o, std::int64_t label) const {
  return (*this)(Function::cross_entropy_label, {o, label}).front();
}
Intervals Evaluator::cross_entropy_label_gradient(const Vector& o, std::int64_t label) const {
  return (*this)(Function::cross_entropy_label_gradient, {o, label});
}
Intervals Evaluator::regression_logits(const Vector& x, const Vector& w, const Vector& b) const {
  return (*this)(Function::regression_logits, {x, w, b});
}
Interval Evaluator::regression_loss(const Vector& x, const Vector& w, const Vector& b,
                                    const Vector& y) const {
  return (*this)(Function::regression_loss, {x, w, b, y}).front();
}
Intervals Evaluator::regression_gradient(const Vector& x, const Vector& w, const Vector& b,
                                         const Vector& y) const {
  return (*this)(Function::regression_gradient, {x, w, b, y});
}
Interval Evaluator::preference(double a, double b) const {
  return (*this)(Function::preference, {a, b}).front();
}
Interval Evaluator::bradley_terry(double a, double b) const {
  return (*this)(Function::bradley_terry, {a, b}).front();
}
Intervals Evaluator::choice(const Vector& o, double none) const {
  return (*this)(Function::choice, {o, none});
}
Interval Evaluator::lattice_softmin(double n, double d, double alpha, double epsilon) const {
  return (*this)(Function::lattice_softmin, {n, d, alpha, epsilon}).front();
}
Interval Evaluator::lattice_softmin_derivative(double n, double d, double alpha,
                                               std::int64_t order) const {
  return (*this)(Function::lattice_softmin_derivative, {n, d, alpha, order}).front();
}
Interval Evaluator::lattice_softmin_alpha(double n, double d, double alpha) const {
  return (*this)(Function::lattice_softmin_alpha, {n, d, alpha}).front();
}
Interval Evaluator::lattice_softmin_mixed(double n, double d, double alpha) const {
  return (*this)(Function::lattice_softmin_mixed, {n, d, alpha}).front();
}
Interval Evaluator::lattice_effective_terms(double n, double d, double alpha) const {
  return (*this)(Function::lattice_effective_terms, {n, d, alpha}).front();
}
Intervals Evaluator::lattice_weights(double n, double d, double alpha, std::int64_t first,
                                     std::int64_t count) const {
  return (*this)(Function::lattice_weights, {n, d, alpha, first, count});
}
Interval Evaluator::lattice_jump(std::int64_t m, double d, double alpha) const {
  return (*this)(Function::lattice_jump, {m, d, alpha}).front();
}

Intervals Evaluator::softmax_jet(const Vector& x, const Vector& h, std::int64_t order) const {
  return (*this)(Function::softmax_jet, {x, h, order});
}
Intervals Evaluator::softmax_taylor(const Vector& x, const Vector& h, std::int64_t order) const {
  return (*this)(Function::softmax_taylor, {x, h, order});
}
Intervals Evaluator::logsumexp_cumulants(const Vector& x, const Vector& h,
                                         std::int64_t order) const {
  return (*this)(Function::logsumexp_cumulants, {x, h, order});
}
Interval Evaluator::logsumexp_derivative(const Vector& x,
                                         const std::vector<Vector>& directions) const {
  Vector all;
  for (const Vector& h : directions) all.insert(all.end(), h.begin(), h.end());
  return (*this)(Function::logsumexp_derivative, {x, all}).front();
}

namespace {

Integers narrow(const Counts& values) {
  Integers narrowed;
  for (auto value : values) narrowed.push_back(static_cast<std::uint32_t>(value));
  return narrowed;
}
Integers narrow(const std::optional<Counts>& values) { return narrow(values.value_or(Counts())); }

}  // namespace

Integers Evaluator::huffman_lengths(const Vector& weights, std::uint32_t radix) const {
  return narrow((*this)(IntegerFunction::huffman_lengths, {weights, std::int64_t{radix}}));
}
Kraft Evaluator::kraft_sum(const Integers& lengths, std::uint32_t radix) const {
  const Counts digits = (*this)(IntegerFunction::kraft_sum, {lengths, std::int64_t{radix}}).value();
  return {digits.front(), narrow(Counts(digits.begin() + 1, digits.end()))};
}
Integers Evaluator::encode(const Integers& lengths, std::uint32_t radix,
                           const Integers& symbols) const {
  return narrow((*this)(IntegerFunction::prefix_encode, {lengths, std::int64_t{radix}, symbols}));
}
std::optional<Integers> Evaluator::decode(const Integers& lengths, std::uint32_t radix,
                                          const Integers& digits, std::size_t count) const {
  const auto symbols =
      (*this)(IntegerFunction::prefix_decode,
              {lengths, std::int64_t{radix}, digits, static_cast<std::int64_t>(count)});
  if (!symbols) return std::nullopt;
  return narrow(*symbols);
}
std::uint64_t Evaluator::digit_count(std::int64_t states, std::uint32_t radix) const {
  return (*this)(IntegerFunction::digit_count, {states, std::int64_t{radix}}).value().front();
}
std::uint64_t Evaluator::block_length(std::uint32_t alphabet, std::int64_t n,
                                      std::uint32_t radix) const {
  return (*this)(IntegerFunction::block_length, {std::int64_t{alphabet}, n, std::int64_t{radix}})
      .value()
      .front();
}
Integers Evaluator::block_encode(std::uint32_t alphabet, const Integers& symbols,
                                 std::uint32_t radix) const {
  return narrow((*this)(IntegerFunction::block_encode,
                        {std::int64_t{alphabet}, symbols, std::int64_t{radix}}));
}
std::optional<Integers> Evaluator::block_decode(std::uint32_t alphabet, const Integers& digits,
                                                std::uint32_t radix, std::size_t count) const {
  const auto symbols = (*this)(
      IntegerFunction::block_decode,
      {std::int64_t{alphabet}, digits, std::int64_t{radix}, static_cast<std::int64_t>(count)});
  if (!symbols) return std::nullopt;
  return narrow(*symbols);
}
std::uint64_t Evaluator::regression_parameters(std::int64_t d, std::int64_t q) const {
  return (*this)(IntegerFunction::regression_parameters, {d, q}).value().front();
}
std::uint64_t Evaluator::lattice_last(double n, double d) const {
  return (*this)(IntegerFunction::lattice_last, {n, d}).value().front();
}
std::uint64_t Evaluator::lattice_nearest(double n, double d) const {
  return (*this)(IntegerFunction::lattice_nearest, {n, d}).value().front();
}

}  // namespace softlaw::properties
