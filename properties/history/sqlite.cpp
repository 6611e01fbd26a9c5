// SPDX-License-Identifier: Apache-2.0
#include "history/sqlite.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace softlaw::properties {
namespace {

constexpr int milliseconds_to_wait = 30'000;

int bind(sqlite3_stmt* statement, int place, const SqlValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    return sqlite3_bind_int64(statement, place, *whole);
  }
  if (const auto* number = std::get_if<double>(&value)) {
    return sqlite3_bind_double(statement, place, *number);
  }
  if (const auto* text = std::get_if<std::string>(&value)) {
    return sqlite3_bind_text(statement, place, text->data(), static_cast<int>(text->size()),
                             SQLITE_TRANSIENT);
  }
  return sqlite3_bind_null(statement, place);
}

}  // namespace

std::string SqlRow::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return text
             ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
             : std::string();
}
std::int64_t SqlRow::whole(int column) const { return sqlite3_column_int64(statement_, column); }
double SqlRow::number(int column) const { return sqlite3_column_double(statement_, column); }
bool SqlRow::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

Database::Database(const std::filesystem::path& file) : file_(file.string()) {
  if (sqlite3_open(file_.c_str(), &database_) != SQLITE_OK) fail();
  sqlite3_busy_timeout(database_, milliseconds_to_wait);
}

Database::~Database() { sqlite3_close(database_); }

void Database::run(const std::string& statements) {
  if (sqlite3_exec(database_, statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Database::run(const std::string& text, const std::vector<SqlValue>& values,
                   const std::function<void(const SqlRow&)>& each) {
  sqlite3_stmt* made = nullptr;
  if (sqlite3_prepare_v2(database_, text.c_str(), -1, &made, nullptr) != SQLITE_OK) fail();
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(made, sqlite3_finalize);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (bind(made, static_cast<int>(i) + 1, values[i]) != SQLITE_OK) fail();
  }
  int state = sqlite3_step(made);
  for (; state == SQLITE_ROW; state = sqlite3_step(made)) each(SqlRow(made));
  if (state != SQLITE_DONE) fail();
}

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(database_); }

void Database::transaction(const std::function<void()>& change) {
  run("BEGIN IMMEDIATE;");
  try {
    change();
    run("COMMIT;");
  } catch (...) {
    sqlite3_exec(database_, "ROLLBACK;", nullptr, nullptr, nullptr);
    throw;
  }
}

void Database::fail() const {
  throw std::runtime_error("the history '" + file_ + "': " + sqlite3_errmsg(database_));
}

}  // namespace softlaw::properties
