// SPDX-License-Identifier: Apache-2.0
#include "subjects/table_subject.hpp"

#include "contracts/contract.hpp"
#include "subjects/watched.hpp"

namespace softlaw::properties {
namespace {

const softlaw_subject& checked(const softlaw_subject& table) {
  if (table.version != SOFTLAW_SUBJECT_VERSION) {
    throw std::invalid_argument("the subject has version " + std::to_string(table.version) +
                                " of the table, this gate judges version " +
                                std::to_string(SOFTLAW_SUBJECT_VERSION));
  }
  if (table.size < sizeof(softlaw_subject)) {
    throw std::invalid_argument("the subject's table has size " + std::to_string(table.size) +
                                ", expected " + std::to_string(sizeof(softlaw_subject)));
  }
  if (!table.name || !table.contract) {
    throw std::invalid_argument("the subject states no name or no contract");
  }
  return table;
}

std::string printable(const char* name) {
  std::string text;
  for (const char* c = name; *c; ++c) text += *c >= ' ' && *c <= '~' ? *c : '?';
  return text;
}

}  // namespace

TableSubject::TableSubject(const softlaw_subject& table, std::string notice)
    : Subject(printable(checked(table).name), Contract::read(checked(table).contract),
              std::move(notice)),
      table_(table) {
  const auto too_small = [](const auto* functions) {
    return functions && functions->size <= sizeof(std::size_t);
  };
  if (too_small(table.binary64) || too_small(table.binary32) || too_small(table.coding)) {
    throw std::invalid_argument("a table of functions of '" + name() + "' does not state its size");
  }
}

TableSubject::TableSubject(std::string name, const Contract& contract, const Tables& tables)
    : Subject(std::move(name), contract), tables_(tables), table_{SOFTLAW_SUBJECT_VERSION,
                                                                  sizeof(softlaw_subject),
                                                                  nullptr,
                                                                  nullptr,
                                                                  &tables_.binary64,
                                                                  &tables_.binary32,
                                                                  &tables_.coding} {}

bool TableSubject::has(const FunctionItem& function, const Format& format) const {
  return code(function, format) != nullptr;
}

const void* TableSubject::code(const FunctionItem& function, const Format& format) const {
  return function.field.address(table_, format);
}

Answer TableSubject::answer(const FunctionItem& function, const Arguments& arguments,
                            const Format& format) const {
  if (!has(function, format)) throw Absent(function.name);
  return watched(function.name,
                 [&] { return function.field.call(table_, function, arguments, format); });
}

const Tables& our_tables() {
  static const Tables tables = [] {
    Tables filled;
    filled.for_each_format([](auto& table) { table.size = sizeof(table); });
    filled.coding.size = sizeof(filled.coding);
    for (const FunctionItem* function : functions()) function->field.fill_with_ours(filled);
    return filled;
  }();
  return tables;
}

}  // namespace softlaw::properties
