// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

// As much of SQLite as the history needs.  Errors are std::runtime_error, with SQLite's words.
namespace softlaw::properties {

/// What goes into a place `?` of a statement; nothing is NULL.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;

/// A row of an answer.
class SqlRow {
 public:
  explicit SqlRow(sqlite3_stmt* statement) : statement_(statement) {}
  std::string text(int column) const;
  std::int64_t whole(int column) const;
  double number(int column) const;
  bool is_null(int column) const;

 private:
  sqlite3_stmt* statement_;
};

class Database {
 public:
  /// Makes the file if there is none.  Another writer is waited for.
  explicit Database(const std::filesystem::path& file);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Statements without an answer, each ended by `;`.
  void run(const std::string& statements);
  /// One statement; `each` gets the rows of its answer.
  void run(
      const std::string& statement, const std::vector<SqlValue>& values,
      const std::function<void(const SqlRow&)>& each = [](const SqlRow&) {});
  std::int64_t last_id() const;

  /// All of it or, if it throws or the process ends, nothing.
  void transaction(const std::function<void()>& change);

 private:
  [[noreturn]] void fail() const;
  sqlite3* database_ = nullptr;
  std::string file_;
};

}  // namespace softlaw::properties
