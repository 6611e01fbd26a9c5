// SPDX-License-Identifier: Apache-2.0
// The only file that knows the TOML library.
#include "value/toml.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <sstream>

namespace softlaw::properties {

std::string to_text(const Date& date) {
  std::ostringstream out;
  out << std::setfill('0') << std::setw(4) << static_cast<int>(date.year()) << '-' << std::setw(2)
      << static_cast<unsigned>(date.month()) << '-' << std::setw(2)
      << static_cast<unsigned>(date.day());
  return out.str();
}

Date read_date(const std::string& text) {
  int year = 0;
  unsigned month = 0, day = 0;
  const bool read = std::sscanf(text.c_str(), "%d-%u-%u", &year, &month, &day) == 3;
  const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!read || !date.ok() || to_text(date) != text) {
    throw std::invalid_argument("cannot read the date '" + text + "': expected YYYY-MM-DD");
  }
  return date;
}

Date today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

std::string any_of(const std::vector<std::string>& names) {
  std::string all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    all += (i == 0 ? "" : i + 1 < names.size() ? ", " : " or ") + names[i];
  }
  return all;
}

namespace {

/// FILE:LINE: what.
[[noreturn]] void refuse_at(const std::string& file, std::size_t line, const std::string& what) {
  throw std::invalid_argument(file + ":" + std::to_string(line) + ": " + what);
}

}  // namespace

/// Turns the library's nodes into ours.
class TomlReader {
 public:
  explicit TomlReader(std::string file) : file_(std::move(file)) {}

  Toml read(const toml::node& node, const std::string& path, const std::string& key) const {
    Toml made;
    made.file_ = file_;
    made.path_ = path;
    made.key_ = key;
    made.line_ = node.source().begin.line;
    if (const auto* table = node.as_table()) {
      made.value_ = read_table(*table, path);
    } else if (const auto* array = node.as_array()) {
      made.value_ = read_list(*array, path);
    } else {
      made.value_ = read_plain(node, path);
    }
    return made;
  }

 private:
  Toml::Table read_table(const toml::table& table, const std::string& path) const {
    Toml::Table made;
    for (const auto& [key, value] : table) {
      const std::string name(key.str());
      Toml& entry =
          made.items.emplace_back(read(value, path.empty() ? name : path + "." + name, name));
      if (!value.is_value()) continue;
      entry.line_ = key.source().begin.line;
    }
    // the library sorts them by key
    std::ranges::stable_sort(made.items, {}, &Toml::line_);
    return made;
  }

  Toml::List read_list(const toml::array& array, const std::string& path) const {
    Toml::List made;
    for (const auto& value : array) {
      made.items.push_back(read(value, path + "[" + std::to_string(made.items.size()) + "]", ""));
    }
    return made;
  }

  Toml::Kinds read_plain(const toml::node& node, const std::string& path) const {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* integer = node.as_integer()) return static_cast<double>(integer->get());
    if (const auto* number = node.as_floating_point()) return number->get();
    if (const auto* yes = node.as_boolean()) return yes->get();
    if (const auto* day = node.as_date()) {
      return Date(std::chrono::year(day->get().year), std::chrono::month(day->get().month),
                  std::chrono::day(day->get().day));
    }
    refuse_at(file_, node.source().begin.line, path + ": a time is not expected here");
  }

  std::string file_;
};

Toml Toml::read(const std::string& text, const std::string& name) {
  try {
    const toml::table table = toml::parse(text);
    return TomlReader(name).read(table, "", "");
  } catch (const toml::parse_error& error) {
    refuse_at(name, error.source().begin.line, std::string(error.description()));
  }
}

Toml Toml::read_file(const std::string& path) {
  std::ifstream in(path);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw std::invalid_argument("cannot read the file '" + path + "'");
  return read(text, path);
}

void Toml::refuse(const std::string& why) const {
  refuse_at(file_, line_, (path_.empty() ? "" : path_ + ": ") + why);
}

template <class Kind>
const Kind& Toml::of_kind(const char* expected) const {
  if (const Kind* found = std::get_if<Kind>(&value_)) return *found;
  static constexpr const char* kinds[] = {"a text", "a number", "true or false",
                                          "a date", "a list",   "a table"};
  refuse(std::string("expected ") + expected + ", got " + kinds[value_.index()]);
}

const std::string& Toml::text() const { return of_kind<std::string>("a text in quotes"); }
double Toml::number() const { return of_kind<double>("a number"); }
bool Toml::yes() const { return of_kind<bool>("true or false"); }
Date Toml::date() const { return of_kind<Date>("a date such as 2026-12-31, without quotes"); }
const std::vector<Toml>& Toml::list() const { return of_kind<List>("a list in [ ]").items; }
const std::vector<Toml>& Toml::entries() const { return of_kind<Table>("a table").items; }

const Toml* Toml::find(const std::string& key) const {
  const auto found = std::ranges::find(entries(), key, &Toml::key_);
  return found == entries().end() ? nullptr : &*found;
}

const Toml& Toml::at(const std::string& key) const {
  if (const Toml* found = find(key)) return *found;
  refuse("the key '" + key + "' is missing");
}

void Toml::allow(const std::vector<std::string>& keys) const {
  for (const Toml& entry : entries()) {
    if (std::ranges::count(keys, entry.key_) > 0) continue;
    entry.refuse("unknown key '" + entry.key_ + "'; allowed here are " + any_of(keys));
  }
}

}  // namespace softlaw::properties
