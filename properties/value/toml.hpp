// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace softlaw::properties {

using Date = std::chrono::year_month_day;

/// `2026-12-01`.
std::string to_text(const Date& date);
/// Reads that; throws std::invalid_argument.
Date read_date(const std::string& text);
/// The day on which this is called, in UTC.
Date today();

/**
 * A value in a file that people write in TOML, with its key and its line: its reader refuses
 * what is wrong there by the place and by what is allowed.
 */
class Toml {
 public:
  /// The table of the whole file.  Throws std::invalid_argument: FILE:LINE: what is wrong.
  static Toml read_file(const std::string& path);
  /// The same of a text; `name` stands for the file in errors.
  static Toml read(const std::string& text, const std::string& name);

  const std::string& key() const { return key_; }  ///< its last part
  std::size_t line() const { return line_; }

  /// Throws std::invalid_argument: FILE:LINE: KEY: why.
  [[noreturn]] void refuse(const std::string& why) const;

  // Each throws, as refuse() does, if the value is of another kind.

  const std::string& text() const;
  double number() const;
  bool yes() const;
  Date date() const;
  const std::vector<Toml>& list() const;
  /// The entries of a table, in the order of the file.
  const std::vector<Toml>& entries() const;

  bool is_text() const { return std::holds_alternative<std::string>(value_); }
  bool is_table() const { return std::holds_alternative<Table>(value_); }
  bool is_list() const { return std::holds_alternative<List>(value_); }

  /// The entry of a table, or null.
  const Toml* find(const std::string& key) const;
  /// The entry of a table that must be there.
  const Toml& at(const std::string& key) const;
  /// Refuses an entry with another key than these.
  void allow(const std::vector<std::string>& keys) const;

 private:
  friend class TomlReader;
  struct List {
    std::vector<Toml> items;
  };
  struct Table {
    std::vector<Toml> items;
  };
  using Kinds = std::variant<std::string, double, bool, Date, List, Table>;

  template <class Kind>
  const Kind& of_kind(const char* expected) const;

  std::string file_, path_, key_;
  std::size_t line_ = 1;
  Kinds value_;
};

/// `a, b or c`.
std::string any_of(const std::vector<std::string>& names);

}  // namespace softlaw::properties
