// SPDX-License-Identifier: Apache-2.0
#include "contracts/file.hpp"

#include <algorithm>
#include <filesystem>
#include <span>

#include "function/item.hpp"

namespace softlaw::properties {
namespace {

/// What a reader that throws std::invalid_argument makes of the text of an entry.
template <class Read>
auto understood(const Toml& entry, Read read) {
  try {
    return read(entry.text());
  } catch (const std::invalid_argument& error) {
    entry.refuse(error.what());
  }
}

std::string checked_function(const std::string& name) {
  if (find_function(name)) return name;
  throw std::invalid_argument("no function '" + name +
                              "': softlaw list --functions shows them all");
}
std::string checked_format(const std::string& name) { return read_format(name).name; }

template <class Read>
auto read_list(const Toml& list, Read read) {
  std::vector<decltype(read(std::string()))> all;
  for (const Toml& entry : list.list()) all.push_back(understood(entry, read));
  return all;
}

Selector selector_of(const Toml& entry, const std::string& where) {
  try {
    return Selector::read(where);
  } catch (const std::invalid_argument& error) {
    entry.refuse(std::string(error.what()) +
                 "; allowed here are a function, a format, and FORMAT.FUNCTION");
  }
}

/// The entries of a table of results: by function, by format, or by both, as FORMAT.FUNCTION.
template <class Use>
void for_each_selected(const Toml& table, const Use& use, const std::string& within = {}) {
  for (const Toml& entry : table.entries()) {
    const std::string where = within + entry.key();
    const Selector selector = selector_of(entry, where);
    if (entry.is_table() && within.empty()) {
      for_each_selected(entry, use, where + ".");
    } else {
      use(selector, entry);
    }
  }
}

/// A promise, or the name of a contract, which promises the same there.
Promise read_promise(const std::string& text, const Selector& where) {
  if (!find_named_contract(text)) return Promise::read(text);
  const Contract named = Contract::read(text);
  if (where.function.empty()) return named.promise(where);
  const Format format = where.format.empty() ? Format::binary64 : read_format(where.format);
  return named.promise(*find_function(where.function), format);
}

/// The promises gain these facts where the selectors select.
void add_facts(Contract& contract, const Toml& table) {
  const auto with_facts = [](Promise promise, const Toml& list) {
    for (Fact fact : read_list(list, read_fact)) promise.facts.insert(fact);
    return promise;
  };
  for_each_selected(table, [&](const Selector& selector, const Toml& list) {
    contract.set(selector, with_facts(contract.promise(selector), list));
  });
}

void choose_conventions(Contract& contract, const Toml& table) {
  Conventions chosen = contract.conventions();
  for (const Toml& entry : table.entries()) {
    try {
      chosen.choose(entry.key(), entry.text());
    } catch (const std::invalid_argument& error) {
      entry.refuse(error.what());
    }
  }
  contract.declare(chosen);
}

/// The name of the profile that promises the same there, or the promise.
std::string promise_text(const Contract::Override& each) {
  for (const NamedContract* named : named_contracts()) {
    if (named->kind == "profile" && read_promise(named->id, each.selector) == each.promise) {
      return named->id;
    }
  }
  return each.promise.text();
}

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string list_text(const std::string& key, const std::vector<std::string>& items) {
  std::string all;
  for (const std::string& item : items) all += (all.empty() ? "" : ", ") + quoted(item);
  return all.empty() ? "" : key + " = [" + all + "]\n";
}

}  // namespace

ContractFile ContractFile::read(const Toml& file) {
  file.allow({"subject", "promise", "formats", "functions", "promises", "facts", "conventions"});
  ContractFile made;
  if (const Toml* subject = file.find("subject")) made.subject = subject->text();
  if (const Toml* formats = file.find("formats")) {
    made.formats = read_list(*formats, checked_format);
  }
  if (const Toml* functions = file.find("functions")) {
    made.functions = read_list(*functions, checked_function);
  }
  made.contract = understood(file.at("promise"), Contract::read);
  if (const Toml* promises = file.find("promises")) {
    for_each_selected(*promises, [&](const Selector& selector, const Toml& promise) {
      made.contract.set(selector, understood(promise, [&](const std::string& text) {
                          return read_promise(text, selector);
                        }));
    });
  }
  if (const Toml* facts = file.find("facts")) add_facts(made.contract, *facts);
  if (const Toml* conventions = file.find("conventions")) {
    choose_conventions(made.contract, *conventions);
  }
  return made;
}

ContractFile ContractFile::read_file(const std::string& path) {
  ContractFile made = read(Toml::read_file(path));
  const std::filesystem::path subject = made.subject;
  if (subject.has_parent_path() && subject.is_relative()) {
    made.subject = (std::filesystem::path(path).parent_path() / subject).string();
  }
  return made;
}

std::string ContractFile::text(const std::vector<std::string>& comments) const {
  std::string all;
  for (const std::string& line : comments) all += "# " + line + "\n";
  if (!subject.empty()) all += "subject = " + quoted(subject) + "\n";
  all += list_text("formats", formats) + list_text("functions", functions);
  const bool named = !contract.name().empty();
  all += "promise = " + quoted(named ? contract.name() : contract.everywhere().text()) + "\n";
  const auto overrides =
      std::span(contract.overrides()).subspan(named ? contract.named_overrides() : 0);
  if (!overrides.empty()) all += "\n[promises]\n";
  for (const Contract::Override& each : overrides) {
    all += quoted(each.selector.text()) + " = " + quoted(promise_text(each)) + "\n";
  }
  if (!contract.conventions().are_ours()) all += "\n[conventions]\n";
  for (const auto& [convention, choice] : contract.conventions().others()) {
    all += convention + " = " + quoted(choice) + "\n";
  }
  return all;
}

bool names_contract_file(const std::string& text) {
  return text.ends_with(".toml") || std::filesystem::is_regular_file(text);
}

}  // namespace softlaw::properties
