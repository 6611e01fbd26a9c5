// SPDX-License-Identifier: Apache-2.0
#include "function/refuse.hpp"

#include <stdexcept>

namespace softlaw::properties {
namespace {

std::string shown(double value) { return decimal(value, Format::binary64); }

std::string complaint(const Domain& domain, double value) {
  return std::string("must be ") + domain.must_be + ", got " + shown(value);
}

void require(const FunctionItem& function, std::size_t i, const Domain& domain,
             const Value& value) {
  if (const auto* number = std::get_if<double>(&value)) {
    if (domain.admits && !domain.admits(*number)) refuse(function, i, complaint(domain, *number));
  }
  if (const auto* vector = std::get_if<Vector>(&value); vector && domain.admits) {
    for (std::size_t k = 0; k < vector->size(); ++k) {
      const double entry = (*vector)[k];
      if (!domain.admits(entry)) refuse_entry(function, i, k, complaint(domain, entry));
    }
  }
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    if (*integer < domain.least) {
      refuse(
          function, i,
          "must be at least " + std::to_string(domain.least) + ", got " + std::to_string(*integer));
    }
    require_at_most(function, i, *integer, domain.most);
  }
}

}  // namespace

void refuse(const FunctionItem& function, std::size_t argument, const std::string& complaint) {
  throw std::domain_error(function.name + ": " + function.parameters[argument].name + " " +
                          complaint);
}

void refuse_entry(const FunctionItem& function, std::size_t argument, std::size_t entry,
                  const std::string& complaint) {
  throw std::domain_error(function.name + ": " + function.parameters[argument].name + "[" +
                          std::to_string(entry) + "] " + complaint);
}

void require_at_most(const FunctionItem& function, std::size_t argument, std::int64_t value,
                     std::int64_t most) {
  if (value <= most) return;
  refuse(function, argument,
         "must be at most " + std::to_string(most) + ", got " + std::to_string(value));
}

void require_one_length(const FunctionItem& function, const Arguments& arguments) {
  const std::size_t n = std::get<Vector>(arguments.front()).size();
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const auto* v = std::get_if<Vector>(&arguments[i]);
    if (v && v->size() != n) {
      refuse(function, i,
             "must have " + std::to_string(n) + " entries, got " + std::to_string(v->size()));
    }
  }
}

void require_domains(const FunctionItem& function, const Arguments& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    require(function, i, function.domains[i], arguments[i]);
  }
}

}  // namespace softlaw::properties
