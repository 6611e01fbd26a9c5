// SPDX-License-Identifier: Apache-2.0
#include "subjects/ordinary/subjects.hpp"

#include <optional>

#include "contracts/contract.hpp"
#include "subjects/ordinary/derivatives.hpp"
#include "subjects/ordinary/information.hpp"
#include "subjects/ordinary/loss.hpp"
#include "subjects/ordinary/softmax.hpp"
#include "subjects/table_subject.hpp"

namespace softlaw::properties {
namespace {

template <Style style>
void fill_softmax(auto& table) {
  using F = OrdinarySoftmax<Ordinary<RealOf<decltype(table)>, style>>;
  table.size = sizeof(table);
  table.logsumexp = F::logsumexp;
  table.logsumexp_scaled = F::logsumexp_scaled;
  table.logaddexp = F::logaddexp;
  table.softmin = F::softmin;
  table.softmin_scaled = F::softmin_scaled;
  table.excess = F::excess;
  table.softmax = F::softmax;
  table.softmax_temperature = F::softmax_temperature;
  table.log_softmax = F::log_softmax;
  table.log_softmax_temperature = F::log_softmax_temperature;
  table.softmax_rows = F::softmax_rows;
  table.log_softmax_rows = F::log_softmax_rows;
  table.choice = F::choice;
  table.softplus = F::softplus;
  table.logistic = F::logistic;
  table.log_logistic = F::log_logistic;
  table.preference = F::preference;
  table.bradley_terry = F::bradley_terry;
  table.logit = F::logit;
  table.log1mexp = F::log1mexp;
  table.logsubexp = F::logsubexp;
  table.softplus_inverse = F::softplus_inverse;
}

template <Style style>
void fill_others(auto& table) {
  using F = Ordinary<RealOf<decltype(table)>, style>;
  using Derivatives = OrdinaryDerivatives<F>;
  using Information = OrdinaryInformation<F>;
  using Loss = OrdinaryLoss<F>;
  table.logsumexp_hessian = Derivatives::logsumexp_hessian;
  table.logsumexp_hessian_vector = Derivatives::logsumexp_hessian_vector;
  table.softmax_derivative = Derivatives::softmax_derivative;
  table.softmax_jet = Derivatives::softmax_jet;
  table.softmax_taylor = Derivatives::softmax_taylor;
  table.logsumexp_cumulants = Derivatives::logsumexp_cumulants;
  table.logsumexp_derivative = Derivatives::logsumexp_derivative;
  table.entropy = Information::entropy;
  table.cross_entropy = Information::cross_entropy;
  table.kl_divergence = Information::kl_divergence;
  table.surprisal = Information::surprisal;
  table.nats_to_bits = Information::nats_to_bits;
  table.bits_to_nats = Information::bits_to_nats;
  table.softmax_entropy = Information::softmax_entropy;
  table.escort = Information::escort;
  table.cross_entropy_label = Loss::cross_entropy_label;
  table.cross_entropy_logits = Loss::cross_entropy_logits;
  table.cross_entropy_label_gradient = Loss::cross_entropy_label_gradient;
  table.cross_entropy_logits_gradient = Loss::cross_entropy_logits_gradient;
  table.regression_logits = Loss::regression_logits;
  table.regression_loss = Loss::regression_loss;
  table.regression_gradient = Loss::regression_gradient;
}

template <Style style>
Tables tables_of() {
  Tables tables;
  tables.for_each_format([](auto& table) {
    fill_softmax<style>(table);
    fill_others<style>(table);
  });
  return tables;
}

/// One of them, which sums in one order whatever the calls.
class OrdinarySubject : public TableSubject {
 public:
  OrdinarySubject(std::string name, const Contract& contract, const Tables& tables, Order order)
      : TableSubject(std::move(name), contract, tables), order_(order) {}

  Answer answer(const FunctionItem& function, const Arguments& arguments,
                const Format& format) const override {
    const OrderOfSums sums(order_);
    return TableSubject::answer(function, arguments, format);
  }

 private:
  Order order_;
};

}  // namespace

std::vector<SubjectPointer> ordinary_subjects() {
  const std::pair<const char*, Tables> styles[] = {
      {"textbook", tables_of<Style::textbook>()},
      {"careful", tables_of<Style::careful>()},
      {"compensated", tables_of<Style::compensated>()}};
  std::vector<SubjectPointer> all;
  for (const auto& [style, tables] : styles) {
    for (const auto& [order, name] : orders) {
      // to scale a compensated sum down loses the compensation
      if (order == Order::online && style == std::string("compensated")) continue;
      const Contract contract =
          Contract::read(order == Order::online ? style + std::string("-online") : style);
      const std::string suffix = order == Order::in_order ? "" : std::string("/") + name;
      all.push_back(std::make_shared<OrdinarySubject>(style + suffix, contract, tables, order));
    }
  }
  return all;
}

}  // namespace softlaw::properties
