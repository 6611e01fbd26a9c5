// SPDX-License-Identifier: Apache-2.0
#include "contracts/contract.hpp"

#include <algorithm>
#include <stdexcept>

#include "function/item.hpp"
#include "value/registry.hpp"

namespace softlaw::properties {
namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(';', start), text.size());
    parts.push_back(trimmed(text.substr(start, end - start)));
    start = end + 1;
  }
  return parts;
}

}  // namespace

Selector Selector::read(const std::string& text) {
  const auto dot = text.find('.');
  const std::string first = text.substr(0, dot);
  Selector selector;
  if (dot != std::string::npos) {
    selector = {first, text.substr(dot + 1)};
  } else {
    (reference::find_format(first) ? selector.format : selector.function) = first;
  }
  if (!selector.format.empty()) read_format(selector.format);
  if (!selector.function.empty() && !find_function(selector.function)) {
    throw std::invalid_argument("no function '" + selector.function + "' in the contract");
  }
  return selector;
}

std::string Selector::text() const {
  return format.empty() || function.empty() ? format + function : format + "." + function;
}

bool Selector::selects(const FunctionItem& of, const Format& in) const {
  return (format.empty() || format == in.name) && (function.empty() || function == of.name);
}

Contract::Contract() : everywhere_(Promise::read("0.5ulp")) {}

Contract Contract::read(const std::string& text) {
  const std::vector<std::string> parts = split(text);
  Contract contract;
  const NamedContract* named = find_named_contract(parts.front());
  if (named && named->text != named->id) {
    contract = read(named->text);
    contract.name_ = named->id;
    contract.named_overrides_ = contract.overrides_.size();
  } else {
    contract.everywhere_ = Promise::read(parts.front());  // a name that is its own promise, too
  }
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i].find('=') != std::string::npos) {
      contract.conventions_.choose_all(parts[i]);
      continue;
    }
    const auto colon = parts[i].find(':');
    if (colon == std::string::npos) {
      throw std::invalid_argument(
          "cannot read the contract '" + text +
          "': expected WHERE: PROMISE, as in softmax: 2ulp, or CONVENTION = "
          "CHOICE, at '" +
          parts[i] + "'");
    }
    contract.set(Selector::read(trimmed(parts[i].substr(0, colon))),
                 Promise::read(trimmed(parts[i].substr(colon + 1))));
  }
  return contract;
}

std::string Contract::text() const {
  std::string text = name_.empty() ? everywhere_.text() : name_;
  for (std::size_t i = name_.empty() ? 0 : named_overrides_; i < overrides_.size(); ++i) {
    text += "; " + overrides_[i].selector.text() + ": " + overrides_[i].promise.text();
  }
  return conventions_.are_ours() ? text : text + "; " + conventions_.text();
}

void Contract::set(const Selector& selector, Promise promise) {
  const auto old = std::ranges::find(overrides_, selector, &Override::selector);
  if (old == overrides_.end()) {
    overrides_.push_back({selector, std::move(promise)});
    return;
  }
  if (static_cast<std::size_t>(old - overrides_.begin()) < named_overrides_) name_.clear();
  old->promise = std::move(promise);
}

const Promise& Contract::promise(const FunctionItem& function, const Format& format) const {
  const Override* best = nullptr;
  for (const Override& each : overrides_) {
    if (!each.selector.selects(function, format)) continue;
    if (!best || each.selector.weight() > best->selector.weight()) best = &each;
  }
  return best ? best->promise : everywhere_;
}

const Promise& Contract::promise(const Selector& selector) const {
  const Override* best = nullptr;
  for (const Override& each : overrides_) {
    if (!each.selector.includes(selector)) continue;
    if (!best || each.selector.weight() > best->selector.weight()) best = &each;
  }
  return best ? best->promise : everywhere_;
}

Intervals Contract::allow(const std::vector<double>& returned, const FunctionItem& function,
                          const Arguments& arguments, const Format& format,
                          ExactValues& exact) const {
  return promise(function, format).allow(returned, function, arguments, format, exact);
}

const NamedContract& named_contract(NamedContract definition) {
  return Registry<NamedContract>::instance().add(std::move(definition));
}

std::vector<const NamedContract*> named_contracts() {
  const auto all = Registry<NamedContract>::instance().all();
  return {all.begin(), all.end()};
}

const NamedContract* find_named_contract(const std::string& id) {
  return Registry<NamedContract>::instance().find(id);
}

}  // namespace softlaw::properties
